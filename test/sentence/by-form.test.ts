import { expect, test } from 'vitest';
import { ByForm } from '../../src/sentence/by-form.ts';
import { tagWords } from '../../src/sentence/tag-words.ts';

const wordsIn = (text: string) => tagWords(text).words;

test('a word is asked about once, however often it stands in texts', () => {
  const asked: string[] = [];
  const length = new ByForm(({ lower }) => {
    asked.push(lower);
    return lower.length;
  });
  const lengths = wordsIn('Twelve ferries sank; twelve ferries were raised.').map((word) => length.of(word));
  expect(lengths).toEqual([6, 7, 4, 1, 6, 7, 4, 6, 1]);
  expect(asked.filter((word) => word === 'ferries')).toHaveLength(1);
});

test('a word that was changed is asked about anew', () => {
  const [word] = wordsIn('ferries');
  const lemma = new ByForm((each) => `${each.pos} ${each.lemma}`);
  if (!word) throw new Error('a text of one word has one');
  expect(lemma.of(word)).toBe('NOUN ferry');
  const changed = { ...word, pos: 'VERB', form: undefined };
  expect(lemma.of(changed)).toBe('VERB ferry');
  expect(lemma.of(word)).toBe('NOUN ferry');
});

test('more words than there is room for are answered rightly, whichever of them is forgotten', () => {
  const upper = new ByForm(({ lower }) => lower.toUpperCase());
  const letters = 'abcdefghijklmnop';
  const made = Array.from({ length: 20_000 }, (_, i) => {
    let word = 'q';
    for (let rest = i; word.length < 5; rest = Math.floor(rest / 16)) word += letters[rest % 16];
    return word;
  });
  for (let round = 0; round < 2; round += 1)
    for (const word of wordsIn(made.join(' '))) expect(upper.of(word)).toBe(word.lower.toUpperCase());
});
