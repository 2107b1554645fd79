import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { type CheckedFigure, DraftInput } from '../../check/check.ts';
import { checkSheet } from '../../check/check-sheet.ts';
import { checkText } from '../../check-text.ts';
import { CrosscheckError } from '../../errors.ts';
import { toRecords } from '../../view/formats/csv.ts';
import { quoteContext } from '../../view/quote-context.ts';
import { VERDICT_WORDS } from '../../view/words.ts';
import { type Loaded, openAll } from '../open.ts';
import { describeIssues } from '../read-rows.ts';
import { toTable } from '../table.ts';
import { say, type Terminal, terminalWidth, write } from '../terminal.ts';

export interface CheckOptions {
  topic?: string;
  outlet?: string;
  publishedAt?: string;
  json?: boolean;
  csv?: boolean;
}

const CONTEXT = 40;

/** @throws CrosscheckError with what is wrong about the draft */
function toDraft(text: string, { topic, outlet, publishedAt }: CheckOptions): DraftInput {
  const isDay = publishedAt !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(publishedAt);
  const result = DraftInput.safeParse({
    text,
    ...(topic === undefined ? {} : { topic }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(publishedAt === undefined ? {} : { publishedAt: isDay ? `${publishedAt}T12:00:00Z` : publishedAt }),
  });
  if (result.success) return result.data;
  throw new CrosscheckError('invalid-document', describeIssues(result.error));
}

/** "…killed [at least 10] Palestinians…": the words of the draft, the figure in brackets. */
function marked(text: string, { start, end }: CheckedFigure): string {
  const { before, after, cutBefore, cutAfter } = quoteContext(text, { start, end }, CONTEXT);
  const words = `${cutBefore ? '…' : ''}${before}[${text.slice(start, end)}]${after}${cutAfter ? '…' : ''}`;
  return words.replace(/\s+/g, ' ');
}

const othersSay = ({ consensus, positions }: CheckedFigure): string =>
  consensus?.display ?? positions.map(({ display }) => display).join(', ');

const wordsOf = ({ verdict }: CheckedFigure): string =>
  verdict === 'unread' ? 'Not read' : VERDICT_WORDS[verdict];

function printTable(text: string, figures: readonly CheckedFigure[], width: number): string {
  const rows = figures.map((each) => [
    marked(text, each),
    `${wordsOf(each)} (${each.verdict})`,
    othersSay(each),
    each.because,
  ]);
  return toTable({ columns: ['draft', 'verdict', 'others say', 'because'], rows }, width);
}

/** Prints how the figures of a draft stand. Resolves to the exit status. */
export async function checkFile(
  file: string,
  options: CheckOptions,
  loaded: Loaded,
  terminal: Terminal,
): Promise<number> {
  const text = file === '-' ? await readAll(terminal.input) : await readFile(file, 'utf8');
  const draft = toDraft(text, options);
  const { store, vocabulary, now } = await openAll(loaded);
  try {
    const view = await checkText(draft, { store, vocabulary, now: now() });
    if (options.json) await write(terminal.output, `${JSON.stringify(view, null, 2)}\n`);
    else if (options.csv)
      await write(
        terminal.output,
        [...toRecords(checkSheet.columns, view.data.flatMap(checkSheet.lines))].join(''),
      );
    else {
      say(terminal, view.topic === null ? 'No topic was found that tells of this.' : `topic: ${view.topic}`);
      if (view.data.length === 0) say(terminal, 'No figure was found in the draft.');
      else await write(terminal.output, printTable(text, view.data, terminalWidth(terminal)));
    }
    return 0;
  } finally {
    await store.close();
  }
}
