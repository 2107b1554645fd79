import { decisiveOf, modalityClassOf, scopedOf } from '../group/comparability-key.ts';
import { relateScopes } from '../group/scope-relation.ts';
import { wereCutApart } from '../group/tie-keys.ts';
import { compareNumbers, findPositions, groupBy, type Voice } from '../group/voices.ts';
import { byCodePoint } from '../identity.ts';
import type { Recall } from '../remember.ts';
import { SCOPE_DIMENSIONS } from '../vocabulary/dimensions.ts';
import type { Camp } from './camp.ts';
import type { Finding } from './finding.ts';
import { campOfVoices } from './gather-camp.ts';
import { makeRuling, type Ruling } from './make-finding.ts';
import type { Rule } from './rules/rule.ts';
import type { Cell, TopicFacts } from './topic-facts.ts';

/** A group as seen from outside: its leading position, its outermost voices and how many of its claims to name. */
interface Stand {
  readonly cell: Cell;
  readonly camp: Camp;
  readonly positions: number;
  /** The voice that allows least, and the one that caps lowest: the first to exceed a whole, or to be exceeded. */
  readonly highest: Voice;
  readonly lowest: Voice;
  readonly named: readonly string[];
}

const NUMERIC = new Set(['quantity', 'fraction', 'duration']);
/** A finding across groups names so many claims of each; the groups list all. */
const NAMED = 50;

const weightOf = (voices: readonly Voice[]): number => voices.reduce((sum, voice) => sum + voice.weight, 0);

function standOf(cell: Cell, facts: TopicFacts): Stand | null {
  const first = cell.claims[0];
  const generic = cell.group.predicate === null && first?.extractor.name !== 'structured';
  if (!first || generic || cell.statements.length === 0) return null;
  if (!NUMERIC.has(first.value.kind) || modalityClassOf(first) !== 'happened') return null;
  const positions = findPositions(cell.voices.current);
  const [strongest] = [...positions].sort(
    (a, b) => weightOf(b.voices) - weightOf(a.voices) || compareNumbers(a.point, b.point),
  );
  const [voice, ...others] = cell.voices.current;
  if (!strongest || !voice) return null;
  return {
    cell,
    camp: campOfVoices(strongest.voices, cell.predicate, facts.vocabulary),
    positions: positions.length,
    highest: others.reduce(
      (best, one) => (compareNumbers(one.halo.low, best.halo.low) > 0 ? one : best),
      voice,
    ),
    lowest: others.reduce(
      (best, one) => (compareNumbers(one.halo.high, best.halo.high) < 0 ? one : best),
      voice,
    ),
    named: cell.statements.slice(0, NAMED).map((statement) => statement.claim.id),
  };
}

/**
 * What looks different between groups and is not: other days, other places, a part and its whole. Groups of one family
 * are compared pairwise while they are few, and only with their neighbours when they are many.
 */
export function compareGroups(facts: TopicFacts, recall: Recall): Ruling[] {
  const stands = facts.cells.flatMap(
    (cell) => recall(`stand ${cell.group.id}`, [cell], () => standOf(cell, facts)) ?? [],
  );
  const met =
    (how: string, meet: (a: Stand, b: Stand, facts: TopicFacts) => Ruling[]): Meet =>
    (a, b) =>
      recall(`${how} ${a.cell.group.id} ${b.cell.group.id}`, [a, b], () => meet(a, b, facts));
  const pairs = [...groupBy(stands, (stand) => stand.cell.group.family).values()].flatMap((family) =>
    pairsOf(family, facts),
  );
  return [
    ...meetAll(pairs, met('beside', compareStands)),
    ...meetAll(partsAndWholes(stands, facts), met('within', comparePartAndWhole)),
    ...meetAll(namesakes(stands, facts), met('apart', setApart)),
  ];
}

type Meet = (a: Stand, b: Stand) => Ruling[];

const meetAll = (pairs: readonly (readonly [Stand, Stand])[], meet: Meet): Ruling[] =>
  pairs.flatMap(([a, b]) => meet(a, b));

function pairsOf(family: readonly Stand[], facts: TopicFacts): [Stand, Stand][] {
  const sorted = [...family].sort((a, b) => byCodePoint(a.cell.group.key, b.cell.group.key));
  if (sorted.length <= facts.vocabulary.rules.limits.groups) {
    return sorted.flatMap((a, i) => sorted.slice(i + 1).map((b): [Stand, Stand] => [a, b]));
  }
  const pairs = new Map<string, [Stand, Stand]>();
  for (const dimension of SCOPE_DIMENSIONS) {
    for (const alike of groupBy(sorted, (stand) => allBut(dimension, stand)).values()) {
      alike.forEach((b, i) => {
        const a = alike[i - 1];
        if (a) pairs.set(`${a.cell.group.id} ${b.cell.group.id}`, [a, b]);
      });
    }
  }
  return [...pairs.values()];
}

/** Everything about a group's scope except one dimension: groups that share it differ in that dimension alone. */
function allBut(dimension: (typeof SCOPE_DIMENSIONS)[number], { cell }: Stand): string {
  const { time, population, place, cause, actor } = cell.group.scope;
  const parts = { population, place, cause, actor, time: `${time?.from}/${time?.to}` };
  return JSON.stringify({ ...parts, [dimension]: null });
}

/** Verdicts that say something even where the figures look alike. */
const TELLING = new Set<Finding['verdict']>(['part-of', 'agree']);

const differ = (a: Stand, b: Stand): boolean =>
  a.camp.side.nominal !== b.camp.side.nominal || a.camp.side.words !== b.camp.side.words;

function compareStands(a: Stand, b: Stand, facts: TopicFacts): Ruling[] {
  if (wereCutApart(a.cell.group.key, b.cell.group.key)) return [];
  const meeting = {
    subject: 'figures' as const,
    predicate: a.cell.predicate,
    groups: [a.cell.group.id, b.cell.group.id],
    about: [],
    listed: [...a.named, ...b.named],
    worth: ({ verdict }: Rule) => TELLING.has(verdict) || differ(a, b),
  };
  const ruling = makeRuling(a.camp, b.camp, meeting, facts);
  return [...(ruling ? [ruling] : []), ...exceeding(a, b, facts), ...exceeding(b, a, facts)];
}

/**
 * A group that is split has more than its leading position: a part may be larger than the lowest of the figures that
 * are given for the whole, though it is not larger than the others.
 */
function exceeding(part: Stand, whole: Stand, facts: TopicFacts): Ruling[] {
  if (part.positions === 1 && whole.positions === 1) return [];
  if (compareNumbers(part.highest.halo.low, whole.lowest.halo.high) <= 0) return [];
  if (!mayBePart(part.highest, whole.lowest, part.cell, facts)) return [];
  const camp = (voice: Voice) => campOfVoices([voice], part.cell.predicate, facts.vocabulary);
  const meeting = {
    subject: 'figures' as const,
    predicate: part.cell.predicate,
    groups: [part.cell.group.id, whole.cell.group.id],
    about: [],
    byPublication: true,
    worth: ({ subtype }: Rule) => subtype === 'part-exceeds-whole',
  };
  const ruling = makeRuling(camp(part.highest), camp(whole.lowest), meeting, facts);
  return ruling ? [ruling] : [];
}

/** Whether the scopes leave room for one to count a part of what the other counts: most groups lie apart. */
function mayBePart(part: Voice, whole: Voice, { predicate }: Cell, { vocabulary }: TopicFacts): boolean {
  if (!predicate?.additive) return false;
  const [a, b] = [scopedOf(part.words.claim), scopedOf(whole.words.claim)];
  const { relation } = relateScopes(a, b, decisiveOf(predicate), vocabulary);
  return relation === 'inside' || relation === 'contains';
}

/** Killed among killed and wounded, alive among held: predicates that count a part of what others count. */
function partsAndWholes(stands: readonly Stand[], facts: TopicFacts): [Stand, Stand][] {
  const byPredicate = groupBy(stands, (stand) => stand.cell.group.predicate ?? '');
  const most = facts.vocabulary.rules.limits.groups;
  const pairs: [Stand, Stand][] = [];
  for (const [id, parts] of byPredicate) {
    for (const wider of facts.vocabulary.predicates.get(id)?.within ?? []) {
      for (const part of parts.slice(0, most)) {
        for (const whole of (byPredicate.get(wider) ?? []).slice(0, most)) pairs.push([part, whole]);
      }
    }
  }
  return pairs;
}

function comparePartAndWhole(part: Stand, whole: Stand, facts: TopicFacts): Ruling[] {
  if (part.cell.group.unit !== whole.cell.group.unit) return [];
  const meeting = {
    subject: 'figures' as const,
    predicate: part.cell.predicate,
    narrowerPredicate: true,
    groups: [part.cell.group.id, whole.cell.group.id],
    about: [],
    worth: ({ verdict, subtype }: Rule) => verdict === 'part-of' || subtype === 'part-exceeds-whole',
  };
  const ruling = makeRuling(part.camp, whole.camp, meeting, facts);
  return ruling ? [ruling] : [];
}

/**
 * Two counts of one thing that a reader may take for rivals: a plan of 20 points and of three phases. They are told
 * apart once per pair of predicates, only for what is a property of its subject.
 */
function namesakes(stands: readonly Stand[], facts: TopicFacts): [Stand, Stand][] {
  const properties = stands.filter(
    ({ cell }) => cell.group.timeClass === 'attribute' && cell.predicate !== undefined,
  );
  const bySubject = groupBy(properties, ({ cell }) => cell.claims[0]?.subject.key ?? '');
  return [...bySubject.values()].flatMap((same) => {
    const firsts = [...groupBy(same, ({ cell }) => cell.group.predicate ?? '').values()]
      .flatMap((group) => group[0] ?? [])
      .slice(0, facts.vocabulary.rules.limits.positions);
    return firsts.flatMap((a, i) => firsts.slice(i + 1).map((b): [Stand, Stand] => [a, b]));
  });
}

function setApart(a: Stand, b: Stand, facts: TopicFacts): Ruling[] {
  const groups = [a.cell.group.id, b.cell.group.id];
  const meeting = {
    subject: 'figures' as const,
    predicate: a.cell.predicate,
    comparable: false,
    groups,
    about: [],
  };
  const ruling = makeRuling(a.camp, b.camp, meeting, facts);
  return ruling ? [ruling] : [];
}
