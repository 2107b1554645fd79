import { describe, expect, it } from 'vitest';
import { figures, one, read } from './read.ts';

const voicesOf = (text: string): string[] =>
  read(text)
    .filter((claim) => claim.predicate.id === 'people.killed' || claim.predicate.id === 'people.arrested')
    .map(
      ({ value, attribution, partOf }) =>
        `${value.nominal} by ${attribution.chain.map(({ name }) => name).join(', ') || 'the outlet'}${partOf ? ' part' : ''}`,
    );

describe('who says a figure', () => {
  it.each([
    [
      'While witnesses said eight people lost their lives, police in the state insisted that five people were killed.',
      ['8 by witnesses', '5 by police in the state'],
    ],
    [
      'Some 217 people were arrested at the inauguration of President Paul Poe, the capital’s interim police chief, Jane Roe, said.',
      ['217 by Jane Roe'],
    ],
    ['In March, WHO said that 473 people were killed.', ['473 by WHO']],
    ['Saturday’s report noted that 12 people were killed.', ['12 by Saturday’s report']],
    [
      'Iran has blamed the disaster on the kingdom, with Tehran saying that 4,700 people were killed.',
      ['4700 by Iran, Tehran'],
    ],
    [
      'The mayor said 12 people were killed, while the civil protection agency put the number of dead at 73.',
      ['12 by The mayor', '73 by the civil protection agency'],
    ],
    [
      'Three people were killed, while other estimates put the toll at seven.',
      ['3 by the outlet', '7 by other estimates'],
    ],
    ['A suicide bomber attacked a mosque, killing 22 people, officials said.', ['22 by officials']],
    [
      '“Some 27 people were killed,” John Doe, head of the city’s police, told reporters near the site.',
      ['27 by John Doe'],
    ],
    [
      'Earlier, a hospital spokesperson in Lagos, John Doe, told the Gazette at least 32 people were killed.',
      ['32 by John Doe'],
    ],
    [
      'Some 32 people were killed, Jane Roe, the mayor of Springfield, South Carolina, said.',
      ['32 by Jane Roe'],
    ],
    ['Some of the nurses said 12 people were killed.', ['12 by the nurses']],
    [
      'An inquiry into raids that hit a farm found that 12 people were killed, two officials said.',
      ['12 by two officials, An inquiry into raids'],
    ],
    [
      'After days of doubt over how many students were taken, the council issued a statement saying that 12 people were killed.',
      ['12 by the council'],
    ],
    ['A city defense chief told reporters that 12 people were killed.', ['12 by A city defense chief']],
    [
      'The ministry said five people were killed, while a civil defense chief, whose office it runs, said on television that 12 people were killed.',
      ['5 by The ministry', '12 by a civil defense chief'],
    ],
    [
      'The United Nations’ relief agency said 12 people were killed.',
      ['12 by The United Nations’ relief agency'],
    ],
    ["The miners' union said 12 people were killed.", ["12 by The miners' union"]],
    ['Officials late Monday (local time) put the number of dead at 16.', ['16 by Officials']],
    ['The ministry Sunday night said that 16 people were killed.', ['16 by The ministry']],
    ['Officials estimate at least 7,000 people were killed.', ['7000 by Officials']],
    ['Officials have estimated 7,000 people were killed.', ['7000 by Officials']],
    ['An estimated 7,000 people were killed.', ['7000 by the outlet']],
    ['The floods have claimed at least five lives.', ['5 by the outlet']],
    ['The group claimed five soldiers were killed.', ['5 by The group']],
  ])('%s', (text, wanted) => {
    expect(voicesOf(text)).toEqual(wanted);
  });

  it.each([
    ['Official news agency Xinhua said ten people were killed.', 'xinhua'],
    ['The state broadcaster TVN said ten people were killed.', 'tvn'],
    ['The United Nations’ relief agency UNRWA said ten people were killed.', 'unrwa'],
    ['The relief agency’s spokesman said ten people were killed.', 'relief-agencys-spokesman'],
  ])('what it is called behind what it is: %s', (text, origin) => {
    expect(one(text, 'people.killed').attribution.origin).toBe(origin);
  });

  it('the body whose name is spelt like a word is a name only in capitals', () => {
    expect(voicesOf('The officer who said that 12 people were killed left.')[0]).not.toContain('Health');
  });
});

describe('what has happened', () => {
  it.each([
    ['“We will not stop hunting and capturing rebels,” the minister said.', []],
    ['The army would continue killing rebels until they surrender.', []],
    ['The rebels kept detaining ten villagers.', ['occurred']],
    ['The army stopped detaining the villagers.', ['occurred']],
    ['Seventeen others are still buried and feared dead.', []],
    ['Five people were presumed dead.', []],
    ['Five people who had feared the worst were killed.', ['occurred']],
  ])('%s', (text, wanted) => {
    const made = read(text).filter(({ predicate }) => predicate.id?.startsWith('people.'));
    expect(made.map(({ modality }) => modality).filter((modality) => modality === 'occurred')).toEqual(
      wanted,
    );
  });

  it.each([
    ['Ten people were killed on October 8.', '2025-10-08'],
    ['Ten people were killed on October 9.', '2025-10-09'],
    ['Ten people were killed on October 12.', '2024-10-12'],
  ])('a date just ahead is not of last year: %s', (text, day) => {
    expect(one(text, 'people.killed').scope.time?.from).toContain(day);
  });
});

describe('old and new', () => {
  it.each([
    ['The death toll rose from 37 to 54.', [54]],
    ['The death toll has risen from at least 37 on Sunday to 54.', [54]],
    ['The death toll rose to 54 from 37.', [54]],
    ['The toll stood at 19 on Monday and rose to 24.', [24]],
    ['The death toll, which had stood at 19, rose to 24.', [24]],
    ['The ministry found more bodies, raising its previous death toll of 37.', []],
    ['The number of people killed stood at 12 and arrests rose to 24.', [12]],
    ['The death toll stands at 12, with 24 people injured.', [12]],
    ['The death toll in the landslides triggered by rain has mounted to 26.', [26]],
  ])('%s', (text, wanted) => {
    const dead = read(text).filter(({ predicate }) => predicate.id === 'people.killed');
    expect(dead.map(({ value }) => value.nominal)).toEqual(wanted);
  });

  it('what is a share too', () => {
    expect(one('Inflation fell from 4.2% in April to 3.9% in May.', 'inflation.rate').value.nominal).toBe(
      3.9,
    );
    expect(read('Inflation fell from 4.2%.').filter(({ predicate }) => predicate.id !== null)).toEqual([]);
  });
});

describe('what a figure counts', () => {
  it.each([
    ['The strike killed 12 doctors, nurses and patients.', ['people.killed 12 doctors, nurses and patients']],
    ['The blast killed 12 soldiers, officials and witnesses said.', ['people.killed 12 soldiers']],
    [
      'Twelve doctors, three nurses and two patients were killed.',
      [
        'people.killed 12 doctors',
        'people.killed 17 people',
        'people.killed 3 nurses',
        'people.killed 2 patients',
      ],
    ],
    [
      'At least 30 people have been killed and several others abducted.',
      ['people.killed 30 people', 'people.captured 3 others'],
    ],
    [
      'Ten people were killed and 22 injured when a passenger bus crashed.',
      ['people.killed 10 people', 'people.injured 22 people'],
    ],
    ['Officials put the figure of those abducted from the town at 25.', ['people.captured 25 people']],
    ['The number of those who were injured rose to 41.', ['people.injured 41 people']],
    ['The remaining 130 children being held captive were freed.', ['people.released 130 children']],
    ['The 12 men taken captive were freed.', ['people.released 12 men']],
    [
      'Among the dead were 112 women and seven children, while 31 were injured.',
      ['people.killed 112 women', 'people.killed 7 children', 'people.injured 31 people'],
    ],
    ['Among those killed was a police officer.', ['people.killed 1 police officer']],
    ['The dead included five children.', ['people.killed 5 children']],
    ['Officials said the dead included three soldiers.', ['people.killed 3 soldiers']],
    ['Those killed in the strike included two medics.', ['people.killed 2 medics']],
    ['Women and children were among the dead.', ['people.killed 2 Women', 'people.killed 2 children']],
    ['Of those killed, 12 were children, officials said.', ['people.killed 12 children']],
    ['Twelve of the dead were children.', ['people.killed 12 children']],
    ['Of the 20 hostages freed, 12 were women.', ['people.released 20 hostages', 'people.released 12 women']],
    ['The men killed included two medics.', ['people.killed 2 medics']],
    ['Twelve of those wounded in the blast were traders.', ['people.injured 12 traders']],
    ['The 58 wounded included 12 children.', ['people.injured 58 people', 'people.injured 12 children']],
    // Neither trees, dogs and lists nor what is said of some of them otherwise.
    ['Among the dead trees were five elms.', []],
    ['Among the dead were five dogs.', []],
    ['The injured list included 12 players.', []],
    ['Twelve of the wounded were in hospital.', []],
    ['Among the dead, officials said, nobody was counted; there were 12 children at the scene.', []],
    [
      'The province reported 116 new coronavirus deaths and 4,823 cases.',
      ['people.infected 4823 people', 'people.killed 116 people'],
    ],
    ['Of the 36,719 hospitalised patients, two left.', ['people.hospitalised 36719 hospitalised patients']],
    ['There were seven dead children.', ['people.killed 7 dead children']],
    ['The death toll from flooding in the state of Kano rose to eight.', ['people.killed 8 people']],
    ['The toll went up to eight.', ['people.killed 8 people']],
    ['Twelve people including three children died.', ['people.killed 12 people', 'people.killed 3 children']],
    [
      'Some 40 people were hurt, including three killed by falling trees.',
      ['people.injured 40 people', 'people.killed 3 people'],
    ],
    ['Many protester were arrested.', ['people.arrested 4 protester']],
    ['Police could not say how many people were wounded.', []],
    ['How many of the workers were arrested is not known.', []],
    ['Troops detained several rebels. Troops detained numerous rebels.', ['people.detained 4 rebels']],
    ['Numerous Rebels Detained\n\nTroops detained several rebels.', ['people.detained 3 rebels']],
  ])('%s', (text, wanted) => {
    expect(figures(text)).toEqual(wanted);
  });

  it('people of two kinds are not people who are both', () => {
    expect(one('Some 40 soldiers and civilians were wounded.', 'people.injured').scope.population).toBeNull();
  });

  it('a toll that goes up to eight is eight, as many as eight is no more than eight', () => {
    expect(one('The death toll went up to eight.', 'people.killed').value.hedge).toBe('bare');
    expect(one('A total of up to eight people were killed.', 'people.killed').value.hedge).toBe('up-to');
    expect(one('The man shot as many as eight people.', 'people.shot').value.hedge).toBe('up-to');
  });
});

describe('how loosely', () => {
  it.each(['about', 'around', 'some', 'roughly'])('“said %s 20” is said loosely', (word) => {
    expect(one(`Police said ${word} 20 people were killed.`, 'people.killed').value.hedge).toBe('about');
  });

  it('“asked about 20 hostages” is not', () => {
    expect(read('The envoy asked about 20 hostages who were killed.')[0]?.value.hedge).not.toBe('about');
  });
});

describe('when and where', () => {
  it('since when people were held does not say when they were freed', () => {
    const text = 'The rebels freed 30 prisoners after receiving three men held hostage since 7 May 2023.';
    expect(one(text, 'people.released').scope.time).toBeNull();
    const since = 'Ten people were killed and 13 injured in clashes since Sunday.';
    expect(one(since, 'people.killed').scope.time?.class).toBe('cumulative');
  });

  it('the day since when a truce has lasted is not the day of the story', () => {
    const text =
      'The sides made five swaps since the truce began on 19 September. The rebels freed 12 hostages.';
    expect(one(text, 'people.released').scope.time).toBeNull();
  });

  it.each([
    ['The death toll in the US state of Louisiana rose to eight.', 'louisiana'],
    ['Three people died after a boat capsized off the California coast north of San Diego.', 'california'],
  ])('%s → %s', (text, place) => {
    expect(one(text, 'people.killed').scope.place).toBe(place);
  });

  it('where it was written is no place of a story that lies elsewhere', () => {
    const text =
      'GENEVA (AFP) — Fighting in Sudan displaced 330,000 people, the agency said. Ten people were killed.';
    expect(one(text, 'people.killed').scope.place).toBe('sudan');
    expect(one('LAGOS (Reuters) — Ten people were killed.', 'people.killed').scope.place).toBe('lagos');
  });

  it('a sum in US$ names no place', () => {
    const text = 'Each family will receive US$36,576. Ten people were killed.';
    expect(one(text, 'people.killed').scope.place).toBeNull();
  });

  it('places that report count their own', () => {
    const text =
      'Ohio reported 478 deaths on Monday. Texas reported 146 deaths on Sunday, which brought the death toll to 1,706.';
    const [ohio] = read(text).filter(({ value }) => value.nominal === 478);
    expect(ohio?.partOf).toBeNull();
    expect(ohio?.scope.place).toBe('ohio');
  });

  it('residents of a place are there', () => {
    const text =
      'BATON ROUGE — The river rose. More than 3,000 Louisiana residents were in emergency shelters.';
    expect(one(text, 'people.sheltering').scope.place).toBe('louisiana');
  });
});
