import { describe, expect, it } from 'vitest';
import { extract } from '../../src/pipeline.ts';
import { one, read, vocabulary } from './read.ts';

const timeOf = (text: string): string => {
  const { time, provenance } = one(text, 'people.killed').scope;
  return `${time?.class ?? '-'} ${time?.from ?? '-'} ${time?.to ?? '-'} ${provenance.time}`;
};
const placeOf = (text: string): string => {
  const claim = read(text).find((found) => found.predicate.id === 'people.killed');
  return `${claim?.scope.place ?? '-'} ${claim?.scope.provenance.place ?? '-'}`;
};

describe('when', () => {
  it('is the day of "last October 15", not October of last year', () => {
    const from = (text: string) => one(text, 'people.killed').scope.time?.from?.slice(0, 10);
    expect(from('The quake that struck last September 15 and its aftershocks killed 12 people.')).toBe(
      '2025-09-15',
    );
    expect(from('Last November 15 people were killed by the flood.')).toBe('2024-11-01');
  });

  it.each([
    ['Shelling killed ten people on Monday.', 'window 2025-10-06 2025-10-07 explicit'],
    ['Shelling killed ten people over the weekend.', 'window 2025-10-04 2025-10-06 explicit'],
    ['Ten people have been killed since 1 March.', 'cumulative 2025-03-01 2025-10-08 explicit'],
    ['The quake struck on Saturday. It killed ten people.', 'window 2025-10-04 2025-10-05 inherited'],
    ['Shelling killed ten people.', '- - - unknown'],
  ])('%s → %s', (text, wanted) => {
    expect(timeOf(text)).toBe(wanted);
  });

  it('the day of the saying is not the day of the event', () => {
    expect(timeOf('The quake struck on Saturday. Ten people were killed, officials said on Sunday.')).toBe(
      'window 2025-10-04 2025-10-05 inherited',
    );
  });

  it('and tells as of when the figure holds', () => {
    const text = 'The quake struck on Saturday. Ten people were killed, officials said on Sunday.';
    expect(one(text, 'people.killed').scope.time?.asOf).toEqual({ from: '2025-10-05', to: '2025-10-06' });
  });

  it.each([
    [
      'Published October 7 2025 A market fire on Monday killed ten people.',
      'window 2025-10-06 2025-10-07 explicit',
    ],
    ['Published October 7 2025 A market fire killed ten people.', 'window 2025-10-07 2025-10-08 inherited'],
    ['On October 7, 2025, a market fire killed ten people.', 'window 2025-10-07 2025-10-08 explicit'],
    [
      'The raids began on Monday. Rebels have held the hills since the summer of 2019. Ten people were killed.',
      'window 2025-10-06 2025-10-07 inherited',
    ],
    [
      'The raids began on Monday. “We will strike again tonight,” a spokesman said. Ten people were killed.',
      'window 2025-10-06 2025-10-07 inherited',
    ],
    [
      'A bomb went off on Monday. A blast killed six members of the border guard known as the Red Caps in April.',
      'window 2025-04-01 2025-05-01 explicit',
    ],
  ])('the day of the event, not of its telling: %s', (text, wanted) => {
    expect(timeOf(text)).toBe(wanted);
  });

  it('a level holds as of its report', () => {
    expect(one('The group holds 48 hostages.', 'people.held').scope.time?.asOf).toEqual({
      from: '2025-10-05',
      to: '2025-10-08',
    });
  });
});

describe('where', () => {
  it('is each of several places with its own number', () => {
    const claims = read(
      'The blasts killed 12 people in Kabul, five in Herat and two in Kandahar, officials said.',
    );
    const told = claims.map(({ value, scope }) => `${value.nominal} ${scope.place}`);
    expect(told).toEqual(['12 kabul', '5 herat', '2 kandahar']);
    expect(claims.every(({ partOf }) => partOf === null)).toBe(true);
  });

  it('is not the town from which a distance is measured', () => {
    const claim = one(
      'The quake struck about 350 km northeast of Beijing. Three people died.',
      'people.killed',
    );
    expect(claim.scope.place).not.toBe('beijing');
  });

  it('is the country that reports its own figure, unless it names another place', () => {
    const [pakistan, india] = read('The quake struck Pakistan. Ten people died. India reported 360 deaths.');
    expect([pakistan?.scope.place, india?.scope.place]).toEqual(['pakistan', 'india']);
    expect(one('Japan reported 12 deaths in Osaka.', 'people.killed').scope.place).toBe('osaka');
  });

  it.each([
    ['Shelling killed ten people in Aleppo.', 'aleppo explicit'],
    ['Shelling hit Aleppo. Ten people were killed.', 'aleppo inherited'],
    ['Ten people were killed, a minister told reporters in Cairo.', '- unknown'],
    ['U.S. raids killed ten people.', '- unknown'],
    [
      'A bomb killed ten people in a town in northern Syria. It went off in the centre of Homs.',
      'homs inherited',
    ],
    [
      'A bomb killed ten people in a mainly Kurdish town in Syria. It went off in the centre of Homs.',
      'homs inherited',
    ],
    ['A bomb killed ten people in a market in eastern Pakistan.', 'pakistan inherited'],
    ['A bomb killed ten people in the market town in eastern Pakistan.', 'pakistan explicit'],
    ['In Dovrin, a town in the west, shelling killed ten people.', 'dovrin explicit'],
  ])('%s → %s', (text, wanted) => {
    expect(placeOf(text)).toBe(wanted);
  });
});

describe('where what has been counted for long was', () => {
  it.each([
    ['A blast in Aleppo killed three people. More than 280,000 people have been killed since 2011.', 'syria'],
    ['A blast in Aleppo killed three people. Since 2 October, 28 people have been killed.', 'aleppo'],
    ['A blast in Aleppo killed three people. In Aleppo 28,000 people have been killed since 2011.', 'aleppo'],
    [
      'A strike on Gaza City killed three people in the Gaza Strip. Since October 2023, 67,000 people have been killed.',
      'gaza-strip',
    ],
  ])('%s → %s', (text, wanted) => {
    const totals = read(text).filter(
      ({ predicate, scope }) => predicate.id === 'people.killed' && scope.time?.class === 'cumulative',
    );
    expect(totals.map(({ scope }) => scope.place)).toEqual([wanted]);
  });
});

describe('somewhere in a place', () => {
  it.each([
    'Strikes killed ten people in a rebel-held town in northern Syria. The raids hit a market in Aleppo.',
    'Strikes killed ten people in a town in northern Syria. The raids hit a market in Aleppo.',
  ])('is what the article names inside it: %s', (text) => {
    expect(placeOf(text)).toBe('aleppo inherited');
  });

  it('is no place that has only lost its apostrophe', () => {
    const text =
      'Strikes killed ten people in Syrias north. Syria is at war. In Syrias capital all was calm.';
    expect(placeOf(text)).not.toMatch(/^syrias/);
  });
});

describe('a title that runs on into its article', () => {
  const figuresOf = (title: string, text: string) =>
    extract(
      {
        outlet: 'harbour-gazette',
        topic: 'test',
        publishedAt: '2025-10-07T12:00:00Z',
        language: 'en',
        title,
        text,
      },
      vocabulary,
    ).claims.filter((claim) => claim.predicate.id === 'people.killed');
  const title = 'Fire kills 10 in northern Syria';

  it('is a statement of its own beside the one that says it in full', () => {
    const text = `Tuesday 7 Oct 2025 ${title} AFP Tuesday 7 Oct 2025 A fire at a mill in Aleppo killed at least 10 people on Monday, police said.`;
    expect(figuresOf(title, text).map((claim) => claim.value.text)).toEqual(['10', 'at least 10']);
  });

  it('is vaguer about the place than what stands below it', () => {
    const text = `${title} AFP A fire has gutted a mill in Aleppo on Monday. Ten people died, police said.`;
    expect(new Set(figuresOf(title, text).map((claim) => claim.scope.place))).toEqual(new Set(['aleppo']));
  });
});

describe('who', () => {
  it('is a set of kinds, all of them at once', () => {
    expect(one('The group holds 48 Israeli hostages.', 'people.held').scope.population).toBe(
      'captive+israeli',
    );
  });

  it('is the same for words that mean the same', () => {
    const [a, b] = ['hostages', 'captives'].map(
      (word) => one(`The group holds 48 ${word}.`, 'people.held').scope.population,
    );
    expect(a).toBe(b);
  });
});

describe('by what, in the capitals of a headline', () => {
  const causeOf = (text: string) =>
    read(text).find((found) => found.predicate.id === 'people.killed')?.scope.cause;

  it.each([
    ['Northern Brigade Fires Rocket Shells at Karsin Kills 3', 'rocket-fire'],
    ['Militia Shells kill 3 in Karsin', undefined],
    ['Airstrikes kill 3 in Karsin', 'airstrike'],
    ['Market Fires kill 3 in Karsin', 'fire'],
  ])('%s → %s', (text, wanted) => {
    expect(causeOf(text) ?? undefined).toBe(wanted);
  });
});

describe('by what', () => {
  it.each([
    ['Some 120 people died of torture in the prisons of Aden in 2015.', 'torture'],
    ['Some 120 people were tortured to death in Aden in 2015.', 'torture'],
    ['Twelve people were killed in shelling on Monday.', 'shelling'],
    ['Twelve people were killed in the town, whose leaders torture prisoners.', null],
  ])('%s → %s', (text, cause) => {
    expect(one(text, 'people.killed').scope.cause).toBe(cause);
  });
});
