import type { QuantityMention } from '../mention/mention.ts';
import { UNQUANTIFIED } from '../value/hedge-rules.ts';
import { toIntervals } from '../value/intervals.ts';
import type { Value } from '../value/value.ts';
import type { Predicate } from '../vocabulary/predicate.ts';

/** The value of a figure that is written in the text. `unit` is the predicate's own when the words name none. */
export function writtenValue(quantity: QuantityMention, predicate: Predicate | null): Value {
  const share = quantity.role === 'fraction' && quantity.unit === null;
  // "nearly half": a share is no whole number.
  const countable =
    quantity.unit === null &&
    !/^(?:rate|measure)$/.test(quantity.role) &&
    !(share && quantity.denominator === null);
  const { core, halo } = toIntervals({
    nominal: quantity.nominal,
    low: quantity.low,
    high: quantity.high,
    hedge: quantity.hedge,
    significance: quantity.significance,
    kind: countable ? 'count' : 'continuous',
    word: quantity.text.toLowerCase(),
  });
  const fraction = quantity.denominator !== null || quantity.unit === 'percent' || share;
  // "a number of": more than one, and no number is asserted.
  const unquantified = quantity.hedge === 'vague' && UNQUANTIFIED.test(quantity.text.toLowerCase());
  return {
    kind: quantity.role === 'duration' ? 'duration' : fraction ? 'fraction' : 'quantity',
    text: quantity.text,
    nominal: quantity.nominal,
    hedge: quantity.hedge,
    unit: quantity.unit ?? predicate?.unit ?? null,
    core: unquantified ? null : core,
    halo: unquantified ? { low: halo.low, high: null } : halo,
    denominator: quantity.denominator,
    items: null,
    exhaustive: false,
    label: null,
    role: quantity.role,
  };
}

/**
 * The value of a count that is not written: "a man was killed" is one, "insurgents were killed" at least two,
 * "multiple insurgents" at least three.
 * @param low the least that the wording allows
 */
export function implicitValue(text: string, low: number, predicate: Predicate): Value {
  return {
    kind: 'quantity',
    text,
    nominal: low,
    hedge: 'implicit',
    unit: predicate.unit,
    core: { low, high: low },
    // Whoever is named or described may be one of several: "Jane Roe was killed" is at least one. "People were getting
    // killed" may be said of one.
    halo: { low: /^people$/i.test(text) ? 1 : low, high: null },
    denominator: null,
    items: null,
    exhaustive: false,
    label: null,
    role: 'count',
  };
}
