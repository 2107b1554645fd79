import { slug } from '../identity.ts';
import { parseQuantity } from '../mention/annotators/quantity.ts';
import { parseDay } from '../value/calendar.ts';
import type { Value } from '../value/value.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { ClaimInput } from './claim-input.ts';
import { writtenValue } from './figure-value.ts';
import { wordedValue } from './worded-value.ts';

const ISO_DAY = /^(\d{4}-\d\d-\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/;
const FIGURES: ReadonlySet<string> = new Set(['quantity', 'fraction', 'duration']);
/** How many words may follow a figure in a row whose predicate nobody knows: "at least 24 people". */
const MOST_AFTER = 2;

function readNumber(value: number, unit: string | null): Value {
  const point = { low: value, high: value };
  return wordedValue('quantity', String(value), {
    nominal: value,
    hedge: 'exact',
    unit,
    core: point,
    halo: point,
    role: unit === 'person' ? 'count' : 'measure',
  });
}

function readDate(text: string): Value | null {
  const label = ISO_DAY.exec(text)?.[1];
  const day = label === undefined ? null : parseDay(label);
  if (label === undefined || day === null) return null;
  const point = { low: day, high: day };
  return wordedValue('date', text, { core: point, halo: point, label });
}

const readList = (members: readonly string[]): Value =>
  wordedValue('set', members.join(', '), {
    hedge: 'exact',
    items: [...new Map(members.map((text) => [slug(text) || text, text]))].map(([key, text]) => ({
      key,
      text,
    })),
  });

/** A figure that the text states by itself: "at least 24", "25 of 38"; not the 3 of "resigned after 3 days". */
function readFigure(
  text: string,
  unit: string | null,
  predicate: Predicate | null,
  vocabulary: Vocabulary,
): Value | null {
  const found = parseQuantity(text, vocabulary);
  if (found?.start !== 0) return null;
  const after = text.slice(found.end).trim();
  const expected = predicate !== null && FIGURES.has(predicate.kind);
  if (!expected && after !== '' && after.split(/\s+/).length > MOST_AFTER) return null;
  const value = writtenValue(found, predicate);
  return unit === null ? value : { ...value, unit };
}

const readWords = (text: string, predicate: Predicate | null): Value =>
  wordedValue(predicate?.kind === 'status' || predicate?.kind === 'stance' ? predicate.kind : 'text', text, {
    label: text.toLowerCase().replace(/\s+/g, ' '),
  });

/** The value of a structured row: what its type says, and for texts what can be read in them. */
export function readStructuredValue(
  row: ClaimInput,
  predicate: Predicate | null,
  vocabulary: Vocabulary,
): Value {
  const unit = row.unit ?? null;
  if (typeof row.value === 'number') return readNumber(row.value, unit ?? predicate?.unit ?? null);
  if (Array.isArray(row.value)) return readList(row.value);
  if (predicate?.kind === 'set') return readList([row.value]);
  return (
    readDate(row.value) ??
    readFigure(row.value, unit, predicate, vocabulary) ??
    readWords(row.value, predicate)
  );
}
