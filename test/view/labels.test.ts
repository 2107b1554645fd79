import { describe, expect, it } from 'vitest';
import { ConsensusStatus, Grade } from '../../src/consensus/consensus.ts';
import { Tier, Verdict } from '../../src/finding/finding.ts';
import { LANGUAGES, labelsOf } from '../../src/view/labels/index.ts';

const KINDS = ['verdict', 'status', 'tier', 'grade', 'hedge', 'words'] as const;
const all = Object.entries(LANGUAGES);
const slots = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

describe('the labels', () => {
  it('are there in six languages, two of them from right to left', () => {
    expect(all.map(([name, { language, direction }]) => [name, language, direction])).toEqual(
      [
        ['en', 'ltr'],
        ['ar', 'rtl'],
        ['fr', 'ltr'],
        ['es', 'ltr'],
        ['de', 'ltr'],
        ['he', 'rtl'],
      ].map(([name, direction]) => [name, name, direction]),
    );
  });

  it('name every verdict, status, tier and grade in each', () => {
    for (const [name, labels] of all) {
      expect(Object.keys(labels.verdict).sort(), name).toEqual([...Verdict.options].sort());
      expect(Object.keys(labels.status).sort(), name).toEqual([...ConsensusStatus.options].sort());
      expect(Object.keys(labels.tier).sort(), name).toEqual([...Tier.options].sort());
      expect(Object.keys(labels.grade).sort(), name).toEqual([...Grade.options].sort());
    }
  });

  it('leave none empty, said twice for different things, or in English by oversight', () => {
    for (const [name, labels] of all)
      for (const kind of KINDS) {
        const texts = Object.values<string>(labels[kind]);
        expect(
          texts.filter((text) => text.trim() === ''),
          name,
        ).toEqual([]);
        expect(new Set(texts).size, `${name} ${kind}`).toBe(texts.length);
        const english = new Set(Object.values<string>(LANGUAGES.en[kind]));
        if (name !== 'en')
          expect(
            texts.filter((text) => english.has(text)),
            `${name} ${kind}`,
          ).toEqual([]);
      }
  });

  it('have the same blanks to fill in as the English ones', () => {
    for (const [name, labels] of all)
      for (const kind of ['hedge', 'words'] as const)
        for (const [key, text] of Object.entries<string>(labels[kind]))
          expect(slots(text), `${name} ${key}: ${text}`).toEqual(
            slots((LANGUAGES.en[kind] as Record<string, string>)[key] ?? ''),
          );
  });

  it('are found by a language with a region, and are English for one that is not spoken', () => {
    expect(labelsOf('ar-EG')).toBe(LANGUAGES.ar);
    expect(labelsOf('FR_ca')).toBe(LANGUAGES.fr);
    for (const other of ['tlh', '', null, undefined, 'constructor', '__proto__'])
      expect(labelsOf(other)).toBe(LANGUAGES.en);
  });
});
