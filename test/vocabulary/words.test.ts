import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWordClass } from '../../src/cli/check-words.ts';
import { extract } from '../../src/pipeline.ts';
import { VOCABULARY_FOLDER } from '../../src/vocabulary/folder.ts';
import { loadVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.ts';
import { readWords, type WordClass } from '../../src/vocabulary/words.ts';
import { parseYaml } from '../../src/vocabulary/yaml.ts';

const vocabulary = loadVocabulary();

/** What is wrong with the examples of a class whose words nobody knows. */
function without(each: WordClass, { wordClasses }: Vocabulary): string[] {
  const words = wordClasses.find(({ id }) => id === each.id)?.words as Set<string>;
  const kept = [...words];
  words.clear();
  try {
    return checkWordClass(each, vocabulary).failures.map(({ text }) => text);
  } finally {
    for (const word of kept) words.add(word);
  }
}

describe.each([...vocabulary.wordClasses])('$id', (each) => {
  it('decides its examples', () => {
    expect(checkWordClass(each, vocabulary).failures).toEqual([]);
  });

  it.each(each.takes.map(({ text }) => text))('decides “%s” by its words', (text) => {
    expect(without({ ...each, leaves: [] }, vocabulary)).toContain(text);
  });
});

describe('a folder of one’s own', () => {
  let folder = '';
  const put = (text: string): void => writeFileSync(join(folder, 'doubt-words.yaml'), text);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'words-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const modalities = (text: string): string[] =>
    extract(
      { outlet: 'harbour-gazette', publishedAt: '2025-10-07T12:00:00Z', language: 'en', text },
      loadVocabulary(folder),
    ).claims.map(({ modality }) => modality);

  it('adds words to a class, which decide at once', () => {
    const text = 'Forty people are believed dead in Mombasa.';
    put('{}');
    expect(modalities(text)).toEqual(['occurred']);
    put('feared: { words: [believed] }');
    expect(modalities(text)).toEqual(['expected']);
  });

  it('takes words out of a class', () => {
    put('feared: { not: [feared] }');
    const { words } = loadVocabulary(folder);
    expect([...words.doubt.feared]).toEqual(['presumed']);
  });

  it('is told of a class that nothing asks for, and of a word that is none', () => {
    put('fearful: { words: [dreaded] }');
    expect(() => loadVocabulary(folder)).toThrow(/doubt-words\.yaml.*fearful/s);
    put('feared:\n  words: ["dreaded "]');
    expect(() => loadVocabulary(folder)).toThrow(/doubt-words\.yaml:2: feared\.words\[0\]: Write the words/);
  });
});

it('a class without a sentence that it must leave alone does not load', () => {
  const shipped = (name: string): Record<string, object> =>
    parseYaml(readFileSync(join(VOCABULARY_FOLDER, `${name}.yaml`), 'utf8')) as Record<string, object>;
  const read = (feared: object) => () =>
    readWords((name, schema) => {
      const given = shipped(name);
      const changed = { ...given, feared: { ...given['feared'], ...feared } };
      return schema.parse(name === 'doubt-words' ? changed : given);
    });
  expect(read({})).not.toThrow();
  expect(read({ leaves: [] })).toThrow(/Give at least one sentence that it must leave alone/);
  expect(read({ takes: [] })).toThrow(/Give at least one sentence that such a word decides/);
});
