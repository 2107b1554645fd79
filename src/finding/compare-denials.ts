import type { Claim } from '../claim/claim.ts';
import { modalityClassOf } from '../group/comparability-key.ts';
import { groupBy } from '../group/group-by.ts';
import { measureOf, meet } from '../value/compare.ts';
import type { Camp } from './camp.ts';
import { deskOf, hold } from './desk.ts';
import type { Ruling } from './make-finding.ts';
import { campOf } from './statement-camp.ts';
import type { Cell, TopicFacts } from './topic-facts.ts';

const keyWithoutModality = ({ group }: Cell): string => group.key.slice(0, group.key.lastIndexOf('|'));
const modality = (cell: Cell): string | null => (cell.claims[0] ? modalityClassOf(cell.claims[0]) : null);
const originsOf = (claims: readonly Claim[]) => new Set(claims.map((c) => c.attribution.origin ?? c.outlet));

/** Somebody denies what others report as having happened: a dispute between origins on which outlets may well agree. */
export function compareDenials(facts: TopicFacts): Ruling[] {
  const found: Ruling[] = [];
  for (const cells of groupBy(facts.cells, keyWithoutModality).values()) {
    const stated = cells.find((cell) => modality(cell) === 'happened');
    const denied = cells.find((cell) => modality(cell) === 'denied');
    if (!stated || !denied) continue;
    const deniers = originsOf(denied.claims);
    const claims = stated.claims.filter(
      (claim) =>
        !deniers.has(claim.attribution.origin ?? claim.outlet) && isMeant(claim, denied.claims, facts),
    );
    if (claims.length === 0) continue;
    const desk = deskOf(stated, facts, 'answers');
    hold(desk, withAnswer(campOf(desk, claims), false), withAnswer(campOf(desk, denied.claims), true), {
      denial: true,
      about: [],
      groups: [stated.group.id, denied.group.id],
    });
    found.push(...desk.found);
  }
  return found;
}

/** Who denies a figure denies nobody another one. */
function isMeant(claim: Claim, denials: readonly Claim[], { vocabulary }: TopicFacts): boolean {
  const { durations } = vocabulary.rules;
  const stated = measureOf(claim.value, durations);
  return denials.some((denial) => {
    const denied = measureOf(denial.value, durations);
    return stated === null || denied === null || meet(stated.halo, denied.halo);
  });
}

const withAnswer = (camp: Camp, negated: boolean): Camp =>
  camp.with({ side: { negated, words: `${negated ? 'a denial of ' : ''}“${camp.side.words}”` } });
