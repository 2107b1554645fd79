import { describe, expect, it } from 'vitest';
import { line, quantitiesIn } from './quantity-sentence.ts';

const read = (text: string): string[] => quantitiesIn(text).map(line);
const all = (rows: [string, string[]][]) =>
  it.each(rows)('%s', (text, expected) => expect(read(text)).toEqual(expected));

describe('counts and their hedges', () => {
  all([
    [
      'At least 67,160 have been killed and more than 169,000 wounded.',
      ['At least 67,160 = 67160 at-least', 'more than 169,000 = 169000 more-than'],
    ],
    ['The blaze killed ten people, including three firefighters.', ['ten = 10', 'three = 3']],
    [
      'Nearly 200 homes burned and as many as 40 may be lost.',
      ['Nearly 200 = 200 nearly', 'as many as 40 = 40 up-to'],
    ],
    [
      'Up to about 30 people and at least some 20 dogs were saved.',
      ['Up to about 30 = 30 up-to', 'at least some 20 = 20 at-least'],
    ],
    [
      'No fewer than 12 and not more than 15 crew were aboard.',
      ['No fewer than 12 and not more than 15 = 12..15'],
    ],
    [
      'The quake left 1,000+ homeless, 300-odd injured and 24 at least dead.',
      ['1,000+ = 1000 more-than', '300-odd = 300 about', '24 at least = 24 at-least'],
    ],
    ['It hit 30 people or more, perhaps 40 or so.', ['30 = 30 at-least', '40 or so = 40 about']],
    [
      'Fewer than a dozen stayed; exactly 9 left.',
      ['Fewer than a dozen = 12 less-than', 'exactly 9 = 9 exact'],
    ],
  ]);

  it('a preposition is no hedge', () => {
    expect(read('They talked about three hostages.')).toEqual(['three = 3']);
    expect(read('He was held over three days.')).toEqual(['three days = 3 day duration']);
    expect(read('The siege lasted over three days.')).toEqual(['over three days = 3 more-than day duration']);
  });
});

describe('number words', () => {
  all(
    [
      [
        'Two hundred and six soldiers and one million two hundred thousand civilians fled.',
        ['Two hundred and six = 206', 'one million two hundred thousand = 1.2e+06'],
      ],
      [
        'Half a million marched, two and a half million stayed.',
        ['Half a million = 500000', 'two and a half million = 2.5e+06'],
      ],
      [
        'Two dozen cars, a dozen buses and five score sheep.',
        ['Two dozen = 24', 'a dozen = 12', 'five score = 100'],
      ],
      [
        'It cost 35 lakh rupees, or 1.5 crore overall.',
        ['35 lakh rupees = 3500000 rupee measure', '1.5 crore = 15000000'],
      ],
      [
        'A total of 1.5m killed and £3.4bn lost.',
        ['1.5m = 1500000', '£3.4bn = 3400000000 pound-sterling measure'],
      ],
      [
        'Between one hundred and two hundred people came.',
        ['Between one hundred and two hundred = 100..200'],
      ],
    ].map(([text, rows]) => [
      text,
      (rows as string[]).map((row) => row.replace('1.2e+06', '1200000').replace('2.5e+06', '2500000')),
    ]) as [string, string[]][],
  );

  it('"and" joins what belongs to one number only', () => {
    expect(read('The storm killed 2 million and six others fled.')).toEqual([
      '2 million = 2000000',
      'six = 6',
    ]);
    expect(read('He counted 45 and 50 cases.')).toEqual(['45 = 45', '50 = 50']);
  });

  it('a scale word alone is no number', () => {
    expect(read('The multi million deal of Thousand Oaks fell through.')).toEqual([]);
  });
});

describe('digits', () => {
  it.each([
    ['1,234,567', 1_234_567],
    ['12,34,567', 1_234_567],
    ['1 200', 1_200],
    ['1\u202f234\u202f567.5', 1_234_567.5],
    ['١٢٣', 123],
    ['1.3x10^6', 1_300_000],
    ['2½', 2.5],
    ['2 1/2', 2.5],
  ])('"%s" is one number', (digits, value) => {
    expect(quantitiesIn(`They counted ${digits} people.`).map((m) => m.nominal)).toEqual([value]);
  });

  it('a comma is a decimal sign where the language has it so', () => {
    expect(quantitiesIn('Es waren 1.500 Tonnen', 'body', 'de').map((m) => m.nominal)).toEqual([1500]);
    expect(quantitiesIn('um 3,5 Tonnen', 'body', 'de').map((m) => m.nominal)).toEqual([3.5]);
    expect(quantitiesIn('There were 1.500 tonnes').map((m) => m.nominal)).toEqual([1.5]);
    expect(quantitiesIn('There were 1,500 tonnes').map((m) => m.nominal)).toEqual([1500]);
  });

  it('a list is not one number', () => {
    expect(quantitiesIn('Rooms 22,24,26 and 31.').some((m) => m.nominal !== null && m.nominal > 99)).toBe(
      false,
    );
  });

  it('the size of the last written digit is kept', () => {
    const steps = quantitiesIn('About 169,000 or 1.5m people, 24 cars and 70 thousand sheep.').map(
      (m) => m.significance,
    );
    expect(steps).toEqual([1000, 100_000, 1, 10_000]);
  });
});

describe('units', () => {
  all([
    [
      'A 128GB phone fell 10 km at 50mph.',
      ['128GB = 128 gigabyte measure', '10 km = 10 kilometre measure', '50mph = 50 mile-per-hour rate'],
    ],
    [
      'It costs US$2tn, 5 euros or $70 a share.',
      [
        'US$2tn = 2000000000000 dollar measure',
        '5 euros = 5 euro measure',
        '$70 a share = 70 dollar-per-share rate',
      ],
    ],
    [
      'The magnitude 6.4 quake struck; a 5.1-magnitude aftershock followed.',
      ['magnitude 6.4 = 6.4 magnitude measure', '5.1-magnitude = 5.1 magnitude measure'],
    ],
    [
      'Four hours of talks ended the two-year-long war.',
      ['Four hours = 4 hour duration', 'two-year = 2 year duration'],
    ],
    [
      'A 500-pound bomb cost 500 pounds.',
      ['500-pound = 500 pound measure', '500 pounds = 500 pound-sterling measure'],
    ],
    [
      'He is 5 ft 2 in tall and 40C is hot.',
      ['5 ft 2 in = 5.16667 foot measure', '40C = 40 celsius measure'],
    ],
    [
      'Half a mile on, half an hour later.',
      ['Half a mile = 0.5 mile measure', 'half an hour = 0.5 hour duration'],
    ],
  ]);

  it('a preposition is no inch and a verb no currency', () => {
    expect(read('The raid killed 47 in east Ruritania.')).toEqual(['47 = 47']);
    expect(read('All 3 won medals.')).toEqual(['3 = 3']);
  });
});

describe('shares, ranges and changes', () => {
  all([
    [
      '25 of 38 hospitals are shut and 103 of the 157 centres.',
      ['25 of 38 = 25 of 38 fraction', '103 of the 157 = 103 of 157 fraction'],
    ],
    [
      'One in five voters, or two out of three.',
      ['One in five = 1 of 5 fraction', 'two out of three = 2 of 3 fraction'],
    ],
    [
      'About 95% of homes, a third of farms and two-thirds of roads.',
      [
        'About 95% = 95 about percent fraction',
        'a third = 0.333333 fraction',
        'two-thirds = 0.666667 fraction',
      ],
    ],
    [
      'Between 10 and 15 died, five or six are missing.',
      ['Between 10 and 15 = 10..15', 'five or six = 5..6'],
    ],
    [
      'Between them 5 per cent to 20 per cent, or $140m-$150m, is lost.',
      [
        '5 per cent to 20 per cent = 5..20 percent fraction',
        '$140m-$150m = 140000000..150000000 dollar measure',
      ],
    ],
    [
      'The figure is from 19 to 24; 10 to 15 million fled.',
      ['from 19 to 24 = 19..24', '10 to 15 million = 10000000..15000000'],
    ],
    ['The toll rose from 19 to 24.', ['19 = 19 unknown', '24 = 24 change']],
    ['The toll, which stood at 19, rose to 24, up by 5.', ['19 = 19', '24 = 24', '5 = 5 change']],
  ]);

  it('a range is no result, and the former value of a change is marked', () => {
    expect(read('They lost 10-15 men in a 3-1 defeat.')).toEqual(['10-15 = 10..15']);
    expect(read('The toll is 24, up from 19.')).toEqual(['24 = 24', '19 = 19 unknown']);
    expect(read('It raised the toll by three to 24.')).toEqual(['three = 3 change', '24 = 24']);
  });

  it('the size of a change and what it leads to are two numbers', () => {
    expect(read('Oil gained $1.20 to $82.')).toEqual([
      '$1.20 = 1.2 dollar change',
      '$82 = 82 dollar measure',
    ]);
  });

  it('"a third year" is no third, and "the second half" no half', () => {
    expect(read('It is shut for a third consecutive year, in the second half.')).toEqual([]);
  });

  it('a date behind "in" makes no share', () => {
    expect(read('He shot 2 in 2019 and 3 in May.')).toEqual(['2 = 2', '3 = 3']);
  });
});

describe('vague numbers and none', () => {
  all([
    [
      'Dozens died, scores of people fled, tens of thousands marched.',
      ['Dozens = 24 vague', 'scores of = 40 vague', 'tens of thousands = 20000 vague'],
    ],
    [
      'Several insurgents, a couple of guards and a few hundred troops.',
      ['Several = 3 vague', 'a couple of = 2 vague', 'a few hundred = 300 vague'],
    ],
    ['No one was hurt and there were no casualties.', ['No one = 0 exact', 'no = 0 exact']],
  ]);

  it('"no doubt" counts nothing, "a few days" names no number of days', () => {
    expect(read('There is no doubt that she scores well in a few days.')).toEqual([]);
  });

  it('a vague number is open above', () => {
    expect(quantitiesIn('Dozens died.')[0]).toMatchObject({ low: 24, high: null, hedge: 'vague' });
  });
});

describe('one', () => {
  all([
    ['One person died; one of the hostages was killed.', ['One = 1', 'one = 1']],
    ['A war, one he has waged, the one who left, this one, one another and no one knows one could go.', []],
    ['It is one of the largest and was one of the first.', []],
  ]);
});

describe('ages', () => {
  all([
    ['A 14-year-old boy and a man aged 87 died.', ['14-year-old = 14 year age', 'aged 87 = 87 year age']],
    ['Jane Roe, 34, and her son John Roe, 9.', ['34 = 34 year age', '9 = 9 year age']],
    [
      'One, 33, was hit and the other, 25, fled. John Doe, also 16, of Gary, ran.',
      ['One = 1', '33 = 33 year age', '25 = 25 year age', '16 = 16 year age'],
    ],
    [
      'A 100-year-old and Ann Poe (21) were saved; Ms Poe is 21.',
      ['100-year-old = 100 year age', '21 = 21 year age', '21 = 21 year age'],
    ],
    [
      'The three are ages 15, 17 and 18.',
      ['three = 3', 'ages 15 = 15 year age', '17 = 17 year age', '18 = 18 year age'],
    ],
    ['The mill is more than 500 years old.', ['more than 500 years old = 500 more-than year age']],
  ]);
});

describe('numbers that count nothing', () => {
  it.each([
    'On October 7, 2023 and 9 October, on Oct. 7-9 and 15 MAR 89.',
    'In 2013 and the 1990s, since 2013-14, on 2018-05-17 and 5/17/2018.',
    'At 9:30 a.m., 10pm, 6.30pm, five o’clock, 0015 GMT and at 1600.',
    'The 101st Airborne flew F-16s with a GBU-39.',
    'Section 427, Flight 370, No. 3, Highway 61, Covid-19, phase two.',
    'The S&P 500 and the iPhone 11 of the Group of Seven.',
    'Rivals won 3-1 and 6-4; the court ruled 5-4; it passed 220-213.',
    'Call 555-1234, (313) 222-2058 or 800-577-TIPS.',
    'It is at 1600 Pennsylvania Avenue, at 208 East 6th St., in the 3200 block of Rood Circle.',
    'See https://example.org/20%25/7 for more.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('four digits count when something says so', () => {
    expect(read('At least 2000 fled; 1984 people stayed.')).toEqual([
      'At least 2000 = 2000 at-least',
      '1984 = 1984',
    ]);
  });

  it('a court or a square is no address when its people are counted', () => {
    expect(read('All 9 Supreme Court judges agreed.')).toEqual(['9 = 9']);
  });

  it('a place before a number does not make it a name', () => {
    expect(read('In Gaza 24 people were killed.')).toEqual(['24 = 24']);
  });
});

describe('offsets', () => {
  it('point at the words and at the numeral inside them', () => {
    const text = 'Police said: “At least 67,160 people” and about 95% of homes.';
    for (const m of quantitiesIn(text)) {
      expect(text.slice(m.start, m.end)).toBe(m.text);
      expect(m.text).toContain(text.slice(m.numberStart, m.numberEnd));
    }
    expect(quantitiesIn(text).map((m) => text.slice(m.numberStart, m.numberEnd))).toEqual(['67,160', '95']);
  });
});
