import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();
const predicates = [...vocabulary.predicates.values()];

/** Readers of lists, days and quotes are told what to find by their options, which few sentences can miss. */
const counting = predicates.filter(({ extractor }) => extractor === null || extractor === 'measured');

describe('the shipped predicates', () => {
  it('cover what outlets disagree about', () => expect(predicates.length).toBeGreaterThanOrEqual(60));

  it.each(counting)('$id has three wanted sentences and three near misses', ({ examples }) => {
    expect(examples.takes.length).toBeGreaterThanOrEqual(3);
    expect(examples.leaves.length).toBeGreaterThanOrEqual(3);
  });

  it.each(predicates.filter(({ within }) => within.length > 0))(
    '$id lies in predicates that exist',
    (predicate) => {
      for (const larger of predicate.within) expect(vocabulary.predicates.has(larger), larger).toBe(true);
    },
  );

  it.each(predicates)('$id asks a question with known blanks only', ({ question }) => {
    const blanks = [...question.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(['subject', 'population', 'place', 'cause', 'actor', 'time']).toEqual(
      expect.arrayContaining(blanks),
    );
  });

  it('give no sentence as wanted and unwanted at once', () => {
    for (const { examples } of predicates)
      for (const { text } of examples.takes) expect(examples.leaves).not.toContain(text);
  });
});

describe('the shipped taxonomies', () => {
  it.each(['populations', 'causes', 'actors'] as const)(
    '%s exclude only what does not lie inside',
    (name) => {
      const taxonomy = vocabulary[name];
      for (const node of taxonomy.nodes.values())
        for (const other of node.exclusive) {
          expect(taxonomy.ancestors(node.id).has(other), `${node.id} lies in ${other}`).toBe(false);
          expect(taxonomy.ancestors(other).has(node.id), `${other} lies in ${node.id}`).toBe(false);
        }
    },
  );

  it.each(['populations', 'causes', 'actors'] as const)('%s give no word to two nodes', (name) => {
    const owner = new Map<string, string>();
    for (const node of vocabulary[name].nodes.values())
      for (const word of [...node.aliases, ...node.adjectives].map((alias) => alias.toLowerCase())) {
        expect(owner.get(word) ?? node.id, word).toBe(node.id);
        owner.set(word, node.id);
      }
  });
});
