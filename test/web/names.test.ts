import { describe, expect, it } from 'vitest';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { nameThings } from '../../src/web/web.ts';
import { aClaim, aDocument } from '../http/builders.ts';

const vocabulary = loadVocabulary();
const outlet = {
  id: 'harbour-post',
  name: 'The Harbour Post',
  owner: null,
  kind: 'outlet',
  sample: false,
} as const;
const claim = aClaim(aDocument(), 'Ten people were killed', 'Ten', {
  attribution: {
    chain: [{ name: 'the mayor’s office', key: 'mayors-office', kind: 'authority' }],
    origin: 'mayors-office',
  },
});
const names = nameThings(vocabulary, new Map([[outlet.id, outlet]]), [claim]);

describe('names', () => {
  it('are those of the outlet, the vocabulary or the article, in this order, and readable in any case', () => {
    expect(names.outlet('harbour-post')).toBe('The Harbour Post');
    expect(names.outlet('unheard-of')).toBe('Unheard of');
    expect(names.origin('harbour-post')).toBe('The Harbour Post');
    expect(names.origin('mayors-office')).toBe('The mayor’s office');
    expect(names.origin('gaza-health-ministry')).toBe('Gaza Health Ministry');
    expect(names.origin('somebody-else')).toBe('Somebody else');
    expect(names.scope('gaza-strip')).toBe('Gaza Strip');
  });

  it('say whose unnamed source it is', () => {
    expect(names.origin('harbour-post/anonymous')).toBe('unnamed source of The Harbour Post');
    expect(names.origin('harbour-post/mayors-office')).toBe('The mayor’s office of The Harbour Post');
    expect(names.origin('no-outlet/x')).toBe('No outlet/x');
    expect(names.origin('')).toBe('');
  });
});
