import type { Hedge } from '../../../value/value.ts';
import type { NumberContexts } from '../../../vocabulary/quantities.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import { cutAtoms } from './atoms.ts';
import { PhraseTrie } from './phrase-trie.ts';

/** What a word says as part of a numeral. */
export type NumberWord =
  | { kind: 'unit' | 'scale' | 'part'; value: number }
  | { kind: 'ordinal'; value: number; plural: boolean };

export interface UnitEntry {
  id: string;
  /** Dimension, or "money". */
  dimension: string;
  /** Size in the base unit of its dimension. */
  factor: number;
  /** Already counted in these: 1e6 for "MUSD". */
  scale?: number;
  /** A hundredth part of a currency. */
  minor?: boolean;
}

/** The vocabulary's number words in the form in which the grammar looks them up. */
export interface Lexicon {
  words: ReadonlyMap<string, NumberWord>;
  characters: ReadonlyMap<string, number>;
  notPart: { before: ReadonlySet<string>; after: ReadonlySet<string> };
  glued: ReadonlyMap<string, number>;
  moneyScales: ReadonlyMap<string, number>;
  vague: PhraseTrie<{ id: string; count: number }>;
  multiples: ReadonlyMap<string, number>;
  multipleNouns: ReadonlySet<string>;
  none: PhraseTrie<true>;
  /** "not a single": none of whatever persons follow. */
  singly: PhraseTrie<true>;
  noneBefore: ReadonlySet<string>;
  nonePerfect: ReadonlySet<string>;
  noneNouns: ReadonlySet<string>;
  hedgesBefore: PhraseTrie<{ hedge: Hedge; unlessAfter: ReadonlySet<string> }>;
  hedgesAfter: PhraseTrie<Hedge>;
  /** Words and signs that may stand between a connector and its second number. */
  bridges: ReadonlySet<string>;
  unitWords: PhraseTrie<UnitEntry>;
  unitSymbols: PhraseTrie<UnitEntry>;
  gluedUnits: ReadonlyMap<string, UnitEntry>;
  leads: PhraseTrie<UnitEntry>;
  /** Units of a decimal, by the noun right behind it. */
  heads: ReadonlyMap<string, UnitEntry>;
  /** Currencies by a letter that is glued before a large sum. */
  largeMoney: ReadonlyMap<string, UnitEntry>;
  moneyBefore: PhraseTrie<UnitEntry>;
  moneyWordsBefore: PhraseTrie<UnitEntry>;
  names: PhraseTrie<true>;
  contexts: NumberContexts;
  /** Nouns for people. */
  persons: ReadonlySet<string>;
  /** First words of everything that can begin a quantity: a sentence without one has none. */
  starts: ReadonlySet<string>;
  /** Words and signs at which the grammar has to look; numerals come on top. */
  openers: ReadonlySet<string>;
}

const known = new WeakMap<Vocabulary, Lexicon>();
const atomsOf = (phrase: string) => cutAtoms(phrase, 0, phrase.length, [], false);

function numberWords(vocabulary: Vocabulary): Map<string, NumberWord> {
  const { numbers } = vocabulary.quantities;
  const words = new Map<string, NumberWord>();
  for (const [word, value] of numbers.cardinals) words.set(word, { kind: 'unit', value });
  for (const [word, value] of numbers.ordinals) {
    words.set(word, { kind: 'ordinal', value, plural: false });
    words.set(`${word}s`, { kind: 'ordinal', value, plural: true });
  }
  for (const [word, value] of numbers.parts) words.set(word, { kind: 'part', value });
  for (const scale of numbers.scales)
    for (const word of scale.words) words.set(word, { kind: 'scale', value: scale.value });
  return words;
}

function scales(vocabulary: Vocabulary, column: 'glued' | 'money'): Map<string, number> {
  return new Map(
    vocabulary.quantities.numbers.scales.flatMap((scale) =>
      scale[column].map((word) => [word, scale.value] as const),
    ),
  );
}

function phrases<T>(trie: PhraseTrie<T>, rows: Iterable<readonly [readonly string[], T]>): PhraseTrie<T> {
  for (const [list, found] of rows) for (const phrase of list) trie.add(atomsOf(trie.fold(phrase)), found);
  return trie;
}

function build(vocabulary: Vocabulary): Lexicon {
  const { numbers, hedges, units, currencies, contexts } = vocabulary.quantities;
  const words = numberWords(vocabulary);
  const unitRows = [...units.values()].map((unit) => ({
    ...unit,
    entry: { id: unit.id, dimension: unit.dimension, factor: unit.factor },
  }));
  const money = [...currencies.values()].map((row) => ({
    ...row,
    entry: { id: row.id, dimension: 'money', factor: row.minor ? 0.01 : 1, minor: row.minor } as UnitEntry,
  }));
  const millions = money.map(
    (row) => [row.codes.map((code) => `M${code.toUpperCase()}`), { ...row.entry, scale: 1e6 }] as const,
  );
  const vague = phrases(
    new PhraseTrie<{ id: string; count: number }>('lower'),
    numbers.vague.map((row) => [row.words, { id: row.id, count: row.count }] as const),
  );
  return {
    words,
    characters: numbers.characters,
    notPart: numbers.notPart,
    glued: scales(vocabulary, 'glued'),
    moneyScales: scales(vocabulary, 'money'),
    vague,
    multiples: numbers.multiples.words,
    multipleNouns: numbers.multiples.nouns,
    none: phrases(new PhraseTrie<true>('lower'), [[numbers.none.words, true]]),
    singly: phrases(new PhraseTrie<true>('lower'), [[[...numbers.none.singly], true]]),
    noneBefore: numbers.none.before,
    nonePerfect: numbers.none.perfect,
    noneNouns: numbers.none.nouns,
    hedgesBefore: phrases(
      new PhraseTrie<{ hedge: Hedge; unlessAfter: ReadonlySet<string> }>('lower', 'backward'),
      hedges.map((row) => [row.before, { hedge: row.hedge, unlessAfter: new Set(row.unlessAfter) }] as const),
    ),
    hedgesAfter: phrases(
      new PhraseTrie<Hedge>('lower'),
      hedges.map((row) => [row.after, row.hedge] as const),
    ),
    bridges: new Set(
      [
        ...hedges.flatMap((row) => row.before),
        ...[...currencies.values()].flatMap((row) => [...row.symbols, ...row.codes]),
      ].flatMap((phrase) => atomsOf(phrase).map((atom) => atom.lower)),
    ),
    unitWords: phrases(new PhraseTrie<UnitEntry>('lower'), [
      ...money.map((row) => [row.words, row.entry] as const),
      ...unitRows.map((row) => [row.words, row.entry] as const),
    ]),
    unitSymbols: phrases(new PhraseTrie<UnitEntry>('text'), [
      ...unitRows.map((row) => [row.symbols, row.entry] as const),
      ...money.map((row) => [[...row.symbols, ...row.codes], row.entry] as const),
      ...millions,
    ]),
    gluedUnits: new Map(
      [...unitRows, ...money].flatMap((row) => row.glued.map((symbol) => [symbol, row.entry] as const)),
    ),
    leads: phrases(
      new PhraseTrie<UnitEntry>('lower', 'backward'),
      unitRows.map((row) => [row.leads, row.entry] as const),
    ),
    heads: new Map(unitRows.flatMap((row) => row.heads.map((noun) => [noun, row.entry] as const))),
    largeMoney: new Map(money.flatMap((row) => row.large.map((letter) => [letter, row.entry] as const))),
    moneyBefore: phrases(new PhraseTrie<UnitEntry>('text', 'backward'), [
      ...money.map((row) => [[...row.symbols, ...row.codes], row.entry] as const),
      ...millions,
    ]),
    moneyWordsBefore: phrases(
      new PhraseTrie<UnitEntry>('lower', 'backward'),
      money.map((row) => [row.symbols, row.entry] as const),
    ),
    names: phrases(new PhraseTrie<true>('lower'), [[contexts.names, true]]),
    contexts,
    persons: vocabulary.persons.nouns,
    starts: new Set([
      ...words.keys(),
      ...numbers.multiples.words.keys(),
      ...firstWords([
        ...numbers.vague.flatMap((row) => row.words),
        ...numbers.none.words,
        ...numbers.none.singly,
        'no',
      ]),
    ]),
    openers: new Set([
      ...words.keys(),
      ...numbers.characters.keys(),
      ...numbers.multiples.words.keys(),
      ...firstWords(OPENERS),
      ...firstWords([
        ...numbers.vague.flatMap((row) => row.words),
        ...numbers.none.words,
        ...numbers.none.singly,
        ...contexts.names,
      ]),
    ]),
  };
}

/** Articles and web addresses, which the grammar looks at too. */
const OPENERS = ['a', 'an', 'no', 'http', 'https', 'www', '@'];

const firstWords = (list: readonly string[]): string[] =>
  list.map((phrase) => atomsOf(phrase.toLowerCase())[0]?.lower ?? '');

/** The lexicon of a vocabulary, built once. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const found = known.get(vocabulary) ?? build(vocabulary);
  known.set(vocabulary, found);
  return found;
}
