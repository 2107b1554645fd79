import { slug } from '../identity.ts';
import type { Value } from '../value/value.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { ClaimInput } from './claim-input.ts';

const DAY = 86_400_000;
const ISO_DAY = /^(\d{4}-\d\d-\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?$/;

const base = (kind: Value['kind'], text: string): Value => ({
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
});

function readNumber(value: number, unit: string | null): Value {
  const point = { low: value, high: value };
  return {
    ...base('quantity', String(value)),
    nominal: value,
    hedge: 'exact',
    unit,
    core: point,
    halo: point,
    role: unit === 'person' ? 'count' : 'measure',
  };
}

function readDate(text: string): Value | null {
  const day = ISO_DAY.exec(text)?.[1];
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`);
  if (day === undefined || Number.isNaN(at)) return null;
  const point = { low: at / DAY, high: at / DAY };
  return { ...base('date', text), core: point, halo: point, label: day };
}

const readList = (members: readonly string[]): Value => ({
  ...base('set', members.join(', ')),
  hedge: 'exact',
  items: [...new Map(members.map((text) => [slug(text) || text, text]))].map(([key, text]) => ({
    key,
    text,
  })),
});

const readWords = (text: string, predicate: Predicate | null): Value => {
  const kind = predicate?.kind === 'status' || predicate?.kind === 'stance' ? predicate.kind : 'text';
  return { ...base(kind, text), label: text.toLowerCase().replace(/\s+/g, ' ') };
};

/** The value of a structured row: what its type says, and for texts what can be read in them. */
export function readStructuredValue(row: ClaimInput, predicate: Predicate | null): Value {
  const unit = row.unit ?? predicate?.unit ?? null;
  if (typeof row.value === 'number') return readNumber(row.value, unit);
  if (Array.isArray(row.value)) return readList(row.value);
  if (predicate?.kind === 'set') return readList([row.value]);
  const plain = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(row.value)
    ? { ...readNumber(Number(row.value.replaceAll(',', '')), unit), text: row.value }
    : null;
  return readDate(row.value) ?? plain ?? readWords(row.value, predicate);
}
