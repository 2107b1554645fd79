import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { DocumentInput } from '../../src/document/document.ts';
import { ConflictSubtype, Verdict } from '../../src/finding/finding.ts';
import { SAMPLES_FOLDER } from '../../src/jobs/load-samples.ts';
import { KnownOutlet } from '../../src/vocabulary/vocabulary.ts';

const SampleTopic = z.strictObject({
  id: z.string(),
  title: z.string(),
  note: z.string(),
  sources: z.array(z.string()).min(1),
  copies: z.array(z.strictObject({ document: z.string(), of: z.string() })),
});

/** Some words of one article; the words of the value lie inside them. */
const Words = z.strictObject({ document: z.string(), words: z.string().min(1) });

const ExpectedConsensus = z.strictObject({
  status: z.string().optional(),
  best: z.union([z.number(), z.string()]).nullable().optional(),
  low: z.number().nullable().optional(),
  high: z.number().nullable().optional(),
  conservative: z.number().nullable().optional(),
  originsMax: z.int().optional(),
  outlets: z.int().optional(),
  documents: z.int().optional(),
  members: z.record(z.string(), z.int()).optional(),
});

const ExpectedQuestion = z.strictObject({
  question: z.string(),
  claims: z.array(z.string()).min(1),
  consensus: ExpectedConsensus,
  because: z.string().optional(),
});
export type ExpectedQuestion = z.infer<typeof ExpectedQuestion>;

const ExpectedFinding = z.strictObject({
  verdict: z.union([Verdict.transform((verdict) => [verdict]), z.array(Verdict).min(1)]),
  subtype: ConflictSubtype.optional(),
  dimension: z.string().optional(),
  claims: z.array(z.string()).min(1),
  because: z.string().optional(),
});
export type ExpectedFinding = z.infer<typeof ExpectedFinding>;

const Expected = z.strictObject({
  claims: z.record(z.string(), Words),
  questions: z.array(ExpectedQuestion),
  findings: z.array(ExpectedFinding),
  tolerated: z.array(ExpectedFinding),
});
export type Expected = z.infer<typeof Expected>;

export interface Sample {
  topic: z.infer<typeof SampleTopic>;
  documents: (DocumentInput & { id: string; text: string })[];
  expected: Expected;
}

const Article = DocumentInput.and(z.object({ id: z.string(), text: z.string() }));

function readSample(folder: string): Sample {
  const file = (name: string): string => readFileSync(join(SAMPLES_FOLDER, folder, name), 'utf8');
  return {
    topic: SampleTopic.parse(parse(file('topic.yaml'))),
    documents: file('documents.jsonl')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => Article.parse(JSON.parse(line))),
    expected: Expected.parse(parse(file('expected.yaml'))),
  };
}

/** Every folder of data/samples, in the order of their names. */
export const readSamples = (): Sample[] =>
  readdirSync(SAMPLES_FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map(readSample);

export const readSampleOutlets = (): KnownOutlet[] =>
  z.array(KnownOutlet).parse(parse(readFileSync(join(SAMPLES_FOLDER, 'outlets.yaml'), 'utf8')));
