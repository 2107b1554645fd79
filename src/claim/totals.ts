import type { Interval, Value } from '../value/value.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Claim } from './claim.ts';
import type { Draft } from './draft.ts';
import { areEverybody } from './kind.ts';
import { headLemma, wordsOf } from './reading/reading.ts';
import { isFurther } from './same-statement.ts';

/** A sum that leaves room for more than its parts: nobody gave it as a figure. */
export const isOpenSum = ({ extractor, value }: Claim): boolean =>
  value.hedge === 'implicit' && value.halo?.high === null && extractor.rule.endsWith('/total');

/** A sum is as sure as its least sure part, and a little less: nobody wrote it. */
const LOSS = 0.05;

/**
 * The total of figures that one verb counts together: "killed 12 soldiers and one civilian" is thirteen people. The
 * parts become parts of it. Null when there is nothing to add up, or when the parts may count the same people.
 */
export function totalOf(parts: readonly Draft[], vocabulary: Vocabulary): Draft | null {
  const [first, ...rest] = parts;
  const last = rest.at(-1);
  if (!first?.predicate?.additive || !last || first.predicate.unit !== 'person') return null;
  if (parts.some(({ value }) => value.kind !== 'quantity' || value.core === null || value.halo === null))
    return null;
  if (!isListed(last) || rest.some(isOtherUnit)) return null;
  const apart = parts.every(isNamed) || rest.every(isFurther) || areCounted(parts);
  if (new Set(parts.map((part) => part.subject.key)).size < parts.length && !apart) return null;
  const { reading } = first;
  const from = first.chunk?.first ?? first.evidence[0];
  const to = last.chunk?.last ?? last.evidence[1];
  const kind = kindOfAll(parts, vocabulary);
  const total: Draft = {
    ...first,
    subject: kind ? { ...kind.subject, text: nounIn(kind) } : { text: 'people', key: 'people' },
    value: { ...sumOf(parts, kind !== undefined, vocabulary), text: wordsOf(reading, from, to) },
    quantity: null,
    chunk: null,
    scope: {
      ...first.scope,
      population: kind?.scope.population ?? null,
      provenance: { ...first.scope.provenance, population: kind ? 'explicit' : 'default' },
    },
    rule: `${first.rule}/total`,
    confidence: Math.max(0.05, Math.min(...parts.map((part) => part.confidence)) - LOSS),
    evidence: [
      Math.min(...parts.map((part) => part.evidence[0])),
      Math.max(...parts.map((part) => part.evidence[1])),
    ],
    valueSpan: [
      reading.tokens[from]?.start ?? first.valueSpan[0],
      reading.tokens[to]?.end ?? last.valueSpan[1],
    ],
  };
  for (const part of parts) part.partOf = total;
  return total;
}

/** "40,640 families | or 199,327 people": the same once more, counted otherwise. */
const isOtherUnit = ({ reading, chunk }: Draft): boolean =>
  chunk !== null && reading.tokens[chunk.first - 1]?.lower === 'or';

/** How far behind a list "along with" may stand. */
const REACH = 6;

/** "13 Thais, 10 Nepalis | who were farmers and one Filipino", "a girl and a boy, | along with their father": a list that goes on. */
function isListed({ reading: { tokens }, chunk }: Draft): boolean {
  if (chunk === null) return true;
  if (tokens[chunk.first - 1]?.text === ',' && tokens[chunk.last + 1]?.lower === 'who') return false;
  const behind = tokens.slice(chunk.last + 1, chunk.last + 1 + REACH);
  return !behind.some(
    ({ lower }, i) => /^(?:along|together)$/.test(lower) && behind[i + 1]?.lower === 'with',
  );
}

/** "12 doctors, three nurses": each noun with a number of its own, though both are kinds of one. */
const areCounted = (parts: readonly Draft[]): boolean =>
  parts.every((part) => part.quantity !== null) &&
  new Set(parts.map((part) => part.subject.text)).size === parts.length;

/** Two names are two persons, though neither is of a kind of its own. */
const isNamed = (draft: Draft): boolean => draft.chunk?.name?.type === 'person';

/**
 * "one harbour officer and four town officers" are five officers: the part whose kind all the others are of. Kinds that
 * are worded otherwise may be one all the same: a teenager and two boys are not all the children.
 */
function kindOfAll(parts: readonly Draft[], { populations }: Vocabulary): Draft | undefined {
  const isOf = (part: Draft, whole: Draft): boolean => {
    const relation = populations.relate(part.scope.population, whole.scope.population);
    return relation === 'inside' || (relation === 'equal' && nounOf(part) === nounOf(whole));
  };
  return parts.findLast(
    (whole) => whole.scope.population !== null && parts.every((part) => isOf(part, whole)),
  );
}

const nounIn = ({ chunk, reading, subject }: Draft): string =>
  reading.tokens[chunk?.head ?? -1]?.lower ?? subject.text;

const nounOf = ({ chunk, reading }: Draft): string | null => chunk && headLemma(reading, chunk);

/** "12 women and 50 children" leave room for men; "12 soldiers and one civilian", "a policeman and nine others" for nobody. */
function sumOf(parts: readonly Draft[], isOneKind: boolean, vocabulary: Vocabulary): Value {
  const value = sum(parts.map((part) => part.value));
  const kinds = parts.flatMap(({ scope }) => scope.population ?? []);
  const all = isOneKind || kinds.length < parts.length || areEverybody(kinds, vocabulary);
  return all ? value : { ...value, halo: value.halo && { ...value.halo, high: null } };
}

function sum(values: readonly Value[]): Value {
  const add = (end: 'low' | 'high', read: (value: Value) => Interval | null): number | null =>
    values.reduce<number | null>((total, value) => {
      const more = read(value)?.[end] ?? null;
      return total === null || more === null ? null : total + more;
    }, 0);
  const core = { low: add('low', (value) => value.core), high: add('high', (value) => value.core) };
  const halo = { low: add('low', (value) => value.halo), high: add('high', (value) => value.halo) };
  return {
    ...(values[0] as Value),
    nominal: values.reduce((total, value) => total + (value.nominal ?? 0), 0),
    hedge: 'implicit',
    core,
    halo,
  };
}
