import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Consensus } from '../../src/consensus/consensus.ts';
import { ConsensusTable, type Flag } from '../../src/web/consensus-table.tsx';
import { aClaim, aConsensus, aDocument, aGroup } from '../http/builders.ts';

const document = aDocument();
const claim = aClaim(document, 'Ten people were killed', 'Ten');
const names = {
  outlet: (id: string) => id,
  origin: (key: string) => key,
  scope: (id: string) => id,
  sentence: (text: string) => text,
};
const position = (display: string, nominal: number | null = null): Consensus['positions'][number] => ({
  ...{ display, nominal, low: nominal, high: nominal },
  ...{ origins: [`of ${display.slice(0, 9)}`], outlets: [`in ${display.slice(0, 9)}`], claims: [] },
});
const cell = (own: Partial<Consensus>, flags: Flag[] = []) => {
  const row = aConsensus(aGroup([claim]), [claim], own as Parameters<typeof aConsensus>[2]);
  const table = ConsensusTable({ caption: 'x', rows: [row], names, flags: new Map([[row.group.id, flags]]) });
  return parseHTML(`<html><body>${table}</body></html>`).document;
};
const LONG =
  'The wall moved towards me and then away again, and then it was gone, and with it the whole street';

describe('the consensus table', () => {
  it('folds long statements and says how many there are', () => {
    const dom = cell({ positions: [position(LONG), position(`${LONG}, said another`)] });
    expect(dom.querySelector('.figure')?.textContent).toBe('2 statements');
    expect(dom.querySelector('details')?.textContent).toContain(LONG);
  });
  it('leaves short statements in the open', () => {
    const dom = cell({ positions: [position('hopeful'), position('cautious')] });
    expect(dom.querySelector('details')).toBeNull();
    expect(dom.querySelectorAll('.positions li').length).toBe(2);
  });
  it('says once that figures are disputed', () => {
    const dom = cell({
      status: 'disputed',
      display: 'disputed: 10 or 24',
      positions: [position('10', 10), position('24', 24)],
    });
    expect(dom.querySelector('.figure')?.textContent).toBe('10 or 24');
    expect(dom.querySelector('.status')?.textContent).toBe('Disputed');
  });
  it('gives the range only where the figures beside it do not', () => {
    const two = { status: 'disputed', positions: [position('10', 10), position('24', 24)] } as const;
    expect(
      cell({ ...two, positions: [...two.positions], low: 10, high: 24 }).querySelector('.range'),
    ).toBeNull();
    expect(
      cell({ ...two, positions: [...two.positions], low: 9, high: null }).querySelector('.range')
        ?.textContent,
    ).toContain('9 or more');
  });
  it('shows who is left out by whom', () => {
    const members = [
      { key: 'egypt', text: 'Egypt', outlets: ['a', 'b'], leftOutBy: [] },
      { key: 'turkey', text: 'Turkey', outlets: ['a'], leftOutBy: ['b'] },
    ];
    const dom = cell({ members, positions: [position('Egypt, Turkey'), position('Egypt')] });
    const rows = [...dom.querySelectorAll('.matrix tbody tr')].map((row) => [
      row.querySelector('th')?.textContent,
      ...[...row.querySelectorAll('[role="img"]')].map((each) => each.getAttribute('aria-label')),
    ]);
    expect(rows).toEqual([
      ['a', 'named', 'named'],
      ['b', 'named', 'left out'],
    ]);
  });
  it('lists the members when all name the same, and when there are too many for a phone', () => {
    const all = [{ key: 'egypt', text: 'Egypt', outlets: ['a', 'b'], leftOutBy: [] }];
    const many = [...'abcdefg'].map((key) => ({ key, text: key, outlets: ['x'], leftOutBy: ['y'] }));
    for (const members of [all, many]) {
      const dom = cell({ members });
      expect(dom.querySelector('.matrix')).toBeNull();
      expect(dom.querySelectorAll('.positions li').length).toBe(members.length);
    }
  });
  it('leads from a question to what is flagged about it', () => {
    const link = cell({}, [{ tier: 'conflict', count: 2, href: '#fnd_1' }]).querySelector('small a.conflict');
    expect(link?.getAttribute('href')).toBe('#fnd_1');
    expect(link?.textContent).toBe('2 conflicts');
  });
});
