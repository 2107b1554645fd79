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
  /\s?[x×·*]\s?10\s?\^?\s?([-−+]?\d{1,3})|e([-+]?\d{1,3})(?![\p{L}\d])|\^([-+]{0,2}\d{1,2})(?!\d)/uy;

/** Powers behind the digits: "1.3e6", "1.3x10^6", "1.1^23". */
function power(text: string, digits: Digits): Digits {
  const next = text.charAt(digits.end);
  if (next === '' || !'eEx×·* ^'.includes(next)) return digits;
  POWER.lastIndex = digits.end;
  const match = POWER.exec(text);
  if (!match) return digits;
  const sign = (raw: string): number =>
    Number(
      raw
        .replace('−', '-')
        .replace(/^[-+]*(?=[-+]\d)/u, '')
        .replace(/^\+/u, ''),
    );
  const ten = match[1] ?? match[2];
  const raised =
    ten === undefined ? digits.value ** Math.abs(sign(match[3] ?? '1')) : digits.value * 10 ** sign(ten);
  const value =
    ten === undefined && (match[3] ?? '').startsWith('-') && !(match[3] ?? '').startsWith('--')
      ? 1 / raised
      : raised;
  if (!Number.isFinite(value)) return digits;
  return {
    end: POWER.lastIndex,
    value,
    step: ten === undefined ? digits.step : digits.step * 10 ** sign(ten),
  };
}

const DATE_WORDS = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu;

/** Where the whole part ends and which run are its decimals. */
function decimalsOf(
  text: string,
  whole: number,
  grouped: string | null,
  commaDecimal: boolean,
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
  return grouped === null && length < 3 && !listed ? [whole + 1, end] : null;
}

/**
 * Reads a numeral in digits at a place: grouped by comma, point, thin or no-break space or apostrophe, with decimals
 * and powers, in European, Arabic or Indic digits. Null when no digit stands there.
 */
export function readDigits(
  text: string,
  at: number,
  commaDecimal: boolean,
  before: { lower: string; kind: string; end: number } | undefined,
): Digits | null {
  const point =
    text.charAt(at) === '.' && isDigit(text, at + 1) && !(before !== undefined && before.kind === 'number');
  if (point) return finish(text, at, at, [at + 1, runEnd(text, at + 1)]);
  if (!isDigit(text, at)) return null;
  const first = runEnd(text, at);
  const sign = groupSign(text, first);
  let whole = first;
  if (sign !== null && isDigit(text, first + 1)) {
    const european = sign === '.' && !commaDecimal;
    const month = sign === ' ' && before !== undefined && DATE_WORDS.test(before.lower);
    const end = month ? first : thousands(text, at, first, sign);
    const groups = end > first ? Math.round((end - first) / 4) : 0;
    whole =
      european && groups < 2 && !(groups === 1 && text.charAt(end) === ',' && isDigit(text, end + 1))
        ? first
        : end;
    if (sign === ',' && commaDecimal && groups < 2) whole = first;
    if (sign === ' ' && isDigit(text, whole)) whole = first;
  }
  const grouped = whole > first ? sign : null;
  return finish(text, at, whole, decimalsOf(text, whole, grouped, commaDecimal));
}
