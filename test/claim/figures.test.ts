import { describe, expect, it } from 'vitest';
import { figures, one, read } from './read.ts';

describe('a figure is read', () => {
  it.each([
    ['Shelling killed 24 civilians on Monday.', ['people.killed 24 civilians']],
    ['Twenty-four civilians were killed on Monday.', ['people.killed 24 civilians']],
    ['The bomb left six people dead and 20 injured.', ['people.killed 6 people', 'people.injured 20 people']],
    ['Six dead, 20 hurt in blast', ['people.killed 6 people', 'people.injured 20 people']],
    ['9 dead as new fires rage in the hills', ['people.killed 9 people']],
    ['40 Rebels Killed in Latest Army Offensive on Coast. The army said so.', ['people.killed 40 Rebels']],
    ['Two brothers, John Doe, 21, and James Roe, 23, were killed on Monday.', ['people.killed 2 brothers']],
    [
      'Three divers, John Doe, 21, and James Roe, 23, were killed on Monday.',
      [
        'people.killed 3 divers',
        'people.killed 5 people',
        'people.killed 1 John Doe',
        'people.killed 1 James Roe',
      ],
    ],
    ['The flood claimed 24 lives.', ['people.killed 24 people']],
    ['The death toll rose to 24.', ['people.killed 24 people']],
    ['Officials put the death toll at 24.', ['people.killed 24 people']],
    ['Police shot dead two men.', ['people.killed 2 men']],
    ['Militants killed three soldiers.', ['people.killed 3 soldiers']],
    ['No one was hurt.', ['people.injured 0 people']],
    ['Two soldiers who were guarding the bridge were killed.', ['people.killed 2 soldiers']],
    ['The village, where 12 people were killed, is empty.', ['people.killed 12 people']],
    ['They mourned the 12 miners killed in the blast.', ['people.killed 12 miners']],
    ['A smuggler in Safita, Tartus province, was arrested.', ['people.arrested 1 smuggler']],
    [
      'Ten people including a child and two women were killed.',
      ['people.killed 10 people', 'people.killed 1 child'],
    ],
    ['A rebel commander was confirmed killed on Monday.', ['people.killed 1 rebel commander']],
    ['Numerous rebels were captured.', ['people.captured 4 rebels']],
    ['The bomb left dozens more wounded.', ['people.injured 24 people']],
    ['Five miners of one family were killed.', ['people.killed 5 miners']],
    ['Troops captured or killed 14 rebels.', []],
    ['The number of people killed in the quake climbed to eight.', ['people.killed 8 people']],
    ['The number of soldiers who died rose to 31.', ['people.killed 31 soldiers']],
    ['The number of homes destroyed by floods reached 4,500.', ['facilities.destroyed 4500 homes']],
    ['The number of people arrested is not known; 3 trucks burned.', ['vehicles.destroyed 3 trucks']],
    [
      'Still missing are 11 people while 583 others are injured.',
      ['people.missing 11 people', 'people.injured 583 others'],
    ],
    ['Also arriving are 40 buses.', []],
    [
      'The quake killed 19,136 people. Of the deaths, 17,388 were in the north.',
      ['people.killed 19136 people', 'people.killed 17388 people'],
    ],
    [
      'More than 1,200 homes were destroyed, and 21,000 others were damaged.',
      ['facilities.destroyed 1200 homes', 'facilities.damaged 21000 others'],
    ],
    ['Twelve cows died, and 40 others were damaged.', []],
    [
      'Two people died at the scene and one later in hospital.',
      ['people.killed 2 people', 'people.killed 3 people', 'people.killed 1 people'],
    ],
    ['There were 103 confirmed and probable cases of Ebola.', ['people.infected 103 people']],
    [
      'Alvarez won 59.4 percent of the vote; Brandt won 36.2 percent.',
      ['votes.received 59.4 Alvarez', 'votes.received 36.2 Brandt'],
    ],
    [
      'Jorge Roe of the Movement (MDC) was re-elected with 74 percent of the vote.',
      ['votes.received 74 Jorge Roe'],
    ],
    ['With 61 percent of the votes counted, the race was open.', []],
    ['Children are killed by such mines.', []],
    ['The town buried 9 dead soldiers as new fires raged.', []],
    [
      'The clinic received the bodies of 14 miners and 20 injured people.',
      ['people.killed 14 miners', 'people.injured 20 people'],
    ],
    ['He is accused of helping detained rebels escape.', []],
    ['Police seized AK-47s and detained two smugglers.', ['people.detained 2 smugglers']],
    ['A number of rebels were captured.', ['people.captured 3 rebels']],
    ["The former mayor's murder shocked the town.", ['people.killed 1 former mayor']],
    ['The raid led to the arrest of a smuggler.', ['people.arrested 1 smuggler']],
    ['The hospital received the bodies of 14 miners.', ['people.killed 14 miners']],
    [
      'Troops killed 12 Northern Freedom Army (NFA) fighters.',
      ['people.killed 12 Northern Freedom Army (NFA) fighters'],
    ],
    ['Officers took the two drivers into custody.', ['people.detained 2 drivers']],
    ['Talks lasted four hours.', ['event.duration 4 Talks']],
    ['They hope to end the two-year-long war.', ['event.duration 2 war']],
    ['A 20-point plan was presented.', ['plan.points 20 plan']],
    ['Ten villagers, about a fifth of all, were killed.', ['people.killed 10 villagers']],
    [
      'Ten villagers, six of them women, drowned on Monday.',
      ['people.killed 10 villagers', 'people.killed 6 villagers'],
    ],
    [
      'A man killed in a blast that left three others wounded on Monday was named.',
      ['people.injured 3 others'],
    ],
    ['Ten villagers, six of them women, died.', ['people.killed 10 villagers', 'people.killed 6 villagers']],
    [
      'Ten soldiers — two of them officers — were killed.',
      ['people.killed 10 soldiers', 'people.killed 2 soldiers'],
    ],
    ['He mourned the death of Anna Berg, a mother of two.', ['people.killed 1 Anna Berg']],
    ['The pilot, who was 38, was among the dead.', ['people.killed 1 pilot']],
    ['They pulled out 30 men and 12 women, and three more died in hospital.', ['people.killed 3 people']],
    ['The brother of a miner who died in May spoke.', ['people.killed 1 miner']],
    ['The list took 40 of 99 seats, two fewer than before.', ['seats.won 40 list']],
    ['Police arrested one of the suspects, a tall man, on Monday.', ['people.arrested 1 suspects']],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });

  it('in both halves of a sentence that shares its verb', () => {
    expect(figures('At least 67 villagers have been killed and more than 160 wounded.')).toEqual([
      'people.killed 67 villagers',
      'people.injured 160 villagers',
    ]);
  });

  it('with the hedge of its words as an interval', () => {
    const { value } = one('More than 160 villagers were killed.', 'people.killed');
    expect(value).toMatchObject({ nominal: 160, hedge: 'more-than', halo: { low: 161, high: null } });
  });

  it('as a part of N, with both numbers', () => {
    const { value } = one('25 of 38 hospitals are out of service.', 'facilities.out-of-service');
    expect(value).toMatchObject({ kind: 'fraction', nominal: 25, denominator: 38 });
  });

  it('with the exact words that prove it', () => {
    const text = 'On Monday, officials said, shelling killed at least 24 civilians in the port.';
    const { evidence, value } = one(text, 'people.killed');
    expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    expect(text.slice(evidence.valueStart, evidence.valueEnd)).toBe(value.text);
  });
});

describe('what is no figure of people is left alone', () => {
  it.each([
    'The 101st Airborne flew F-16s past Section 427.',
    'The company killed ten projects.',
    'The index rose 20 points.',
    'The boat came to rest on its side, half flooded.',
    'Witnesses say all three fired into the air.',
    'The guard prevented at least ten deaths.',
    'Six of the released prisoners had served life terms.',
    'One infected traveller can pass it to 12 others.',
    'The minister may have been murdered.',
    'He survived for 12 days.',
    'The attempted murder of five students shocked the town.',
    'Police foiled a plot for the assassination of a minister.',
    'The boats went out to search for the body of a fisherman.',
    'The killing of prisoners is a crime.',
    'Two soldiers wounded in spirit asked for a transfer to the 12th brigade.'.replace(
      'wounded in spirit ',
      '',
    ),
  ])('%s', (text) => {
    expect(figures(text)).toEqual([]);
  });
});

describe('people count without a number', () => {
  it('one who is named or described is at least one', () => {
    const { value, confidence } = one('A fisherman was killed on Monday.', 'people.killed');
    expect(value).toMatchObject({ nominal: 1, hedge: 'implicit', halo: { low: 1, high: null } });
    expect(confidence).toBeLessThan(one('Four men were killed on Monday.', 'people.killed').confidence);
  });

  it('a plural is at least two, "multiple" at least three', () => {
    expect(one('Troops detained insurgents.', 'people.detained').value.nominal).toBe(2);
    expect(one('Troops detained multiple insurgents.', 'people.detained').value.nominal).toBe(3);
  });

  it('an age is no count', () => {
    expect(one('A 10-year-old boy was killed.', 'people.killed').value.nominal).toBe(1);
  });

  it('what one verb counts together adds up, and the parts say so', () => {
    const claims = read('The blast killed 12 soldiers and one civilian.');
    const total = claims.find((claim) => claim.extractor.rule.endsWith('/total'));
    expect(total?.value.nominal).toBe(13);
    expect(claims.filter((claim) => claim.partOf === total?.id).map((claim) => claim.value.nominal)).toEqual([
      12, 1,
    ]);
  });

  it.each([
    ['The force detained a farmer along with several of his sons without shots fired.', 4],
    ['The farmer was detained along with two of his sons.', 3],
    ['Troops killed rebel leader, Mahjur, along with one other rebel.', 2],
  ])('"along with" adds up: %s', (text, number) => {
    const total = read(text).find((claim) => claim.extractor.rule.endsWith('/total'));
    expect(total?.value.nominal).toBe(number);
  });

  it.each([
    ['One harbour officer and four town police officers were killed.', 'police-officer', 5, 5],
    ['The battle killed 63 rebels and 21 fighters of the navy.', 'combatant', 84, 84],
    // All that is known of the others is that they may be there.
    ['A blast killed 12 soldiers and three nurses.', null, 15, null],
    ['A teenager and two younger boys were killed.', 'child', 3, null],
  ])('%s: the total counts %s', (text, population, low, high) => {
    const total = read(text).find((claim) => claim.extractor.rule.endsWith('/total'));
    expect(total?.scope.population).toBe(population);
    expect(total?.value.halo).toEqual({ low, high });
  });

  it.each([
    [
      'A force, supported by allied troops, apprehended a rebel leader today.',
      ['people.detained 1 rebel leader'],
    ],
    [
      'The clash resulted in one rebel killed and two farmers detained.',
      ['people.killed 1 rebel', 'people.detained 2 farmers'],
    ],
    ['Troops killed numerous heavily-armed rebels.', ['people.killed 4 heavily-armed rebels']],
    ['Troops killed a sub-commander on Monday.', ['people.killed 1 sub-commander']],
    ['Troops killed two rebels in search of a leader and bomb expert.', ['people.killed 2 rebels']],
    ['Troops focused their efforts on capturing and killing rebel leaders.', []],
    ['He is suspected of planning the assassination of a judge.', []],
    ['An airstrike on a town in the country’s northwest killed 20 people.', ['people.killed 20 people']],
    ['The jobless rate shot up to 7.6 percent.', []],
    ['Judge John Hurt praised the clerks.', []],
    ['Guns do not kill people.', []],
    [
      'They found the bodies of a girl and a boy, about 4, along with the father.',
      ['people.killed 1 girl', 'people.killed 2 people'],
    ],
    ['Nearly 4,000 shelters had been damaged or destroyed.', ['facilities.damaged 4000 shelters']],
    ['The toll rose to 428 last week.', ['people.killed 428 people']],
    ['The toll from the quake that struck the coast climbed on Monday to 94.', ['people.killed 94 people']],
    [
      'The agency gave the death toll from the 7.9-magnitude quake as 94.',
      ['people.killed 94 people', 'earthquake.magnitude 7.9 quake'],
    ],
    ['Turnout, according to the commission, was 55%.', ['election.turnout 55 turnout']],
    [
      'Some 12,000 villagers began fleeing; 300 people began losing power.',
      ['customers.without-power 300 people'],
    ],
    ['Some 900 dockworkers were involved in the strike.', ['people.striking 900 dockworkers']],
    ['Hospitals recorded 40 deaths, a case fatality rate of 3 percent.', ['people.killed 40 people']],
    ['The jobless rate is 150 percent of the national average.', []],
    ['The storm led to the death of one man and injuries to five.', ['people.killed 1 man']],
    ['None of the injuries was grave.', []],
    ['Either Jane Roe or John Doe was shot.', []],
    ['Only 55 of the 75 confirmed dead had been named.', []],
    ['He pulled the trigger, firing one shot.', []],
    ['Glass lay around several shot-out cars.', []],
    ['The town remembers its shooting victims.', []],
    ['The pace of killing is unknown to most villagers.', []],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });

  it('what is only expected has no number', () => {
    expect(
      read('Hostages will be released.').filter((claim) => claim.predicate.id === 'people.released'),
    ).toEqual([]);
  });
});

describe('modality', () => {
  it.each([
    ['The raid killed ten people.', 'occurred'],
    ['The army denied that ten people had been killed.', 'denied'],
    ['If the dam breaks, ten people could be killed.', 'conditional'],
    ['Ten people are believed to have been killed.', 'occurred'],
    ['The group planned to kill ten people.', 'planned'],
    ['Officials say they wanted to kill ten people.', 'planned'],
    ['The gang forced ten people to die.', 'occurred'],
    ['The company said ten people would die.', 'expected'],
  ])('%s → %s', (text, modality) => {
    expect(one(text, 'people.killed').modality).toBe(modality);
  });
});
