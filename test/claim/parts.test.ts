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
