import { describe, expect, it } from 'vitest';
import { nameCapitals } from '../../src/mention/annotators/place/capitals.ts';
import { nameWords, placeIndex } from '../../src/mention/annotators/place/place-index.ts';
import { annotateAllPlaces, annotatePlaces } from '../../src/mention/annotators/place.ts';
import { readText, sentencesOf, vocabulary } from './read-text.ts';

const placed = (text: string): string[] =>
  readText(text).places.map(({ text: words, key, adjective }) => `${words} = ${key}${adjective ? '*' : ''}`);

describe('places in a text', () => {
  it.each([
    ['Talks in Sharm El-Sheikh, Egypt', ['Sharm El-Sheikh, Egypt = sharm-el-sheikh']],
    ['Turkish and Qatari envoys', ['Turkish = turkey*', 'Qatari = qatar*']],
    ['Türkiye and the UAE agreed', ['Türkiye = turkey', 'UAE = united-arab-emirates']],
    ['a strike near Kandahār in Afghanistan', ['Kandahār = kandahar', 'Afghanistan = afghanistan']],
    ['fighting in Aleppo and Idlib, Syria', ['Aleppo = aleppo', 'Idlib, Syria = idlib']],
    ['a shooting in Gary, Indiana', ['Gary, Indiana = gary']],
    ['Palestinians fled', ['Palestinians = palestinian-territories*']],
    ['He flew to Moscow from the US.', ['Moscow = moscow', 'US = united-states']],
  ])('%s', (text, expected) => {
    expect(placed(text)).toEqual(expected);
  });

  it.each([
    'Give us the figures.',
    'It happened in March.',
    'Jim Jordan voted, and Jordan smiled.',
    'Hillary Clinton and Barack Obama spoke.',
    'Nice people were reading.',
  ])('no place: %s', (text) => {
    expect(placed(text)).toEqual([]);
  });

  it('a name in subject place is a town only if the text says so elsewhere', () => {
    expect(placed('In Texas, Garland voted and smiled.')).toEqual(['Texas = texas']);
    expect(placed('Police came to Garland, Texas. Garland slept.')).toHaveLength(2);
  });

  it('“the enclave” and “the city” are the last such place named before', () => {
    expect(placed('Gaza is cut off. Attacks across the enclave went on.')).toEqual([
      'Gaza = gaza-strip',
      'the enclave = gaza-strip',
    ]);
    expect(placed('Attacks across the enclave went on in the city of ruins.')).toEqual([]);
  });

  it('the country that is named tells which of two towns is meant', () => {
    expect(placed('The blast in Birmingham shook Alabama.')[0]).toBe('Birmingham = birmingham-us');
    expect(placed('The blast in Birmingham shook Britain.')[0]).toBe('Birmingham = birmingham');
  });
});

describe('one sentence on its own', () => {
  it('gives the same places as a document of that sentence', () => {
    const text = 'Strikes hit Gaza City and Rafah on Monday.';
    const [sentence] = sentencesOf(text);
    expect(sentence && annotatePlaces(sentence, vocabulary)).toEqual(readText(text).places);
  });
});

describe('how places relate', () => {
  it.each([
    ['aleppo', 'syria', 'inside'],
    ['syria', 'aleppo', 'contains'],
    ['aleppo', 'idlib', 'disjoint'],
    ['gaza-city', 'gaza-strip', 'inside'],
    ['gaza-city', 'rafah', 'disjoint'],
    ['gaza-strip', 'israel', 'disjoint'],
    ['cairo', 'qatar', 'disjoint'],
    ['moscow', 'europe', 'unknown'],
    ['birmingham', 'birmingham-us', 'disjoint'],
    ['aleppo', 'aleppo-region', 'inside'],
  ])('%s and %s: %s', (a, b, relation) => {
    expect(vocabulary.places.relate(a, b)).toBe(relation);
  });

  it('a place of the gazetteer is found by the words of its name', () => {
    const index = placeIndex(vocabulary.places);
    for (const { id, name, curated } of vocabulary.places.nodes.values()) {
      if (curated || name === undefined) continue;
      const words = nameWords(name);
      const rows = index.get(words.slice(0, 2).join(' ')) ?? [];
      if (!rows.some((row) => row.id === id && row.words.join() === words.join())) throw new Error(name);
    }
  });

  it('no place lies inside itself, and every larger place exists', () => {
    for (const [id, node] of vocabulary.places.nodes) {
      expect(node.within).not.toContain(id);
      for (const larger of node.within)
        if (!vocabulary.places.nodes.has(larger)) throw new Error(`${id}: ${larger}`);
    }
  });
});

describe('a capital', () => {
  const keysIn = (text: string): string[] => {
    const sentences = sentencesOf(text);
    return nameCapitals(sentences, annotateAllPlaces(sentences, vocabulary), vocabulary).map(
      ({ key }) => key,
    );
  };

  it.each([
    ['A bomb exploded in the Afghan capital on Monday.', 'kabul'],
    ['A bomb exploded in Lebanon’s capital on Monday.', 'beirut'],
    ['A bomb exploded in Kenya’s capital city on Monday.', 'nairobi'],
    ['A bomb exploded in the capital of Chad on Monday.', 'ndjamena'],
  ])('is the town that is meant: %s', (text, key) => {
    expect(keysIn(text)).toEqual([key]);
  });

  it.each([
    ['A bomb exploded in the financial capital of India on Monday.', 'india'],
    ['Kenyan capital markets fell on Monday.', 'kenya'],
    ['Capital punishment is rare in Kenya.', 'kenya'],
  ])('is not what is called so too: %s', (text, key) => {
    expect(keysIn(text)).toEqual([key]);
  });

  it('is listed for countries that are, and lies in them', () => {
    expect(vocabulary.capitals.size).toBeGreaterThan(150);
    for (const [country, town] of vocabulary.capitals) {
      expect(vocabulary.places.level(country), country).toBe('country');
      expect(vocabulary.places.countryOf(town), town).toBe(country);
    }
  });
});
