import type { Value, ValueKind } from '../value/value.ts';

/** A value without a number. */
export const wordedValue = (kind: ValueKind, text: string, rest: Partial<Value> = {}): Value => ({
  kind,
  text,
  nominal: null,
  hedge: 'bare',
  unit: null,
  core: null,
  halo: null,
  denominator: null,
  items: null,
  exhaustive: false,
  label: null,
  role: 'unknown',
  ...rest,
});
