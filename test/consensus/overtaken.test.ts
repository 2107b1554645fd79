import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { explainConsensus } from '../../src/consensus/explain-consensus.ts';
import { reconcile, workOut } from '../../src/pipeline.ts';
import { toReview } from '../../src/review/review.ts';
import { claim, type Told, vocabulary } from '../builders.ts';

const DAY = '2025-10-06';
/** A toll of one day, given by an outlet at an hour of that day or the next. */
const toll = (outlet: string, value: string, hour: number, more: Told = {}): Claim => {
  const published = `2025-10-0${6 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:00:00Z`;
  return claim({ outlet, value, published, from: DAY, place: 'genoa', ...more });
};
const only = (claims: readonly Claim[]) => {
  const { consensus, timelines } = reconcile('story', [], claims, vocabulary);
  const [first] = consensus;
  if (!first || consensus.length > 1) throw new Error('expected one group');
  return { ...first, timeline: timelines[0] };
};
const MORNING = [toll('a', '30', 8), toll('b', '35', 10)];

describe('a toll that grew from report to report', () => {
  it('is what the newest reports of two origins say; what they left behind is listed as earlier', () => {
    const figure = only([...MORNING, toll('c', '39', 16), toll('d', '39', 18)]);
    expect(figure).toMatchObject({
      ...{
        status: 'agreed',
        best: 39,
        low: 39,
        high: 39,
        conservative: 39,
        display: '39',
        grade: 'corroborated',
      },
      support: { asserted: 2, consistent: 2, originsMax: 2, outlets: 4 },
      positions: [{ display: '39', origins: ['c', 'd'] }],
      earlier: [
        { display: '30', origins: ['a'] },
        { display: '35', origins: ['b'] },
      ],
      withdrawn: [],
    });
    expect(figure.origins.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(figure.timeline?.points.map(({ nominal, standing }) => [nominal, standing])).toEqual([
      [30, 'superseded'],
      [35, 'superseded'],
      [39, 'current'],
      [39, 'current'],
    ]);
  });

  it('a floor of two that leaves no room for the early figure is enough', () => {
    expect(only([toll('a', '30', 8), toll('c', '≥39', 16), toll('d', '≥38', 18)])).toMatchObject({
      ...{ status: 'consistent', best: 39, low: 38, display: 'at least 39' },
      earlier: [{ display: '30' }],
    });
  });

  it('one later figure alone overtakes nothing', () => {
    const lone = ['a', 'b', 'e', 'f', 'g'].map((outlet) => toll(outlet, '12', 8));
    expect(only([...lone, toll('c', '14', 18)])).toMatchObject({
      ...{ status: 'majority', best: 12, display: '12 (disputed: 14)', low: 12, earlier: [] },
    });
    expect(only([toll('a', '30', 8), toll('c', '39', 18)])).toMatchObject({
      status: 'disputed',
      earlier: [],
    });
  });

  it('two later ones that differ, too, overtake nothing', () => {
    expect(only([toll('a', '30', 8), toll('c', '35', 16), toll('d', '39', 16)])).toMatchObject({
      ...{ status: 'disputed', best: null, low: 30, earlier: [] },
    });
  });

  it('one later figure stands beside those that two have reached', () => {
    expect(only([...MORNING, toll('c', '35', 13), toll('d', '35', 14), toll('e', '39', 20)])).toMatchObject({
      ...{ status: 'majority', best: 35, display: '35 (disputed: 39)', earlier: [{ display: '30' }] },
    });
  });

  it('figures of one hour, and a lower one after the higher ones, stay in dispute', () => {
    const evening = [toll('c', '39', 18), toll('d', '39', 18)];
    expect(only([toll('a', '30', 18), ...evening])).toMatchObject({ status: 'majority', earlier: [] });
    expect(only([toll('a', '30', 20), ...evening])).toMatchObject({ status: 'majority', earlier: [] });
  });

  it('a copy that comes out later says nothing new', () => {
    const late = [...MORNING, toll('c', '39', 16), toll('d', '39', 18)];
    const relayed = claim({ ...toldAt(20), origin: 'a' });
    expect(only([...late, relayed])).toMatchObject({ best: 39, status: 'agreed' });
  });

  it('so it is in other words of the same origin, whichever of them comes first by id', () => {
    const late = [toll('c', '39', 10), toll('d', '39', 11)];
    for (const [first, again] of [
      ['30', '[29,31]'],
      ['[29,31]', '30'],
    ] as const) {
      const told = [
        toll('a', first, 8, { origin: 'ministry' }),
        toll('b', again, 14, { origin: 'ministry' }),
      ];
      expect(only([...told, ...late])).toMatchObject({ best: 39, status: 'agreed' });
    }
  });

  it('parties that stand against each other do not count on for one another', () => {
    const mine = toll('a', '5', 8, { origin: 'north' });
    const theirs = [toll('b', '12', 18, { origin: 'south' }), toll('c', '12', 18)];
    expect(only([mine, ...theirs])).toMatchObject({ status: 'majority', best: 12, low: 5, earlier: [] });
    const others = [toll('d', '12', 18), toll('c', '12', 18)];
    expect(only([mine, ...others])).toMatchObject({ status: 'agreed', earlier: [{ display: '5' }] });
  });

  it('a person who confirms the contradiction keeps both figures', () => {
    const claims = [toll('a', '30', 14), toll('c', '39', 16), toll('d', '39', 17)];
    const before = workOut('test', { documents: [], claims, reviews: [] }, vocabulary);
    const flagged = before.findings.find((finding) => finding.flagged);
    if (!flagged) throw new Error('expected a finding');
    const { claims: about, verdict, subtype } = flagged;
    const said = { kind: 'confirm', actor: 'desk', reason: 'two counts' } as const;
    const review = toReview({ ...said, claims: about, verdict, subtype }, '2025-10-08T00:00:00Z');
    expect(before.consensus[0]).toMatchObject({ best: 39, status: 'agreed' });
    const after = workOut('test', { documents: [], claims, reviews: [review] }, vocabulary);
    expect(after.consensus[0]).toMatchObject({ best: 39, status: 'majority', earlier: [] });
  });

  it('the steps name who was overtaken', () => {
    const claims = [...MORNING, toll('c', '39', 16), toll('d', '39', 18)];
    const { cells, consensus, findings } = workOut(
      'test',
      { documents: [], claims, reviews: [] },
      vocabulary,
    );
    const [cell, figure] = [cells[0], consensus[0]];
    if (!cell || !figure) throw new Error('expected one group');
    const steps = explainConsensus(cell, figure, findings, vocabulary);
    expect(steps.filter(({ step }) => step === 'overtaken').map(({ text }) => text)).toEqual([
      expect.stringContaining('a said 30'),
      expect.stringContaining('b said 35'),
    ]);
  });
});

const toldAt = (hour: number): Told => ({
  ...{ outlet: 'z', value: '30', published: `2025-10-06T${hour}:00:00Z`, from: DAY, place: 'genoa' },
});

describe('a running total and a level', () => {
  it('the total that two give as of a later day takes the place of the older ones', () => {
    const total = { timeClass: 'cumulative', from: '2023-10-07' } as const;
    const of = (outlet: string, value: string, asOf: string) => claim({ ...total, outlet, value, asOf });
    const early = of('a', '66000', '2025-09-28');
    expect(only([early, of('b', '67160', '2025-10-06'), of('c', '67160', '2025-10-06')])).toMatchObject({
      ...{ status: 'agreed', best: 67160, low: 67160, earlier: [{ display: '66,000' }] },
    });
    expect(only([early, of('b', '67160', '2025-10-06')])).toMatchObject({ status: 'disputed', earlier: [] });
  });
});

describe('for any figures at any hours', () => {
  const reports = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 47 })), {
    minLength: 2,
    maxLength: 7,
  });
  const claimsOf = (told: readonly (readonly [number, number])[]) =>
    told.map(([value, hour], i) => toll(`o${i}`, `${value}`, hour));

  it('every overtaken figure is older and lower than one that two origins stand by', () => {
    fc.assert(
      fc.property(reports, (told) => {
        const { earlier, best, low } = only(claimsOf(told));
        for (const { origins, nominal } of earlier) {
          for (const origin of origins) {
            const [value, hour] = told[Number(origin.slice(1))] ?? [0, 0];
            expect(value).toBe(nominal);
            const later = told.filter(([other, at]) => other > value && at > hour);
            const counts = later.map(([other]) => later.filter(([each]) => each === other).length);
            expect(Math.max(0, ...counts)).toBeGreaterThanOrEqual(2);
          }
        }
        if (typeof best === 'number') expect(low ?? best).toBeLessThanOrEqual(best);
      }),
      { numRuns: 300 },
    );
  });

  it('another origin that gives the best figure last keeps it', () => {
    fc.assert(
      fc.property(reports, (told) => {
        const before = only(claimsOf(told));
        if (typeof before.best !== 'number' || before.status === 'single-origin') return;
        expect(only(claimsOf([...told, [before.best, 47]])).best).toBe(before.best);
      }),
      { numRuns: 300 },
    );
  });
});
