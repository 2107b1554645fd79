import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../src/group/template.ts';

const words: Record<string, string> = { subject: 'Homes damaged', place: 'in Gaza', time: '' };
const fill = (template: string): string => fillTemplate(template, (hole) => words[hole] ?? '');

describe('a template', () => {
  it('holds its words and what fills its holes', () => {
    expect(fill('killed {place} {time}?')).toBe('killed in Gaza ?');
    expect(fill('no holes')).toBe('no holes');
  });

  it('does not say a word twice where it goes on with the last word of a filling', () => {
    expect(fill('{subject} damaged {place}')).toBe('Homes damaged in Gaza');
    expect(fill('{subject}: {place}')).toBe('Homes damaged: in Gaza');
  });

  it('leaves a hole empty that nobody can fill', () => {
    expect(fill('{weather} {place}')).toBe(' in Gaza');
  });
});
