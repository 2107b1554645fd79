import type { QuantityWords } from './quantities.ts';

/** A measure in the base unit of its dimension. */
export interface BaseMeasure {
  value: number;
  dimension: string;
}

/**
 * Converts a measure to the base unit of its dimension: 5 "kilometre" → 5000, length. A currency is a dimension of its
 * own, since rates of exchange move. Null when the unit is not known.
 */
export function toBaseUnit(value: number, unit: string, words: QuantityWords): BaseMeasure | null {
  const known = words.units.get(unit);
  if (known) return { value: value * known.factor + known.offset, dimension: known.dimension };
  return words.currencies.has(unit) ? { value, dimension: unit } : null;
}
