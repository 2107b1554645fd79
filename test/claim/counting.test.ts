import { describe, expect, it } from 'vitest';
import { read } from './read.ts';

const provisional = (text: string): string[] =>
  read(text)
    .filter((claim) => claim.provisional)
    .map((claim) => `${claim.predicate.id} ${claim.value.nominal}`);

describe('a count that goes on', () => {
  it.each([
    ['The blast killed 22 people. The toll is expected to rise.', ['people.killed 22']],
    ['State television raised the death toll, saying 22 people died.', ['people.killed 22']],
    [
      'The quake killed 22 people and injured 40. Crews are pulling survivors from under the rubble.',
      ['people.killed 22', 'people.injured 40'],
    ],
    ['The blast killed 22 people and injured 40. The death toll may climb.', ['people.killed 22']],
    ['The blast killed 22 people. Prices are expected to rise.', []],
    ['The blast killed 22 people and wounded 40, the ministry said.', []],
  ])('%s', (text, wanted) => {
    expect(provisional(text)).toEqual(wanted);
  });
});
