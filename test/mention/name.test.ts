import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, nameKey, sameName } from '../../src/mention/annotators/name-key.ts';
import { readText } from './read-text.ts';

const named = (text: string): string[] =>
  readText(text).names.map(({ text: words, key, type }) => `${words} = ${key} (${type})`);

describe('spellings of one name', () => {
  it.each([
    ['Khalil al-Hayya', 'Al-Hayya'],
    ['Khalil al-Hayya', 'el-Haya'],
    ['Ahmad Sa’adat', 'Saadat'],
    ['Turkey', 'Türkiye'],
    ['Turkey', 'Turkiye'],
    ['Mohammed', 'Muhammad'],
    ['Volodymyr Zelenskiy', 'Zelensky'],
    ['Kyiv', 'Kiev'],
    ['Qaddafi', 'Gaddafi'],
    ['Abdel Fattah al-Sisi', 'el-Sissi'],
    ['Khan Younis', 'Khan Yunus'],
    ['Deir al-Balah', 'Dayr el-Balah'],
    ['Hezbollah', 'Hizbullah'],
    ['Haniyeh', 'Haniya'],
    ['Badr Abdelaty', 'Badr Abdel Aty'],
    ['Al Qaeda', 'Al-Qaida'],
    ['J. Biden', 'Joe Biden'],
    ['President Trump', 'Donald Trump'],
  ])('%s is %s', (a, b) => {
    expect(sameName(a, b)).toBe(true);
    expect(sameName(b, a)).toBe(true);
  });

  it.each([
    ['Iran', 'Iraq'],
    ['Niger', 'Nigeria'],
    ['Sudan', 'South Sudan'],
    ['North Korea', 'South Korea'],
    ['Donald Trump', 'Melania Trump'],
    ['Gaza', 'Gaza City'],
    ['Austria', 'Australia'],
    ['Mali', 'Malawi'],
    ['Hamas', 'Homs'],
    ['Guinea', 'Equatorial Guinea'],
    ['Mohammed', 'Mahmoud'],
    ['Georgia', 'George'],
    ['Oman', 'Amman'],
    ['Zambia', 'Gambia'],
  ])('%s is not %s', (a, b) => {
    expect(sameName(a, b)).toBe(false);
    expect(sameName(b, a)).toBe(false);
  });

  it('one name has one key, with and without title, particle or hyphen', () => {
    expect(nameKey('Majed Al-Ansari')).toBe(nameKey('Majed al Ansari'));
    expect(nameKey('President Donald Trump')).toBe('donald-trump');
    expect(nameKey('Iran')).not.toBe(nameKey('Iraq'));
  });

  it('a name is itself, either way round, whatever it is', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(sameName(a, b)).toBe(sameName(b, a));
        expect(nameKey(a).length).toBeGreaterThan(0);
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('names in a text', () => {
  it('short forms carry the key of the full name', () => {
    expect(named('Qatar’s envoy Majed al-Ansari spoke. Al-Ansari left.')).toEqual([
      'Majed al-Ansari = majed-ansari (person)',
      'Al-Ansari = majed-ansari (person)',
    ]);
  });

  it.each([
    ['Jane Roe came. Her mother, Margaret Roe, spoke. Roe left.', 'jane-roe'],
    ['Ted Roe came. Robert Roe spoke. Roe left.', 'ted-roe'],
    ['Michelle Roe came. Robert Roe spoke. Mr. Roe left.', 'robert-roe'],
    ['Robert Roe came. Michelle Roe spoke. Mrs. Roe left.', 'michelle-roe'],
    ['Ms. Roe left. Robert Roe stayed. Michelle Roe spoke.', 'michelle-roe'],
  ])('a family’s name alone is that of the first, if the form of address allows it: %s', (text, key) => {
    expect(readText(text).names.find((name) => name.text === 'Roe')?.key).toBe(key);
  });

  it('titles and demonyms are left out of a person’s name', () => {
    expect(
      named('He met Qatari Prime Minister Mohammed bin Abdulrahman and President Donald Trump.'),
    ).toEqual([
      'Mohammed bin Abdulrahman = mohamed-abdulrahman (person)',
      'Donald Trump = donald-trump (person)',
    ]);
  });

  it('“the ministry” is the ministry named before', () => {
    expect(named('Figures of the Interior Ministry differ. Later the ministry spoke.')).toEqual([
      'Interior Ministry = interior-ministry (organisation)',
      'the ministry = interior-ministry (organisation)',
    ]);
  });

  it('“the group” is a body, never the outlet that reports', () => {
    const [, , group] = readText('Hamas told Al Jazeera it agreed. Then the group left.').names;
    expect(group?.key).toBe('hamas');
  });

  it.each(['Talks resumed on Monday.', 'Negotiators met in Egypt.', 'The war in Gaza goes on.'])(
    'names nobody: %s',
    (text) => {
      expect(named(text)).toEqual([]);
    },
  );
});
