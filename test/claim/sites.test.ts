import { describe, expect, it } from 'vitest';
import { ClaimInput } from '../../src/claim/claim-input.ts';
import { readClaimRow } from '../../src/claim/read-claim-row.ts';
import { readFile, VOCABULARY_FOLDER } from '../../src/vocabulary/folder.ts';
import { SiteWords } from '../../src/vocabulary/sites.ts';
import { read, vocabulary } from './read.ts';

const places = (text: string, predicate = 'people.killed'): (string | null)[] =>
  read(text)
    .filter((claim) => claim.predicate.id === predicate)
    .map(({ scope: { place } }) => place);

const { examples } = readFile(`${VOCABULARY_FOLDER}/site-words.yaml`, SiteWords);

describe('a named site is a place of its own inside its town', () => {
  it.each(examples.takes)('$text', ({ text, place }) => {
    expect(places(text)).toEqual([place]);
  });

  it.each(examples.leaves)('not in: %s', (text) => {
    expect(places(text)).toEqual(['mombasa']);
  });

  it('has one key in whatever words the town is told', () => {
    const keys = [
      'Twelve people were killed at Mombasa’s Noor Mosque.',
      'Twelve people were killed at the Noor Mosque in Mombasa.',
      'Twelve people were killed at Al-Noor mosque in the city of Mombasa.',
      'The Noor Mosque in Mombasa is old. Twelve people were killed in an attack on Noor Mosque.',
    ].map((text) => places(text)[0]);
    expect(new Set(keys)).toEqual(new Set(['mombasa/noor-mosque']));
  });

  it('lies where it stands, not where its name comes from', () => {
    expect(places('Twelve people were killed at the Nairobi Grand Hotel in Mombasa.')).toEqual([
      'mombasa/grand-hotel',
    ]);
  });
});

describe('a site that is named by the way is not where it happened', () => {
  it.each([
    'Doctors at Noor Hospital in Mombasa said 12 people were killed.',
    'Twelve people were killed, an official at Noor College in Mombasa told reporters.',
  ])('its town may be: %s', (text) => {
    expect(places(text)).toEqual(['mombasa']);
  });

  it.each([
    'A man was booked into the Mombasa jail. Twelve people were killed.',
    'A student at Mombasa College lost her way. Twelve people were killed.',
    'The hurt were treated at Noor Hospital in Mombasa. Twelve people were killed.',
    'Twelve people died at Noor Hospital in Mombasa.',
  ])('nor its town: %s', (text) => {
    expect(places(`A bus overturned in Garissa on Monday. ${text}`)).toEqual(['garissa']);
  });
});

describe('sites stand to each other', () => {
  const { places: taxonomy } = vocabulary;
  it.each([
    ['mombasa/noor-mosque', 'mombasa', 'inside'],
    ['mombasa', 'mombasa/noor-mosque', 'contains'],
    ['mombasa/noor-mosque', 'kenya', 'inside'],
    ['mombasa/noor-mosque', 'kenya/noor-mosque', 'equal'],
    ['mombasa/noor-mosque', 'mombasa/noor-hill-mosque', 'equal'],
    ['mombasa/noor-mosque', 'mombasa/linwood-mosque', 'disjoint'],
    ['mombasa/noor-mosque', 'nairobi/noor-mosque', 'disjoint'],
    ['mombasa/noor-mosque', 'mombasa/noor-hospital', 'unknown'],
    ['mombasa/noor-mosque', 'mombasa/mosque', 'unknown'],
    ['dovrin/noor-mosque', 'dovrin', 'inside'],
  ] as const)('%s, %s: %s', (a, b, relation) => {
    expect(taxonomy.relate(a, b)).toBe(relation);
  });

  it('have a name that a person would write', () => {
    expect(taxonomy.nodes.get('mombasa/noor-mosque')?.name).toBe('Noor Mosque, Mombasa');
  });
});

describe('a ready-made row may name a site', () => {
  it.each([
    ['Al-Noor Mosque, Raqqa', 'raqqa/noor-mosque'],
    ['mombasa/noor-mosque', 'mombasa/noor-mosque'],
    ['Washington, D.C.', 'washington-dc'],
    ['Raqqa', 'raqqa'],
  ])('%s', (place, key) => {
    const row = { topic: 't', outlet: 'Gazette', subject: 'people', predicate: 'people.killed', value: 12 };
    const { claim } = readClaimRow(ClaimInput.parse({ ...row, scope: { place } }), vocabulary);
    expect(claim.scope.place).toBe(key);
  });
});
