import { describe, expect, it } from 'vitest';
import { checkShortForms } from '../../src/cli/check-vocabulary.ts';
import { indexShortForms } from '../../src/vocabulary/place-short-forms.ts';
import { readText, vocabulary } from './read-text.ts';

const placed = (text: string): string[] =>
  readText(text).places.map(({ text: words, key }) => `${words} = ${key}`);

describe('the land behind a town', () => {
  it.each([
    // A short form, behind which no other town of the name is meant.
    ['a shooting in Bristol, Tenn., on Saturday', ['Bristol, Tenn. = bristol-us-tn']],
    ['a shooting in Bristol, TN.', ['Bristol, TN = bristol-us-tn']],
    ['TAUNTON, Mass. (AP) — Three people were killed.', ['TAUNTON, Mass. = taunton-us']],
    // Its name, in full.
    ['a fire in Salem, Oregon, on Monday', ['Salem, Oregon = salem-us']],
    ['a fire in London, Ontario, on Monday', ['London, Ontario = london-ca']],
    ['a fire in Tripoli, Lebanon, on Monday', ['Tripoli, Lebanon = tripoli-lb']],
    // Once is enough: it is that one in the whole text.
    [
      'A shooting in Paris, Texas, killed two. The mayor of Paris spoke.',
      ['Paris, Texas = paris-us', 'Paris = paris-us'],
    ],
    // A town that no list has lies in its land, whoever shares its name.
    ['a crash in Hesston, Kan., on Monday', ['Kan. = kansas']],
    ['a crash in Washington, Pa., on Monday', ['Pa. = pennsylvania']],
  ])('%s', (text, wanted) => {
    expect(placed(text)).toEqual(wanted);
  });

  it.each([
    ['air raids on Aleppo, Idlib and Homs', ['Aleppo = aleppo', 'Idlib = idlib', 'Homs = homs']],
    ['air raids on Aleppo, Idlib, and Homs', ['Aleppo = aleppo', 'Idlib = idlib', 'Homs = homs']],
    [
      'fires in Sydney, Texas, Ohio and Utah',
      ['Sydney = sydney', 'Texas = texas', 'Ohio = ohio', 'Utah = utah'],
    ],
    [
      'Storms hit Georgia, Florida and Alabama.',
      ['Georgia = georgia-region', 'Florida = florida', 'Alabama = alabama'],
    ],
  ])('a list is none: %s', (text, wanted) => {
    expect(placed(text)).toEqual(wanted);
  });

  it.each(['said John Smith, MD.', 'Fine, OK, but when?', 'the Art Institute, Mo said'])(
    'no land: %s',
    (text) => {
      expect(placed(text)).toEqual([]);
    },
  );

  it('the short forms pass their own examples', () => {
    expect(checkShortForms(vocabulary).failures).toEqual([]);
  });

  it('a short form of no place, or of two, does not load', () => {
    const given = (forms: Record<string, string[]>) => () =>
      indexShortForms({ forms, examples: { takes: [], leaves: [] } }, vocabulary.places);
    expect(given({ nowhere: ['Nw.'] })).toThrow('"nowhere" is no place that a list has');
    expect(given({ ohio: ['OH'], utah: ['OH'] })).toThrow('"OH" is both ohio and utah');
  });
});
