import { extract } from '../../pipeline.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { readDocuments } from '../read-rows.ts';
import { Mistakes, type Terminal, write } from '../terminal.ts';

export interface ExtractOptions {
  mentions?: boolean;
  document?: boolean;
}

/** NDJSON of documents in, NDJSON of their claims out: a line for a line, in order. Resolves to the exit status. */
export async function extractLines(
  options: ExtractOptions,
  vocabulary: Vocabulary,
  terminal: Terminal,
): Promise<number> {
  const mistakes = new Mistakes(terminal);
  for await (const { input } of readDocuments(terminal, mistakes)) {
    const { document, mentions, claims } = extract(input, vocabulary);
    const { text, title, outlet, publishedAt, language } = document;
    const line = {
      id: document.id,
      claims,
      ...(options.mentions ? { mentions } : {}),
      ...(options.document ? { document: { text, title, outlet, publishedAt, language } } : {}),
    };
    await write(terminal.output, `${JSON.stringify(line)}\n`);
  }
  return mistakes.close('line');
}
