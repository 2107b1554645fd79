import { describe, expect, it } from 'vitest';
import { namesOf, verb } from '../../src/finding/name-origins.ts';
import { says } from '../../src/finding/pair.ts';
import { capital } from '../../src/letters.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { claim } from '../builders.ts';
import { reconcile } from '../reconcile.ts';

const vocabulary = loadVocabulary();
const cited = (key: string, name: string, value = '5') => {
  const row = claim({ outlet: 'harbour-post', value });
  return { ...row, attribution: { chain: [{ name, key, kind: 'authority' as const }], origin: key } };
};
const named = (key: string, ...names: string[]) =>
  namesOf(
    [key],
    names.map((name) => cited(key, name)),
    vocabulary,
  );

describe('who says it, in the words of a finding', () => {
  it('is named as the articles name it, and as one says it inside a sentence', () => {
    expect(named('police-there', 'The police there')).toBe('the police there');
    expect(named('officials', 'Officials in Herat')).toBe('officials in Herat');
    expect(named('police', 'Police')).toBe('police');
    expect(named('reuters-news', 'Reuters')).toBe('Reuters');
    expect(named('mayor', 'Ana Sousa', 'Sousa')).toBe('Ana Sousa');
  });
  it('is named the same whichever article comes first', () => {
    expect(named('mayor', 'the mayor', 'the mayor of Porto')).toBe(
      named('mayor', 'the mayor of Porto', 'the mayor'),
    );
  });
  it('bears the name that the vocabulary gives it', () => {
    expect(named('gaza-health-ministry', 'the ministry')).toBe('the Gaza Health Ministry');
    expect(named('hamas', 'the movement')).toBe('Hamas');
  });
  it('is never a key: an outlet without a name, a source without one', () => {
    expect(namesOf(['harbour-post'], [claim({ outlet: 'harbour-post' })], vocabulary)).toBe('Harbour Post');
    expect(namesOf(['regional-office'], [], vocabulary)).toBe('regional office');
    expect(namesOf(['harbour-post/anonymous'], [claim({ outlet: 'harbour-post' })], vocabulary)).toBe(
      'an unnamed source of Harbour Post',
    );
  });
  it('is counted from the fourth on', () => {
    expect(namesOf(['a', 'b'], [], vocabulary)).toBe('a and b');
    expect(namesOf(['a', 'b', 'c'], [], vocabulary)).toBe('a, b and c');
    expect(namesOf(['a', 'b', 'c', 'd', 'e'], [], vocabulary)).toBe('a, b, c and 2 more');
  });
  it.each([
    'hospital officials',
    'the police there',
    'officials in Herat',
    'AFP and Reuters',
    'the UN and 2 more',
  ])('takes the verb of many: %s', (who) => expect(verb(who, 'says')).toBe('say'));
  it.each([
    'AFP',
    'Reuters',
    'Harbour Times',
    'the office for officials',
    'the head of the police',
    'the press',
    'Ana Sousa',
  ])('takes the verb of one: %s', (who) => expect(verb(who, 'says')).toBe('says'));
  it('is followed by words in quotation marks, by a figure without', () => {
    const side = { who: 'AFP', nominal: null, members: [] as string[] };
    expect(says({ ...side, words: 'had arrived' })).toBe('AFP says “had arrived”');
    expect(says({ ...side, words: 'at least 24', nominal: 24 })).toBe('AFP says at least 24');
    expect(says({ ...side, words: 'Egypt and Qatar', members: ['egypt', 'qatar'] })).toBe(
      'AFP says Egypt and Qatar',
    );
    expect(says({ ...side, words: '“we agreed”' })).toBe('AFP says “we agreed”');
  });
  it('begins a sentence with a capital', () => expect(capital('the mayor')).toBe('The mayor'));

  it('stands in the reason of a finding, never as a key', () => {
    const { findings } = reconcile([
      { ...cited('police-there', 'The police there', '5'), outlet: 'harbour-post' },
      { ...cited('city-hospital', 'the city hospital', '24'), outlet: 'hill-tribune' },
    ]);
    const reasons = findings.map((finding) => finding.because).join('\n');
    expect(reasons).toContain('the city hospital');
    expect(reasons).not.toMatch(/police-there|city-hospital/);
  });
});
