import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { DocumentInput } from '../document/document.ts';
import { resolveOutlet } from '../document/resolve-outlet.ts';
import { extract } from '../pipeline.ts';
import type { Store } from '../store/store.ts';
import { KnownOutlet, type Vocabulary } from '../vocabulary/vocabulary.ts';

/** The samples that ship with the project. */
export const SAMPLES_FOLDER = fileURLToPath(new URL('../../data/samples', import.meta.url));

const SampleTopic = z.object({ id: z.string().min(1), title: z.string().min(1) });

function sampleOutlets(folder: string): KnownOutlet[] {
  const path = join(folder, 'outlets.yaml');
  return existsSync(path) ? z.array(KnownOutlet).parse(parse(readFileSync(path, 'utf8'))) : [];
}

/** The vocabulary with the invented outlets of the samples, whose owners matter when their topics are reconciled. */
export function withSampleOutlets(vocabulary: Vocabulary, folder: string = SAMPLES_FOLDER): Vocabulary {
  const outlets = new Map(vocabulary.outlets);
  for (const outlet of sampleOutlets(folder)) outlets.set(outlet.id, outlet);
  return { ...vocabulary, outlets };
}

/**
 * Writes the sample topics into a store, marked as samples; they are not reconciled yet. Resolves to how many
 * documents there are. `vocabulary` holds the sample outlets already.
 * @throws when a sample file is malformed: the samples ship with the project
 */
export async function loadSamples(
  store: Store,
  vocabulary: Vocabulary,
  folder: string = SAMPLES_FOLDER,
): Promise<number> {
  if (!existsSync(folder)) return 0;
  let count = 0;
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name, 'topic.yaml');
    if (!existsSync(path)) continue;
    const topic = SampleTopic.parse(parse(readFileSync(path, 'utf8')));
    await store.putTopic({ id: topic.id, title: topic.title, sample: true });
    const lines = readFileSync(join(folder, name, 'documents.jsonl'), 'utf8').split('\n');
    for (const line of lines.filter((each) => each.trim() !== '')) {
      const input = DocumentInput.parse(JSON.parse(line));
      const { document, claims } = extract({ ...input, topic: topic.id }, vocabulary);
      const outlet = { ...resolveOutlet(input.outlet, vocabulary), sample: true };
      await store.addDocument({ document, claims, outlet });
      count += 1;
    }
  }
  return count;
}
