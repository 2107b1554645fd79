import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedFigure } from '../../src/check/check.ts';
import { type Against, checkDraft } from '../../src/check/check-draft.ts';
import { DocumentInput } from '../../src/document/document.ts';
import { SAMPLES_FOLDER, withSampleOutlets } from '../../src/jobs/load-samples.ts';
import { extract, reconcile } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = withSampleOutlets(loadVocabulary());
const known = new Map<string, Against>();

/** A sample topic as a draft is held against it. */
export function sampleTopic(topic: string): Against {
  const found = known.get(topic);
  if (found) return found;
  const read = readFileSync(join(SAMPLES_FOLDER, topic, 'documents.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => extract({ ...DocumentInput.parse(JSON.parse(line)), topic }, vocabulary));
  const documents = read.map(({ document }) => document);
  const claims = read.flatMap((each) => each.claims);
  const { consensus } = reconcile(topic, documents, claims, vocabulary);
  const against = { topic, documents, claims, reviews: [], consensus };
  known.set(topic, against);
  return against;
}

/** The figures of a draft, held against a topic, or against none. */
export function check(
  text: string,
  topic: string | null,
  publishedAt = '2024-03-16T12:00:00Z',
): CheckedFigure[] {
  const draft = extract(
    { id: 'draft', outlet: 'Draft', publishedAt, text, ...(topic === null ? {} : { topic }) },
    vocabulary,
  );
  return checkDraft(draft, topic === null ? null : sampleTopic(topic), vocabulary);
}
