import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { explainConsensus } from '../../src/consensus/explain-consensus.ts';
import { gatherCells } from '../../src/group/cells.ts';
import { groupClaims } from '../../src/group/group-claims.ts';
import { cells, oneCell, RUNS } from '../arbitraries.ts';
import { claim, vocabulary } from '../builders.ts';
import { reconcile } from '../reconcile.ts';

const explained = (...values: readonly string[]) => explain(oneCell(values));
function explain(claims: readonly Claim[]) {
  const [cell] = gatherCells(groupClaims('story', claims, vocabulary), claims, [], vocabulary).cells;
  const [consensus] = reconcile(claims).consensus;
  if (!cell || !consensus) throw new Error('expected a group');
  return { consensus, steps: explainConsensus(cell, consensus, [], vocabulary) };
}
const listed = (steps: ReturnType<typeof explained>['steps']) =>
  steps.filter(({ step }) => step === 'candidate').map(({ numbers }) => numbers['value']);

describe('how a group came to its figure', () => {
  it('says which figure was taken for an estimate, and how far it reaches', () => {
    const { steps } = explained('400±20', '300');
    expect(steps.find(({ step }) => step === 'estimate')).toMatchObject({
      rule: 'no-sharper-figure',
      text: '“400” may be an estimate. No sharper figure bears it out, so that it may be meant for anything between 350 and 450.',
      numbers: { low: 350, high: 450 },
    });
    expect(steps.find(({ step }) => step === 'range')?.text).toBe(
      'Nobody allows less than 300, or more than 450.',
    );
  });

  it('says which names were counted as one office', () => {
    const { steps } = explain([
      claim({ outlet: 'alpha', origin: 'police' }),
      claim({ outlet: 'beta', origin: 'gary-pd', originName: 'the Gary Police Department' }),
    ]);
    expect(steps[0]).toEqual({
      step: 'origin',
      rule: 'one-office',
      text: 'gary-pd, police: whoever speaks for one office is one voice, gary-police.',
      numbers: { speakers: 2 },
    });
    expect(explained('24').steps.some(({ step }) => step === 'origin')).toBe(false);
  });

  it('says nothing of estimates where the words of others reach as far', () => {
    expect(explained('400±20', '300', '500').steps.map(({ step }) => step)).not.toContain('estimate');
  });

  it('names a figure that nobody wrote, where it is the only one that all allow', () => {
    const { consensus, steps } = explained('~230', '~250');
    expect(consensus.best).toBe(240);
    expect(listed(steps)).toContain(240);
  });

  it('lists the values in the order in which they were preferred', () => {
    // 31 and 40 are asserted by two each and allowed by two; but 40 was written down.
    expect(listed(explained('~30', '~32', '40', '40').steps).slice(0, 2)).toEqual([40, 31]);
  });

  it('the figure that was chosen is among those that it lists', () => {
    fc.assert(
      fc.property(cells, (values) => {
        const { consensus, steps } = explained(...values);
        if (typeof consensus.best === 'number') expect(listed(steps)).toContain(consensus.best);
      }),
      RUNS,
    );
  });
});
