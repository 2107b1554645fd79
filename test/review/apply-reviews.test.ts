import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { canonicalJson } from '../../src/identity.ts';
import { reconcile } from '../../src/pipeline.ts';
import { type Review, type ReviewInput, ReviewInput as Schema, toReview } from '../../src/review/review.ts';
import { claim, vocabulary } from '../builders.ts';

const who = { actor: 'ana', reason: 'Read both.' };
const at = (day: number): string => `2026-03-0${day}T00:00:00Z`;
const said = (...inputs: ReviewInput[]): Review[] => inputs.map((input, i) => toReview(input, at(i + 1)));
const run = (claims: readonly Claim[], reviews: readonly Review[] = []) =>
  reconcile('story', [], claims, vocabulary, reviews);
const [ten, thirty] = [claim({ outlet: 'a', value: '10' }), claim({ outlet: 'b', value: '30' })];
const conflictOf = (claims: readonly Claim[], reviews: readonly Review[] = []) =>
  run(claims, reviews).findings.find(({ verdict }) => verdict === 'conflict');
const pair = (kind: 'same' | 'not-same', a: Claim, b: Claim): ReviewInput => ({
  ...{ kind, of: 'claims', pair: [a.id, b.id], ...who },
});

describe('a finding that a person judged', () => {
  const open = conflictOf([ten, thirty]);
  const dismiss: ReviewInput = {
    ...{ kind: 'dismiss', claims: [thirty.id, ten.id], verdict: 'conflict', subtype: 'value', ...who },
  };

  it('stays dismissed, and is flagged no more, until its claims change', () => {
    expect(open).toMatchObject({ flagged: true, review: { status: 'open' } });
    const dismissed = conflictOf([ten, thirty], said(dismiss));
    expect(dismissed).toMatchObject({ id: open?.id, flagged: false, review: { status: 'dismissed' } });
    const more = claim({ outlet: 'c', value: '31' });
    const changed = run([ten, thirty, more], said(dismiss)).findings;
    expect(
      changed.filter(({ flagged, verdict }) => flagged && verdict === 'conflict').length,
    ).toBeGreaterThan(0);
  });

  it('is open again under its id once another outlet joins a side, and dismissed again when that one is gone', () => {
    const joined = claim({ outlet: 'c', value: '30' });
    expect(conflictOf([ten, thirty, joined], said(dismiss))).toMatchObject({
      id: open?.id,
      flagged: true,
      review: { status: 'open' },
    });
    expect(conflictOf([ten, thirty], said(dismiss))).toMatchObject({ id: open?.id, flagged: false });
  });

  it('is what was said of it last', () => {
    const confirm: ReviewInput = { ...dismiss, kind: 'confirm' } as ReviewInput;
    expect(conflictOf([ten, thirty], said(dismiss, confirm))).toMatchObject({
      flagged: true,
      review: { status: 'confirmed' },
    });
  });
});

describe('claims that a person set apart or joined', () => {
  it('two that answer two questions are no conflict any more', () => {
    expect(conflictOf([ten, thirty], said(pair('not-same', ten, thirty)))).toBeUndefined();
    expect(run([ten, thirty], said(pair('not-same', ten, thirty))).groups).toHaveLength(2);
    expect(
      run([ten, thirty], said(pair('not-same', ten, thirty), pair('same', thirty, ten))).groups,
    ).toHaveLength(1);
  });

  it('what is one with the claim that leaves goes with it; the rest stays', () => {
    const [more, rest] = [claim({ outlet: 'c', value: '30' }), claim({ outlet: 'd', value: '11' })];
    const { groups } = run(
      [ten, thirty, more, rest],
      said(pair('same', more, thirty), pair('not-same', ten, thirty)),
    );
    expect(groups.map((group) => [...group.claims].sort())).toEqual(
      expect.arrayContaining([[thirty.id, more.id].sort(), [ten.id, rest.id].sort()]),
    );
  });

  it('two that answer one question are compared, whatever day was read', () => {
    const sunday = claim({ outlet: 'c', value: '30', from: '2025-10-05' });
    expect(run([ten, sunday]).groups).toHaveLength(2);
    const joined = run([ten, sunday], said(pair('same', ten, sunday)));
    expect(joined.groups).toHaveLength(1);
    expect(joined.findings.some(({ claims }) => claims.length === 2)).toBe(true);
  });

  it('what can never be compared stays apart, and so does what must be', () => {
    const held = claim({ outlet: 'c', predicate: 'test.held', timeClass: 'stock', value: '30' });
    expect(run([ten, held], said(pair('same', ten, held))).groups).toHaveLength(2);
    const sunday = claim({ outlet: 'd', value: '9', from: '2025-10-05' });
    const { groups } = run(
      [ten, thirty, sunday],
      said(pair('not-same', ten, thirty), pair('same', ten, sunday), pair('same', sunday, thirty)),
    );
    expect(groups.some(({ claims }) => claims.includes(ten.id) && claims.includes(thirty.id))).toBe(false);
  });

  it('the order of the claims does not matter', () => {
    const reviews = said(pair('not-same', ten, thirty));
    expect(canonicalJson(run([thirty, ten], reviews))).toBe(canonicalJson(run([ten, thirty], reviews)));
  });
});

describe('a claim whose scope a person corrected', () => {
  const rescope = (value: string | null): ReviewInput => ({
    ...{ kind: 're-scope', claim: thirty.id, dimension: 'place', value, ...who },
  });

  it('is about that place, and says that a review said so', () => {
    const { groups } = run([ten, thirty], said(rescope('gaza-city')));
    expect(groups).toHaveLength(2);
    const moved = groups.find(({ claims }) => claims.includes(thirty.id));
    expect(moved?.scope).toMatchObject({ place: 'gaza-city', provenance: { place: 'review' } });
  });

  it('is about what was said last', () => {
    expect(run([ten, thirty], said(rescope('gaza-city'), rescope('gaza-strip'))).groups).toHaveLength(1);
  });
});

describe('a review', () => {
  it('says who judges and why', () => {
    const bare = { kind: 'same', of: 'claims', pair: ['a', 'b'], actor: ' ', reason: '' };
    expect(Schema.safeParse(bare).error?.issues.map((issue) => issue.message)).toEqual([
      'Say who judges.',
      'Say why.',
    ]);
    expect(toReview(pair('same', ten, thirty), at(1)).id).toBe(toReview(pair('same', ten, thirty), at(1)).id);
  });
});
