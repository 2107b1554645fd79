import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { annotateDocumentTimes } from '../../src/mention/annotators/time/context.ts';
import { annotateTimes } from '../../src/mention/annotators/time/time.ts';
import { TimeMention } from '../../src/mention/mention.ts';
import { splitSentences } from '../../src/sentence/split-sentences.ts';
import { costOf } from '../cost-of.ts';
import { documentOf, show, shown, timesIn, vocabulary } from './time-sentence.ts';

const WORDS =
  'the in on at by since last next this past over early late mid - – , . ( ) of and to from between until before ' +
  'after as so far Monday Sunday Sat Wed. May March Oct. October January spring fall night morning weekend week day ' +
  'days month year years hours ago yesterday today tonight overnight 7 31 30th 2nd 24 1990s 2023 2024 20000 11:30 p.m. ' +
  'am noon first quarter half Q1 10/7/2023 99/99/9999 2025-02-30 9999-12-31 0000-01-01 war began October will killed ' +
  'is due Christmas Easter Thanksgiving decade couple one two GMT';
const soup = fc
  .array(fc.constantFrom(...WORDS.split(' ')), { maxLength: 40 })
  .map((words) => words.join(' '));
const anyText = fc.oneof(soup, fc.string({ unit: 'grapheme', maxLength: 200 }));
const anyTime = fc.oneof(
  fc.constantFrom(
    '2025-10-07T12:00:00Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '2024-02-29',
    'never',
  ),
  fc.string(),
);

describe('times, whatever the text', () => {
  it('are exact slices with a beginning before their end, apart from each other', () => {
    fc.assert(
      fc.property(anyText, anyTime, (text, publishedAt) => {
        let end = 0;
        for (const mention of timesIn(text, { publishedAt })) {
          TimeMention.parse(mention);
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.start).toBeGreaterThanOrEqual(end);
          if (mention.from !== null && mention.to !== null) expect(mention.from < mention.to).toBe(true);
          for (const side of [mention.from, mention.to])
            expect(side ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/);
          end = mention.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('do not need the text of the document, only blanks may differ', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const sentences = splitSentences(documentOf(text));
        const context = { publishedAt: '2025-10-07T12:00:00Z', zone: 'UTC' };
        const bare = sentences.flatMap((s) => annotateTimes(s, context, vocabulary));
        expect(bare).toEqual(timesIn(text));
      }),
    );
  });

  it('without a time of publication are absolute dates only', () => {
    expect(shown('He came on Monday, in 2023, on October 7, 2023.', { publishedAt: 'soon' })).toEqual([
      '2023 | 2023-01-01 – 2024-01-01',
      'October 7, 2023 | 2023-10-07 – 2023-10-08',
    ]);
  });

  it('stay linear on hostile text', () => {
    const pieces = [
      'Monday to ',
      '2015-',
      'since war began in ',
      '1',
      'between 4 and ',
      '11:30 p.m. ',
      "last ' ",
    ];
    const read = (text: string): number => {
      const tokens = [...text.matchAll(/\S+/g)].map((match) => {
        const lower = match[0].toLowerCase();
        const [start, end] = [match.index, match.index + match[0].length];
        return { text: match[0], lower, lemma: lower, pos: 'NOUN', start, end, inQuote: false };
      });
      const place = { index: 0, block: 0, paragraph: 0, kind: 'body' as const, start: 0, end: text.length };
      const spent = [1, 2, 3].map(() =>
        costOf(() =>
          annotateTimes({ ...place, tokens }, { publishedAt: '2025-10-07', zone: 'UTC' }, vocabulary),
        ),
      );
      return Math.min(...spent);
    };
    for (const piece of pieces) {
      const [short, long] = [read(piece.repeat(1_000)), read(piece.repeat(4_000))];
      expect(long / Math.max(short, 5), piece).toBeLessThan(15);
    }
  });
});

describe('times told from publication', () => {
  const told = [
    'They met on Monday and will meet on Friday.',
    'Last Sunday 24 died, and next Tuesday they vote.',
    'It fell yesterday, last night, overnight Monday to Tuesday and over the weekend.',
    'It grew this week, last week, in the past 24 hours and over the last three days.',
    'He left two weeks ago, and he is due within the next day.',
    'It must be done by Thursday, as it has been since Wednesday.',
    'It happened at 11:30 p.m. on Saturday.',
  ];
  const shift = (iso: string | null, weeks: number): string | null =>
    iso === null
      ? null
      : new Date(Date.parse(`${iso.length > 10 ? iso : `${iso}T00:00`}Z`) + weeks * 604_800_000)
          .toISOString()
          .slice(0, iso.length);

  it('move with it by whole weeks', () => {
    fc.assert(
      fc.property(fc.constantFrom(...told), fc.integer({ min: -2000, max: 2000 }), (text, weeks) => {
        const moved = timesIn(text, { publishedAt: `${shift('2025-10-07T12:00', weeks)}:00Z` });
        const there = timesIn(text).map((m) => ({
          ...m,
          from: shift(m.from, weeks),
          to: shift(m.to, weeks),
        }));
        expect(there.length).toBeGreaterThan(0);
        expect(moved).toEqual(there);
      }),
    );
  });

  it('are read in the zone of the events', () => {
    const late = { publishedAt: '2025-10-07T22:30:00Z' };
    expect(shown('Two died today.', { ...late, zone: 'UTC' })).toEqual(['today | 2025-10-07 – 2025-10-08']);
    expect(shown('Two died today.', { ...late, zone: 'Asia/Gaza' })).toEqual([
      'today | 2025-10-08 – 2025-10-09',
    ]);
  });

  const zone = process.env['TZ'];
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('do not depend on the zone of the machine', () => {
    const seen = ['UTC', 'Pacific/Kiritimati', 'America/Los_Angeles'].map((host) => {
      process.env['TZ'] = host;
      return told.flatMap((text) => timesIn(text, { zone: 'Asia/Gaza' }).map(show)).join();
    });
    expect(new Set(seen).size).toBe(1);
  });
});

describe('times of a whole document', () => {
  const read = (text: string, publishedAt = '2025-10-09T12:00:00Z'): string[] => {
    const document = documentOf(text, 'body', publishedAt);
    return annotateDocumentTimes(splitSentences(document), document, vocabulary).map(show);
  };

  it('take the year of a date from where it is written', () => {
    expect(read('He was killed on May 3, 2019.\nThe attack of May 3 was the first.')).toEqual([
      'May 3, 2019 | 2019-05-03 – 2019-05-04',
      'May 3 | 2019-05-03 – 2019-05-04',
    ]);
    expect(read('He left on May 3, 2019, and on May 3, 2020.\nOn May 3 he was here.').at(-1)).toBe(
      'May 3 | 2025-05-03 – 2025-05-04',
    );
  });

  it('are told from the dateline where there is one', () => {
    expect(read('KABUL, Afghanistan (Sept. 1) - Two were killed Sunday.', '2025-09-03T10:00:00Z')).toEqual([
      'Sept. 1 | 2025-09-01 – 2025-09-02',
      'Sunday | 2025-08-31 – 2025-09-01',
    ]);
    expect(
      read('LA PAZ, 12 JAN 90 (EFE) -- [TEXT] TWO BOMBS WENT OFF LAST NIGHT.', '1990-01-14').at(-1),
    ).toBe('LAST NIGHT | 1990-01-11T18:00 – 1990-01-12T06:00');
    expect(read('Published 5 October 2025 Two were killed on Saturday.').at(-1)).toBe(
      'Saturday | 2025-10-04 – 2025-10-05',
    );
    expect(read('Hamas attacked on 5 October 2025 - and two were killed on Wednesday.').at(-1)).toBe(
      'Wednesday | 2025-10-08 – 2025-10-09',
    );
  });

  it('take no date that a sentence speaks of for a dateline', () => {
    for (const opening of [
      'October 7, 2023 was a Saturday.',
      'October 7, 2023, the day of the attack, is remembered.',
    ])
      expect(read(`${opening}\nTwo were killed on Monday.`).at(-1)).toBe('Monday | 2025-10-06 – 2025-10-07');
    for (const opening of ['7 October 2023', 'October 7, 2023 by A. Writer', 'October 7, 2023 | News'])
      expect(read(`${opening}\nTwo were killed on Monday.`).at(-1)).toBe('Monday | 2023-10-02 – 2023-10-03');
  });

  it('know what "since then" and "the next day" mean', () => {
    expect(read('It began on October 1. Since then 24 have died. The next day it rained.')).toEqual([
      'October 1 | 2025-10-01 – 2025-10-02',
      'Since then | 2025-10-01 – 2025-10-10 | cumulative',
      'The next day | 2025-10-02 – 2025-10-03',
    ]);
    expect(read('It was Sunday. That night it rained, and the next morning too.').slice(1)).toEqual([
      'That night | 2025-10-05T18:00 – 2025-10-06T06:00',
      'the next morning | 2025-10-06T00:00 – 2025-10-06T12:00',
    ]);
    expect(read('The next day it rained.')).toEqual([]);
  });

  it('date a war by the words of the document', () => {
    expect(
      read(
        'Israel struck Gaza.\n1,701 medical workers have been killed and 362 detained since the war began.',
      ),
    ).toEqual(['since the war began | 2023-10-07 – 2025-10-10 | cumulative']);
  });
});

describe('the words of time in the vocabulary', () => {
  const title = (text: string): string => text.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase());

  it('hold names in which no time is found', () => {
    const names = [...vocabulary.times.names.values()].flat().map((row) => title(row.words.join(' ')));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) expect(shown(`They watched ${name} there.`), name).toEqual([]);
  });

  it('hold feasts that are all found, each as one day', () => {
    const rows = [...vocabulary.times.holidays.values()].flat();
    expect(rows.length).toBeGreaterThan(30);
    for (const { words } of rows) {
      const name = title(words.join(' ').replace(' .', '.').replace(" ' ", "'"));
      expect(
        timesIn(`It was on ${name} there.`).map((m) => m.precision),
        name,
      ).toEqual(['day']);
    }
  });

  it('hold events that are dated where the document is about them', () => {
    const rows = [...vocabulary.anchors.events.values()].flat();
    expect(rows.length).toBeGreaterThan(40);
    for (const { words, value } of rows) {
      const about = new Set(value.topics.flat());
      const event = words.join(' ').replace(/ ?(['./-]) ?/g, '$1');
      const [found] = timesIn(`24 died since the ${event} began.`, { mentions: (word) => about.has(word) });
      expect(found?.from, event).toBe(value.date);
      expect(found?.class, event).toBe('cumulative');
    }
  });
});
