import { describe, expect, it } from 'vitest';
import { saidWords } from '../../src/claim/said-words.ts';
import { claim, labelled } from '../builders.ts';

const said = (quote: string, marked: string, value: string, polarity: 'affirmed' | 'negated') => {
  const row = claim({ value: labelled('stance', value), polarity });
  const at = quote.indexOf(marked);
  const evidence = {
    quote,
    start: 100,
    end: 100 + quote.length,
    valueStart: 100 + at,
    valueEnd: 100 + at + marked.length,
  };
  return saidWords({ ...row, evidence, value: { ...row.value, text: value } });
};

describe('the words of a claim', () => {
  it('are those of its value', () =>
    expect(said('The army agreed to a pause', 'agreed to a pause', 'agreed to a pause', 'affirmed')).toBe(
      'agreed to a pause',
    ));
  it('keep the negation that stands before them', () =>
    expect(
      said('The army did not agree to a pause', 'did not agree to a pause', 'agree to a pause', 'negated'),
    ).toBe('did not agree to a pause'));
  it('are not negated twice', () =>
    expect(said('a charge that it rejects', 'charge', 'rejected', 'negated')).toBe('rejected'));
  it('are never shown as if they were affirmed', () => {
    expect(said('Nothing of that kind: 24 dead', '24', '24', 'negated')).toBe('not 24');
    expect(said('It knows of a pause', 'a pause', 'a notice', 'negated')).toBe('not a notice');
  });
});
