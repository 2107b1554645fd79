import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const parts = (text: string): string[] => {
  const claims = read(text);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return claims.flatMap((claim) => {
    const whole = byId.get(claim.partOf ?? '');
    return whole ? [`${claim.value.text} of ${whole.value.text}`] : [];
  });
};

describe('a stated part is linked to its whole', () => {
  it.each([
    ['The raid killed ten villagers, including three who were fetching water.', ['three of ten']],
    ['The group holds 48 hostages, 20 of whom are thought to be alive.', ['20 of 48']],
    ['Seventeen people were killed, two of them nurses.', ['two of Seventeen']],
    ['Six civilians were among at least 22 people killed in the raids.', ['Six of at least 22']],
    ['Seven people died, among them a child and two women.', ['a child of Seven', 'two of Seven']],
    ['Of the 31 dead, 12 were children.', ['12 of 31']],
    ['The 58 wounded included 12 children.', ['12 of 58']],
    ['Some 90 people have been killed, including 12 children, and 300 wounded.', ['12 of Some 90']],
  ])('%s', (text, wanted) => {
    expect(parts(text)).toEqual(wanted);
  });

  it.each([
    'The raid killed ten villagers. Three others fled.',
    'Ten villagers were killed and three were hurt.',
    'Three children and two women were among the dead.',
    'Some 90 people have been killed, and 300 wounded.',
    'Thirty people were wounded. Among the dead were three children.',
  ])('and nothing else is: %s', (text) => {
    expect(parts(text)).toEqual([]);
  });
});

describe('those of the sentence before', () => {
  it.each([
    ['At least 58 people were wounded. Among them were 12 children.', ['12 of At least 58']],
    [
      'At least 58 people were killed. They included the mayor and two doctors.',
      ['the mayor of At least 58', 'two of At least 58'],
    ],
    ['Some 58 people were killed. Twelve of them were children.', ['Twelve of Some 58']],
    ['Police arrested 40 people. Of those, 15 were students.', ['15 of 40']],
    ['Some 40 people were injured. Among them was a child.', ['a child of Some 40']],
  ])('%s', (text, wanted) => {
    expect(parts(text)).toEqual(wanted);
  });

  it.each([
    'Ten people were killed and 40 injured. Among them were three children.',
    'Some 58 people were killed. Twelve of them were arrested.',
    'Five people were killed. Seven of them were children.',
    'Police seized 40 cars. Among them were three lorries.',
    'Some 40 people were injured. The talks went on. Among them were 12 children.',
    'Up to 40 people may be killed. Among them were 12 children.',
  ])('and nothing else is: %s', (text) => {
    expect(parts(text)).toEqual([]);
  });
});
