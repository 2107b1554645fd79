import { Claim } from '../src/claim/claim.ts';
import type { Document } from '../src/document/document.ts';
import { contentId } from '../src/identity.ts';
import type { Value } from '../src/value/value.ts';
import { Predicate } from '../src/vocabulary/predicate.ts';
import { loadVocabulary, type Vocabulary } from '../src/vocabulary/vocabulary.ts';

type Hedge = Value['hedge'];
type Ends = readonly [low: number | null, high: number | null];

const value = (
  text: string,
  nominal: number | null,
  hedge: Hedge,
  core: Ends | null,
  halo: Ends | null,
): Value => ({
  kind: 'quantity',
  text,
  nominal,
  hedge,
  unit: 'person',
  core: core && { low: core[0], high: core[1] },
  halo: halo && { low: halo[0], high: halo[1] },
  denominator: null,
  items: null,
  exhaustive: false,
  label: null,
  role: 'count',
});

const looseness = (n: number, share: number, units: number): number => {
  const zeros = /0*$/.exec(String(n))?.[0].length ?? 0;
  return Math.max(1, Math.floor(Math.min(10 ** zeros * units, n * share)));
};

/** `24`, `≥24`, `>24`, `≤24`, `<24`, `~20`, `nearly 70`, `67000±500`, `[10,15]`, `many`: counts as a person notes them down. */
export function quantity(notation: string): Value {
  const range = /^\[(-?[\d.]+),(-?[\d.]+)\]$/.exec(notation);
  if (range) {
    const ends: Ends = [Number(range[1]), Number(range[2])];
    return value(`between ${ends[0]} and ${ends[1]}`, ends[0], 'between', ends, ends);
  }
  const round = /^(\d+)±(\d+)$/.exec(notation);
  if (round) {
    const [n, by] = [Number(round[1]), Number(round[2])];
    return value(`${n}`, n, 'bare', [n, n], [n - by, n + by]);
  }
  const [, sign = '', digits = ''] = /^(≥|>|≤|<|~|nearly )?(-?[\d.]+)$/.exec(notation) ?? [];
  if (digits === '') return value(notation, null, 'vague', null, null);
  const n = Number(digits);
  const [narrow, wide] = [looseness(n, 0.05, 0.5), looseness(n, 0.1, 1)];
  if (sign === '≥') return value(`at least ${n}`, n, 'at-least', [n, n], [n, null]);
  if (sign === '>') return value(`more than ${n}`, n, 'more-than', [n + 1, n + wide], [n + 1, null]);
  if (sign === '≤') return value(`up to ${n}`, n, 'up-to', [n, n], [0, n]);
  if (sign === '<') return value(`fewer than ${n}`, n, 'less-than', [n - wide, n - 1], [0, n - 1]);
  if (sign === '~') return value(`about ${n}`, n, 'about', [n - narrow, n + narrow], [n - wide, n + wide]);
  if (sign === 'nearly ') return value(`nearly ${n}`, n, 'nearly', [n - narrow, n - 1], [n - wide, n - 1]);
  return value(`${n}`, n, 'bare', [n, n], [n, n]);
}

export const set = (keys: readonly string[], exhaustive = false): Value => ({
  ...value(keys.join(', '), null, 'bare', null, null),
  kind: 'set',
  unit: null,
  exhaustive,
  items: keys.map((key) => ({ key, text: key.charAt(0).toUpperCase() + key.slice(1) })),
});

export const labelled = (kind: 'status' | 'stance' | 'text', label: string): Value => ({
  ...value(label, null, 'bare', null, null),
  kind,
  unit: null,
  label,
});

export const duration = (n: number, unit: string, by = 0): Value => ({
  ...value(`${n} ${unit}s`, n, 'bare', [n, n], [n - by, n + by]),
  kind: 'duration',
  unit,
  role: 'duration',
});

/** What a test says about a claim; all else is ordinary: killed people, known place and day, the outlet's own voice. */
export interface Told {
  outlet?: string;
  document?: string;
  value?: string | Value;
  predicate?: string | null;
  predicateText?: string;
  timeClass?: Claim['predicate']['timeClass'];
  subject?: string;
  population?: string | null;
  place?: string | null;
  cause?: string | null;
  from?: string | null;
  to?: string | null;
  asOf?: string | readonly [string, string] | null;
  origin?: string | null;
  originKind?: Claim['attribution']['chain'][number]['kind'];
  /** The name of the origin as the document words it; its key otherwise. */
  originName?: string;
  /** For whom a person speaks. */
  office?: string;
  anonymous?: boolean;
  published?: string;
  modality?: Claim['modality'];
  polarity?: Claim['polarity'];
  confidence?: number;
  provenance?: Claim['scope']['provenance'];
  partOf?: string | null;
  partial?: boolean;
  increment?: boolean;
  provisional?: boolean;
  structured?: boolean;
  id?: string;
  quote?: string;
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const PROVENANCE = { place: 'explicit', time: 'explicit', population: 'explicit' } as const;

function scopeOf(told: Told): Claim['scope'] {
  const { population = null, place = 'gaza-strip', cause = null, from = '2025-10-06' } = told;
  const { to = from === null ? null : dayAfter(from), provenance = PROVENANCE } = told;
  const asOf = typeof told.asOf === 'string' ? [told.asOf, dayAfter(told.asOf)] : told.asOf;
  const grows = told.timeClass === 'cumulative';
  return {
    population,
    place,
    cause,
    actor: null,
    time: {
      class: grows ? 'cumulative' : 'window',
      from,
      to: grows && told.to === undefined ? null : to,
      text: null,
      asOf: asOf ? { from: asOf[0] ?? '', to: asOf[1] ?? '' } : null,
    },
    provenance,
  };
}

function attributionOf(told: Told): Claim['attribution'] {
  const { anonymous, origin = null, originKind = 'authority', originName, office } = told;
  if (anonymous) return { chain: [{ name: 'officials', key: 'officials', kind: 'anonymous' }], origin: null };
  if (origin === null) return { chain: [], origin };
  const node = { name: originName ?? origin, key: origin, kind: originKind };
  return { chain: [office === undefined ? node : { ...node, office }], origin };
}

export function claim(told: Told = {}): Claim {
  const { outlet = 'outlet-a', subject = 'people', predicate = 'test.toll', timeClass = 'flow' } = told;
  const { document = `doc_${outlet}`, predicateText = 'killed', published = '2025-10-07T12:00:00Z' } = told;
  const { modality = 'occurred', polarity = 'affirmed', confidence = 1, partOf = null } = told;
  const stated = typeof told.value === 'object' ? told.value : quantity(told.value ?? '24');
  const { quote = stated.text } = told;
  const body = {
    documentId: document,
    outlet,
    topic: 'story',
    publishedAt: published,
    subject: { text: subject, key: subject },
    predicate: { id: predicate, text: predicateText, timeClass },
    value: stated,
    scope: scopeOf(told),
    attribution: attributionOf(told),
    modality,
    polarity,
    confidence,
    partOf,
    partial: told.partial ?? false,
    increment: told.increment ?? false,
    provisional: told.provisional ?? false,
    evidence: { quote, start: 0, end: 10, valueStart: 0, valueEnd: 2 },
    extractor: { name: told.structured ? 'structured' : 'rules', version: '1', rule: 'test' },
  };
  return Claim.parse({ id: told.id ?? contentId('clm', body), ...body });
}

export const document = (id: string, outlet: string, fingerprint: readonly string[] = []): Document => ({
  id,
  outlet,
  topic: 'story',
  url: null,
  title: null,
  publishedAt: '2025-10-07T12:00:00Z',
  zone: 'UTC',
  language: 'en',
  source: 'text',
  text: 'text',
  blocks: [],
  fingerprint: [...fingerprint],
});

const examples = { takes: [{ text: 'x' }], leaves: ['y'] };
const predicates = [
  {
    id: 'test.toll',
    title: 'people killed',
    question: '{population} killed {place} {time}',
    kind: 'quantity',
    timeClass: 'flow',
    unit: 'person',
    subjects: ['person'],
    decisive: ['population', 'place', 'time'],
    additive: true,
    criticality: 1,
    within: ['test.casualties'],
  },
  {
    id: 'test.casualties',
    title: 'people killed or wounded',
    question: '{population} killed or wounded {place} {time}',
    kind: 'quantity',
    timeClass: 'flow',
    unit: 'person',
    subjects: ['person'],
    decisive: ['population', 'place', 'time'],
    additive: true,
    criticality: 1,
  },
  {
    id: 'test.held',
    title: 'people held',
    question: '{population} held',
    kind: 'quantity',
    timeClass: 'stock',
    unit: 'person',
    subjects: ['person'],
    decisive: ['population'],
    additive: true,
    criticality: 1,
  },
  {
    id: 'test.points',
    title: 'points of a plan',
    question: 'Points of {subject}',
    kind: 'quantity',
    timeClass: 'attribute',
    family: 'subject',
    timeKey: 'none',
  },
  {
    id: 'test.length',
    title: 'length',
    question: 'How long was {subject}',
    kind: 'duration',
    timeClass: 'duration',
    family: 'subject',
    timeKey: 'none',
  },
  {
    id: 'test.mediators',
    title: 'mediators',
    question: 'Who mediates {subject}',
    kind: 'set',
    timeClass: 'set',
    family: 'subject',
    timeKey: 'none',
  },
  {
    id: 'test.leader',
    title: 'leader',
    question: 'Who leads {subject}',
    kind: 'set',
    timeClass: 'set',
    family: 'subject',
    timeKey: 'none',
    exclusive: true,
  },
  {
    id: 'test.arrival',
    title: 'arrival',
    question: 'Has {subject} arrived',
    kind: 'status',
    timeClass: 'event',
    family: 'subject',
    timeKey: 'none',
    ladder: ['planned', 'en-route', 'arrived'],
  },
  {
    id: 'test.acceptance',
    title: 'acceptance',
    question: 'Has {subject} accepted',
    kind: 'status',
    timeClass: 'event',
    family: 'subject',
    timeKey: 'none',
  },
  {
    id: 'test.quote',
    title: 'statement',
    question: 'What {subject} said',
    kind: 'stance',
    timeClass: 'stance',
    family: 'subject',
    timeKey: 'none',
    options: { compare: 'divergence' },
  },
  {
    id: 'test.tone',
    title: 'tone',
    question: 'Tone of {subject}',
    kind: 'stance',
    timeClass: 'stance',
    family: 'subject',
    timeKey: 'none',
    options: { compare: 'framing' },
  },
];

const shipped = loadVocabulary();

/** The shipped places and people with predicates of our own, so that no test depends on the data of the day. */
export const vocabulary: Vocabulary = {
  ...shipped,
  predicates: new Map(predicates.map((row) => [row.id ?? '', Predicate.parse({ ...row, examples })])),
  sources: new Map([
    ...shipped.sources,
    [
      'north',
      { id: 'north', name: 'North', aliases: [], kind: 'party' as const, opposes: ['south'], local: null },
    ],
    [
      'south',
      { id: 'south', name: 'South', aliases: [], kind: 'party' as const, opposes: ['north'], local: null },
    ],
  ]),
};
