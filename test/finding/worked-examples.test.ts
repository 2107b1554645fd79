import { describe, expect, it } from 'vitest';
import { claim, duration, labelled, set, type Told } from '../builders.ts';
import { reconcile, verdictsOf } from '../reconcile.ts';

const WAR = { timeClass: 'cumulative', from: '2023-10-07', origin: 'gaza-health-ministry' } as const;
const two = (a: Told, b: Told) =>
  verdictsOf([claim({ outlet: 'outlet-a', ...a }), claim({ outlet: 'outlet-b', ...b })]);
const only = (claims: Parameters<typeof reconcile>[0]) => reconcile(claims).consensus[0];

describe('figures of one story', () => {
  it('at least 10 on Monday and at least 24 over the weekend are about different days', () => {
    const weekend = { value: '≥24', from: '2025-10-04', to: '2025-10-06' };
    const { findings } = reconcile([claim({ value: '≥10' }), claim({ outlet: 'outlet-b', ...weekend })]);
    const finding = findings.find((f) => f.claims.length === 2);
    expect(finding).toMatchObject({ verdict: 'different-scope', dimension: 'time', flagged: false });
    expect(finding?.explanations.map((e) => e.kind)).toContain('additive');
  });

  it('the same figures without their days can both be true', () => {
    const lost = { provenance: { place: 'explicit', time: 'unknown' }, from: null } as const;
    expect(two({ value: '≥10', ...lost }, { value: '≥24', ...lost })).toEqual(['compatible']);
  });

  it('10 and 24 without their days are left open, not flagged as conflict', () => {
    const lost = { provenance: { place: 'explicit', time: 'unknown' }, from: null } as const;
    expect(two({ value: '10', ...lost }, { value: '24', ...lost })).toEqual(['unclear-scope']);
  });

  it('three aid seekers are a part of the ten', () => {
    expect(two({ value: '≥10' }, { value: '3', population: 'aid-seeker' })).toEqual(['part-of']);
  });

  it('48 and 48 agree, and about 20 agrees with 20', () => {
    expect(
      two(
        { value: '48', predicate: 'test.held', timeClass: 'stock' },
        { value: '48', predicate: 'test.held', timeClass: 'stock' },
      ),
    ).toEqual(['agree']);
    expect(two({ value: '~20' }, { value: '20' })).toEqual(['agree']);
  });

  it('20 living captives are a part of 48 captives', () => {
    const held = { predicate: 'test.held', timeClass: 'stock' } as const;
    expect(
      two(
        { value: '48', population: 'captive', ...held },
        { value: '20', population: 'living-captive', ...held },
      ),
    ).toEqual(['part-of']);
  });

  it('67,000 is room enough for 67,160, and at least 67,160 is refined by nothing below it', () => {
    const day = { asOf: '2025-10-06', ...WAR };
    expect(two({ value: '67160', ...day }, { value: '67000±500', ...day, origin: null })).toEqual([
      'compatible',
    ]);
    expect(two({ value: '≥67160', ...day }, { value: '67000±500', ...day, origin: null })).toEqual([
      'refines',
    ]);
  });

  it('67,160 and 60,500 of one day cannot both be true', () => {
    const day = { asOf: '2025-10-06', ...WAR };
    const { findings } = reconcile([
      claim({ value: '67160', ...day }),
      claim({ outlet: 'outlet-b', value: '60500', ...day, origin: null }),
    ]);
    expect(findings.find((f) => f.verdict === 'conflict')).toMatchObject({
      subtype: 'value',
      flagged: true,
      severity: { level: 'medium', magnitude: 0.151 },
    });
  });

  it('a toll grows; it falls only by a revision of its own source', () => {
    const september = { value: '66000', asOf: '2025-09-28', ...WAR };
    const october = { value: '67160', asOf: '2025-10-06', ...WAR };
    const lower = { value: '65000', asOf: '2025-10-06', ...WAR };
    expect(two(september, october)).toEqual(['evolving']);
    expect(two(september, { ...lower, origin: 'un' })).toEqual(['conflict/decreasing-toll']);
    expect(two(september, lower)).toEqual(['revised']);
  });

  it('two tolls whose dates overlap are left open', () => {
    const a = { value: '66000', ...WAR, asOf: ['2025-10-04', '2025-10-06'] } as const;
    const b = { value: '67160', ...WAR, origin: 'un', asOf: ['2025-10-05', '2025-10-07'] } as const;
    expect(two(a, b)).toEqual(['unordered-update']);
  });

  it('1,139 and 1,200 conflict, 1,139 and about 1,200 do not', () => {
    expect(two({ value: '1139' }, { value: '1200±50' })).toEqual(['conflict/value']);
    expect(two({ value: '1139' }, { value: '~1200' })).toEqual(['compatible']);
  });

  it('about 200 and 251 conflict', () => {
    expect(two({ value: '~200' }, { value: '251' })).toEqual(['conflict/value']);
  });

  it('a day is a part of the war, and its toll is no conflict with it', () => {
    expect(two({ value: '≥10' }, { value: '≥67160', ...WAR, asOf: '2025-10-08' })).toEqual(['part-of']);
  });

  it('25 fighters among 15 dead cannot be', () => {
    expect(two({ value: '15' }, { value: '25', population: 'militant' })).toEqual([
      'conflict/part-exceeds-whole',
    ]);
  });

  it('at least 10 civilians and 10 people may be one figure', () => {
    expect(two({ value: '≥10', population: 'civilian' }, { value: '10' })).toEqual(['compatible']);
  });

  it('killed are a part of killed and wounded', () => {
    expect(two({ value: '10' }, { value: '30', predicate: 'test.casualties' })).toEqual(['part-of']);
    expect(two({ value: '30' }, { value: '10', predicate: 'test.casualties' })).toEqual([
      'conflict/part-exceeds-whole',
    ]);
  });

  it('victims of a flood and of an airstrike are not compared', () => {
    expect(two({ value: '10', cause: 'flood' }, { value: '24', cause: 'airstrike' })).toEqual([
      'different-scope',
    ]);
  });

  it('a part that the article states as such is no second figure', () => {
    const whole = claim({ value: '10' });
    const part = claim({ value: '3', partOf: whole.id });
    expect(verdictsOf([whole, part])).toEqual(['part-of']);
    expect(reconcile([whole, part]).consensus[0]).toMatchObject({ best: 10, display: '10' });
  });

  it('points of one plan are not points of another', () => {
    const points = { predicate: 'test.points', timeClass: 'attribute' } as const;
    expect(
      two({ value: '20', ...points, subject: 'plan' }, { value: '3', ...points, subject: 'road map' }),
    ).toEqual([]);
  });
});

describe('sources', () => {
  it('one source with two figures at one time was misquoted by somebody', () => {
    expect(two({ value: '10', origin: 'un' }, { value: '24', origin: 'un' })).toEqual([
      'origin-inconsistent',
    ]);
  });

  it('one source that says otherwise a day later has revised it', () => {
    const later = { value: '24', origin: 'un', published: '2025-10-08T12:00:00Z' };
    expect(two({ value: '10', origin: 'un' }, later)).toEqual(['revised']);
  });

  it('opposing parties with their own figures dispute', () => {
    const { findings } = reconcile([
      claim({ value: '10', origin: 'north' }),
      claim({ outlet: 'outlet-b', value: '24', origin: 'south' }),
    ]);
    expect(findings.find((f) => f.claims.length === 2)).toMatchObject({
      verdict: 'party-dispute',
      axis: 'origins',
    });
  });

  it('a document that contradicts itself is named, unless its scope was inferred', () => {
    const both = (provenance: NonNullable<Told['provenance']>) =>
      verdictsOf([claim({ value: '10', provenance }), claim({ value: '24', provenance })]);
    expect(both({ place: 'explicit', time: 'explicit' })).toEqual(['conflict/self']);
    expect(both({ place: 'inherited', time: 'explicit' })).toEqual(['unclear-scope']);
  });

  it('ten outlets that cite one agency are one origin', () => {
    const relays = Array.from({ length: 10 }, (_, i) => claim({ outlet: `outlet-${i}`, origin: 'afp' }));
    expect(only(relays)).toMatchObject({
      status: 'single-origin',
      support: { originsMax: 1, outlets: 10, documents: 10 },
    });
  });

  it('an agency and those who cite it are one origin', () => {
    expect(
      only([claim({ outlet: 'afp' }), claim({ outlet: 'outlet-b', origin: 'afp' })])?.support.originsMax,
    ).toBe(1);
  });

  it('a headline without its source is no second voice, and drops no hedge', () => {
    const consensus = only([
      claim({ value: '10', id: 'clm_headline' }),
      claim({ value: '≥10', origin: 'un' }),
    ]);
    expect(consensus).toMatchObject({ status: 'single-origin', display: 'at least 10', high: null });
  });

  it('a quarrel over a charge is one of parties, not of outlets', () => {
    const charge = {
      predicate: 'test.acceptance',
      timeClass: 'event',
      value: labelled('status', 'charge'),
    } as const;
    const { findings } = reconcile([
      claim({ ...charge, origin: 'un' }),
      claim({ outlet: 'outlet-b', ...charge, origin: 'north', modality: 'denied' }),
    ]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ verdict: 'party-dispute', axis: 'origins' });
  });
});

describe('statements that are no figures', () => {
  const mediators = (outlet: string, keys: string[], exhaustive = false) =>
    claim({
      outlet,
      subject: 'talks',
      predicate: 'test.mediators',
      timeClass: 'set',
      value: set(keys, exhaustive),
    });

  it('who leaves Turkey out omits it; each member is counted on its own', () => {
    const { findings, consensus } = reconcile([
      mediators('outlet-a', ['egypt', 'qatar', 'turkey']),
      mediators('outlet-b', ['egypt', 'qatar']),
      mediators('outlet-c', ['egypt', 'qatar', 'turkey']),
    ]);
    expect(findings.filter((f) => f.flagged)).toMatchObject([{ verdict: 'omission', claims: { length: 3 } }]);
    expect(consensus[0]).toMatchObject({
      status: 'consistent',
      best: ['Egypt', 'Qatar', 'Turkey'],
      display: 'Egypt, Qatar (3 of 3); Turkey (2 of 3)',
      members: [{ key: 'egypt' }, { key: 'qatar' }, { key: 'turkey', leftOutBy: ['outlet-b'] }],
    });
  });

  it('a complete list leaves no room for another member', () => {
    const { findings, consensus } = reconcile([
      mediators('outlet-a', ['egypt', 'qatar'], true),
      mediators('outlet-b', ['egypt', 'qatar', 'turkey']),
    ]);
    expect(findings).toMatchObject([{ verdict: 'conflict', subtype: 'set' }]);
    expect(consensus[0]).toMatchObject({ status: 'disputed', best: null });
  });

  it('there is one leader at a time', () => {
    const leader = (outlet: string, name: string) =>
      claim({ outlet, subject: 'team', predicate: 'test.leader', timeClass: 'set', value: set([name]) });
    expect(verdictsOf([leader('outlet-a', 'smith'), leader('outlet-b', 'jones')])).toEqual(['conflict/set']);
  });

  const arrival = (outlet: string, rung: string, published: string, origin: string | null = null) =>
    claim({
      ...{ outlet, published, origin, subject: 'envoys', predicate: 'test.arrival', timeClass: 'event' },
      value: labelled('status', rung),
    });

  it('on their way, after others have reported the arrival, is a conflict; before it, a development', () => {
    const arrived = arrival('outlet-a', 'arrived', '2025-10-07T12:00:00Z');
    expect(verdictsOf([arrived, arrival('outlet-b', 'en-route', '2025-10-08T12:00:00Z')])).toEqual([
      'conflict/status',
    ]);
    expect(verdictsOf([arrived, arrival('outlet-b', 'en-route', '2025-10-06T12:00:00Z')])).toEqual([
      'evolving',
    ]);
    expect(verdictsOf([arrived, arrival('outlet-b', 'en-route', '2025-10-07T13:00:00Z')])).toEqual([
      'unordered-update',
    ]);
  });

  it('yes and no to one question', () => {
    const answer = (outlet: string, polarity: 'affirmed' | 'negated', origin: string | null) =>
      claim({
        ...{ outlet, polarity, origin, subject: 'north', predicate: 'test.acceptance', timeClass: 'event' },
        value: labelled('status', 'accepted'),
      });
    expect(verdictsOf([answer('a', 'affirmed', null), answer('b', 'negated', null)])).toEqual([
      'conflict/polarity',
    ]);
    expect(verdictsOf([answer('a', 'affirmed', 'north'), answer('b', 'negated', 'south')])).toEqual([
      'party-dispute',
    ]);
  });

  const said = (outlet: string, label: string) =>
    claim({
      ...{ outlet, subject: 'spokesman', origin: 'spokesman', predicate: 'test.quote', timeClass: 'stance' },
      value: labelled('stance', label),
    });

  it('one speaker, heard differently by two outlets', () => {
    const { findings, consensus } = reconcile([
      said('a', 'all agreed'),
      said('b', 'an agreement is far off'),
    ]);
    expect(findings).toMatchObject([{ verdict: 'divergent-quote', axis: 'same-origin' }]);
    expect(consensus[0]?.best).toBeNull();
    expect(reconcile([said('a', 'all agreed'), said('b', 'all agreed')]).findings).toEqual([]);
  });

  it('one speaker on two subjects is no divergence', () => {
    expect(reconcile([said('a', 'all agreed'), said('b', 'much is open')]).findings).toEqual([]);
  });

  it('one event in two tones', () => {
    const told = (outlet: string, label: string) =>
      claim({
        outlet,
        subject: 'talks',
        predicate: 'test.tone',
        timeClass: 'stance',
        value: labelled('stance', label),
      });
    expect(verdictsOf([told('a', 'positive'), told('b', 'cautious')])).toEqual(['framing-difference']);
  });

  it('240 minutes are four hours', () => {
    const length = { subject: 'session', predicate: 'test.length', timeClass: 'duration' } as const;
    const claims = [
      claim({ ...length, value: duration(4, 'hour', 0.5) }),
      claim({ outlet: 'outlet-b', ...length, value: duration(240, 'minute') }),
    ];
    expect(reconcile(claims).consensus[0]).toMatchObject({ status: 'agreed', best: 4, display: '4 hours' });
  });

  it('a text row without a known predicate raises no flag, a row handed in by a user does', () => {
    const row = { predicate: null, predicateText: 'employs' } as const;
    expect(two({ ...row, value: '10' }, { ...row, value: '24' })).toEqual([]);
    expect(two({ ...row, value: '10', structured: true }, { ...row, value: '24', structured: true })).toEqual(
      ['conflict/value'],
    );
  });

  it('what one outlet alone gives is uncorroborated, not in conflict', () => {
    const { findings } = reconcile([
      claim({ value: '10' }),
      claim({ outlet: 'b', ...WAR, value: '67160', asOf: '2023-10-08' }),
    ]);
    expect(findings.filter((f) => f.verdict === 'uncorroborated')).toHaveLength(2);
    expect(findings.some((f) => f.flagged)).toBe(false);
  });
});
