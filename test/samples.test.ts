import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConflictSubtype, Verdict } from '../src/finding/finding.ts';
import { slug } from '../src/identity.ts';
import { withSampleOutlets } from '../src/jobs/load-samples.ts';
import { extract, reconcile } from '../src/pipeline.ts';
import { loadVocabulary } from '../src/vocabulary/vocabulary.ts';
import { compare, type Outcome } from './samples/compare.ts';
import { readSampleOutlets, readSamples, type Sample } from './samples/read-samples.ts';

const samples = readSamples();
const GOLDEN = join(import.meta.dirname, 'golden');
const vocabulary = withSampleOutlets(loadVocabulary());

function run(sample: Sample): Outcome {
  const read = sample.documents.map((input) => ({ input, ...extract(input, vocabulary) }));
  const documents = read.map(({ document }) => document);
  const claims = read.flatMap((extraction) => extraction.claims);
  return {
    ...reconcile(sample.topic.id, documents, claims, vocabulary),
    claims,
    documentIds: new Map(read.map(({ input, document }) => [input.id, document.id])),
  };
}

const outcomes = new Map<string, Outcome>();
function outcomeOf(sample: Sample): Outcome {
  const outcome = outcomes.get(sample.topic.id) ?? run(sample);
  outcomes.set(sample.topic.id, outcome);
  return outcome;
}

/** What is known and not yet mended. A line that is no longer true has to go as well. */
function known(name: string, found: readonly string[]): string[] {
  const path = join(GOLDEN, `${name}.txt`);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, found.map((line) => `${line}\n`).join(''));
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
}

describe('the samples read as an honest reader reads them', () => {
  for (const sample of samples) {
    it(`${sample.topic.title}: nothing differs from the reader but what is known to`, () => {
      const differences = compare(sample, outcomeOf(sample));
      expect(differences).toEqual(known(`${sample.topic.id}.differences`, differences));
    });

    it(`${sample.topic.title}: each piece of evidence stands in its article, word for word`, () => {
      const outcome = outcomeOf(sample);
      const texts = new Map(sample.documents.map(({ id, text }) => [outcome.documentIds.get(id), text]));
      const wrong = outcome.claims.filter(
        ({ documentId, evidence }) =>
          texts.get(documentId)?.slice(evidence.start, evidence.end) !== evidence.quote,
      );
      expect(outcome.claims.length).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    });
  }

  it('shows each verdict that exists', () => {
    const seen = new Set(
      samples.flatMap((sample) => outcomeOf(sample).findings.map((finding) => finding.verdict)),
    );
    const missing = Verdict.options.filter((verdict) => !seen.has(verdict));
    expect(missing).toEqual([]);
  });

  it('notices when a figure is missed, a verdict differs, a figure of the consensus is off, and a finding is too many', () => {
    const sample = samples.find(({ topic }) => topic.id === 'karsin-market-strike');
    if (!sample) throw new Error('the sample is gone');
    const nothing = compare(sample, {
      documentIds: new Map(),
      claims: [],
      groups: [],
      findings: [],
      consensus: [],
    });
    expect(nothing).toContain('“killed 31 people” (sample-karsin-1): no claim was read');
    expect(nothing).toContain('How many people were wounded in it? no group answers it');
    const outcome = outcomeOf(sample);
    expect(compare(sample, { ...outcome, findings: [] }).join('\n')).toContain('given');
    const flipped = outcome.findings.map((finding) => ({
      ...finding,
      verdict: 'omission' as const,
      flagged: true,
    }));
    expect(compare(sample, { ...outcome, findings: flipped }).join('\n')).toContain(
      'omission given, none expected',
    );
    const halved = outcome.consensus.map((row) => ({ ...row, status: 'majority' as const }));
    expect(compare(sample, { ...outcome, consensus: halved }).join('\n')).toContain('"majority" given');
  });
});

describe('the samples', () => {
  it('expect each verdict and each kind of conflict at least once', () => {
    const expected = samples.flatMap((sample) => sample.expected.findings);
    const verdicts = new Set(
      expected.flatMap((finding) => (finding.verdict.length === 1 ? finding.verdict : [])),
    );
    const subtypes = new Set(expected.map((finding) => finding.subtype));
    expect(Verdict.options.filter((verdict) => !verdicts.has(verdict))).toEqual([]);
    expect(ConflictSubtype.options.filter((subtype) => !subtypes.has(subtype))).toEqual([]);
  });

  it('have at least three topics, each told by four outlets or more in five to eight articles', () => {
    expect(samples.length).toBeGreaterThanOrEqual(3);
    for (const { topic, documents } of samples) {
      const told = { topic: topic.id, outlets: new Set(documents.map(({ outlet }) => outlet)).size };
      expect(told.outlets, topic.id).toBeGreaterThanOrEqual(4);
      expect(documents.length, topic.id).toBeGreaterThanOrEqual(5);
      expect(documents.length, topic.id).toBeLessThanOrEqual(8);
    }
  });

  it('name no outlet that could be taken for a real one', () => {
    const outlets = new Map(readSampleOutlets().map((outlet) => [outlet.name, outlet.id]));
    for (const [name, id] of outlets) expect([name.endsWith(' (sample)'), slug(name)]).toEqual([true, id]);
    const strangers = samples
      .flatMap(({ documents }) => documents)
      .filter((document) => !outlets.has(document.outlet) || document.title !== document.text.split('\n')[0]);
    expect(strangers).toEqual([]);
  });

  it('name words that stand in their article exactly once', () => {
    const wrong = samples.flatMap(({ documents, expected }) =>
      Object.entries(expected.claims)
        .filter(([, { document, words }]) => {
          const text = documents.find(({ id }) => id === document)?.text ?? '';
          return text.split(words).length !== 2;
        })
        .map(([name]) => name),
    );
    expect(wrong).toEqual([]);
  });

  it('repeat no sentence of eight words or more, but in the marked copies of the agency', () => {
    const sentences = (text: string): string[] =>
      text
        .split(/\n+|(?<=[.!?][”"]?)\s+/u)
        .map((sentence) =>
          sentence
            .toLowerCase()
            .replace(/[^\p{L}\p{N} ]/gu, '')
            .trim(),
        )
        .filter((sentence) => sentence.split(/\s+/).length >= 8);
    const first = new Map<string, string>();
    const repeated: string[] = [];
    for (const { documents, topic } of samples) {
      const original = (id: string): string => topic.copies.find((copy) => copy.document === id)?.of ?? id;
      for (const document of documents) {
        for (const sentence of sentences(document.text)) {
          const from = first.get(sentence);
          if (from !== undefined && from !== original(document.id))
            repeated.push(`${document.id}: ${sentence}`);
          else first.set(sentence, original(document.id));
        }
      }
    }
    expect(repeated).toEqual([]);
    const marked = samples.flatMap(({ topic }) => topic.copies);
    expect(marked.length).toBeGreaterThanOrEqual(2);
  });
});
