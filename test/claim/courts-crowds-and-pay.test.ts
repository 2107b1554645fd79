import { describe, expect, it } from 'vitest';
import { figures, one, read } from './read.ts';

const of = (text: string, predicate: string): string[] =>
  figures(text).filter((row) => row.startsWith(`${predicate} `));

describe('a crowd is told in many words', () => {
  it.each([
    ['Close to 40,000 took part in the huge anti-tax rally.', 40000],
    ['About 9,000 joined a demonstration against the dam.', 9000],
    ['Sunday protests in the port drew 30,000 people onto the streets.', 30000],
    ['The police said at its peak there were 12,000 people on the march.', 12000],
    ['Police said 33,000 were counted at the march.', 33000],
  ])('%s', (text, nominal) => {
    expect(one(text, 'people.protesting').value.nominal).toBe(nominal);
  });

  it('a phrase that means much else is read where the article tells of a protest', () => {
    const story = 'The protest was loud. ';
    expect(of(`${story}Organisers said 10,000 turned out.`, 'people.protesting')).toHaveLength(1);
    expect(of(`${story}The ministry has counted 48,000.`, 'people.protesting')).toHaveLength(1);
    expect(of('The shop was new. The owner said 10,000 turned out.', 'people.protesting')).toEqual([]);
    expect(of('The ministry has counted 48,000.', 'people.protesting')).toEqual([]);
  });

  it('who was arrested is no crowd', () => {
    expect(figures('Nine officers were hurt and 80 demonstrators arrested in the clashes.')).toEqual([
      'people.injured 9 officers',
      'people.arrested 80 demonstrators',
    ]);
  });
});

describe('what would have been has not been', () => {
  it('is conditional', () => {
    expect(one('Without the boycott, turnout would have been 56 %.', 'election.turnout').modality).toBe(
      'conditional',
    );
    expect(one('Ten people may have died in the fire.', 'people.killed').modality).toBe('occurred');
  });
});

describe('courts', () => {
  it.each([
    ['The court sentenced 28 men on Saturday to between five and 15 years in jail.', '28-man'],
    ['A judge sentenced Skilling to 292 months in prison.', 'skilling'],
    ['The lieutenant colonel received the longest sentence of 120 years.', 'lieutenant-colonel'],
  ])('a term is whose it is: %s', (text, key) => {
    expect(one(text, 'sentence.length').subject.key).toBe(key);
  });

  it.each([
    'Prosecutors sought a sentence of 12 years.',
    'The sentence of 12 words was read out.',
    'Three men were sentenced to terms of up to five years.',
  ])('but not: %s', (text) => {
    expect(of(text, 'sentence.length')).toEqual([]);
  });

  it('all but two leaves open how many', () => {
    expect(of('All but two were acquitted.', 'people.acquitted')).toEqual([]);
    expect(of('Two were acquitted.', 'people.acquitted')).toHaveLength(1);
  });

  it('a deed may have its day before whom it befell', () => {
    expect(of('The detention in July of 11 civilians angered many.', 'people.detained')).toEqual([
      'people.detained 11 civilians',
    ]);
    expect(of('The detention in a cellar of 11 rooms angered many.', 'people.detained')).toEqual([]);
  });
});

describe('pay and jobs', () => {
  it.each([
    ['Average hourly earnings rose 0.2 percent to $33.82.', 'wages.rise 0.2 rise of wages'],
    [
      'Jobless claims fell by 4,000 last week to 227,000.',
      'claims.jobless 227000 claims for unemployment benefits',
    ],
    ['Employers added 157,000 workers to their payrolls in August.', 'jobs.created 157000 workers'],
    ['The union is demanding a 36% pay rise.', 'pay.demanded 36 union'],
    ['Unemployment ticked up to 5 percent.', 'unemployment.rate 5 unemployment'],
  ])('%s', (text, row) => {
    expect(figures(text)).toEqual([row]);
  });

  it('offers are those of whoever makes them', () => {
    const text = 'Pay is at stake. Northern Rail had offered 8% and Southern Rail 7.5%.';
    expect(of(text, 'pay.offered')).toEqual(['pay.offered 8 Northern Rail', 'pay.offered 7.5 Southern Rail']);
  });

  it('how far a count went in percent is no count', () => {
    expect(of('Payrolls rose by 0.5 percent in May.', 'jobs.created')).toEqual([]);
  });

  it('a forecast is expected', () => {
    const claim = one('The bank raised its inflation forecast for this year to 5 percent.', 'inflation.rate');
    expect(claim.modality).toBe('expected');
  });
});

describe('shares and talks', () => {
  it('each party has its own share, also behind a dash', () => {
    const text =
      'With half of the ballots counted, the ruling party leads with 61.6%, followed by the nine-party bloc with 14.9%; the Labour Party – 6.7%.';
    expect(of(text, 'votes.received').map((row) => row.split(' ')[1])).toEqual(['61.6', '14.9', '6.7']);
  });

  it('a truce that somebody asks for has not been', () => {
    expect(one('The envoys were pressing for a six-month ceasefire.', 'event.duration').modality).toBe(
      'demanded',
    );
    expect(one('The six-month ceasefire ended.', 'event.duration').modality).toBe('occurred');
  });
});

describe('each number has its own voice', () => {
  const voices = (text: string): [number | null, string | null][] =>
    read(text)
      .filter(({ predicate }) => predicate.id === 'people.protesting')
      .map(({ value, attribution }) => [value.nominal, attribution.origin]);

  it.each([
    ['There were protests in Lyon (organisers’ estimate: 200,000; police: 55,000).', 'organisers', 'police'],
    ['On March 7 the police had counted 200,000 demonstrators and the unions 55,000.', 'police', 'unions'],
    ['The protest was loud: officials spoke of 200,000 people, the union of 55,000.', 'officials', 'union'],
    [
      'Organisers said 200,000 people joined the march, but officials put it at 55,000.',
      'organisers',
      'officials',
    ],
    [
      'According to the ministry, 200,000 people marched, while the union counted 55,000.',
      'ministry',
      'union',
    ],
  ])('%s', (text, first, second) => {
    expect(voices(text)).toEqual([
      [200000, first],
      [55000, second],
    ]);
  });

  it('also where it has only a verb of counting', () => {
    expect(voices('The protest grew. The ministry has counted 48,000.')).toEqual([[48000, 'ministry']]);
    expect(voices('The protest grew. He has counted to 48,000.')).toEqual([]);
  });

  it.each([
    'The protest was near the bridge (length: 12 metres; police: one car).',
    'Protest news. Previous story (police: 3 dead in blaze).',
    'The shop sold out (manager: 200; owner: 300).',
  ])('but not: %s', (text) => {
    expect(voices(text)).toEqual([]);
  });
});

describe('several votes of one day are told apart by what was voted on', () => {
  it.each([
    ['The House voted 219–213 to pass the bill.', 'bill'],
    ['MPs voted by 322 to 308 to reject his plan.', 'plan'],
    ['Amendment 110 was rejected by the Commons by 324 votes to 302.', 'amendment-110'],
    ['MPs voted down the Lords amendment by 324 votes to 302.', 'lords-amendment'],
    ['The no-confidence motion failed by 306 to 325.', 'confidence'],
    ['Debate on the treaty ended at noon. The Senate voted 52 to 48.', 'deal'],
    ['The Senate voted 52 to 48.', 'vote'],
  ])('%s', (text, key) => {
    expect(one(text, 'motion.in-favour').subject.key).toBe(key);
    expect(one(text, 'motion.against').subject.key).toBe(key);
  });
});
