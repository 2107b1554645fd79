import { explain, extract } from '../../pipeline.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { readDocuments } from '../read-rows.ts';
import { Mistakes, type Terminal, write } from '../terminal.ts';

export interface ExtractOptions {
  mentions?: boolean;
  document?: boolean;
  explain?: boolean;
  json?: boolean;
  quantity?: string;
}

/**
 * NDJSON of documents in, NDJSON of their claims out: a line for a line, in order. With `explain`, tables of what
 * became of each figure and trigger; with `json` too, lines that carry the trace. Resolves to the exit status.
 */
export async function extractLines(
  options: ExtractOptions,
  vocabulary: Vocabulary,
  terminal: Terminal,
): Promise<number> {
  const mistakes = new Mistakes(terminal);
  const { quantity } = options;
  const explained = options.explain === true || quantity !== undefined;
  const tables = explained ? await import('../explain-table.ts') : null;
  for await (const { input } of readDocuments(terminal, mistakes)) {
    const traced = explained ? explain(input, vocabulary) : null;
    const { document, mentions, claims } = traced ?? extract(input, vocabulary);
    const whole = traced?.trace ?? null;
    const trace = whole && tables && quantity !== undefined ? tables.ofFigure(whole, quantity) : whole;
    if (trace && tables && !options.json) {
      const table = tables.explainTable({ document, claims }, trace, vocabulary.confidence);
      await write(terminal.output, `${table}\n`);
      continue;
    }
    const { text, title, outlet, publishedAt, language } = document;
    const line = {
      id: document.id,
      claims,
      ...(options.mentions ? { mentions } : {}),
      ...(options.document ? { document: { text, title, outlet, publishedAt, language } } : {}),
      ...(trace ? { trace } : {}),
    };
    await write(terminal.output, `${JSON.stringify(line)}\n`);
  }
  return mistakes.close('line');
}
