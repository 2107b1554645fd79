import { describe, expect, it } from 'vitest';
import { Boilerplate } from '../../src/vocabulary/boilerplate.ts';
import { costOf } from '../cost-of.ts';
import { ARTICLE, blocksOf, read, vocabulary } from './pages.ts';

const { boilerplate } = vocabulary;
const ruleFor = (line: string): string | undefined =>
  boilerplate.match(line)?.id ?? boilerplate.erasures(line)[0]?.rule.id;

describe('each rule for what is not the article', () => {
  for (const rule of boilerplate.rules) {
    it(`${rule.id} finds what it says it finds`, () => {
      const own = new Boilerplate([rule]);
      const missed = rule.takes.filter((line) => !own.match(line) && own.erasures(line).length === 0);
      expect(missed).toEqual([]);
    });
    it(`${rule.id} leaves sentences of articles alone, and so does every other rule`, () => {
      expect(rule.leaves.filter((line) => ruleFor(line) !== undefined)).toEqual([]);
    });
  }

  it('takes no time on a line that was made to hurt', () => {
    const lines = [
      'a '.repeat(2_000),
      `${'('.repeat(3_900)}`,
      `copyright ${'2015 '.repeat(700)}`,
      `${'x/'.repeat(1_900)}AFP`,
    ];
    const cost = costOf(() => {
      for (const line of lines) ruleFor(line);
      for (const line of lines) read(line.repeat(20));
    });
    expect(cost).toBeLessThan(3_000);
  });
});

describe('the page around an article', () => {
  it('gives nothing once the comments begin', () => {
    const document = read(
      `${ARTICLE}\n\nLeave a comment\n\nI heard that 90 people died there, and nobody says it.`,
    );
    expect(blocksOf(document, 'body')).toHaveLength(4);
    expect(blocksOf(document, 'boilerplate')).toEqual([
      'Leave a comment',
      'I heard that 90 people died there, and nobody says it.',
    ]);
  });

  it('gives nothing from the other stories below', () => {
    const tail =
      'Related Articles\n\nThree die in mine\n\nAt least three miners were killed on Thursday in an...';
    expect(blocksOf(read(`${ARTICLE}\n\n${tail}`), 'body').join(' ')).not.toContain('miners');
  });

  it('keeps the article that goes on below a link to another story', () => {
    const [first, ...rest] = ARTICLE.split('\n\n');
    const document = read([first, 'See also', 'Three die in mine', ...rest].join('\n\n'));
    expect(blocksOf(document, 'body')).toHaveLength(4);
    expect(blocksOf(document, 'boilerplate')).toEqual(['See also', 'Three die in mine']);
  });

  it('keeps an article below the word "Comments"', () => {
    expect(blocksOf(read(`Comments\n\n${ARTICLE}`), 'body')).toHaveLength(4);
  });

  it('takes the title nearest to the article and drops its repetitions and the menu', () => {
    const title = 'Four die as bridge collapses over river';
    const document = read(
      `Home World ${title}\nTop News\n\n${title}\n\nShare\nShare\n\n${title}\n\n${ARTICLE}`,
    );
    expect(blocksOf(document, 'headline')).toEqual([title]);
    expect(document.title).toBe(title);
    expect(blocksOf(document, 'boilerplate')).toHaveLength(5);
  });

  it('sets captions apart and drops their credits', () => {
    const document = read(
      `${ARTICLE}\n\nView of the bridge before it fell\n(Photo: Jane Doe/AFP)\n\nPolice at the site. (Photo: Jane Doe)`,
    );
    expect(blocksOf(document, 'caption')).toEqual([
      'View of the bridge before it fell',
      'Police at the site. (Photo: Jane Doe)',
    ]);
    expect(blocksOf(document, 'boilerplate')).toEqual(['(Photo: Jane Doe/AFP)']);
  });

  it('counts a paragraph once that stands twice', () => {
    const [first] = ARTICLE.split('\n\n');
    expect(blocksOf(read(`${ARTICLE}\n\n${first}`), 'body')).toHaveLength(4);
  });

  it('erases a copyright notice inside a paragraph and keeps the rest', () => {
    const document = read(
      'Two men died on Monday, police said. Copyright 2025 Example Corp. All rights reserved.',
    );
    expect(blocksOf(document, 'body')).toEqual(['Two men died on Monday, police said.']);
  });

  it('marks headings inside the article', () => {
    const [first, ...rest] = ARTICLE.split('\n\n');
    expect(blocksOf(read([first, 'A Warning Ignored', ...rest].join('\n\n')), 'headline')).toEqual([
      'A Warning Ignored',
    ]);
  });

  it('keeps every line where there is no prose to tell the article by', () => {
    expect(blocksOf(read('Bridge falls\n4 dead\n2 missing'), 'body')).toEqual([
      'Bridge falls',
      '4 dead',
      '2 missing',
    ]);
  });
});
