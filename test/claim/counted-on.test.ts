import { describe, expect, it } from 'vitest';
import { extract, reconcile } from '../../src/pipeline.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();
const read = (text: string, publishedAt = '2025-02-19T12:00:00Z', outlet = 'a') =>
  extract({ outlet, topic: 'test', publishedAt, language: 'en', text }, vocabulary);

/** "484 people.killed cumulative null..2025-02-04": each figure with the time that it counts. */
const told = (text: string): string[] =>
  read(text)
    .claims.filter(({ predicate }) => predicate.id !== null && predicate.id !== 'statement.quote')
    .map(({ value, predicate, scope: { time } }) => {
      const day = (at: string | null | undefined) => at?.slice(0, 10) ?? 'open';
      const when = time === null ? 'unknown' : `${day(time.from)}..${day(time.to)}`;
      return `${value.text} ${predicate.id} ${predicate.timeClass} ${when}`;
    });
const people = (text: string): string[] =>
  read(text)
    .claims.filter(({ predicate }) => predicate.id !== null)
    .map(({ value, predicate, scope }) => `${value.text} ${predicate.id} ${scope.population}`);

describe('what an epidemic does is counted for weeks', () => {
  it('a total as of a day is a running total up to that day', () => {
    expect(
      told('As of 3 February 2025, a total of 784 cholera cases and 48 deaths had been reported.'),
    ).toEqual([
      '784 people.infected cumulative open..2025-02-04',
      '48 people.killed cumulative open..2025-02-04',
    ]);
  });

  it('so it is from the beginning of the outbreak to a day', () => {
    expect(
      told('From the beginning of the outbreak to 3 February 2025, a total of 784 cases were reported.'),
    ).toEqual(['784 people.infected cumulative open..2025-02-04']);
  });

  it('so is a number of cases without a day', () => {
    expect(told('The country has recorded 784 cases of cholera and 48 deaths.')).toEqual([
      '784 people.infected cumulative open..2025-02-20',
      '48 people.killed cumulative open..2025-02-20',
    ]);
  });

  it('since it began', () => {
    expect(told('The outbreak of cholera that began in Katwa in August has infected 840 people.')).toEqual([
      '840 people.infected cumulative 2024-08-01..2025-02-20',
    ]);
    expect(told('The epidemic killed 1,200 people in 2014.')).toEqual([
      '1,200 people.killed flow 2014-01-01..2015-01-01',
    ]);
  });

  it('what came on since the last report is of the time since then', () => {
    const since = [
      '42 people.infected flow 2025-01-30..2025-02-20',
      '11 people.killed flow 2025-01-30..2025-02-20',
    ];
    expect(
      told('Since our last report on 30 January 2025, 42 new cases came in, with 11 additional deaths.'),
    ).toEqual(since);
    expect(
      told(
        'Following the previous update of 30 January 2025, 42 new cases came in, with 11 additional deaths.',
      ),
    ).toEqual(since);
  });

  it('a total behind the cases of one day is no figure of that day', () => {
    expect(
      told('The ministry recorded 12 new cholera cases on Monday, bringing the total to 1,204.'),
    ).toEqual([
      '12 people.infected flow 2025-02-17..2025-02-18',
      '1,204 people.infected cumulative open..2025-02-20',
    ]);
  });

  it('a total of some months is of these months', () => {
    expect(told('A total of 5,935 cholera cases were reported from October 2024 to January 2025.')).toEqual([
      '5,935 people.infected flow 2024-10-01..2025-02-01',
    ]);
  });

  it('a level is none of the week in which it was reached', () => {
    expect(
      told(
        'No new cases were reported in the last week, leaving the number of health workers infected at 68.',
      ).at(-1),
    ).toBe('68 people.infected cumulative open..2025-02-20');
  });

  it('cases of a day stay cases of that day', () => {
    expect(told('The province reported 4,823 cases on Friday.')).toEqual([
      '4,823 people.infected flow 2025-02-14..2025-02-15',
    ]);
  });

  it('so it is between the first report and a day', () => {
    expect(
      told(
        'Since the notification of the first cases of cholera in the port on 2 October 2024, to 11 January 2025, the ministry reported a total of 14,777 suspected cases and 291 deaths.',
      ),
    ).toEqual([
      '14,777 people.infected cumulative 2024-10-02..2025-01-12',
      '291 people.killed cumulative 2024-10-02..2025-01-12',
    ]);
  });

  it('what came on is of its own day, since whenever the whole counts', () => {
    expect(
      told(
        'Two new cholera cases were confirmed on 7 February, bringing the number of confirmed cases to four since October 2024.',
      ),
    ).toEqual([
      'Two people.infected flow 2025-02-07..2025-02-08',
      'four people.infected cumulative 2024-10-01..2025-02-20',
    ]);
  });

  it('a flood after which disease is feared is no epidemic', () => {
    const flood = told(
      'Floods killed 373 people in Kerala on Monday, as workers handed out medicine to ward off disease. A total of 40 people are missing.',
    );
    expect(flood[0]).toBe('373 people.killed flow 2025-02-17..2025-02-18');
  });

  it('an attack in the middle of an outbreak has its own day', () => {
    const attack = told(
      'Gunmen attacked an Ebola treatment centre in Katwa on Monday. Four people were killed and nine were wounded in the attack. The outbreak has infected 840 people.',
    );
    expect(attack).toContain('Four people.killed flow 2025-02-17..2025-02-18');
    expect(attack).toContain('840 people.infected cumulative open..2025-02-20');
  });

  it('the dead of a quake are of its day, whatever the total', () => {
    expect(told('A total of 48 people were killed in the earthquake on Monday.')).toEqual([
      '48 people.killed flow 2025-02-17..2025-02-18',
    ]);
  });

  it('reports of several weeks grow, and are no conflict', () => {
    const report = (day: string, cases: number, since: number, dead: number) =>
      read(
        `${since} new cases were reported since our last report on ${Number(day) - 7} February 2025. From the beginning of the outbreak of cholera in Katwa to ${day} February 2025, a total of ${cases} cases, including ${cases - 60} confirmed and 60 probable cases, and ${dead} deaths were reported.`,
        `2025-02-${day}T18:00:00Z`,
        `outlet-${day}`,
      );
    const reports = [report('12', 784, 20, 48), report('19', 840, 56, 53), report('26', 872, 32, 54)];
    const { findings } = reconcile(
      'test',
      reports.map(({ document }) => document),
      reports.flatMap(({ claims }) => claims),
      vocabulary,
    );
    expect(findings.filter(({ verdict }) => verdict === 'conflict')).toEqual([]);
    expect(findings.some(({ verdict }) => verdict === 'evolving')).toBe(true);
  });
});

describe('whom a figure counts', () => {
  it('how surely a case is one is a kind of its own; all of them together are everybody', () => {
    expect(people('There were 775 confirmed and 65 probable cases of cholera.')).toEqual([
      '775 people.infected confirmed-case',
      '65 people.infected probable-case',
    ]);
    expect(people('The ministry reported 840 confirmed or probable cases.')).toEqual([
      '840 people.infected null',
    ]);
  });

  it('those whose number it is', () => {
    expect(people('The number of suspected cases rose to 655.')).toEqual([
      '655 people.infected suspected-case',
    ]);
    expect(people('The number of cases rose to 655.')).toEqual(['655 people.infected null']);
  });

  it('those among whom it is counted', () => {
    expect(people('The report tells of 21 deaths among health workers.')).toEqual([
      '21 people.killed medical-worker',
    ]);
    expect(people('The report tells of 21 deaths among the 300 who fell ill.')[0]).toBe(
      '21 people.killed null',
    );
  });

  it('the same people, of whom "with" or "including" tells more', () => {
    expect(people('The number of health workers infected rose to 68, with 21 deaths.')).toEqual([
      '68 people.infected medical-worker',
      '21 people.killed medical-worker',
    ]);
    expect(people('The number of cholera cases rose to 680, with 21 deaths.')).toEqual([
      '680 people.infected null',
      '21 people.killed null',
    ]);
  });

  it('a kind to which everybody belongs who does it is everybody', () => {
    expect(people('Police counted 338,000 protesters at the march in Lisbon on Sunday.')).toEqual([
      '338,000 people.protesting null',
    ]);
    expect(people('About 40 teachers protested in Lisbon on Sunday.')).toEqual([
      'About 40 people.protesting teacher',
    ]);
  });
});
