import { createReadStream } from 'node:fs';
import { DocumentInput } from '../../document/document.ts';
import { UNSORTED } from '../../document/read-document.ts';
import { CrosscheckError, type ErrorCode } from '../../errors.ts';
import type { Taken } from '../../ingest.ts';
import { type Candidate, type Defaults, readCandidates, readSource, withDefaults } from '../candidates.ts';
import { type Loaded, openAll } from '../open.ts';
import { DOCUMENT_KEYS, describeIssues, readObjects } from '../read-rows.ts';
import { Mistakes, say, type Terminal, write } from '../terminal.ts';

export type World = Awaited<ReturnType<typeof openAll>>;

export const reasonOf = (error: unknown): string =>
  error instanceof CrosscheckError ? error.message : `this was not foreseen: ${(error as Error).message}`;

/** What is still missing, in the words of the command line. */
const HINTS: Record<string, string> = {
  outlet: 'Say who published it with --outlet.',
  publishedAt: 'Say when it was published with --published-at 2025-10-07.',
};

function check(candidate: Candidate): DocumentInput | string {
  const known = Object.entries(candidate.input).filter(
    ([key, value]) => DOCUMENT_KEYS.has(key) && value != null,
  );
  const input = Object.fromEntries(known);
  const missing = Object.keys(HINTS).filter((key) => input[key] === undefined);
  if (missing.length > 0) return missing.map((key) => HINTS[key]).join(' ');
  const result = DocumentInput.safeParse(input);
  return result.success ? result.data : describeIssues(result.error);
}

async function* fromName(
  name: string,
  defaults: Defaults,
  world: World,
  terminal: Terminal,
  mistakes: Mistakes,
): AsyncGenerator<Candidate> {
  const lines = name === '-' || /\.(?:ndjson|jsonl)$/i.test(name);
  if (lines) {
    const input = name === '-' ? terminal.input : createReadStream(name);
    const label = name === '-' ? 'line' : `${name} line`;
    for await (const { number, value } of readObjects(
      { ...terminal, input },
      DOCUMENT_KEYS,
      mistakes,
      label,
    )) {
      yield { from: `${label} ${number}`, input: withDefaults(value, defaults) };
    }
    return;
  }
  if (/^https?:\/\//i.test(name)) {
    say(terminal, `fetching ${name}`);
    const page = await world.fetchPage(name);
    yield* readCandidates(
      { name, kind: page.kind, content: page.content, url: page.url },
      defaults,
      world.vocabulary,
    );
    return;
  }
  yield* readCandidates(await readSource(name), defaults, world.vocabulary);
}

/** Writes into the audit trail what came in, as the API does. */
async function noteTaken({ id, status }: Taken, { store, now }: World): Promise<void> {
  if (status === 'unchanged') return;
  const who = { at: now().toISOString(), actor: 'command line', keyId: null, requestId: null };
  await store.addAudit([{ ...who, action: 'document.add', target: id, detail: status }]);
}

/** Takes one document. `line`: to be shown when its topic is found; `failed`: why it was not taken. */
export async function takeOne(
  candidate: Candidate,
  world: World,
  terminal: Terminal,
  mistakes: Mistakes,
): Promise<{ line?: Line; failed?: ErrorCode }> {
  if (candidate.note) say(terminal, `${candidate.from}: ${candidate.note}`);
  const input = check(candidate);
  const [outcome] = typeof input === 'string' ? [] : await world.take([input]);
  if (typeof input === 'string') mistakes.add(candidate.from, input);
  if (!outcome) return { failed: 'invalid-document' };
  if ('error' in outcome) {
    mistakes.add(candidate.from, outcome.error.message);
    return { failed: outcome.error.code };
  }
  await noteTaken(outcome, world);
  const line = { ...outcome, from: candidate.from };
  if (outcome.topic === UNSORTED) return { line };
  await show(line, terminal);
  return {};
}

/** What became of a document, as it is printed. */
export type Line = Taken & { from: string };

const show = ({ status, id, topic, claims, from }: Line, terminal: Terminal): Promise<void> =>
  write(terminal.output, `${status}\t${id}\t${topic}\t${claims} claims\t${from}\n`);

/** Documents without a topic of their own are shown when theirs is found. */
export async function showSorted(
  waiting: readonly Line[],
  { store }: World,
  terminal: Terminal,
): Promise<void> {
  for (const line of waiting) {
    const topic = (await store.document(line.id))?.topic ?? line.topic;
    await show({ ...line, topic }, terminal);
  }
}

/** Takes files, addresses and streams into the database and reconciles their topics. Resolves to the exit status. */
export async function ingestFiles(
  names: readonly string[],
  defaults: Defaults,
  loaded: Loaded,
  terminal: Terminal,
): Promise<number> {
  const mistakes = new Mistakes(terminal);
  const world = await openAll(loaded);
  const waiting: Line[] = [];
  try {
    for (const name of names) {
      try {
        for await (const candidate of fromName(name, defaults, world, terminal, mistakes)) {
          const { line } = await takeOne(candidate, world, terminal, mistakes);
          if (line) waiting.push(line);
        }
      } catch (error) {
        mistakes.add(name, reasonOf(error));
      }
    }
    say(terminal, 'reconciling');
    await world.settle();
    await showSorted(waiting, world, terminal);
    return mistakes.close('document');
  } finally {
    await world.store.close();
  }
}
