import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Claim } from '../../src/claim/claim.ts';
import { ClaimInput } from '../../src/claim/claim-input.ts';
import { readClaimRow, UNDATED } from '../../src/claim/read-claim-row.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';

const vocabulary = loadVocabulary();
const row = (rest: Record<string, unknown> = {}) =>
  readClaimRow(
    ClaimInput.parse({
      topic: 't',
      outlet: 'Example Times',
      subject: 'Atlanta',
      predicate: 'population',
      value: 470688,
      ...rest,
    }),
    vocabulary,
  );
const known = [...vocabulary.predicates.values()].find((predicate) => predicate.unit === 'person');

describe('a structured row', () => {
  it('becomes a claim whose words stand in its document', () => {
    const { document, claim } = row({ unit: 'people' });
    Claim.parse(claim);
    const { quote, start, end, valueStart, valueEnd } = claim.evidence;
    expect(document.text.slice(start, end)).toBe(quote);
    expect(document.text.slice(valueStart, valueEnd)).toBe('470688');
    expect(claim).toMatchObject({
      subject: { text: 'Atlanta', key: 'atlanta' },
      predicate: { id: null, text: 'population' },
      value: { kind: 'quantity', nominal: 470688, core: { low: 470688, high: 470688 } },
      extractor: { name: 'structured' },
    });
  });

  it('is proved by its quote when it has one', () => {
    const quote = 'The city counted 470,688 people.';
    const { document, claim } = row({ value: '470,688', quote });
    expect(claim.evidence.quote).toBe(quote);
    expect(document.text.slice(claim.evidence.valueStart, claim.evidence.valueEnd)).toBe('470,688');
    expect(claim.value.nominal).toBe(470688);
  });

  it('reads worded numbers as articles do', () => {
    expect(row({ value: 'at least 24' }).claim.value).toMatchObject({
      kind: 'quantity',
      nominal: 24,
      hedge: 'at-least',
      halo: { low: 24, high: null },
    });
  });

  it('reads days, lists and other words', () => {
    expect(row({ value: '2025-10-07' }).claim.value).toMatchObject({
      kind: 'date',
      label: '2025-10-07',
      core: { low: 20368, high: 20368 },
    });
    expect(row({ value: ['Egypt', 'Qatar', 'Egypt'] }).claim.value).toMatchObject({
      kind: 'set',
      items: [
        { key: 'egypt', text: 'Egypt' },
        { key: 'qatar', text: 'Qatar' },
      ],
    });
    expect(row({ value: 'resigned' }).claim.value).toMatchObject({ kind: 'text', label: 'resigned' });
  });

  it('finds its predicate by id or title', () => {
    if (!known) throw new Error('the vocabulary counts no people');
    for (const predicate of [known.id, known.title, known.title.toUpperCase()])
      expect(row({ predicate }).claim.predicate).toMatchObject({ id: known.id, timeClass: known.timeClass });
  });

  it('finds who is counted, and where, under the names that people use', () => {
    if (!known) throw new Error('the vocabulary counts no people');
    const { scope } = row({
      predicate: known.id,
      subject: 'Children',
      scope: { place: 'Gaza', cause: 'an unheard-of thing' },
    }).claim;
    expect(scope).toMatchObject({
      population: 'child',
      place: 'gaza-strip',
      cause: 'an-unheard-of-thing',
      time: null,
    });
    expect(scope.provenance).toMatchObject({ population: 'explicit', actor: 'unknown', time: 'unknown' });
  });

  it('stands before all time when nobody says when it was published', () => {
    expect(row().claim.publishedAt).toBe(UNDATED);
    expect(row({ publishedAt: '2025-03-04T09:00:00+03:00' }).claim.publishedAt).toBe('2025-03-04T06:00:00Z');
  });

  it('goes back to its origin, under one key for all its names', () => {
    const keys = ['Gaza Health Ministry', 'gaza health ministry'].map(
      (origin) => row({ origin }).claim.attribution.origin,
    );
    expect(new Set(keys).size).toBe(1);
    expect(row({ origin: 'Harbour Office' }).claim.attribution).toMatchObject({
      origin: 'harbour-office',
      chain: [{ kind: 'unknown' }],
    });
  });

  it('is the same claim twice, and another with another value, outlet or scope', () => {
    const ids = [
      row(),
      row(),
      row({ value: 1 }),
      row({ outlet: 'B' }),
      row({ scope: { place: 'Cairo' } }),
    ].map(({ claim }) => claim.id);
    expect(new Set(ids).size).toBe(4);
  });

  it('is refused with a reason when it says nothing', () => {
    const wrong = ClaimInput.safeParse({ topic: 't', outlet: 'o', subject: '', predicate: 'p', value: {} });
    expect(wrong.error?.issues.map((issue) => issue.message)).toEqual([
      'Say what it is about.',
      'Give a number, a text such as "at least 24", a date such as 2025-10-07, or a list of texts.',
    ]);
  });

  it('keeps that a figure comes on top of an earlier count', () => {
    const row = { topic: 't', outlet: 'o', subject: 'People', predicate: 'people.infected', value: 39 };
    const increments = [row, { ...row, increment: true }].map(
      (input) => readClaimRow(ClaimInput.parse(input), vocabulary).claim.increment,
    );
    expect(increments).toEqual([false, true]);
  });

  it('gives a valid claim for any words and any number', () => {
    const word = fc
      .string({ minLength: 1, maxLength: 30, unit: 'binary' })
      .filter((text) => text.trim() !== '');
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      word,
      fc.array(word, { minLength: 1, maxLength: 4 }),
    );
    fc.assert(
      fc.property(word, word, value, fc.option(word, { nil: null }), (subject, predicate, given, quote) => {
        const input = ClaimInput.safeParse({
          topic: 't',
          outlet: 'o',
          subject,
          predicate,
          value: given,
          quote,
        });
        if (!input.success) return;
        const { document, claim } = readClaimRow(input.data, vocabulary);
        Claim.parse(claim);
        expect(document.text.slice(claim.evidence.start, claim.evidence.end)).toBe(claim.evidence.quote);
      }),
    );
  });
});
