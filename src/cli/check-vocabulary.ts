import type { Claim } from '../claim/claim.ts';
import { READERS } from '../claim/readers/index.ts';
import { extract } from '../pipeline.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import { siteOf } from '../vocabulary/sites.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** One example that does not hold. */
export interface ExampleFailure {
  readonly kind: 'takes' | 'leaves';
  readonly text: string;
  /** What was found instead, in words. */
  readonly because: string;
}

/** How a predicate fared against its own examples, all other predicates being at work too. */
export interface CheckedPredicate {
  readonly id: string;
  readonly passed: number;
  readonly failures: readonly ExampleFailure[];
}

const EXTRACTORS = new Set(['measured', ...READERS.map((reader) => reader.id)]);

/** Examples are read as if an outlet had printed nothing else, on a fixed day. */
export const claimsIn = (text: string, vocabulary: Vocabulary): readonly Claim[] =>
  extract({ outlet: 'example', publishedAt: '2025-10-07T12:00:00Z', language: 'en', text }, vocabulary)
    .claims;

export const quoted = (words: readonly string[]): string =>
  [...new Set(words)].map((word) => `“${word}”`).join(', ') || 'nothing';

type Wanted = Predicate['examples']['takes'][number];

/** Numbers are compared as numbers, words as words, in any case. */
const hasValue = ({ value }: Claim, wanted: string | number): boolean =>
  typeof wanted === 'number' ? value.nominal === wanted : value.text.toLowerCase() === wanted.toLowerCase();

/** Why a wanted sentence does not give what it should; null when it does. */
function missing(found: readonly Claim[], all: readonly Claim[], wanted: Wanted): string | null {
  if (found.length === 0) {
    const others = all.flatMap((claim) => (claim.predicate.id === null ? [] : [claim.predicate.id]));
    return `no claim of this predicate was found${others.length > 0 ? `, but of ${quoted(others)}` : ''}`;
  }
  const { value, subject } = wanted;
  const valued = value === undefined ? found : found.filter((claim) => hasValue(claim, value));
  if (valued.length === 0)
    return `the value should be “${value}”, but is ${quoted(found.map((claim) => claim.value.text))}`;
  if (subject === undefined || valued.some((claim) => claim.subject.text === subject)) return null;
  return `the subject should be “${subject}”, but is ${quoted(valued.map((claim) => claim.subject.text))}`;
}

/**
 * Runs the examples of one predicate through the engine.
 * @throws VocabularyError when its reader refuses its options
 */
export function checkPredicate(predicate: Predicate, vocabulary: Vocabulary): CheckedPredicate {
  const own = (claims: readonly Claim[]) => claims.filter((claim) => claim.predicate.id === predicate.id);
  const { takes, leaves } = predicate.examples;
  const failures: ExampleFailure[] = [];
  if (predicate.extractor !== null && !EXTRACTORS.has(predicate.extractor))
    failures.push({
      kind: 'takes',
      text: `extractor: ${predicate.extractor}`,
      because: `there is no such extractor; there are ${[...EXTRACTORS].sort().join(', ')}`,
    });
  for (const wanted of takes) {
    const claims = claimsIn(wanted.text, vocabulary);
    const because = missing(own(claims), claims, wanted);
    if (because !== null) failures.push({ kind: 'takes', text: wanted.text, because });
  }
  for (const text of leaves) {
    const found = own(claimsIn(text, vocabulary));
    if (found.length === 0) continue;
    const rules = found.map((claim) => `${claim.value.text} (${claim.extractor.rule})`);
    failures.push({
      kind: 'leaves',
      text,
      because: `it must find nothing there, but found ${quoted(rules)}`,
    });
  }
  const examples = failures.filter((failure) => !failure.text.startsWith('extractor: ')).length;
  return { id: predicate.id, passed: takes.length + leaves.length - examples, failures };
}

/** Runs the examples of every predicate, in the order of their files. */
export const checkPredicates = (vocabulary: Vocabulary): CheckedPredicate[] =>
  [...vocabulary.predicates.values()].map((predicate) => checkPredicate(predicate, vocabulary));

/** How the offices fared against their own examples: names that tell them, and names that must not. */
export const checkOffices = ({ offices }: Vocabulary): CheckedPredicate[] =>
  offices.rows.map(({ id, takes, leaves }) => {
    const failures: ExampleFailure[] = [];
    for (const [text, name] of Object.entries(takes)) {
      const found = offices.in(text);
      if (found?.id === id && (found.name ?? '') === name) continue;
      const because = `it should be “${name}”, but is ${found ? `${found.id} “${found.name ?? ''}”` : 'none'}`;
      failures.push({ kind: 'takes', text, because });
    }
    for (const text of leaves)
      if (offices.in(text)?.id === id)
        failures.push({ kind: 'leaves', text, because: 'it must not be read as this office' });
    const examples = Object.keys(takes).length + leaves.length;
    return { id: `office ${id}`, passed: examples - failures.length, failures };
  });

/** How the words of sites fared against their own examples: sentences that name one, and sentences that must not. */
export function checkSites(vocabulary: Vocabulary): CheckedPredicate {
  const { takes, leaves } = vocabulary.sites.examples;
  const sitesIn = (text: string): string[] =>
    claimsIn(text, vocabulary).flatMap(({ scope: { place } }) => (place && siteOf(place) ? [place] : []));
  const failures: ExampleFailure[] = [];
  for (const { text, place } of takes) {
    const found = sitesIn(text);
    if (found.includes(place)) continue;
    failures.push({ kind: 'takes', text, because: `the site should be “${place}”, but is ${quoted(found)}` });
  }
  for (const text of leaves) {
    const found = sitesIn(text);
    if (found.length === 0) continue;
    failures.push({ kind: 'leaves', text, because: `it must name no site, but names ${quoted(found)}` });
  }
  return { id: 'sites', passed: takes.length + leaves.length - failures.length, failures };
}

/** How the short forms of provinces and states fared: sentences that are placed by one, and sentences that have no place. */
export function checkShortForms(vocabulary: Vocabulary): CheckedPredicate {
  const { takes, leaves } = vocabulary.placeShortForms.examples;
  const placesIn = (text: string): string[] =>
    claimsIn(text, vocabulary).flatMap(({ scope: { place } }) => place ?? []);
  const failures: ExampleFailure[] = [];
  for (const { text, place } of takes) {
    const found = placesIn(text);
    if (found.includes(place)) continue;
    failures.push({
      kind: 'takes',
      text,
      because: `the place should be “${place}”, but is ${quoted(found)}`,
    });
  }
  for (const text of leaves) {
    const found = placesIn(text);
    if (found.length === 0) continue;
    failures.push({ kind: 'leaves', text, because: `it must name no place, but names ${quoted(found)}` });
  }
  return { id: 'place-short-forms', passed: takes.length + leaves.length - failures.length, failures };
}

/** How the words that leave room for more fared: sentences with a figure that may not be all, and without one. */
export function checkSomeOfAll(vocabulary: Vocabulary): CheckedPredicate {
  const { takes, leaves } = vocabulary.someOfAll.examples;
  const isOpen = (text: string): boolean =>
    claimsIn(text, vocabulary).some(
      ({ predicate, value }) =>
        vocabulary.predicates.get(predicate.id ?? '')?.toll != null &&
        value.hedge === 'bare' &&
        value.halo !== null &&
        value.halo.high === null,
    );
  const failures: ExampleFailure[] = [
    ...takes
      .filter((text) => !isOpen(text))
      .map((text) => ({ kind: 'takes' as const, text, because: 'its figure must leave room for more' })),
    ...leaves
      .filter(isOpen)
      .map((text) => ({ kind: 'leaves' as const, text, because: 'its figure must be all there are' })),
  ];
  return { id: 'some-of-all', passed: takes.length + leaves.length - failures.length, failures };
}
