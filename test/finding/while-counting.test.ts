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

describe('what is still looked for', () => {
  const NONE = 'A gunman shot two people in Genoa on 6 October. No arrests had been made.';
  const THREE = 'Police arrested three men in Genoa on 6 October after the shooting of two people.';

  it('none in the older report is how things stood', () => {
    const found = verdicts(['2025-10-06T16:00:00Z', NONE], ['2025-10-07T16:00:00Z', THREE]);
    expect(found).not.toContain('conflict');
  });

  it('none in the newer report is a conflict', () => {
    expect(verdicts(['2025-10-07T16:00:00Z', NONE], ['2025-10-06T16:00:00Z', THREE])).toContain('conflict');
  });

  it('and so is none of what nobody looks for', () => {
    const unhurt = 'A gunman opened fire in Genoa on 6 October, and no one was injured.';
    const hurt = 'A gunman opened fire in Genoa on 6 October, and five people were injured.';
    expect(verdicts(['2025-10-06T16:00:00Z', unhurt], ['2025-10-06T16:30:00Z', hurt])).toContain('conflict');
  });
});

describe('a count of years', () => {
  it('a cause makes it a part of the count without one, whichever of the two began first', () => {
    const all = 'More than 280,000 people have been killed in Syria since March 2012.';
    const some = 'Some 12,700 people died of torture in Syria from January 2012 to October 2025.';
    expect(verdicts(['2025-10-06T16:00:00Z', all], ['2025-10-06T16:00:00Z', some])).not.toContain('conflict');
  });
});
