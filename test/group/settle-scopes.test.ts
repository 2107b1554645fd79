import { describe, expect, it } from 'vitest';
import { settleScopes } from '../../src/group/settle-scopes.ts';
import { claim, type Told, vocabulary } from '../builders.ts';
import { verdictsOf } from '../reconcile.ts';

const explicit = { place: 'explicit', time: 'explicit' } as const;
const undated = { place: 'explicit', time: 'inherited' } as const;

const settle = (...told: Told[]) =>
  settleScopes(
    told.map((one, i) => claim({ outlet: `outlet-${i}`, provenance: explicit, ...one })),
    vocabulary,
  ).map(({ scope }) => `${scope.place} ${scope.time?.from}..${scope.time?.to}`);

describe('one place under several spellings', () => {
  it('takes the listed one', () => {
    expect(settle({ place: 'raqa' }, { place: 'raqqa' })).toEqual([
      'raqqa 2025-10-06..2025-10-07',
      'raqqa 2025-10-06..2025-10-07',
    ]);
  });

  it('takes the first by name where none is listed', () => {
    const [a, b] = settle({ place: 'al-qurayah' }, { place: 'al-quraya' });
    expect(a).toBe(b);
  });

  it.each([
    ['karsin', 'dovrin'],
    ['karsin', 'new-karsin'],
    ['aleppo', 'raqqa'],
  ])('%s is not %s', (a, b) => {
    const [x, y] = settle({ place: a }, { place: b });
    expect(x).not.toBe(y);
  });
});

describe('a site and its town', () => {
  const [SITE, OTHER, TOWN] = ['raqqa/noor-mosque', 'raqqa/linwood-mosque', 'raqqa'];

  it('are one where nobody tells them apart', () => {
    const [a, b] = settle({ place: SITE }, { place: TOWN });
    expect(a).toBe(b);
    expect(a).toMatch(/^raqqa /);
  });

  it('are two where one article counts both', () => {
    const [a, b] = settle(
      { place: SITE, document: 'doc_1', value: '24' },
      { place: TOWN, document: 'doc_1', value: '200' },
    );
    expect(a).not.toBe(b);
  });

  it('are two where two sites of the town are counted', () => {
    const settled = settle(
      { place: SITE, value: '24' },
      { place: OTHER, value: '7' },
      { place: TOWN, value: '31' },
    );
    expect(new Set(settled).size).toBe(3);
  });

  it('keeps its name where nobody names the town alone', () => {
    expect(settle({ place: SITE })[0]).toMatch(/^raqqa\/noor-mosque /);
  });

  it.each([
    ['raqqa/noor-mosque', 'raqqa/noor-hill-mosque'],
    ['syria/noor-mosque', 'raqqa/noor-mosque'],
    ['syria/prison', 'raqqa/noor-prison'],
  ])('has one key: %s, %s', (one, other) => {
    const [a, b] = settle({ place: one }, { place: other });
    expect(a).toBe(b);
  });

  it.each([
    ['raqqa/noor-mosque', 'aleppo/noor-mosque'],
    ['raqqa/noor-mosque', 'raqqa/noor-hospital'],
  ])('is another: %s, %s', (one, other) => {
    const [a, b] = settle({ place: one }, { place: other });
    expect(a).not.toBe(b);
  });

  it('is a part of its town, whose figure may be larger', () => {
    const told = [
      claim({ place: SITE, value: '24', document: 'doc_1', provenance: explicit }),
      claim({ place: TOWN, value: '31', document: 'doc_2', outlet: 'b', provenance: explicit }),
    ] as const;
    const both = claim({ place: TOWN, value: '31', document: 'doc_1', provenance: explicit });
    expect(verdictsOf(told)).toEqual(['conflict/value']);
    expect(verdictsOf(told, [both]).join()).not.toContain('conflict');
  });
});

describe('a town and the region of its name', () => {
  it('are one where nobody tells them apart', () => {
    const [a, b] = settle({ place: 'herat' }, { place: 'herat-region' });
    expect(a).toBe(b);
  });

  it('are two where one article counts both', () => {
    const [a, b] = settle(
      { place: 'herat', document: 'doc_1', value: '24' },
      { place: 'herat-region', document: 'doc_1', value: '200' },
    );
    expect(a).not.toBe(b);
  });
});

describe('a running total that does not say since when', () => {
  const total = { timeClass: 'cumulative', value: '340', asOf: '2025-10-06' } as const;
  const open = { ...total, from: null, value: '338' };

  it('counts from the one day from which others count at its place', () => {
    expect(settle({ ...total, from: '2025-01-01' }, open)[1]).toMatch(/^gaza-strip 2025-01-01/);
    const settled = verdictsOf([
      claim({ ...total, provenance: explicit, from: '2025-01-01', outlet: 'a', document: 'doc_a' }),
      claim({ ...open, provenance: explicit, outlet: 'b', document: 'doc_b' }),
    ]);
    expect(settled).toEqual(['conflict/value']);
  });

  it('stays open where others count from several days, or elsewhere', () => {
    const several = settle({ ...total, from: '2025-01-01' }, { ...total, from: '2023-10-07' }, open);
    expect(several[2]).toMatch(/^gaza-strip null/);
    expect(settle({ ...total, from: '2025-01-01', place: 'israel' }, open)[1]).toMatch(/^gaza-strip null/);
  });
});

describe('the days of a figure whose sentence names none', () => {
  const weekend = { from: '2025-10-04', to: '2025-10-06' };
  const sunday = { from: '2025-10-05', provenance: undated };

  it('are those that another article states', () => {
    expect(settle(weekend, sunday)[1]).toBe('gaza-strip 2025-10-04..2025-10-06');
  });

  it('stay where another day is stated for the same question', () => {
    expect(settle(weekend, { ...sunday, from: '2025-10-07' })[1]).toBe('gaza-strip 2025-10-07..2025-10-08');
    expect(settle(weekend, { from: '2025-10-05' }, sunday)[2]).toBe('gaza-strip 2025-10-05..2025-10-06');
    expect(settle(weekend, { ...sunday, place: 'israel' })[1]).toBe('israel 2025-10-05..2025-10-06');
  });

  it('stay where two stated windows could be meant', () => {
    const other = { from: '2025-10-05', to: '2025-10-07' };
    expect(settle(weekend, other, sunday)[2]).toBe('gaza-strip 2025-10-05..2025-10-06');
  });

  it('stay where the article itself uses both', () => {
    const both = [
      { ...weekend, document: 'doc_1' },
      { ...sunday, document: 'doc_1' },
    ];
    expect(settle(...both)[1]).toBe('gaza-strip 2025-10-05..2025-10-06');
  });

  it('do not depend on the order of the claims', () => {
    const told = [
      weekend,
      sunday,
      { ...sunday, from: '2025-10-04' },
      { from: '2025-10-05', place: 'israel' },
    ];
    const claims = told.map((one, i) => claim({ outlet: `outlet-${i}`, provenance: explicit, ...one }));
    const byId = (list: typeof claims) => new Map(settleScopes(list, vocabulary).map((c) => [c.id, c]));
    expect(byId([...claims].reverse())).toEqual(new Map([...byId(claims)].reverse()));
  });

  it('so that rival figures of one event meet', () => {
    const pair = (value: string) =>
      verdictsOf([
        claim({ outlet: 'outlet-a', value: '22', ...weekend, provenance: explicit }),
        claim({ outlet: 'outlet-b', value, ...sunday }),
      ]);
    expect(pair('10')).toEqual(['conflict/value']);
    expect(pair('22')).toEqual(['agree']);
  });
});
