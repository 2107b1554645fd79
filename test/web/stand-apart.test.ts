import { expect, it } from 'vitest';
import type { Consensus } from '../../src/consensus/consensus.ts';
import { standApart } from '../../src/web/stand-apart.ts';
import { aClaim, aConsensus, aDocument, aGroup } from '../http/builders.ts';

const claim = aClaim(aDocument(), 'Ten people were killed', 'Ten');
const position = (display: string, origins: string[], outlets: string[]): Consensus['positions'][number] => ({
  ...{ display, origins, outlets, nominal: null, low: null, high: null, claims: [] },
});
const row = (positions: Consensus['positions']) => aConsensus(aGroup([claim]), [claim], { positions });

it('an outlet stands apart where fewer origins say what it says, and not where it says the other thing too', () => {
  const rows = [
    row([position('10', ['police', 'wire'], ['a', 'b']), position('24', ['ministry'], ['c', 'b'])]),
    row([position('3', ['police'], ['a']), position('4', ['ministry'], ['c'])]),
  ];
  expect(standApart(rows).map(({ outlet, questions }) => [outlet, questions.length])).toEqual([['c', 1]]);
  expect(standApart(rows)[0]?.questions[0]).toMatchObject({ display: '24', against: '10' });
});
