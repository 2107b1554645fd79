import { decisiveOf, modalityClassOf } from '../group/comparability-key.ts';
import { groupBy } from '../group/group-by.ts';
import { relateScopes, type ScopeRelation } from '../group/scope-relation.ts';
import { compareStatements } from '../group/statements.ts';
import { isCut, wereCutApart } from '../group/tie-keys.ts';
import { compareNumbers, type Position, type Voice, weightOf } from '../group/voices.ts';
import { inOrderOf } from '../identity.ts';
import { afresh, type Recall } from '../remember.ts';
import type { Camp } from './camp.ts';
import { campAt } from './desk.ts';
import { campOfVoices, giveOneFigure } from './gather-camp.ts';
import { keepRuling, type Meeting, makeRuling, type Ruling } from './make-finding.ts';
import { neighbours } from './neighbours.ts';
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
  /** Whether these two and the leading position are of one scope: nearly always. */
  readonly hasOneScope: boolean;
  readonly named: readonly string[];
  readonly isCut: boolean;
}

const NUMERIC = new Set(['quantity', 'fraction', 'duration']);
/** A finding across groups names so many claims of each; the groups list all. */
const NAMED = 50;

function standOf(cell: Cell, facts: TopicFacts): Stand | null {
  const first = cell.claims[0];
  const generic = cell.group.predicate === null && first?.extractor.name !== 'structured';
  if (!first || generic || cell.statements.length === 0) return null;
  if (!NUMERIC.has(first.value.kind) || modalityClassOf(first) !== 'happened') return null;
  const { positions } = cell.voices;
  const strongest = strongestOf(positions);
  const [voice] = cell.voices.current;
  if (!strongest || !voice) return null;
  let [highest, lowest] = [voice, voice];
  for (const one of cell.voices.current) {
    // Of equal ones: the part that was counted first, the whole that was counted last.
    if ((one.halo.low - highest.halo.low || highest.asOf.to - one.asOf.to || byWords(highest, one)) > 0)
      highest = one;
    if ((lowest.halo.high - one.halo.high || one.asOf.to - lowest.asOf.to || byWords(lowest, one)) > 0)
      lowest = one;
  }
  const named: string[] = [];
  for (const { claim } of cell.statements) {
    if (named.length >= NAMED) break;
    named.push(claim.id);
  }
  const camp = campAt({ cell, facts }, strongest.voices);
  return {
    cell,
    camp,
    positions: positions.length,
    highest,
    lowest,
    hasOneScope: highest.words.scoped === camp.scoped && lowest.words.scoped === camp.scoped,
    named,
    isCut: isCut(cell.group.key),
  };
}

const byWords = (a: Voice, b: Voice): number => (a === b ? 0 : compareStatements(a.words, b.words));

/** The position of most weight, the lowest of several. */
function strongestOf(positions: readonly Position[]): Position | null {
  let [best, most]: [Position | null, number] = [null, 0];
  for (const position of positions) {
    const weight = weightOf(position.voices);
    const order = best === null ? 1 : weight - most || compareNumbers(best.point, position.point);
    if (order > 0) [best, most] = [position, weight];
  }
  return best;
}

/**
 * What looks different between groups and is not: other days, other places, a part and its whole. Groups of one family
 * are compared pairwise while they are few, and only with their neighbours when they are many.
 */
export function compareGroups(facts: TopicFacts, recall: Recall): Ruling[] {
  const stands: Stand[] = [];
  for (const cell of facts.cells) {
    const stand = recall(`stand ${cell.group.id}`, [cell], () => standOf(cell, facts));
    if (stand) stands.push(stand);
  }
  const found: Ruling[] = [];
  const visitor =
    (how: string, meet: Meet): Visit =>
    (a, b) => {
      if (recall === afresh) return meet(a, b, facts, found);
      const again = (): Ruling[] => {
        const own: Ruling[] = [];
        meet(a, b, facts, own);
        return own;
      };
      for (const ruling of recall(`${how} ${a.cell.group.id} ${b.cell.group.id}`, [a, b], again))
        found.push(ruling);
    };
  const beside = visitor('beside', compareStands);
  for (const family of groupBy(stands, (stand) => stand.cell.group.family).values())
    visitPairs(family, facts, beside);
  visitAll(partsAndWholes(stands, facts), visitor('within', comparePartAndWhole));
  visitAll(namesakes(stands, facts), visitor('apart', setApart));
  return found;
}

/** Holds two groups against each other, and adds what there is to say to what is found. */
type Meet = (a: Stand, b: Stand, facts: TopicFacts, found: Ruling[]) => void;
type Visit = (a: Stand, b: Stand) => void;

function visitAll(pairs: readonly (readonly [Stand, Stand])[], visit: Visit): void {
  for (const [a, b] of pairs) visit(a, b);
}

function visitPairs(family: readonly Stand[], facts: TopicFacts, visit: Visit): void {
  const sorted = inOrderOf(family, ({ cell }) => cell.group.key);
  if (sorted.length <= facts.vocabulary.rules.limits.groups) {
    for (let j = 0; j < sorted.length; j++) {
      const a = sorted[j];
      for (let i = j + 1; a && i < sorted.length; i++) visit(a, sorted[i] ?? a);
    }
    return;
  }
  visitAll(
    neighbours(sorted, ({ cell }) => cell.group.scope),
    visit,
  );
}

/** Verdicts that say something even where the figures look alike. */
const isTelling = ({ verdict }: Rule): boolean => verdict === 'part-of' || verdict === 'agree';

const isAnything = (): boolean => true;

const differ = (a: Camp, b: Camp): boolean =>
  a.side.nominal !== b.side.nominal || a.side.words !== b.side.words;

const NOTHING: readonly string[] = [];

function compareStands(a: Stand, b: Stand, facts: TopicFacts, found: Ruling[]): void {
  if ((a.isCut || b.isCut) && wereCutApart(a.cell.group.key, b.cell.group.key)) return;
  const { predicate } = a.cell;
  const related = relateScopes(a.camp.scoped, b.camp.scoped, decisiveOf(predicate), facts.vocabulary);
  const meeting: Meeting = {
    subject: 'figures',
    predicate,
    related,
    groups: [a.cell.group.id, b.cell.group.id],
    about: NOTHING,
    listed: [a.named, b.named],
    worth: differ(a.camp, b.camp) ? isAnything : isTelling,
  };
  const ruling = makeRuling(a.camp, b.camp, meeting, facts);
  const excess =
    ruling !== null && tellsOfExcess(ruling.rule)
      ? null
      : (exceeding(a, b, related, facts) ?? exceeding(b, a, related, facts));
  // What is larger than a whole that all agree on is not also said to fit into it.
  const agreed = a.positions === 1 && b.positions === 1;
  if (ruling !== null && !(agreed && excess !== null && isPartOf(ruling.rule))) found.push(ruling);
  if (excess !== null) found.push(excess);
}

const isPartOf = ({ verdict }: Rule): boolean => verdict === 'part-of';
const tellsOfExcess = ({ subtype }: Rule): boolean => subtype === 'part-exceeds-whole';

/**
 * A group has more than its leading figure: a part may be larger than the lowest of those that are given for the whole,
 * or than the last of them, though it is not larger than the others. `related`: their leading positions.
 */
function exceeding(part: Stand, whole: Stand, related: ScopeRelation, facts: TopicFacts): Ruling | null {
  const { highest } = part;
  const { lowest } = whole;
  if (highest.halo.low <= lowest.halo.high || !mayBePart(part, whole, related, facts)) return null;
  const { predicate } = part.cell;
  // Whoever gave the figure of the whole before stands with the one who gave it last.
  const same = whole.cell.voices.current.filter((voice) => giveOneFigure(voice, lowest));
  const meeting: Meeting = {
    subject: 'figures',
    predicate,
    groups: [part.cell.group.id, whole.cell.group.id],
    about: NOTHING,
    byPublication: true,
    worth: tellsOfExcess,
  };
  const [one, other] = [
    campOfVoices([highest], predicate, facts.vocabulary),
    campOfVoices(same, predicate, facts.vocabulary, lowest),
  ];
  return makeRuling(one, other, meeting, facts);
}

/** Whether the scopes leave room for one to count a part of what the other counts: most groups lie apart. */
function mayBePart(part: Stand, whole: Stand, related: ScopeRelation, { vocabulary }: TopicFacts): boolean {
  const { predicate } = part.cell;
  if (!predicate?.additive) return false;
  if (part.hasOneScope && whole.hasOneScope) return isNested(related);
  const [a, b] = [part.highest.words.scoped, whole.lowest.words.scoped];
  return isNested(relateScopes(a, b, decisiveOf(predicate), vocabulary));
}

const isNested = ({ relation }: ScopeRelation): boolean => relation === 'inside' || relation === 'contains';

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

const tellsOfPart = (rule: Rule): boolean => isPartOf(rule) || tellsOfExcess(rule);

function comparePartAndWhole(part: Stand, whole: Stand, facts: TopicFacts, found: Ruling[]): void {
  if (part.cell.group.unit !== whole.cell.group.unit) return;
  const meeting: Meeting = {
    subject: 'figures',
    predicate: part.cell.predicate,
    narrowerPredicate: true,
    groups: [part.cell.group.id, whole.cell.group.id],
    about: NOTHING,
    worth: tellsOfPart,
  };
  keepRuling(found, part.camp, whole.camp, meeting, facts);
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

function setApart(a: Stand, b: Stand, facts: TopicFacts, found: Ruling[]): void {
  const meeting: Meeting = {
    subject: 'figures',
    predicate: a.cell.predicate,
    comparable: false,
    groups: [a.cell.group.id, b.cell.group.id],
    about: NOTHING,
  };
  keepRuling(found, a.camp, b.camp, meeting, facts);
}
