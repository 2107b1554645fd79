import { describe, expect, it } from 'vitest';
import type { Consensus } from '../../src/consensus/consensus.ts';
import { briefOf } from '../../src/view/topic-brief.ts';
import { aClaim, aConsensus, aDocument, aGroup } from '../http/builders.ts';

let asked = 0;
/** A question that so many outlets answer, each an origin of its own. */
function row(status: Consensus['status'], outlets: readonly string[]): Consensus {
  asked += 1;
  const claims = outlets.map((outlet) =>
    aClaim(aDocument({ id: `doc_${outlet}_${asked}`, outlet }), 'Ten people were killed', 'Ten'),
  );
  const support = { asserted: 1, consistent: 1, owners: 1, outlets: outlets.length, documents: 1 };
  return aConsensus(aGroup(claims), claims, {
    status,
    support: { ...support, originsMax: outlets.length },
  } as never);
}

describe('a topic in one breath', () => {
  it('says on how many questions they agree, on how many not, and what rests on one origin', () => {
    const rows = [
      row('agreed', ['a', 'b']),
      row('consistent', ['a', 'c']),
      row('majority', ['a', 'b', 'c']),
      row('disputed', ['a', 'd']),
      row('single-origin', ['a']),
      row('single-origin', ['b']),
    ];
    expect(briefOf(rows)).toBe(
      '4 outlets, at most 4 origins. They agree on 2 questions, mostly agree on 1 and dispute 1; 2 more rest on one origin alone.',
    );
  });

  it('leaves out what there is none of', () => {
    expect(briefOf([row('disputed', ['a', 'b'])])).toBe(
      '2 outlets, at most 2 origins. They dispute 1 question.',
    );
    expect(briefOf([row('single-origin', ['a'])])).toBe(
      '1 outlet, at most 1 origin. 1 question rests on one origin alone.',
    );
    expect(briefOf([])).toBe('Nothing has been compared yet.');
  });
});
