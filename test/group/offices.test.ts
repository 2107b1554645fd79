import { describe, expect, it } from 'vitest';
import type { Consensus } from '../../src/consensus/consensus.ts';
import { claim, type Told } from '../builders.ts';
import { reconcile } from '../reconcile.ts';

let outlets = 0;
/** Each row is of an outlet of its own. */
function said(originName: string, value = '24', more: Told = {}): Told {
  outlets += 1;
  const origin = originName.toLowerCase().replaceAll(' ', '-');
  return { outlet: `outlet-${outlets}`, origin, originName, value, ...more };
}
const person = (name: string, office: string | undefined, value = '24'): Told =>
  said(name, value, { originKind: 'person', ...(office !== undefined && { office }) });

const of = (...rows: readonly Told[]) => reconcile(rows.map((row) => claim(row)));
const one = ({ consensus }: { consensus: Consensus[] }): Consensus => {
  const [first, ...more] = consensus;
  if (!first || more.length > 0) throw new Error('expected one group');
  return first;
};
const voices = (...rows: readonly Told[]) => one(of(...rows)).origins.map(({ id }) => id);

describe('those who speak for one office', () => {
  it('are one voice under each of its names, and under the names of its people', () => {
    const told = one(
      of(
        said('Gary police'),
        said('the Gary Police Department'),
        person('Jane Roe', 'Gary Police Chief'),
        said('police in Gary'),
      ),
    );
    expect(told.origins).toMatchObject([
      {
        id: 'gary-police',
        basis: 'source',
        speakers: ['gary-police', 'jane-roe', 'police-in-gary', 'the-gary-police-department'],
      },
    ]);
    expect(told).toMatchObject({ status: 'single-origin', grade: 'single-origin' });
    expect(told.support).toMatchObject({ originsMax: 1, outlets: 4 });
  });

  it('whoever is named by the kind of office alone adds no voice to one who may be meant', () => {
    expect(voices(said('police'), said('Gary police'))).toEqual(['gary-police']);
    expect(voices(said('authorities'), said('police'), said('Gary police'))).toEqual(['gary-police']);
    expect(voices(said('court documents'), said('Dillon County Coroner'))).toEqual(['dillon-county-coroner']);
    expect(voices(person('Kenny Park', 'police Lt.'), said('police'))).toHaveLength(1);
  });

  it('a country is one under its name and under that of its people', () => {
    expect(
      voices(said('the Lebanese health ministry'), person('Hamad Hassan', 'Lebanon’s health minister')),
    ).toEqual(['lebanon-health-authority']);
  });

  it('two offices are two voices, and so are people who speak for none', () => {
    expect(voices(said('Gary police'), said('Hammond police'))).toHaveLength(2);
    expect(voices(said('police'), said('the hospital'))).toHaveLength(2);
    expect(voices(person('Jane Roe', undefined), person('John Doe', undefined))).toHaveLength(2);
    expect(voices(said('police', '24', { originKind: 'witness' }), said('Gary police'))).not.toEqual([
      'gary-police',
    ]);
  });

  it('another figure stands against it: a contradiction is not hidden behind one office', () => {
    const told = of(said('police', '12'), said('Gary police', '24'));
    expect(one(told).origins).toHaveLength(2);
    expect(told.findings.map(({ verdict }) => verdict)).toEqual(['conflict']);
    // A figure that leaves room for the other is no contradiction.
    expect(voices(said('police', '≥12'), said('Gary police', '24'))).toEqual(['gary-police']);
  });

  it('two figures of one named office are a slip or a correction, not two sources', () => {
    const { findings } = of(said('Gary police', '12'), person('Jane Roe', 'Gary Police Chief', '24'));
    expect(findings.map(({ verdict }) => verdict)).toEqual(['origin-inconsistent']);
  });

  it('the order of the claims does not matter', () => {
    const rows = [said('officials'), said('police'), said('Gary police'), person('Jane Roe', 'Det.', '24')];
    const claims = rows.map((row) => claim(row));
    const forth = reconcile(claims);
    expect(reconcile([...claims].reverse())).toEqual(forth);
  });
});
