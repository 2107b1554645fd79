import type { Document } from '../document/document.ts';
import { normaliseText } from '../document/normalise.ts';
import { toUtc } from '../document/read-document.ts';
import { resolveOutlet } from '../document/resolve-outlet.ts';
import { contentId, slug } from '../identity.ts';
import { siteName } from '../mention/annotators/place/site-name.ts';
import type { Value } from '../value/value.ts';
import type { PredicateTimeClass } from '../vocabulary/dimensions.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import { siteKey } from '../vocabulary/sites.ts';
import { joinKeys, keyWithout, type Taxonomy } from '../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Attribution, Claim, Evidence, Provenance, Scope, ScopeTime } from './claim.ts';
import type { ClaimInput } from './claim-input.ts';
import { AT_LARGE, keyInSingular, type RowPeople, readRowPeople } from './row-people.ts';
import { readStructuredValue } from './structured-value.ts';

/** When a row without a time is taken to be from: before everything, so that it never passes for an update. */
export const UNDATED = '1970-01-01T00:00:00Z';

const names = new WeakMap<Taxonomy, ReadonlyMap<string, string>>();

function namesOf(taxonomy: Taxonomy): ReadonlyMap<string, string> {
  const known = names.get(taxonomy);
  if (known) return known;
  const index = new Map<string, string>();
  for (const node of taxonomy.nodes.values()) {
    for (const word of [node.id, node.name ?? node.id, ...node.aliases, ...node.adjectives]) {
      if (!index.has(slug(word))) index.set(slug(word), node.id);
    }
  }
  names.set(taxonomy, index);
  return index;
}

/** "children" → "child", "policewomen" → "policewoman", "refugees" → "refugee". */
const SINGULARS: readonly (readonly [RegExp, string])[] = [
  [/children$/, 'child'],
  [/men$/, 'man'],
  [/ies$/, 'y'],
  [/es$/, ''],
  [/s$/, ''],
];

/** The node that a name stands for, singular or plural; null when the taxonomy does not know it. */
function findNode(name: string, taxonomy: Taxonomy): string | null {
  const index = namesOf(taxonomy);
  const key = slug(name);
  for (const form of [key, ...SINGULARS.map(([ending, singular]) => key.replace(ending, singular))]) {
    const node = index.get(form);
    if (node !== undefined) return node;
  }
  return null;
}

const keyOf = (name: string, taxonomy: Taxonomy): string | null =>
  joinKeys(
    name
      .split('+')
      .map((part) => findNode(part, taxonomy) ?? slug(part))
      .filter(Boolean),
  );

/** "Al-Noor Mosque, Dovrin", "dovrin/nur-mosque": a site in a place; else the place of that name. */
function placeOf(name: string, { places, sites }: Vocabulary): string | null {
  const at = Math.max(name.lastIndexOf('/'), 0) || name.indexOf(', ');
  const [house, around] = name.includes('/')
    ? [name.slice(at + 1), name.slice(0, at)]
    : [name.slice(0, at), name.slice(at + 2)];
  const parent = at > 0 ? (places.nodes.has(around) ? around : keyOf(around, places)) : null;
  const words = house.split(/[\s-]+/).filter(Boolean);
  const noun = sites.kinds.get(words.pop()?.toLowerCase() ?? '');
  if (parent === null || !noun || around.includes(',')) return keyOf(name, places);
  const own = words.filter((word) => !sites.general.has(word.toLowerCase()));
  return siteKey(parent, siteName(own), noun.kind);
}

function findPredicate(name: string, vocabulary: Vocabulary): Predicate | null {
  const known = vocabulary.predicates.get(name);
  if (known) return known;
  const title = name.toLowerCase();
  for (const predicate of vocabulary.predicates.values()) {
    if (predicate.title.toLowerCase() === title) return predicate;
  }
  return null;
}

type TimeInput = NonNullable<NonNullable<ClaimInput['scope']>['time']>;

function readTime({ class: given, from, to, text }: TimeInput): ScopeTime {
  const told = from ? (to ? 'window' : 'cumulative') : to ? 'as-of' : 'unknown';
  return { class: given ?? told, from: from ?? null, to: to ?? null, text: text ?? null, asOf: null };
}

/** Whom a row counts: whom it says, or else, where its predicate counts people, its subject. */
function peopleOf(
  { subject, scope }: ClaimInput,
  predicate: Predicate | null,
  vocabulary: Vocabulary,
): RowPeople {
  const given = scope?.population;
  if (!given) return predicate?.unit === 'person' ? peopleIn(subject, vocabulary) : AT_LARGE;
  const kinds = given.split('+').flatMap((part) => {
    const { who, population } = peopleIn(part, vocabulary);
    return who === 'at-large' ? [] : (population ?? keyInSingular(part, vocabulary));
  });
  const population = joinKeys(kinds.filter(Boolean));
  return population === null ? AT_LARGE : { who: 'kind', population };
}

const peopleIn = (name: string, vocabulary: Vocabulary): RowPeople => {
  const population = findNode(name, vocabulary.populations);
  return population === null ? readRowPeople(name, vocabulary) : { who: 'kind', population };
};

function readScope(row: ClaimInput, predicate: Predicate | null, vocabulary: Vocabulary): Scope {
  const given = row.scope ?? {};
  // Nobody asks for the scope of a predicate that no one described; who is counted, the subject says.
  const absent: Provenance = predicate === null ? 'default' : 'unknown';
  const { population: named, who } = peopleOf(row, predicate, vocabulary);
  const population = keyWithout(named, predicate?.everyone ?? []);
  const provenance: Record<string, Provenance> = {
    population: who === 'unclear' ? 'unknown' : population === null ? 'default' : 'explicit',
  };
  const take = (part: string, value: string | null): string | null => {
    provenance[part] = value === null ? absent : 'explicit';
    return value;
  };
  return {
    population,
    place: take('place', given.place ? placeOf(given.place, vocabulary) : null),
    cause: take('cause', given.cause ? keyOf(given.cause, vocabulary.causes) : null),
    actor: take('actor', given.actor ? keyOf(given.actor, vocabulary.actors) : null),
    time: given.time ? readTime(given.time) : null,
    provenance: { ...provenance, time: given.time ? 'explicit' : absent },
  };
}

function readAttribution(origin: string | null | undefined, vocabulary: Vocabulary): Attribution {
  if (!origin) return { chain: [], origin: null };
  const key = slug(origin) || contentId('source', origin);
  for (const source of vocabulary.sources.values()) {
    if ([source.id, source.name, ...source.aliases].some((name) => slug(name) === key))
      return { chain: [{ name: origin, key: source.id, kind: source.kind }], origin: source.id };
  }
  return { chain: [{ name: origin, key, kind: 'unknown' }], origin: key };
}

/** A count that the row gives as a total since some day is a running total. */
function timeClassOf(row: ClaimInput, predicate: Predicate | null, value: Value): PredicateTimeClass {
  const usual = predicate?.timeClass ?? (value.kind === 'set' ? 'set' : 'attribute');
  const time = row.scope?.time;
  const total = time?.class === 'cumulative' || (time?.class === undefined && time?.from && !time.to);
  return total && usual === 'flow' ? 'cumulative' : usual;
}

/** The row in plain words, and where its value stands in them. */
function render(row: ClaimInput, value: string): { text: string; evidence: Evidence } {
  const head = `${row.subject}; ${row.predicate}: `;
  const unit = row.unit ? ` ${row.unit}` : '';
  const line = `${head}${value}${unit}`;
  if (!row.quote) {
    const valueStart = head.length;
    const evidence = {
      quote: line,
      start: 0,
      end: line.length,
      valueStart,
      valueEnd: valueStart + value.length,
    };
    return { text: line, evidence };
  }
  const start = line.length + 1;
  const end = start + row.quote.length;
  const found = row.quote.indexOf(value);
  const valueStart = found < 0 ? start : start + found;
  const valueEnd = found < 0 ? end : valueStart + value.length;
  return { text: `${line}\n${row.quote}`, evidence: { quote: row.quote, start, end, valueStart, valueEnd } };
}

function normaliseRow(row: ClaimInput): ClaimInput {
  const { subject, predicate, value, quote } = row;
  return {
    ...row,
    subject: normaliseText(subject),
    predicate: normaliseText(predicate),
    value:
      typeof value === 'number'
        ? value
        : Array.isArray(value)
          ? value.map(normaliseText)
          : normaliseText(value),
    quote: quote ? normaliseText(quote) : null,
  };
}

/**
 * Turns a structured row into a claim and the document that proves it: the row in plain words, with its quote when
 * one is given. Such a document has no fingerprint: two rows with equal words are no copied text.
 */
export function readClaimRow(
  input: ClaimInput,
  vocabulary: Vocabulary,
): { document: Document; claim: Claim } {
  const row = normaliseRow(input);
  const predicate = findPredicate(row.predicate, vocabulary);
  const value = readStructuredValue(row, predicate, vocabulary);
  const { text, evidence } = render(row, value.text);
  const outlet = resolveOutlet(row.outlet, vocabulary).id;
  const publishedAt = row.publishedAt ? toUtc(row.publishedAt) : UNDATED;
  const scope = readScope(row, predicate, vocabulary);
  const attribution = readAttribution(row.origin, vocabulary);
  const documentId = contentId('doc', outlet, publishedAt, row.topic, text, scope, attribution.origin);
  const document: Document = {
    id: documentId,
    outlet,
    topic: row.topic,
    url: null,
    title: null,
    publishedAt,
    zone: 'UTC',
    language: 'und',
    source: 'claims',
    text,
    blocks: [{ kind: 'body', start: 0, end: text.length, language: 'und' }],
    fingerprint: [],
  };
  const claim: Claim = {
    id: contentId('clm', documentId, evidence.valueStart, row.predicate, value.text),
    documentId,
    outlet,
    topic: row.topic,
    publishedAt,
    subject: { text: row.subject, key: slug(row.subject) || contentId('subject', row.subject) },
    predicate: {
      id: predicate?.id ?? null,
      text: predicate?.title ?? row.predicate,
      timeClass: timeClassOf(row, predicate, value),
    },
    value,
    scope,
    attribution,
    modality: 'occurred',
    polarity: 'affirmed',
    confidence: 1,
    partOf: null,
    partial: false,
    increment: row.increment ?? false,
    provisional: false,
    evidence,
    extractor: { name: 'structured', version: '1', rule: 'row' },
  };
  return { document, claim };
}
