import { describe, expect, it } from 'vitest';
import { shown, timesIn } from './time-sentence.ts';

/** Published on Tuesday 7 October 2025 at noon, UTC. */
const reads = (name: string, rows: readonly (readonly [string, ...string[]])[], about = ''): void => {
  describe(name, () => {
    it.each(rows.map(([text, ...times]) => ({ text, times })))('$text', ({ text, times }) => {
      const words = new Set(about.split(' '));
      expect(shown(text, { mentions: (word) => words.has(word) })).toEqual(times);
    });
  });
};

reads('a part of a day that something happened before or after is of that day', [
  ['The boat sank before dawn on Monday.', 'before dawn on Monday | 2025-10-06T00:00 – 2025-10-06T08:00'],
  ['It sank just after nightfall.'],
  ['They left before Monday night.', 'before Monday night | … – 2025-10-06T18:00'],
  ['2006: A crush kills 364.', '2006 | 2006-01-01 – 2007-01-01'],
  ['Room 2006: a crush kills 364.'],
]);

reads('a weekday is the last one, unless the clause lies ahead', [
  ['Israeli attacks on Monday killed ten people.', 'Monday | 2025-10-06 – 2025-10-07'],
  ['Talks resumed Tuesday in Egypt.', 'Tuesday | 2025-10-07 – 2025-10-08'],
  ['The talks will resume on Wednesday.', 'Wednesday | 2025-10-08 – 2025-10-09'],
  ['Negotiators are expected to reconvene on Friday.', 'Friday | 2025-10-10 – 2025-10-11'],
  ['The two are to be arraigned Thursday.', 'Thursday | 2025-10-09 – 2025-10-10'],
  ['A vote is scheduled for Thursday.', 'Thursday | 2025-10-09 – 2025-10-10'],
  ['He failed to arrive on Thursday.', 'Thursday | 2025-10-02 – 2025-10-03'],
  [
    'The hearing is Friday, the next one is December 8.',
    'Friday | 2025-10-10 – 2025-10-11',
    'December 8 | 2025-12-08 – 2025-12-09',
  ],
  ['He is in hospital after a shooting Friday.', 'Friday | 2025-10-03 – 2025-10-04'],
  ['Following Monday’s debate they left.', 'Monday | 2025-10-06 – 2025-10-07'],
  ['He could not be reached Wednesday.', 'Wednesday | 2025-10-01 – 2025-10-02'],
  ['It would have opened on Wednesday.', 'Wednesday | 2025-10-01 – 2025-10-02'],
  ['On Wednesday, police say, they found him.', 'Wednesday | 2025-10-01 – 2025-10-02'],
  ['Monday’s debate might not move mountains.', 'Monday | 2025-10-06 – 2025-10-07'],
  [
    'Officials said Monday that the talks would resume Thursday.',
    'Monday | 2025-10-06 – 2025-10-07',
    'Thursday | 2025-10-09 – 2025-10-10',
  ],
  ['Last Thursday he left.', 'Last Thursday | 2025-10-02 – 2025-10-03'],
  ['He left this past Friday.', 'this past Friday | 2025-10-03 – 2025-10-04'],
  ['They meet next Friday.', 'next Friday | 2025-10-10 – 2025-10-11'],
  ['He said so on Monday of last week.', 'Monday of last week | 2025-09-29 – 2025-09-30'],
  ['Sirens sounded Wed Feb 17 2016.', 'Wed Feb 17 2016 | 2016-02-17 – 2016-02-18'],
]);

reads('"last Monday" on a Tuesday is not yesterday', [
  ['They met last Monday.', 'last Monday | 2025-09-29 – 2025-09-30'],
  ['They meet next Wednesday.', 'next Wednesday | 2025-10-15 – 2025-10-16'],
]);

reads('parts of a day', [
  ['It fell late Monday night.', 'late Monday night | 2025-10-06T21:00 – 2025-10-07T06:00'],
  ['It fell late Monday afternoon.', 'late Monday afternoon | 2025-10-06T15:00 – 2025-10-06T18:00'],
  ['It fell on Monday night.', 'Monday night | 2025-10-06T18:00 – 2025-10-07T06:00'],
  ['It fell early on Monday.', 'early on Monday | 2025-10-06T00:00 – 2025-10-06T12:00'],
  ['It fell yesterday afternoon.', 'yesterday afternoon | 2025-10-06T12:00 – 2025-10-06T18:00'],
  ['It fell last night.', 'last night | 2025-10-06T18:00 – 2025-10-07T06:00'],
  ['They meet tonight.', 'tonight | 2025-10-07T18:00 – 2025-10-08T06:00'],
  ['It fell on the night of October 6.', 'the night of October 6 | 2025-10-06T18:00 – 2025-10-07T06:00'],
  [
    'It fell in the early hours of Monday.',
    'the early hours of Monday | 2025-10-06T00:00 – 2025-10-06T06:00',
  ],
  [
    'The round was held overnight Monday to Tuesday.',
    'overnight Monday to Tuesday | 2025-10-06T18:00 – 2025-10-07T06:00',
  ],
  ['Two were killed overnight.', 'overnight | 2025-10-06T18:00 – 2025-10-07T06:00'],
  ['It happened at 11:30 p.m. Monday.', '11:30 p.m. Monday | 2025-10-06T23:30 – 2025-10-06T23:31'],
  ['It happened Monday at 8pm.', 'Monday at 8pm | 2025-10-06T20:00 – 2025-10-06T20:01'],
  [
    'It happened at 10:40 p.m. Monday night.',
    '10:40 p.m. Monday night | 2025-10-06T22:40 – 2025-10-06T22:41',
  ],
  ['It happened at 1 a.m. Monday night.', '1 a.m. Monday night | 2025-10-07T01:00 – 2025-10-07T01:01'],
  ['It happened around 5:30 Sunday evening.', '5:30 Sunday evening | 2025-10-05T17:30 – 2025-10-05T17:31'],
  ['It happened around 3:30 Sunday morning.', '3:30 Sunday morning | 2025-10-05T03:30 – 2025-10-05T03:31'],
  ['It rang at 2 a.m. this morning.', '2 a.m. this morning | 2025-10-07T02:00 – 2025-10-07T02:01'],
  [
    'It struck at 11:11 p.m. (2211 GMT) on Friday.',
    '11:11 p.m. (2211 GMT) on Friday | 2025-10-03T23:11 – 2025-10-03T23:12',
  ],
  ['It rang at 0430 GMT on Monday.', '0430 GMT on Monday | 2025-10-06T04:30 – 2025-10-06T04:31'],
  ['It rang around 2 a.m. and again.', '2 a.m. | … – … | unknown'],
  ['Talks go on later in the day.', 'later in the day | 2025-10-07 – 2025-10-08'],
]);

reads('weeks, months and years told from publication', [
  ['Airstrikes killed 24 over the weekend.', 'over the weekend | 2025-10-04 – 2025-10-06'],
  ['They will meet at the weekend.', 'at the weekend | 2025-10-11 – 2025-10-13'],
  ['He announced it last week.', 'last week | 2025-09-29 – 2025-10-06'],
  ['An attempt last month killed five.', 'last month | 2025-09-01 – 2025-10-01'],
  ['It opens next year.', 'next year | 2026-01-01 – 2027-01-01'],
  ['It fell earlier this month.', 'earlier this month | 2025-10-01 – 2025-10-08'],
  ['It fell in August.', 'August | 2025-08-01 – 2025-09-01'],
  ['It fell in November.', 'November | 2024-11-01 – 2024-12-01'],
  ['If they win in November they will act.', 'November | 2025-11-01 – 2025-12-01'],
  ['In an August speech he said so.', 'August | 2025-08-01 – 2025-09-01'],
  ['It fell in late July.', 'late July | 2025-07-21 – 2025-08-01'],
  ['It fell last summer.', 'last summer | 2025-06-01 – 2025-09-01'],
]);

reads('lengths of time up to now, or from now', [
  ['In the past 24 hours 30 died.', 'In the past 24 hours | 2025-10-06T12:00 – 2025-10-07T12:00'],
  ['Fires burned for the past four hours.', 'for the past four hours | 2025-10-07T08:00 – 2025-10-07T12:00'],
  ['It grew over the last three days.', 'over the last three days | 2025-10-04 – 2025-10-08'],
  ['He recalled the last two years of conflict.', 'the last two years | 2023-10-07 – 2025-10-08'],
  ['He recalled the last two years of the war.'],
  ['It fell in the last five months of her reign.'],
  ['It grew in the past five months.', 'in the past five months | 2025-05-07 – 2025-10-08'],
  ['He is expected within the next day.', 'within the next day | 2025-10-07 – 2025-10-09'],
  ['He left three days ago.', 'three days ago | 2025-10-04 – 2025-10-05'],
  ['He left two weeks ago.', 'two weeks ago | 2025-09-20 – 2025-09-27'],
  ['He left two years ago.', 'two years ago | 2023-01-01 – 2024-01-01'],
  ['He will leave in two weeks.', 'in two weeks | 2025-10-21 – 2025-10-22'],
  ['Two days after October 1 he left.', 'Two days after October 1 | 2025-10-03 – 2025-10-04'],
]);

reads('dates as they are written', [
  ['He came on Oct. 7 2023.', 'Oct. 7 2023 | 2023-10-07 – 2023-10-08'],
  ['He came on 7 October.', '7 October | 2025-10-07 – 2025-10-08'],
  ['He came on October 8.', 'October 8 | 2025-10-08 – 2025-10-09'],
  ['He came on October 12.', 'October 12 | 2024-10-12 – 2024-10-13'],
  ['He will come on October 8.', 'October 8 | 2025-10-08 – 2025-10-09'],
  ['He came on the 7th of October, 2023.', 'the 7th of October, 2023 | 2023-10-07 – 2023-10-08'],
  ['He came on Monday, October 6.', 'Monday, October 6 | 2025-10-06 – 2025-10-07'],
  ['He came on Friday, October 6.', 'Friday, October 6 | 2023-10-06 – 2023-10-07'],
  ['It is dated 2023-10-07.', '2023-10-07 | 2023-10-07 – 2023-10-08'],
  ['It is dated 10/7/2023.', '10/7/2023 | 2023-10-07 – 2023-10-08'],
  ['It is dated 13/7/2023.', '13/7/2023 | 2023-07-13 – 2023-07-14'],
  ['It is dated 8/10/2025.', '8/10/2025 | 2025-08-10 – 2025-08-11'],
  ['It is dated 11/9/2025.', '11/9/2025 | 2025-09-11 – 2025-09-12'],
  ['LIMA, 3 FEB 89 -- THE ARMY SAID SO.', '3 FEB 89 | 1989-02-03 – 1989-02-04'],
  ['KABUL (Oct. 8) – Two died.', 'Oct. 8 | 2025-10-08 – 2025-10-09'],
  ['KABUL (Sept. 1) – Two died.', 'Sept. 1 | 2025-09-01 – 2025-09-02'],
]);

reads('periods', [
  ['It grew in early 2024.', 'early 2024 | 2024-01-01 – 2024-05-01'],
  ['It grew in mid-March.', 'mid-March | 2025-03-11 – 2025-03-21'],
  ['It grew at the end of October 2023.', 'the end of October 2023 | 2023-10-21 – 2023-11-01'],
  ['It grew in the first quarter.', 'first quarter | 2025-01-01 – 2025-04-01'],
  ['It grew in Q3 2023.', 'Q3 2023 | 2023-07-01 – 2023-10-01'],
  ['It grew in spring 2024.', 'spring 2024 | 2024-03-01 – 2024-06-01'],
  ['It grew in 2023.', '2023 | 2023-01-01 – 2024-01-01'],
  ['It grew in the 1990s.', '1990s | 1990-01-01 – 2000-01-01'],
  ['It grew in the 1800s.', '1800s | 1800-01-01 – 1900-01-01'],
  ['It was the sixth death for 2015, they said.', '2015 | 2015-01-01 – 2016-01-01'],
  ['At its July summit it said so.', 'July | 2025-07-01 – 2025-08-01'],
  ['The 2015 attack is forgotten.', '2015 | 2015-01-01 – 2016-01-01'],
  ['It grew in the first week of August.', 'the first week of August | 2025-08-01 – 2025-08-08'],
  ['It grew in the last three months of 2023.', 'the last three months of 2023 | 2023-10-01 – 2024-01-01'],
  ['It was held on the first Monday of August.', 'the first Monday of August | 2025-08-04 – 2025-08-05'],
  ['It grew 2.1% in the year to June.', 'the year to June | 2024-07-01 – 2025-07-01'],
  ['It grew in the 12 months to March 2024.', 'the 12 months to March 2024 | 2023-04-01 – 2024-04-01'],
  ['It rained all Labor Day weekend.', 'Labor Day weekend | 2025-08-30 – 2025-09-02'],
  ['It fell on Christmas Eve.', 'Christmas Eve | 2024-12-24 – 2024-12-25'],
  ['It fell on Easter Sunday 2018.', 'Easter Sunday 2018 | 2018-04-01 – 2018-04-02'],
]);

reads('ranges include both ends', [
  ['It ran from Friday to Sunday.', 'from Friday to Sunday | 2025-10-03 – 2025-10-06'],
  ['It ran on Saturday and Sunday.', 'Saturday and Sunday | 2025-10-04 – 2025-10-06'],
  ['It ran between 2014 and 2018.', 'between 2014 and 2018 | 2014-01-01 – 2019-01-01'],
  ['It ran from May to July 2023.', 'from May to July 2023 | 2023-05-01 – 2023-08-01'],
  ['It ran from Oct 30–Nov 2, 2023.', 'from Oct 30–Nov 2, 2023 | 2023-10-30 – 2023-11-03'],
  ['It ran between 4 and 6 October 2023.', '4 and 6 October 2023 | 2023-10-04 – 2023-10-07'],
  ['It has run from 2014 to now.', 'from 2014 to now | 2014-01-01 – 2025-10-08'],
  ['It ran 2014 through 2018.', '2014 through 2018 | 2014-01-01 – 2019-01-01'],
  ['It ran in the 2023/24 season.', '2023/24 | 2023-01-01 – 2025-01-01'],
  ['It ran 2014-2018.', '2014-2018 | 2014-01-01 – 2019-01-01'],
]);

reads('since, as of, by, until', [
  ['It has grown since Monday.', 'since Monday | 2025-10-06 – 2025-10-08 | cumulative'],
  ['It has grown since at least 2014.', 'since at least 2014 | 2014-01-01 – 2025-10-08 | cumulative'],
  [
    'It has burned since dawn on Monday.',
    'since dawn on Monday | 2025-10-06T04:00 – 2025-10-08T00:00 | cumulative',
  ],
  ['A truce until Christmas.', 'until Christmas | … – 2025-12-26'],
  ['It has grown since 2014.', 'since 2014 | 2014-01-01 – 2025-10-08 | cumulative'],
  ['So far this year 24 died.', 'So far this year | 2025-01-01 – 2025-10-08 | cumulative'],
  [
    'They died since the conflict began in March 2011.',
    'since the conflict began in March 2011 | 2011-03-01 – 2025-10-08 | cumulative',
  ],
  ['24 died since the truce took effect.', 'since the truce took effect | … – 2025-10-08 | cumulative'],
  ['As of Monday, 24 had died.', 'As of Monday | 2025-10-06 – 2025-10-07 | as-of'],
  ['It must be paid by Friday.', 'by Friday | … – 2025-10-11 | as-of'],
  ['It lasted until Sunday.', 'until Sunday | … – 2025-10-06'],
  ['He spoke after Monday’s talks.', 'Monday | 2025-10-06 – 2025-10-07'],
  ['It was built before 2014.', 'before 2014 | … – 2014-01-01'],
  ['A ruling is unlikely before the end of the year.', 'before the end of the year | … – 2026-01-01'],
]);

reads(
  'a war is dated by the words around it',
  [
    ['They died since the war began.', 'since the war began | 2023-10-07 – 2025-10-08 | cumulative'],
    ['They died since October 7.', 'since October 7 | 2023-10-07 – 2025-10-08 | cumulative'],
    ['They marked the eve of the 7 October attacks.', 'the 7 October | 2023-10-07 – 2023-10-08'],
    ['They marked the October 7 attack.', 'October 7 | 2023-10-07 – 2023-10-08'],
    [
      'It is the second anniversary of the attack on October 7, 2023, which killed 1,139.',
      'October 7, 2023 | 2023-10-07 – 2023-10-08',
    ],
  ],
  'gaza hamas israel',
);

reads('and not without them', [
  ['They died since the war began.', 'since the war began | … – 2025-10-08 | cumulative'],
  ['They marked the October 7 attack.', 'October 7 | 2025-10-07 – 2025-10-08'],
]);

reads(
  'two wars that both fit date nothing',
  [['They died since the war began.', 'since the war began | … – 2025-10-08 | cumulative']],
  'gaza israel ukraine russia',
);

reads('what is no time', [
  ['He may march on, and 24 may have died.'],
  ['They did not trust it, not even for a second.'],
  ['The sun sat low after a fall; he wed in haste.'],
  ['At least 24 people watched Friday Night Lights for four hours.'],
  ['They were out of school for a third consecutive year.'],
  ['The man, 24, was hit 2,023 times by 2000 others.'],
  ['It was dated Feb 30, 2024, or 2025-02-30.'],
  ['He works on Mondays, and Monday nights are quiet.'],
  ['The April 6 Youth Movement met on 26 July Street.'],
  ['Theresa May spoke to USA Today.'],
  ['It burned down in 2000 homes.'],
  ['Call (313) 222-2027 since he left.'],
  ['They met at Amir Jan’s house.'],
  ['They came on the twenty third day of it.'],
  ['The 30-second spot and the 13-year-old.'],
]);

it.each([
  ['2025-10-29', []],
  ['2025-11-02', ['2025-10-31']],
  ['2025-10-07', ['2024-10-31']],
])('a feast that is near ahead is neither its day nor last year’s: told on %s', (day, days) => {
  const times = timesIn('A man was hurt in a Halloween prank in the old town.', {
    publishedAt: `${day}T12:00:00Z`,
  });
  expect(times.map(({ from }) => from)).toEqual(days);
});

it('what is held around a feast names no day', () => {
  for (const what of ['party', 'celebrations', 'market'])
    expect(shown(`A crowd was crushed at a Christmas ${what} in the old town.`)).toEqual([]);
  expect(shown('Two men were shot on Christmas Day.')).toHaveLength(1);
});
