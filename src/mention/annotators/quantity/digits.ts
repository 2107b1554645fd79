/** A numeral in digits: where it ends, what it says, and the size of its last significant digit. */
export interface Digits {
  end: number;
  value: number;
  step: number;
}

/** More groups than this are no number of the news; it also bounds how far one numeral looks ahead. */
const MOST_GROUPS = 8;
const LONGEST_RUN = 400;
const ZEROS = [0x30, 0x660, 0x6f0, 0x966, 0xff10];

function digitOf(code: number): number {
  if (code < 0x30) return -1;
  for (const zero of ZEROS) if (code >= zero && code <= zero + 9) return code - zero;
  return -1;
}
const isDigit = (text: string, at: number): boolean => at < text.length && digitOf(text.charCodeAt(at)) >= 0;

function runEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text, end)) end += 1;
  return end;
}

function plain(text: string, from: number, to: number): string {
  let out = '';
  for (let at = from; at < Math.min(to, from + LONGEST_RUN); at += 1) {
    const digit = digitOf(text.charCodeAt(at));
    if (digit >= 0) out += digit;
  }
  return out;
}

/** Which sign may part groups of thousands at this place; null when none stands there. */
function groupSign(text: string, at: number): string | null {
  const char = text.charAt(at);
  if (char === ',' || char === '.' || char === '’' || char === "'" || char === '٬' || char === ' ')
    return char;
  return char === '\u00a0' || char === '\u2009' || char === '\u202f' || char === '\u2008' ? '\u2009' : null;
}

/** Ends of the groups behind the first run: "1,234,567" and the Indian "12,34,567". */
function groupsOf(text: string, first: number, sign: string): number[] {
  const ends: number[] = [];
  let at = first;
  while (ends.length < MOST_GROUPS && groupSign(text, at) === sign) {
    const end = runEnd(text, at + 1);
    const length = end - at - 1;
    if (length !== 3 && !(length === 2 && sign === ',')) break;
    ends.push(end);
    at = end;
    if (length === 3 && sign === ',' && ends.length > 1 && ends[0] !== undefined && ends[0] - first === 3)
      continue;
  }
  return ends;
}

function thousands(text: string, from: number, first: number, sign: string): number {
  if (first - from > 3 || digitOf(text.charCodeAt(from)) === 0) return first;
  const ends = groupsOf(text, first, sign);
  const lengths = ends.map((end, i) => end - (ends[i - 1] ?? first) - 1);
  const three = lengths.findIndex((length) => length !== 3);
  if (three !== 0) return ends[(three < 0 ? lengths.length : three) - 1] ?? first;
  const indian =
    lengths.length > 1 && lengths.at(-1) === 3 && lengths.slice(0, -1).every((length) => length === 2);
  return indian ? (ends.at(-1) ?? first) : first;
}

const scaleOf = (digits: string): number => {
  const trimmed = digits.replace(/0+$/u, '');
  return trimmed === '' ? 1 : 10 ** (digits.length - trimmed.length);
};

function finish(text: string, from: number, whole: number, decimals: [number, number] | null): Digits {
  const integer = plain(text, from, whole);
  const fraction = decimals ? plain(text, ...decimals) : '';
  const end = decimals ? decimals[1] : whole;
  const value = Number(`${integer || '0'}.${fraction || '0'}`);
  const step = fraction === '' ? scaleOf(integer) : 10 ** -Math.min(fraction.length, 300);
  return power(text, { end, value: Number.isFinite(value) ? value : Number.MAX_VALUE, step });
}

const POWER =
  /\s?[x×·*]\s?(10|2)\s?(?:\^\s?([-−+]?\d{1,3})|([-−+]\d{1,3}))|e([-+]?\d{1,3})(?![\p{L}\d])|\^([-+]{0,2}\d{1,2})(?!\d)/uy;

/** "-23" → -23, "+23" → 23; "--23" counts as 23. */
const signed = (raw: string): number => Number(raw.replace('−', '-').replace(/^(?:--|\+-?|-\+)/u, ''));

/** Powers behind the digits: "1.3e6", "1.3x10^6", "1.1^23". */
function power(text: string, digits: Digits): Digits {
  const next = text.charAt(digits.end);
  if (next === '' || !'eEx×·* ^'.includes(next)) return digits;
  POWER.lastIndex = digits.end;
  const match = POWER.exec(text);
  if (!match) return digits;
  const exponent = match[2] ?? match[3] ?? match[4];
  const factor = exponent === undefined ? 1 : Number(match[1] ?? 10) ** signed(exponent);
  const value = exponent === undefined ? digits.value ** signed(match[5] ?? '1') : digits.value * factor;
  return Number.isFinite(value) ? { end: POWER.lastIndex, value, step: digits.step * factor } : digits;
}

const DATE_WORDS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;

/** Where the whole part ends and which run are its decimals. */
function decimalsOf(
  text: string,
  whole: number,
  grouped: string | null,
  commaDecimal: boolean,
  inList: boolean,
): [number, number] | null {
  const sign = text.charAt(whole);
  if (sign !== '.' && sign !== ',' && sign !== '٫') return null;
  if (sign === grouped) return null;
  const end = runEnd(text, whole + 1);
  const length = end - whole - 1;
  if (length === 0) return null;
  const more = groupSign(text, end) === sign && isDigit(text, end + 1);
  if (more) return null;
  if (sign !== ',') return [whole + 1, end];
  if (commaDecimal || grouped === '.') return [whole + 1, end];
  const follows = text.slice(end, end + 5).toLowerCase();
  const listed = /^\s?(?:and|or|&|,)/u.test(follows);
  return grouped === null && length < 3 && !listed && !inList ? [whole + 1, end] : null;
}

/** What stood before a numeral: a month keeps "12 300" apart, a comma keeps "26,31" a list. */
interface Left {
  lower: string;
  kind: string;
}

/** Where the whole part ends, groups of thousands included. */
function wholeEnd(
  text: string,
  at: number,
  first: number,
  commaDecimal: boolean,
  before: Left | undefined,
): number {
  const sign = groupSign(text, first);
  if (sign === null || !isDigit(text, first + 1)) return first;
  if (sign === ' ' && before !== undefined && DATE_WORDS.test(before.lower)) return first;
  const end = thousands(text, at, first, sign);
  const single = end - first <= 4;
  const decimals = text.charAt(end) === ',' && isDigit(text, end + 1);
  if (sign === '.' && !commaDecimal && single && !decimals) return first;
  if (sign === ',' && commaDecimal && single) return first;
  return sign === ' ' && isDigit(text, end) ? first : end;
}

/** Behind "10 , 000", as texts that were cut into words write it; null for a list ("10 , 200 , 300"). */
function looseGroups(text: string, at: number, first: number): number | null {
  if (!text.startsWith(' , ', first) || first - at > 3 || text.charAt(at) === '0') return null;
  const end = runEnd(text, first + 3);
  if (end - first !== 6 || text.startsWith(' , ', end)) return null;
  return text.startsWith(', ', at - 2) ? null : end;
}

/**
 * Reads a numeral in digits at a place: grouped by comma, point, thin or no-break space or apostrophe, with decimals
 * and powers, in European, Arabic or Indic digits. Null when no digit stands there.
 */
export function readDigits(
  text: string,
  at: number,
  commaDecimal: boolean,
  before: Left | undefined,
): Digits | null {
  if (!isDigit(text, at)) {
    // "Rs.500", but "H.264"
    const glued = before?.kind === 'word' && before.lower.length > 1 && /\p{L}/u.test(text.charAt(at - 1));
    const point =
      text.charCodeAt(at) === 0x2e && isDigit(text, at + 1) && before?.kind !== 'number' && !glued;
    return point ? finish(text, at, at, [at + 1, runEnd(text, at + 1)]) : null;
  }
  const first = runEnd(text, at);
  const parted = text.startsWith(' . ', first) && isDigit(text, first + 3);
  if (parted) return finish(text, at, first, [first + 3, runEnd(text, first + 3)]);
  const loose = looseGroups(text, at, first);
  if (loose !== null) return finish(text, at, loose, null);
  const whole = wholeEnd(text, at, first, commaDecimal, before);
  const grouped = whole > first ? groupSign(text, first) : null;
  const inList = text.charAt(at - 1) === ',';
  if (text.charAt(at - 1) === '.' && isDigit(text, at - 2)) return finish(text, at, first, null);
  return finish(text, at, whole, decimalsOf(text, whole, grouped, commaDecimal, inList));
}
