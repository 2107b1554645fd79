import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const killed = (text: string): string[] =>
  read(text)
    .filter((claim) => claim.predicate.id === 'people.killed')
    .map((claim) => `${claim.value.text} ${claim.subject.text}`);

describe('what an article says twice', () => {
  it('keeps the body’s hedge over the headline’s bare number', () => {
    expect(killed('Storm kills three\n\nAt least three sailors were killed in the storm on Monday.')).toEqual(
      ['At least three sailors'],
    );
  });

  it('is one statement when the second only points back', () => {
    expect(killed('Shelling killed 12 villagers on Monday. The villagers were killed at dawn.')).toEqual([
      '12 villagers',
    ]);
  });

  it('is one person, whatever the second verb is', () => {
    const text = 'Troops captured a rebel leader on Monday. The leader was detained at dawn.';
    expect(read(text).filter((claim) => claim.predicate.id?.startsWith('people.'))).toHaveLength(1);
  });

  it('is two persons when the second is a new one', () => {
    const text = 'Troops captured a rebel leader on Monday. A driver was detained at dawn.';
    expect(read(text).filter((claim) => claim.predicate.id?.startsWith('people.'))).toHaveLength(2);
  });

  it('is one identity with two quotes when the figure is given again', () => {
    const claims = read(
      'Shelling killed 12 villagers on Monday. In all 12 people were killed, the mayor said.',
    );
    const keys = new Set(
      claims.filter((claim) => claim.predicate.id === 'people.killed').map((claim) => claim.subject.key),
    );
    expect(keys.size).toBe(1);
  });

  it('stays two statements when the figures differ', () => {
    expect(
      killed('Shelling killed 12 people on Monday. Later the mayor said that 14 people were killed.'),
    ).toHaveLength(2);
  });

  it('stays two statements when two named sources say it', () => {
    const text = 'AFP said 12 people were killed. Reuters said 12 people were killed.';
    expect(new Set(read(text).map((claim) => claim.attribution.origin)).size).toBe(2);
  });

  it('has the same ids on every run', () => {
    const ids = () => read('Shelling killed 12 people on Monday.').map((claim) => claim.id);
    expect(ids()).toEqual(ids());
  });
});

describe('people who are taken up again', () => {
  /** Whoever is counted, once for each identity. */
  const identities = (text: string): string[] => [
    ...new Set(
      read(text)
        .filter((claim) => claim.partOf === null && claim.predicate.id !== null)
        .map((claim) => `${claim.value.nominal} ${claim.subject.key}`),
    ),
  ];

  it.each([
    [
      'by another word for a leader',
      'Troops captured a rebel commander. The leader was detained at dawn.',
      1,
    ],
    ['by a word for anybody', 'Police arrested a smuggler on Monday. The suspect was detained at home.', 1],
    ['by their number', 'Troops captured two smugglers. The two gunmen were detained on a farm.', 1],
    [
      'as a part of more',
      'Troops captured a smuggler on Monday. They detained the smuggler and two others.',
      1,
    ],
    ['by their own description', 'Jane Roe, a graduate and athlete, died on Monday.', 1],
    ['not when they are additional', 'Troops captured a smuggler. They detained an additional suspect.', 2],
    [
      'as a part of a list',
      'Troops captured a smuggler and several other rebels. Several other rebels were also detained.',
      1,
    ],
    [
      'by what becomes of all of them',
      'Troops captured two smugglers on Monday. The detainees were taken into custody for questioning.',
      1,
    ],
    [
      'by a noun for what a verb has told, and their name',
      'Troops killed a rebel leader, John Doe, on Monday. The clash resulted in Doe’s death.',
      1,
    ],
    [
      'by a headline in the middle of a text',
      'Forces Confirm Capture of Rebel Leader on Monday. A rebel leader was detained in a raid on Monday.',
      1,
    ],
    [
      'as some of them',
      'Troops killed ten rebels on Monday. One of the rebels died as his vest went off.',
      1,
    ],
    ['not when they are some of others', 'Troops captured two rebels. One of the farmers died.', 2],
    ['not when they are new', 'Gunmen kidnapped a doctor on Monday. Police arrested a driver.', 2],
  ])('%s', (_, text, count) => {
    expect(identities(text)).toHaveLength(count);
  });

  it('in a village of the province where the headline put them', () => {
    expect(
      identities(
        'Twelve fishermen killed in Tartus\n\nA storm killed twelve fishermen in Baniyas on Monday.',
      ),
    ).toEqual(['12 fisherman']);
  });
});
