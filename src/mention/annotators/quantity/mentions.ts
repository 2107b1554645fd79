import { OPEN_ABOVE, OPEN_BELOW } from '../../../value/hedge-rules.ts';
import type { QuantityMention } from '../../mention.ts';
import { ageAhead, ageBehind } from './ages.ts';
import type { Amount } from './amount.ts';
import type { Atom } from './atoms.ts';
import { type Hedged, readHedges } from './hedges.ts';
import type { Lexicon } from './lexicon.ts';
import type { Pair } from './pairs.ts';
import { roleOf } from './roles.ts';
import { unitAt } from './units.ts';

/** A sentence that is being read. */
export interface Reader {
  atoms: readonly Atom[];
  lexicon: Lexicon;
  text: string;
  headline: boolean;
  /** Where the latest quantity ended, -1 before the first. */
  read: number;
}

function unitOf(amount: Amount): string | null {
  if (amount.per === null) return amount.unit?.id ?? null;
  return amount.unit ? `${amount.unit.id}-per-${amount.per}` : `per-${amount.per}`;
}

/** "10-plus years", "a magnitude of about 6.8": the unit beyond the words that loosen the number. */
function withLateUnit(reader: Reader, amount: Amount, hedged: Hedged): Amount {
  if (amount.unit !== null || amount.numeral.kind !== 'cardinal') return amount;
  const lead = hedged.from < amount.from ? reader.lexicon.leads.longest(reader.atoms, hedged.from - 1) : null;
  if (lead) return { ...amount, unit: lead.found };
  if (hedged.to <= amount.to) return amount;
  const late = unitAt(reader.atoms, hedged.to, reader.lexicon, amount.numeral);
  return late === null ? amount : { ...amount, unit: late.unit, to: late.end };
}

function hedgesOf(reader: Reader, amount: Amount, to: number, floor: number, duration: boolean): Hedged {
  const { atoms, lexicon, read } = reader;
  if (amount.numeral.kind === 'none') return { hedge: 'exact', from: amount.from, lead: amount.from, to };
  return readHedges(atoms, [amount.from, to], { floor, read, duration }, lexicon);
}

/** "under the age of five": the hedge stands before the words of age. */
function hedgesAhead(reader: Reader, from: number, floor: number): Hedged {
  const { atoms, lexicon, read } = reader;
  const start = atoms[from - 1]?.lower === 'the' ? from - 1 : from;
  const found = readHedges(atoms, [start, start], { floor, read, duration: false }, lexicon);
  return found.hedge === 'bare' ? { ...found, from } : found;
}

/** The mention of one amount: what it says with its hedge, unit and role. */
export function mentionOf(
  reader: Reader,
  read: Amount,
  floor: number,
  extra: Partial<QuantityMention> = {},
  until = read.to,
): QuantityMention {
  const { atoms, lexicon, text } = reader;
  const old = ageBehind(atoms, read, until);
  const near = hedgesOf(reader, read, old?.to ?? until, floor, read.unit?.dimension === 'time' && !old);
  const amount = withLateUnit(reader, read, near);
  const to = Math.max(until, amount.to);
  const age = old ?? ageAhead(atoms, amount, near.from, to, lexicon);
  const end = age?.to ?? to;
  const hedged =
    age && near.hedge === 'bare' && age.from < amount.from ? hedgesAhead(reader, age.from, floor) : near;
  const hedge = hedged.hedge === 'bare' && amount.numeral.kind === 'vague' ? 'vague' : hedged.hedge;
  const from = Math.min(hedged.from, near.from, age?.from ?? hedged.from);
  const start = atoms[from]?.start ?? 0;
  const stop = atoms[Math.max(near.to, end) - 1]?.end ?? start;
  const { value } = amount;
  const opened = atoms[near.lead - 1]?.lower === 'between';
  return {
    kind: 'quantity',
    start,
    end: stop,
    text: text.slice(start, stop),
    nominal: value,
    low: OPEN_BELOW.has(hedge) ? null : value,
    high: OPEN_ABOVE.has(hedge) || hedge === 'vague' ? null : value,
    unit: age?.unit ?? unitOf(amount),
    hedge,
    role: age ? 'age' : roleOf(atoms, opened ? near.lead - 1 : near.lead, amount, lexicon),
    denominator: null,
    significance: amount.step,
    numberStart: atoms[amount.numeral.start]?.start ?? start,
    numberEnd: atoms[amount.numberTo - 1]?.end ?? stop,
    ...extra,
  };
}

function rangeOf(reader: Reader, { first, second }: Pair, floor: number): QuantityMention {
  const { atoms, text } = reader;
  const opener = atoms[first.from - 1]?.lower;
  const opened = (opener === 'between' || opener === 'from') && first.from - 1 >= floor;
  const low = Math.min(first.value, second.value);
  const amount = { ...first, unit: second.unit, per: second.per ?? first.per };
  const mention = mentionOf(reader, amount, opened ? first.from : floor, {}, second.to);
  const start = opened ? (atoms[first.from - 1]?.start ?? mention.start) : mention.start;
  return {
    ...mention,
    start,
    text: text.slice(start, mention.end),
    hedge: 'between',
    nominal: low,
    low,
    high: Math.max(first.value, second.value),
    significance: Math.min(first.step, second.step),
    numberEnd: atoms[second.numberTo - 1]?.end ?? mention.end,
  };
}

/** "4.5 billion years, give or take 50 million": an interval around what is stated. */
function toleranceOf(reader: Reader, { first, second }: Pair, floor: number): QuantityMention {
  const low = first.value - second.value;
  const high = first.value + second.value;
  const mention = mentionOf(reader, { ...first, unit: first.unit ?? second.unit }, floor);
  const end = reader.atoms[second.to - 1]?.end ?? mention.end;
  return { ...mention, end, text: reader.text.slice(mention.start, end), hedge: 'between', low, high };
}

/** The mentions of two amounts that belong together. */
export function mentionsOf(reader: Reader, pair: Pair, floor: number): QuantityMention[] {
  const { first, second } = pair;
  switch (pair.kind) {
    case 'result':
      return [];
    case 'range':
      return [rangeOf(reader, pair, floor)];
    case 'tolerance':
      return [toleranceOf(reader, pair, floor)];
    case 'part-of': {
      const share = { role: 'fraction', denominator: second.value } as const;
      return [mentionOf(reader, first, floor, share, second.to)];
    }
    case 'change':
      return [
        mentionOf(reader, first, floor, { role: 'unknown' }),
        mentionOf(reader, second, first.to, { role: 'change' }),
      ];
  }
}
