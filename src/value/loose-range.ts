import type { Range } from './compare.ts';
import { LOOSE } from './hedge-rules.ts';
import { around } from './intervals.ts';
import type { Value } from './value.ts';

/** 250 → two digits before its zeros, the last of them worth 10. */
function digitsOf(value: number): { digits: number; leading: number; step: number } {
  const [mantissa = '', power] = value.toExponential().split('e');
  const digits = mantissa.replace('.', '').length;
  return { digits, leading: Number(mantissa), step: 10 ** (Number(power) + 1 - digits) };
}

/** All that rounds to a single digit and its zeros: 350 to 450; below 100 the next digit is rounded, hence 95 to 150. */
function roundedTo(value: number, leading: number, step: number): Range {
  return { low: value - (leading === 1 ? step / 20 : step / 2), high: value + step / 2 };
}

/**
 * What an estimate may be meant to say: “about 250” a tenth either way, “400” all that rounds to it. Null when the figure
 * is none: it has more digits, says how it is to be read, or is small enough to have been counted.
 */
export function looseRange({ kind, hedge, nominal, role }: Value): Range | null {
  if (kind !== 'quantity' || nominal === null || nominal <= 0) return null;
  if (hedge !== 'about' && hedge !== 'bare') return null;
  const { digits, leading, step } = digitsOf(nominal);
  if (hedge === 'bare')
    return digits === 1 && nominal >= LOOSE.roundFrom ? roundedTo(nominal, leading, step) : null;
  if (digits > LOOSE.aboutDigits) return null;
  const { low, high } = around(nominal, Infinity, { step: 1, cap: LOOSE.aboutCap }, role === 'count');
  return low === null || high === null ? null : { low, high };
}
