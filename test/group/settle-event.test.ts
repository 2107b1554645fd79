import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import { placeRest } from '../../src/group/place-rest.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { claim, type Told } from '../builders.ts';
import { support } from './consensus-of.ts';

const vocabulary = loadVocabulary();

describe('articles of one event, placed by other words', () => {
  it('answer one question when their moments are of one night', () => {
    const texts = [
      'Three people were killed in Aleppo on Saturday night.',
      'Three people were killed in Aleppo early on Sunday.',
      'Three people were killed.',
    ];
    expect(support(texts, 'people.killed')).toEqual(['3 articles: 3']);
  });

  it('count on in a toll that only says when it was counted', () => {
    const texts = [
      'Three people were killed in a blast in Aleppo on Monday.',
      'The death toll from the blast in Aleppo rose to three on Tuesday.',
    ];
    expect(support(texts, 'people.killed')).toEqual(['2 articles: 3']);
  });

  it('leave a toll alone where others count since some other day', () => {
    const texts = [
      'Three people were killed in a blast in Aleppo on Monday.',
      'The death toll in Aleppo rose to 300 on Tuesday.',
      'In Aleppo 290 people have been killed since 1 September.',
    ];
    expect(support(texts, 'people.killed')).toContain('1 articles: 3');
  });

  it('stay apart on different days and in different places', () => {
    expect(
      support(
        ['Three people were killed in Aleppo on Monday.', 'Five people were killed in Aleppo on Friday.'],
        'people.killed',
      ),
    ).toHaveLength(2);
    expect(
      support(
        ['Three people were killed in Aleppo on Monday.', 'Five people were killed in Homs on Monday.'],
        'people.killed',
      ),
    ).toHaveLength(2);
  });

  it('may tell of a man or of a person', () => {
    const texts = ['A man was killed in Aleppo on Monday.', 'One person was killed in Aleppo on Monday.'];
    expect(support(texts, 'people.killed')).toEqual(['2 articles: 1']);
  });

  it('count nobody as hurt who was shot and, another article says, died', () => {
    const texts = ['A boy was shot in Aleppo on Monday.', 'A boy was shot and killed in Aleppo on Monday.'];
    expect(support(texts, 'people.injured')).toEqual([]);
    expect(support(texts.slice(0, 1), 'people.shot')).toEqual(['1 articles: 1']);
  });

  it('are of its place where a place only stood near by and nobody names it with a victim', () => {
    const texts = [
      'Three people were killed in Aleppo on Monday.',
      'The mayor had travelled to Homs on Sunday. Three people were killed on Monday.',
    ];
    expect(support(texts, 'people.killed')).toEqual(['2 articles: 3']);
  });

  it('keep a place that some article names with its victims', () => {
    const texts = [
      'Three people were killed in Aleppo on Monday. Police said so.',
      'Three people were killed in Aleppo on Monday.',
      'Five people were killed in Homs on Monday.',
      'A mine burned in Homs on Monday. Five people were killed.',
    ];
    expect(support(texts, 'people.killed')).toEqual(['2 articles: 5', '2 articles: 3']);
  });
});

describe('tolls that are told by their level', () => {
  const quake = 'An earthquake killed 12 people in Aleppo on Monday.';

  it('are of the one event of the topic, whatever day another sentence names', () => {
    const later =
      'Officials met on Tuesday. They recovered two more bodies. That raised the death toll in Aleppo to 14.';
    const lines = support([quake, quake, later], 'people.killed');
    expect(lines).toHaveLength(1);
  });

  it('are of their own day where their sentence names it', () => {
    const other = 'Three people were killed in Aleppo on Saturday.';
    expect(support([quake, quake, other], 'people.killed')).toHaveLength(2);
  });
});

describe('people who are counted without a place', () => {
  const dead = claim({ predicate: 'people.killed', place: 'aleppo' });
  const missing = (more: Told = {}) =>
    claim({ predicate: 'people.missing', timeClass: 'stock', place: null, value: '94', ...more });
  const placeOf = (one: Claim) => placeRest([dead, one], [dead], 'aleppo', vocabulary).get(one)?.scope.place;

  it('are counted where the event of their article was', () => {
    expect(placeOf(missing())).toBe('aleppo');
  });

  it.each([
    ['in an article that does not tell of it', missing({ outlet: 'another' })],
    ['in a row that a user hands in', missing({ structured: true })],
    ['who are only expected', missing({ modality: 'expected' })],
    ['at a place of their own', missing({ place: 'homs' })],
  ])('but not %s', (_, one) => {
    expect(placeOf(one)).toBeUndefined();
  });
});

describe('the attacker among the dead', () => {
  const without = 'A gunman killed three people in Aleppo on Monday.';

  it('is left out by an article whose figure is smaller by him', () => {
    const texts = [without, 'Four people are dead in Aleppo on Monday, including the gunman.'];
    expect(support(texts, 'people.killed')).toContain('2 articles: 4');
  });

  it.each([
    ['who is not said to be counted', 'Four people are dead in Aleppo on Monday.'],
    ['where the figures differ by more', 'Six people are dead in Aleppo on Monday, including the gunman.'],
    ['on another day', 'Four people are dead in Aleppo on Saturday, including the gunman.'],
  ])('explains nothing %s', (_, text) => {
    expect(
      support([without, text], 'people.killed').some((line) => line.endsWith(': 4') && line.startsWith('2')),
    ).toBe(false);
    expect(
      support([without, text], 'people.killed').some((line) => line.endsWith(': 6') && line.startsWith('2')),
    ).toBe(false);
  });
});
