import { isOpenSum } from '../claim/totals.ts';
import { decisiveOf, isStructured, modalityClassOf } from '../group/comparability-key.ts';
import { groupBy } from '../group/group-by.ts';
import { populationInWords } from '../group/question.ts';
import { relateScopes } from '../group/scope-relation.ts';
import type { Statement } from '../group/statements.ts';
import { type Voice, WHOLE_VOICE } from '../group/voices.ts';
import { byCodePoint, distinct } from '../identity.ts';
import { Measure, type Range } from '../value/compare.ts';
import { showNumber } from '../value/show.ts';
import { Camp } from './camp.ts';
import { campOfVoices, giveOneFigure } from './gather-camp.ts';
import { makeRuling, type Ruling } from './make-finding.ts';
import type { Rule } from './rules/rule.ts';
import type { Cell, TopicFacts } from './topic-facts.ts';

/** Figures of one article for kinds of people of whom nobody is of two, and what they come to. */
interface Sum {
  readonly parts: readonly Placed[];
  readonly words: string;
  readonly low: number;
}

interface Placed {
  readonly cell: Cell;
  readonly statement: Statement;
}

/** So many parts of one article are added up at most. */
const MOST_PARTS = 12;

/**
 * What an article tells of several kinds of people, added up and held against the figure that others give for all: "12
 * women and 50 children" are more than "58 people", and exactly "62 people". Only kinds that share nobody are added, of
 * one day and place.
 */
export function compareSums(facts: TopicFacts): Ruling[] {
  const cells = facts.cells.filter(countsPeople);
  return [...groupBy(cells, eventOf).values()].flatMap((event) => {
    const whole = event.find(({ group }) => group.scope.population === null);
    if (!whole || event.length < 3) return [];
    return [...groupBy(sumsOf(event, whole, facts), ({ words }) => words).values()].flatMap((same) =>
      holdAgainst(same, whole, facts),
    );
  });
}

const countsPeople = ({ predicate, claims: [first], voices }: Cell): boolean =>
  predicate?.additive === true &&
  predicate.unit === 'person' &&
  predicate.decisive.includes('population') &&
  voices.current.length > 0 &&
  first !== undefined &&
  modalityClassOf(first) === 'happened';

/** Everything that a group is asked but whom it counts. */
function eventOf({ group: { family, timeClass, scope } }: Cell): string {
  const { place, time } = scope;
  return JSON.stringify([family, timeClass, place, time?.from, time?.to]);
}

/** The largest sum of each article that does not itself give the figure of all. */
function sumsOf(event: readonly Cell[], whole: Cell, facts: TopicFacts): Sum[] {
  const placed = event.filter((cell) => cell !== whole).flatMap((cell) => currentOf(cell));
  const parts = groupBy(
    placed.filter(({ statement }) => isInside(statement, whole, facts)),
    articleOf,
  );
  const found = new Map<string, Sum>();
  for (const [article, own] of parts) {
    const sum = sumOf(own, facts);
    if (sum) found.set(article, sum);
  }
  // A sentence that counts several kinds together gives a figure of all already.
  for (const { statement } of currentOf(whole))
    if (isOpenSum(statement.claim) || isGiven(statement)) found.delete(articleOf({ statement }));
  return [...found.values()];
}

/** Whether an article gives the figure itself: not where it is the fewest that its words allow. */
const isGiven = ({ claim: { value } }: Statement): boolean =>
  value.hedge !== 'implicit' || value.halo?.high != null;

const currentOf = (cell: Cell): Placed[] =>
  cell.voices.current.flatMap(({ statements }) => statements.map((statement) => ({ cell, statement })));

/** The rows that an outlet hands in of one moment are one article. */
const articleOf = ({ statement: { claim } }: Pick<Placed, 'statement'>): string =>
  isStructured(claim) ? `${claim.outlet} ${claim.publishedAt}` : claim.documentId;

/** Whether a figure differs from those of all in whom it counts alone. */
function isInside({ scoped }: Statement, whole: Cell, { vocabulary }: TopicFacts): boolean {
  const all = whole.voices.current[0]?.words.scoped;
  if (!all) return false;
  const { relation, differing } = relateScopes(scoped, all, decisiveOf(whole.predicate), vocabulary);
  return relation === 'inside' && differing.length === 1 && differing[0] === 'population';
}

/** The largest figures first, each that shares nobody with those before; of two of one kind the smaller counts. */
function sumOf(own: readonly Placed[], { vocabulary }: TopicFacts): Sum | null {
  const { populations } = vocabulary;
  const floor = ({ statement }: Placed): number => statement.measure.halo.low;
  const kindOf = ({ statement }: Placed): string => statement.claim.scope.population ?? '';
  // "Two men died. Among the dead were two teenagers.": those who are some of all may be of another kind told of too.
  const whole = own.filter(({ statement }) => !statement.claim.partial);
  const told = whole.length > 0 ? whole : own;
  const lowest = [...groupBy(told, kindOf).values()].flatMap((same) =>
    same.reduce((a, b) => (floor(b) < floor(a) || (floor(b) === floor(a) && before(b, a)) ? b : a)),
  );
  const sorted = lowest
    .sort((a, b) => floor(b) - floor(a) || byCodePoint(kindOf(a), kindOf(b)))
    .slice(0, MOST_PARTS);
  const parts: Placed[] = [];
  for (const part of sorted) {
    if (parts.every((other) => populations.relate(kindOf(part), kindOf(other)) === 'disjoint'))
      parts.push(part);
  }
  if (parts.length < 2) return null;
  const words = parts.map((part) => {
    const { value } = part.statement.claim;
    const kind = populationInWords(kindOf(part), populations);
    return value.hedge === 'implicit' ? value.text : `${value.text.toLowerCase()} ${kind}`;
  });
  const low = parts.reduce((sum, part) => sum + floor(part), 0);
  return { parts, words: `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`, low };
}

const before = (a: Placed, b: Placed): boolean => byCodePoint(a.statement.id, b.statement.id) < 0;

const exceeds = ({ subtype }: Rule): boolean => subtype === 'part-exceeds-whole';
const meets = ({ verdict }: Rule): boolean => verdict === 'compatible' || verdict === 'agree';

/** The same figures of one article or several against the lowest figure of all, else against the one that they come to. */
function holdAgainst(same: readonly Sum[], whole: Cell, facts: TopicFacts): Ruling[] {
  const [sum] = same;
  const { current } = whole.voices;
  if (!sum || current.every(({ words }) => isOpenSum(words.claim))) return [];
  const camp = campOfSums(same, whole, facts);
  // Of equal ones the last, when no part can have grown since.
  const lowest = current.reduce((a, b) => ((a.halo.high - b.halo.high || b.asOf.to - a.asOf.to) > 0 ? b : a));
  if (sum.low > lowest.halo.high)
    return isLargerAlready(sum, lowest) ? [] : hold(camp, lowest, sum, whole, exceeds, facts);
  const equal = current.find(({ nominal }) => nominal !== null && nominal === camp.side.nominal);
  return equal ? hold(camp, equal, sum, whole, meets, facts) : [];
}

/** One of the parts is larger than all of them, which is told of that part alone. */
const isLargerAlready = ({ parts }: Sum, { halo }: Voice): boolean =>
  parts.some(({ statement }) => statement.measure.halo.low > halo.high);

function hold(
  camp: Camp,
  voice: Voice,
  { parts }: Sum,
  whole: Cell,
  worth: (rule: Rule) => boolean,
  facts: TopicFacts,
): Ruling[] {
  const { predicate } = whole;
  const voices = whole.voices.current.filter((other) => giveOneFigure(other, voice));
  const all = campOfVoices(voices, predicate, facts.vocabulary, voice);
  const ruling = makeRuling(
    camp,
    all,
    {
      subject: 'figures',
      predicate,
      groups: [...parts.map(({ cell }) => cell.group.id), whole.group.id],
      byPublication: true,
      worth,
    },
    facts,
  );
  return ruling ? [ruling] : [];
}

function campOfSums(same: readonly Sum[], whole: Cell, { vocabulary }: TopicFacts): Camp {
  const statements = same.flatMap(({ parts }) => parts.map(({ statement }) => statement));
  const own = same[0]?.parts.map(({ statement }) => statement) ?? [];
  const newest = own.reduce((a, b) => (b.asOf.to > a.asOf.to ? b : a));
  const origins = distinct(statements.map(({ origin }) => origin));
  const nominals = own.map(({ measure }) => measure.nominal ?? Number.NaN);
  const nominal = nominals.reduce((sum, number) => sum + number, 0);
  const words = same[0]?.words ?? '';
  return new Camp(
    {
      claims: statements.slice(0, vocabulary.rules.limits.named).map(({ claim }) => claim),
      origins,
      weight: origins.length * WHOLE_VOICE,
      words: newest.claim,
      measure: new Measure(
        Number.isNaN(nominal) ? null : nominal,
        addUp(own.map(({ measure }) => measure.core)),
        addUp(own.map(({ measure }) => measure.halo)),
      ),
      scoped: newest.scoped,
      asOf: newest.asOf,
      predicate: whole.predicate,
      vocabulary,
    },
    { side: { words: Number.isNaN(nominal) ? words : `${showNumber(nominal)} (${words})` }, adds: words },
  );
}

const addUp = (ranges: readonly Range[]): Range => ({
  low: ranges.reduce((sum, { low }) => sum + low, 0),
  high: ranges.reduce((sum, { high }) => sum + high, 0),
});
