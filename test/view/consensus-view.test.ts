import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConsensusView, consensusDocument } from '../../src/view/consensus-view.ts';
import { SlimClaim, SlimDocument, slimClaim, slimDocument } from '../../src/view/slim.ts';
import { aClaim, aConsensus, aDocument, aFinding, aGroup } from '../http/builders.ts';

const documents = [aDocument({ id: 'd1' }), aDocument({ id: 'd2', outlet: 'other' })];
const claims = documents.map((document) => aClaim(document, 'Ten people were killed', 'Ten'));
const groups = claims.map((claim, index) => aGroup([claim], { question: `Question ${index}` }));
const wide = aGroup(claims, { id: 'grp_wide', question: 'Asked by all' });
const generic = aGroup(claims, { id: 'grp_generic', question: 'A generic row', predicate: null });
const consensus = [
  aConsensus(generic, claims),
  ...groups.map((group, index) => aConsensus(group, claims.slice(index, index + 1))),
  aConsensus(wide, claims),
];
const findings = [
  aFinding([wide], claims),
  aFinding([wide], claims, { id: 'f2', verdict: 'omission' }),
  aFinding([wide], claims, { id: 'f3', verdict: 'evolving' }),
  aFinding([wide], claims, { id: 'f4', verdict: 'agree' }),
];
const input = { topic: 't', consensus, findings, claims, documents };

describe('the consensus view', () => {
  it('passes its own schema and counts what it was made from', () => {
    const view = ConsensusView.parse(JSON.parse(consensusDocument(input)));
    expect(view.counts).toEqual({
      documents: 2,
      outlets: 2,
      claims: 2,
      groups: 4,
      conflicts: 1,
      checks: 1,
      explained: 1,
    });
  });

  it('puts what most outlets speak of first, and rows without a known predicate last', () => {
    const view = ConsensusView.parse(JSON.parse(consensusDocument(input)));
    expect(view.data.map((row) => row.group.question)).toEqual([
      'Asked by all',
      'Question 0',
      'Question 1',
      'A generic row',
    ]);
  });

  it('is the same bytes whatever the order in which things came', () => {
    const expected = consensusDocument(input);
    fc.assert(
      fc.property(fc.shuffledSubarray(consensus, { minLength: consensus.length }), (shuffled) => {
        expect(consensusDocument({ ...input, consensus: shuffled, findings: [...findings].reverse() })).toBe(
          expected,
        );
      }),
    );
  });

  it('leaves what it was given as it was', () => {
    const before = JSON.stringify(input);
    consensusDocument(input);
    expect(JSON.stringify(input)).toBe(before);
  });
});

describe('slim rows', () => {
  it('pass their schemas and leave the text of the article out', () => {
    for (const document of documents) {
      const slim = SlimDocument.parse(slimDocument(document));
      expect(slim.length).toBe(document.text.length);
      expect(JSON.stringify(slim)).not.toContain('Ten people were');
    }
    for (const claim of claims)
      expect(SlimClaim.parse(slimClaim(claim))).toMatchObject({
        quote: 'Ten people were killed',
        value: '10',
        origin: null,
      });
  });
});
