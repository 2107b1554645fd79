import { describe, expect, it } from 'vitest';
import { extract, reconcile } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();

/** Verdicts about articles that came out at the hours given, each of an outlet of its own. */
function verdicts(...articles: readonly (readonly [at: string, text: string])[]): string[] {
  const read = articles.map(([publishedAt, text], i) =>
    extract({ outlet: `outlet-${i}`, topic: 'test', publishedAt, language: 'en', text }, vocabulary),
  );
  const claims = read.flatMap((one) => one.claims);
  const { findings } = reconcile(
    'test',
    read.map(({ document }) => document),
    claims,
    vocabulary,
  );
  return findings.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'uncorroborated');
}

const LOW = 'A bridge collapsed in Genoa on 6 October, killing 30 people.';
const HIGH = 'At least 37 people were killed when a bridge collapsed in Genoa on 6 October.';

describe('tolls that come out hours apart while people are being counted', () => {
  it('a higher one an hour later is a count that went on, no conflict', () => {
    expect(verdicts(['2025-10-06T17:00:00Z', LOW], ['2025-10-06T20:00:00Z', HIGH])).toEqual([
      'unordered-update',
    ]);
  });

  it('so it is on the day after, whether or not the report says when the toll was reached', () => {
    const later = 'The toll of the bridge collapse in Genoa on 6 October rose to 43 on Tuesday.';
    expect(verdicts(['2025-10-07T07:00:00Z', LOW], ['2025-10-07T10:00:00Z', later])).toEqual([
      'unordered-update',
    ]);
    expect(verdicts(['2025-10-07T03:00:00Z', LOW], ['2025-10-07T18:00:00Z', later])).toEqual(['evolving']);
  });

  it('on the day after, two figures of one morning are a conflict', () => {
    expect(verdicts(['2025-10-07T07:00:00Z', LOW], ['2025-10-07T08:30:00Z', HIGH])).toEqual(['conflict']);
  });

  it('a week later two figures an hour apart are a conflict', () => {
    expect(verdicts(['2025-10-14T07:00:00Z', LOW], ['2025-10-14T11:00:00Z', HIGH])).toEqual(['conflict']);
  });

  it('one many times as high is a conflict', () => {
    const tenfold = 'At least 300 people were killed when a bridge collapsed in Genoa on 6 October.';
    expect(verdicts(['2025-10-06T17:00:00Z', LOW], ['2025-10-06T20:00:00Z', tenfold])).toEqual(['conflict']);
  });

  it('a lower one later is a conflict', () => {
    expect(verdicts(['2025-10-06T20:00:00Z', LOW], ['2025-10-06T17:00:00Z', HIGH])).toEqual(['conflict']);
  });

  it('two at one time are a conflict', () => {
    expect(verdicts(['2025-10-06T20:00:00Z', LOW], ['2025-10-06T20:30:00Z', HIGH])).toEqual(['conflict']);
  });

  it('a higher one came out both before and after: a conflict', () => {
    expect(
      verdicts(['2025-10-06T16:00:00Z', HIGH], ['2025-10-06T17:00:00Z', LOW], ['2025-10-06T20:00:00Z', HIGH]),
    ).toContain('conflict');
  });
});
