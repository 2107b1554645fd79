import type { Claim } from '../claim/claim.ts';
import { byCodePoint } from '../identity.ts';
import { capital } from '../letters.ts';
import { onceEach, remember } from '../remember.ts';
import type { ScopeDimension } from '../vocabulary/dimensions.ts';
import { type KindTaxonomy, kindsIn } from '../vocabulary/kinds.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Taxonomy } from '../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { dayAfter, instantOf, writeDay, writeWindow } from './calendar.ts';
import { decisiveOf, modalityClassOf, scopedOf } from './comparability-key.ts';
import { isMissing } from './scope-relation.ts';
import { fillTemplate } from './template.ts';

/** Endings with a plural of their own: "gunman", "schoolchild"; a German is no man of that ending. */
const IRREGULAR: readonly (readonly [RegExp, string])[] = [
  [/child$/, 'children'],
  [/person$/, 'people'],
  [/(?<!^(?:hu|ger|ro|otto|sha|norse))man$/i, 'men'],
];
/** Nouns that are one and many. */
const ALIKE = /(?:police|people|personnel|staff|crew|aircraft|cattle|livestock|[^s]s)$/;

/** The plural of an English noun, by its ending. */
export const plural = remember((noun: string): string => {
  const [, head = '', last = noun] = /^(.*[ -])?([^ -]+)$/.exec(noun) ?? [];
  const irregular = IRREGULAR.find(([one]) => one.test(last));
  if (irregular) return head + last.replace(irregular[0], irregular[1]);
  if (ALIKE.test(last)) return noun;
  if (/[^aeiou]y$/.test(last)) return `${head}${last.slice(0, -1)}ies`;
  return `${noun}${/(?:ss|x|z|ch|sh)$/.test(last) ? 'es' : 's'}`;
});

/** A key that ends so shares its name with a town in it: the Herat region, and Herat. */
const REGION = /-region$/;

/** How a person writes a key of a taxonomy: its name, else its first alias, else the key itself. */
export function nameOf(taxonomy: Taxonomy, id: string): string {
  const node = taxonomy.nodes.get(id);
  if (REGION.test(id) && node?.name) return `${node.name} region`;
  return node?.name ?? node?.aliases[0] ?? node?.adjectives[0] ?? id.replace(/-/g, ' ');
}

const DETERMINER = /^(?:the|an?|this|that|these|those|its|his|her|their|our|my|your)\s+/i;
const POSSESSED = /^\S+(?:['’]s|s['’])\s/;
/** Names that are spoken with an article, by their first or their last word. */
const WITH_ARTICLE =
  /^(?:United|European|African|Arab|Red|White|West Bank)\b|\b(?:States|Nations|Kingdom|Emirates|Union|Republic|Islands|Territories|Strip|Valley|Peninsula|region|Ministry|Office|Organi[sz]ation|Authority|Army|Forces|Party|Brigades|Netherlands|Philippines)$/;

/** What counts needs no article: "all parties", "two delegations". */
const QUANTIFIER = /^(?:all|both|some|most|many|several|few|each|every|any|no|two|three|four|\d+)(?= )/i;

/** "talks" → "the talks", "Israeli delegation" → "the Israeli delegation"; "Abdul Samad" and "Trump’s plan" as they are. */
export function withArticle(phrase: string): string {
  const bare = phrase.replace(DETERMINER, '');
  if (QUANTIFIER.test(bare)) return bare.replace(QUANTIFIER, (word) => word.toLowerCase());
  const last = bare.slice(bare.lastIndexOf(' ') + 1);
  const isName = /^\p{Lu}/u.test(last);
  return bare === '' || POSSESSED.test(bare) || (isName && !WITH_ARTICLE.test(bare)) ? bare : `the ${bare}`;
}

/** The plainest of several wordings: the shortest, so that "talks" stands for "intensive indirect talks". */
const plainest = (texts: readonly string[]): string =>
  texts.reduce((a, b) => ((b.length - a.length || byCodePoint(b, a)) < 0 ? b : a)).replace(DETERMINER, '');

/** Where a bare number counts things and nobody says which, the unit says it: "Facilities", not "People". */
function subjectOf(
  claims: readonly Claim[],
  predicate: Predicate | undefined,
  subjects: readonly string[],
): string {
  const unit = predicate?.unit ?? null;
  const nobody = claims.every((claim) => claim.subject.key === 'people');
  if (nobody && unit !== null && unit !== 'person') return plural(unit.replace(/-/g, ' '));
  return plainest(subjects);
}

/** "palestinian+child" → "Palestinian children", "child-and-woman" → "children and women". */
export function populationInWords(key: string | null, taxonomy: KindTaxonomy): string {
  if (key === null) return 'people';
  const joint = taxonomy.nodes.has(key) ? [key] : kindsIn(key);
  if (joint.length > 1) return joint.map((kind) => populationInWords(kind, taxonomy)).join(' and ');
  const demonym = taxonomy.demonymOf(key);
  if (demonym !== null) return /(?:ese|ch|sh|ss)$/.test(demonym) ? `${demonym} people` : `${demonym}s`;
  const nodes = key.split('+');
  const isAdjective = (id: string) => (taxonomy.nodes.get(id)?.aliases.length ?? 0) === 0;
  const adjectives = nodes.filter((id) => taxonomy.nodes.has(id) && isAdjective(id));
  const nouns = nodes.filter((id) => !adjectives.includes(id));
  const words = adjectives.map((id) => taxonomy.nodes.get(id)?.adjectives[0] ?? nameOf(taxonomy, id));
  if (nouns.length === 0) {
    const last = words.pop() ?? '';
    return [...words, plural(last)].join(' ');
  }
  const phrase = nouns.map((id, i) =>
    i === nouns.length - 1 ? plural(nameOf(taxonomy, id)) : nameOf(taxonomy, id),
  );
  return [...words, ...phrase].join(' ');
}

/** "the Gaza Strip", "Egypt"; a place that only the articles know, by its key: "Karsin". */
const placesInWords = onceEach((places: Taxonomy) =>
  remember((id: string): string => {
    const name = nameOf(places, id);
    const written = places.nodes.has(id)
      ? name
      : name.replace(/(^| )\p{Ll}/gu, (start) => start.toUpperCase());
    return WITH_ARTICLE.test(written) ? withArticle(written) : written;
  }),
);

function timeInWords(claim: Claim): string {
  const from = instantOf(claim.scope.time?.from ?? null);
  const to = instantOf(claim.scope.time?.to ?? null);
  if (claim.predicate.timeClass === 'stock') return '';
  if (claim.predicate.timeClass === 'cumulative') return from === null ? '' : `since ${writeDay(from)}`;
  if (from !== null && to !== null) return `, ${writeWindow(from, instantOf(dayAfter(to)) ?? to)}`;
  if (from !== null) return `from ${writeDay(from)}`;
  return to === null ? '' : `before ${writeDay(to)}`;
}

/** White space that is more than one space, or another. */
const GAP = /\s{2,}|[^\S ]/g;

const GENERIC = '{subject}: {predicate} {place} {time}';

/**
 * The question of a group in words, from its predicate's template; a hole that has no filling leaves no gap.
 *
 *   claims    of the group: one of each shape is enough
 *   subjects  the words of all their subjects
 */
export function questionOf(
  claims: readonly Claim[],
  predicate: Predicate | undefined,
  vocabulary: Vocabulary,
  subjects: readonly string[] = claims.map(({ subject }) => subject.text),
): string {
  const claim = claims.reduce((least, other) => (byCodePoint(other.id, least.id) < 0 ? other : least));
  const subject = subjectOf(claims, predicate, subjects);
  const decisive = decisiveOf(predicate);
  const scoped = scopedOf(claim);
  const known = (dimension: ScopeDimension) =>
    decisive.includes(dimension) && !isMissing(scoped, dimension) ? claim.scope : null;
  const named = (taxonomy: Taxonomy, key: string | null | undefined, before: string) =>
    key ? `${before} ${nameOf(taxonomy, key)}` : '';
  const inPlace = (id: string | null | undefined) => (id ? `in ${placesInWords(vocabulary.places)(id)}` : '');
  const fillingOf = (hole: string): string => {
    if (hole === 'subject') return subject;
    if (hole === 'the subject') return withArticle(subject);
    if (hole === 'predicate') return claim.predicate.text;
    if (hole === 'population')
      return populationInWords(known('population')?.population ?? null, vocabulary.populations);
    if (hole === 'place') return inPlace(known('place')?.place);
    if (hole === 'cause') return named(vocabulary.causes, known('cause')?.cause, 'by');
    if (hole === 'actor') return named(vocabulary.actors, known('actor')?.actor, 'by');
    return hole === 'time' && known('time') ? timeInWords(claim) : '';
  };
  const filled = fillTemplate(predicate?.question ?? GENERIC, fillingOf);
  const missing: string[] = [];
  for (const dimension of decisive) {
    if (!isMissing(scoped, dimension) || (dimension === 'time' && claim.predicate.timeClass === 'stock'))
      continue;
    missing.push(dimension === 'time' ? 'date' : dimension);
  }
  const modality = modalityClassOf(claim);
  const remarks: string[] = [];
  if (modality !== 'happened') remarks.push(modality);
  if (claim.increment) remarks.push('added to an earlier count');
  if (missing.length > 0) remarks.push(`${missing.join(' and ')} not stated`);
  const text = (remarks.length > 0 ? `${filled} (${remarks.join(', ')})` : filled)
    .replace(GAP, ' ')
    .replace(/ ([,?:.])/g, '$1')
    .replace(/^[\s,:]+|[\s,:]+$/g, '');
  return text === '' ? claim.predicate.text : capital(text);
}
