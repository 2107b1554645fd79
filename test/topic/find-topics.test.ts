import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../src/pipeline.ts';
import { findTopics, foundedBy, type Tie } from '../../src/topic/find-topics.ts';
import { type Traits, traitsOf } from '../../src/topic/traits.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();
const { topics: rules } = vocabulary.rules;

function read(outlet: string, publishedAt: string, title: string, text: string): Traits {
  const input = { outlet, publishedAt, title, text: `${title}\n\n${text}` };
  const { document, mentions, claims } = extract(input, vocabulary);
  return traitsOf(document, mentions, claims, vocabulary);
}

const ferry = [
  read(
    'Plum Daily',
    '2026-02-03T10:00:00Z',
    'Ferry sinks off Bergen',
    'A ferry sank off Bergen on Monday and killed 14 people. Among the dead is the captain, Olaf Brunsvik. The Nordlys had left Stavanger at dawn.',
  ),
  read(
    'Pear Post',
    '2026-02-03T15:00:00Z',
    'Captain among dead of the Nordlys',
    'Olaf Brunsvik, the captain of the Nordlys, went down with his ship near Bergen on Monday. At least 12 people were killed, rescuers said.',
  ),
  read(
    'Quince Herald',
    '2026-02-05T09:00:00Z',
    'Divers search the Nordlys',
    'Divers reached the wreck of the Nordlys off Bergen, in which 14 people were killed on Monday. The body of Olaf Brunsvik was found on the bridge.',
  ),
];
const fire = [
  read(
    'Plum Daily',
    '2026-02-03T11:00:00Z',
    'Warehouse burns in Turin',
    'A fire in a warehouse in Turin killed 3 people on Monday. The owner, Carla Menotti, was not in the building.',
  ),
  read(
    'Pear Post',
    '2026-02-04T11:00:00Z',
    'Owner of Turin warehouse questioned',
    'The police in Turin questioned Carla Menotti, whose warehouse burned down on Monday. Three people were killed.',
  ),
];
/** Another day in the same town, told in nearly the same words. */
const again = read(
  'Plum Daily',
  '2026-02-20T10:00:00Z',
  'Ferry sinks off Bergen',
  'A ferry sank off Bergen on Thursday and killed 6 people. Rescuers said that the sea was calm.',
);
const heap = [...ferry, ...fire, again];
const found = (documents: readonly Traits[], ties: readonly Tie[] = []) => findTopics(documents, ties, rules);
const sets = (documents: readonly Traits[], ties: readonly Tie[] = []) =>
  found(documents, ties)
    .map((topic) => [...topic.documents].sort())
    .sort();
const ids = (documents: readonly Traits[]) => documents.map(({ document }) => document).sort();
const id = (traits: Traits | undefined): string => traits?.document ?? '';

describe('which articles tell one story', () => {
  it('those that share the people, the place and the day do; a like headline is none of it', () => {
    expect(sets(heap)).toEqual([ids(ferry), ids(fire), ids([again])].sort());
  });

  it('the order in which they come does not matter, to the byte', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(heap, { minLength: heap.length }), (order) => {
        expect(JSON.stringify(found(order))).toBe(JSON.stringify(found(heap)));
      }),
      { numRuns: 30 },
    );
  });

  it('stories that have nothing to do with it change nothing', () => {
    expect(sets(ferry)).toEqual([ids(ferry)]);
    expect(found(heap)).toEqual(expect.arrayContaining(found(ferry)));
  });

  it('a topic is founded by its earliest article, and an id that it gives up leads to it still', () => {
    const [first, ...later] = ferry;
    expect(found(later).map((topic) => topic.id)).toEqual([foundedBy(id(later[0]))]);
    const [grown] = found(ferry);
    expect(grown?.id).toBe(foundedBy(id(first)));
    expect(grown?.documents).toContain(id(later[0]));
    expect(grown?.title).toBe('Ferry sinks off Bergen');
  });
});

describe('what a person says of topics', () => {
  const [a, b] = [id(ferry[0]), id(fire[0])];
  const together: Tie = { documents: [a, b], together: true };

  it('joins two stories, and the last word counts', () => {
    expect(sets(heap, [together])).toHaveLength(2);
    expect(sets(heap, [together, { documents: [b, a], together: false }])).toHaveLength(3);
  });

  it('keeps two articles apart, each with those that are nearest to it', () => {
    const apart: Tie = { documents: [id(ferry[0]), id(ferry[2])], together: false };
    const parts = sets(ferry, [apart]);
    expect(parts).toHaveLength(2);
    expect(parts.flat().sort()).toEqual(ids(ferry));
    expect(parts.some((part) => part.includes(id(ferry[0])) && part.includes(id(ferry[2])))).toBe(false);
    expect(sets([...ferry].reverse(), [apart])).toEqual(parts);
  });

  it('two that are kept apart stay so when a third is joined to both', () => {
    const ties: Tie[] = [
      { documents: [id(ferry[0]), id(ferry[2])], together: false },
      { documents: [id(ferry[0]), id(ferry[1])], together: true },
      { documents: [id(ferry[1]), id(ferry[2])], together: true },
    ];
    const parts = sets(ferry, ties);
    expect(parts.some((part) => part.includes(id(ferry[0])) && part.includes(id(ferry[2])))).toBe(false);
  });
});
