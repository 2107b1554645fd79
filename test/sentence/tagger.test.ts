import { expect, test } from 'vitest';
import { Tagger } from '../../src/sentence/tagger.ts';

/** One for all tests that ask it for nothing else: it takes a while to make. */
const plain = new Tagger();

const LETTERS = 'bcdfghjklmnpqrstvwxz';

const formsOf = (tagger: Tagger, text: string): string =>
  tagger
    .tag(text)
    .forms.map((form) => `${form.text}/${form.pos}/${form.lemma}`)
    .join(' ');

/** A made-up word for each number. */
function madeUp(number: number): string {
  let word = 'q';
  for (let rest = number; word.length < 6; rest = Math.floor(rest / LETTERS.length))
    word += LETTERS[rest % LETTERS.length];
  return word;
}

/** Texts of ten made-up words each, no word twice. */
const texts = (count: number): string[] =>
  Array.from({ length: count }, (_, text) =>
    Array.from({ length: 10 }, (_word, i) => madeUp(text * 10 + i)).join(' '),
  );

test('a process that meets new words without end keeps only so many of them', () => {
  const tagger = new Tagger(30);
  for (const text of texts(9)) {
    tagger.tag(text);
    expect(tagger.kept).toBeGreaterThan(0);
    expect(tagger.kept).toBeLessThanOrEqual(30 + 10);
  }
});

test('a text is tagged the same after words were forgotten', () => {
  const text =
    'Qwrtzk said he can’t and didn’t leave Qwrtzk’s 12 left-wing houses, the WHO said. They are leaving.';
  const before = formsOf(plain, text);
  const tagger = new Tagger(30);
  for (const other of texts(9)) tagger.tag(other);
  expect(formsOf(tagger, text)).toBe(before);
  expect(formsOf(tagger, text)).toBe(before);
});

test('one word has another lemma as another part of speech, and inside a contraction', () => {
  const { forms } = plain.tag(
    "They were leaving. The leaves fell. He leaves, and can't leave. The can fell.",
  );
  const lemmas = (text: string): string[] =>
    forms.filter((form) => form.text === text).map(({ pos, lemma }) => `${pos} ${lemma}`);
  expect(lemmas('leaves')).toEqual(['NOUN leaf', 'VERB leave']);
  expect(lemmas('ca')).toEqual(['AUX can']);
});

test('a tagger knows the words of its dictionary and no others, whatever it has read', () => {
  plain.tag('qwrtzk');
  expect(plain.knows('house')).toBe(true);
  expect(plain.knows('qwrtzk')).toBe(false);
});

test.each([
  [
    "It was the family’s, he said. It was the family's, he said.",
    "His family's house burned. His family’s house burned.",
  ],
  ["It is one of her son's. It is Bunny’s.", "Her son's room in Bunny’s shop is empty."],
  ['They left at 4 p.m and slept..', 'It happened at 4 p.m..'],
])('%s: what was read before changes no later text', (before, text) => {
  const tagger = new Tagger();
  tagger.tag(before);
  expect(formsOf(tagger, text)).toBe(formsOf(new Tagger(), text));
});

test('a possessive is cut after it stood before a comma', () => {
  plain.tag("It was the family's, he said.");
  expect(plain.tag("His family's house burned.").forms.map(({ text }) => text)).toContain('family');
});

test.each([
  'The ministry said “word”, (he added) and 1,200 people; Gen. Smith cannot go.',
  'He said it... cannot, can’t: U.S.-led forces left "Gaza".',
  'qwrtzk, qwrtzk. (qwrtzk “qwrtzk qwrtzk',
  'Tabs\there, and\n\nlines  with  many   blanks.',
  'The family’s, he said, and the family’s house.',
])('%s: a text is tagged the same when everything in it was met before', (text) => {
  const tagger = new Tagger();
  const cut = () => {
    const { starts, ends } = tagger.tag(text);
    return { forms: formsOf(tagger, text), starts, ends };
  };
  const first = cut();
  expect(cut()).toEqual(first);
  tagger.tag(text.split(/\s+/).reverse().join(' '));
  expect(cut()).toEqual(first);
});

test('a mark is cut from a word that nobody knows, but not from an abbreviation', () => {
  expect(formsOf(new Tagger(), '(qwrtzk, Gen. Smith cannot')).toBe(
    '(/PUNCT/( qwrtzk/NOUN/qwrtzk ,/PUNCT/, Gen./PROPN/gen. Smith/PROPN/smith can/AUX/can not/PART/not',
  );
});

test('a text with blanks that break no line is cut as one without', () => {
  const words = (text: string): string[] => plain.tag(text).forms.map((form) => form.text);
  expect(words('He paid 20\u00a0million dollars.')).toEqual(words('He paid 20 million dollars.'));
});
