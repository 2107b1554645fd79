import { createReadStream, existsSync } from 'node:fs';
import { chmod, link, mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Config } from '../../config.ts';
import type { Document, DocumentInput } from '../../document/document.ts';
import { resolveOutlet } from '../../document/resolve-outlet.ts';
import { CrosscheckError } from '../../errors.ts';
import type { Store } from '../../store/store.ts';
import { topicNow } from '../../store/topic-now.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Loaded } from '../open.ts';
import { Mistakes, say, type Terminal, write } from '../terminal.ts';
import { everyRow, withStore } from '../with-store.ts';
import { ingestFiles } from './ingest.ts';

function checkThere({ database }: Config): void {
  if (!existsSync(database)) throw new CrosscheckError('not-found', `There is no database at ${database}.`);
}

/**
 * Copies the database into a new file, while others write. The copy appears when it is whole, and only its owner may
 * read it: it holds the secrets of webhooks. Resolves to the exit status.
 * @throws CrosscheckError when there is nothing to copy, or the file is there already
 */
export async function backUp(file: string, config: Config, terminal: Terminal): Promise<number> {
  checkThere(config);
  const path = resolve(file);
  const folder = dirname(path);
  if (!existsSync(folder))
    throw new CrosscheckError('not-found', `There is no folder ${folder}. Make it first.`);
  const taken = new CrosscheckError(
    'invalid-request',
    `${path} is there already, and is left as it is. Give a new name.`,
  );
  if (existsSync(path)) throw taken;
  const workplace = await mkdtemp(join(folder, `.${basename(path)}-`));
  try {
    const copy = join(workplace, 'copy');
    await withStore(config, (store) => store.backUp(copy));
    await chmod(copy, 0o600);
    // A link, unlike a new name, never takes the place of a file that came meanwhile.
    await link(copy, path).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? taken : error;
    });
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
  say(terminal, `${config.database} is copied to ${path}. CROSSCHECK_DATABASE=${path} serves the copy.`);
  return 0;
}

const PAGE = 100;

/** A document as it can be handed in again, with the topic that it came with; one that was found is found again. */
function inputOf(document: Document, outlet: string, topic: string | null): DocumentInput {
  const { id, url, title, publishedAt, zone, language, text } = document;
  return {
    ...{ id, outlet },
    ...(topic === null ? {} : { topic }),
    ...(url === null ? {} : { url }),
    ...(title === null ? {} : { title }),
    ...{ publishedAt, zone, language, text },
  };
}

/** The name under which an outlet is known again: that which it gave, unless it now leads elsewhere. */
async function nameOutlet(store: Store, id: string, vocabulary: Vocabulary): Promise<string> {
  const name = (await store.outlet(id))?.name ?? id;
  return resolveOutlet(name, vocabulary).id === id ? name : id;
}

async function exportTopic(store: Store, topic: string, vocabulary: Vocabulary, terminal: Terminal) {
  const found = new Set((await store.sortedDocuments([topic], [])).map(({ traits }) => traits.document));
  const came = await store.cameAs(topic);
  const names = new Map<string, string>();
  let count = 0;
  for await (const document of everyRow((after) => store.documents({ topic }, { limit: PAGE, after }))) {
    const { outlet } = document;
    const name = names.get(outlet) ?? (await nameOutlet(store, outlet, vocabulary));
    names.set(outlet, name);
    const named = found.has(document.id) ? null : (came.get(document.id) ?? topic);
    const input = inputOf(document, name, named);
    await write(terminal.output, `${JSON.stringify(input)}\n`);
    count += 1;
  }
  return count;
}

/** Writes every document as a line that `import` and `ingest` take, topic by topic. Resolves to the exit status. */
export async function exportDocuments(
  { topic: asked, samples }: { topic?: string; samples?: boolean },
  { config, vocabulary }: Loaded,
  terminal: Terminal,
): Promise<number> {
  checkThere(config);
  return withStore(config, async (store) => {
    const topic = asked === undefined ? undefined : await topicNow(store, asked);
    if (topic === null) throw new CrosscheckError('not-found', `There is no topic "${asked}".`);
    let count = 0;
    for await (const each of everyRow((after) => store.topics({ limit: PAGE, after })))
      if (topic === undefined ? samples || !each.sample : each.id === topic)
        count += await exportTopic(store, each.id, vocabulary, terminal);
    say(terminal, `${count} document${count === 1 ? '' : 's'} exported.`);
    return 0;
  });
}

/** Takes the lines of an export, of a file or (-) standard input. Resolves to the exit status. */
export async function importDocuments(file: string, loaded: Loaded, terminal: Terminal): Promise<number> {
  if (file === '-') return ingestFiles(['-'], {}, loaded, terminal);
  if (existsSync(file)) return ingestFiles(['-'], {}, loaded, { ...terminal, input: createReadStream(file) });
  const mistakes = new Mistakes(terminal);
  mistakes.add(file, 'there is no such file.');
  return mistakes.close('file');
}
