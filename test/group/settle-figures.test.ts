import { describe, expect, it } from 'vitest';
import { support as supportOn } from './consensus-of.ts';

/** Told in the middle of June. */
const support = (texts: readonly string[], predicate: string): string[] =>
  supportOn(texts, predicate, '2025-06-17T12:00:00Z');

describe('the very figure of one place and day, told in wider words', () => {
  it('is of that place and day', () => {
    const texts = [
      'A shooting in Denver on Sunday left 14 people dead.',
      'Police in Denver said 14 people were killed on Sunday.',
      'In June, 14 people were killed in Colorado.',
    ];
    expect(support(texts, 'people.killed')).toEqual(['3 articles: 14']);
  });

  it('takes with it what its article counts beside it', () => {
    const texts = [
      'A shooting in Denver on Sunday left 14 people dead and 31 injured.',
      'In Denver 14 people were killed and 31 wounded on Sunday, police said.',
      'This month 14 people were killed and 36 wounded in Colorado.',
    ];
    expect(support(texts, 'people.injured')).toEqual(['3 articles: 31']);
  });

  it('does not depend on the order of arrival', () => {
    const texts = [
      'In June, 14 people were killed in Colorado.',
      'A shooting in Denver on Sunday left 14 people dead.',
      'Police in Denver said 14 people were killed on Sunday.',
    ];
    const [a = '', b = '', c = ''] = texts;
    expect(support([c, a, b], 'people.killed')).toEqual(support(texts, 'people.killed'));
  });

  it('works for things that are counted, when there are many', () => {
    const texts = [
      'The storm destroyed 340 houses in Denver on Sunday.',
      'On Sunday 340 houses were destroyed in Denver.',
      'In Colorado 340 houses were destroyed.',
    ];
    expect(support(texts, 'facilities.destroyed')[0]).toBe('3 articles: 340');
  });
});

describe('figures that may count something else', () => {
  it('stay apart when they differ', () => {
    const texts = [
      'A shooting in Denver on Sunday left 14 people dead.',
      'Police in Denver said 14 people were killed on Sunday.',
      'In June, 52 people were killed in Colorado.',
    ];
    expect(support(texts, 'people.killed')).toEqual(['2 articles: 14', '1 articles: 52']);
  });

  it('stay apart where an article tells both', () => {
    const texts = [
      'A shooting in Denver on Sunday left 14 people dead.',
      'Police in Denver said 14 people were killed on Sunday.',
      'In June, 14 people were killed in Colorado. In Denver, nine people were killed on Sunday.',
    ];
    expect(support(texts, 'people.killed')).toContain('1 articles: 14');
  });

  it('stay apart on other days and in other places', () => {
    const texts = [
      'A shooting in Denver on Sunday left 14 people dead.',
      'Police in Denver said 14 people were killed on Sunday.',
      'In Boulder, 14 people were killed on Sunday.',
      'On 4 June, 14 people were killed in Denver.',
    ];
    expect(support(texts, 'people.killed')).toEqual(['2 articles: 14', '1 articles: 14', '1 articles: 14']);
  });

  it('leave a larger count of the same kind where it was', () => {
    const texts = [
      'A shooting in Denver on Sunday left 14 people dead.',
      'Police in Denver said 14 people were killed on Sunday.',
      'This month 120 people were killed in Colorado; 14 people were killed in one shooting.',
    ];
    expect(support(texts, 'people.killed')).toContain('1 articles: 120');
  });
});
