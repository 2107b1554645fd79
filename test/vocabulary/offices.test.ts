import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOffices } from '../../src/cli/check-vocabulary.ts';
import { OfficeFile } from '../../src/vocabulary/offices.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();
const { offices } = vocabulary;

describe('offices', () => {
  it.each(checkOffices(vocabulary))('the examples of $id hold', ({ passed, failures }) => {
    expect(failures).toEqual([]);
    expect(passed).toBeGreaterThan(2);
  });

  it('a name that tells two offices tells none', () => {
    expect(offices.in('police and the Cook County Medical Examiner’s office')).toBeNull();
  });

  it('a wider office may mean a narrower one, and never the other way', () => {
    expect(offices.mayMean('authority', 'police')).toBe(true);
    expect(offices.mayMean('police', 'police')).toBe(true);
    expect(offices.mayMean('police', 'authority')).toBe(false);
    expect(offices.mayMean('police', 'sheriff')).toBe(false);
  });

  it('any text is read, and a long one no longer than a name', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const found = offices.in(text);
        if (found?.name != null) expect(found.name).not.toBe('');
      }),
    );
    expect(offices.in(`${'x '.repeat(100_000)}police`)).toBeNull();
  });

  it('an office inside one that is not listed is refused, and one without a name that it must not take', () => {
    const row = { id: 'harbour-master', words: ['harbour master'], takes: {}, leaves: ['a harbour'] };
    const file = (more: object) => ({ offices: [{ ...row, ...more }], parts: [], others: [] });
    expect(OfficeFile.safeParse(file({})).success).toBe(true);
    expect(OfficeFile.safeParse(file({ within: 'nobody' })).success).toBe(false);
    expect(OfficeFile.safeParse(file({ leaves: [] })).success).toBe(false);
  });
});
