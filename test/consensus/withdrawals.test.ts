import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { extract, reconcile as reconcileTopic } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { claim, vocabulary } from '../builders.ts';
import { reconcile } from '../reconcile.ts';

const said = claim({ outlet: 'a', value: '24', origin: 'ministry', published: '2025-10-07T12:00:00Z' });
const back = claim({
  outlet: 'b',
  value: '24',
  origin: 'ministry',
  modality: 'denied',
  published: '2025-10-08T12:00:00Z',
});
const rival = claim({ outlet: 'c', value: '10', origin: 'un', published: '2025-10-07T12:00:00Z' });
const toll = (claims: readonly Claim[]) =>
  reconcile(claims).consensus.find(({ group }) => !/denied/.test(group.question));

describe('a figure that its own origin takes back', () => {
  it('no longer counts, and leaves the group without any', () => {
    expect(toll([said, back])).toMatchObject({
      best: null,
      grade: 'withdrawn',
      display: 'withdrawn: 24',
      positions: [],
      withdrawn: [{ display: '24', origins: ['ministry'], claims: [said.id] }],
    });
  });

  it('reopens what it had settled', () => {
    expect(toll([said, rival])).toMatchObject({ status: 'disputed', best: null });
    expect(toll([said, rival, back])).toMatchObject({
      status: 'single-origin',
      best: 10,
      grade: 'single-origin',
    });
    expect(toll([said, rival, back])?.withdrawn).toHaveLength(1);
    const flagged = (claims: readonly Claim[]) => reconcile(claims).findings.filter((found) => found.flagged);
    expect(flagged([said, rival])).toHaveLength(1);
    expect(flagged([said, rival, back])).toEqual([]);
  });

  it('stands where somebody else denies it, or where the denial came first', () => {
    const other = claim({ ...toldBack, origin: 'north' });
    expect(toll([said, other])).toMatchObject({ best: 24, withdrawn: [] });
    const before = claim({ ...toldBack, published: '2025-10-06T12:00:00Z' });
    expect(toll([said, before])).toMatchObject({ best: 24, withdrawn: [] });
  });

  it('stands where another figure is taken back', () => {
    expect(toll([said, claim({ ...toldBack, value: '40' })])).toMatchObject({ best: 24, withdrawn: [] });
  });

  it('is read from an article that tells of it', () => {
    const shipped = loadVocabulary();
    const article = (outlet: string, publishedAt: string, text: string) =>
      extract({ outlet, topic: 'raid', publishedAt, language: 'en', text }, shipped);
    const read = [
      article(
        'harbour-gazette',
        '2025-10-07T12:00:00Z',
        'The health ministry said that a raid on Monday killed 24 people in Aleppo.',
      ),
      article(
        'coast-herald',
        '2025-10-08T12:00:00Z',
        'The health ministry retracted its statement that a raid on Monday killed 24 people in Aleppo.',
      ),
    ];
    const { consensus } = reconcileTopic(
      'raid',
      read.map(({ document }) => document),
      read.flatMap(({ claims }) => claims),
      shipped,
    );
    expect(consensus.map(({ grade }) => grade)).toContain('withdrawn');
  });
});

const toldBack = {
  outlet: 'b',
  value: '24',
  origin: 'ministry',
  modality: 'denied',
  published: '2025-10-08T12:00:00Z',
} as const;

describe('a figure that its origin replaces', () => {
  it('is kept among what was withdrawn', () => {
    const later = claim({ outlet: 'a', value: '30', origin: 'ministry', published: '2025-10-09T12:00:00Z' });
    expect(toll([said, later])).toMatchObject({
      best: 30,
      positions: [{ nominal: 30 }],
      withdrawn: [{ nominal: 24, claims: [said.id] }],
    });
  });
});

describe('the weights of an operator', () => {
  const weighed = { ...vocabulary, rules: { ...vocabulary.rules, weights: { north: 0.4, south: 0.4 } } };
  const claims = ['north', 'south', 'un'].map((origin, i) =>
    claim({ outlet: `outlet-${i}`, origin, value: origin === 'un' ? '10' : '24' }),
  );

  it('let an origin count for less, and are shown', () => {
    expect(reconcileTopic('story', [], claims, vocabulary).consensus[0]).toMatchObject({
      status: 'majority',
      best: 24,
      weights: {},
    });
    expect(reconcileTopic('story', [], claims, weighed).consensus[0]).toMatchObject({
      status: 'disputed',
      best: null,
      weights: { north: 0.4, south: 0.4 },
    });
  });
});
