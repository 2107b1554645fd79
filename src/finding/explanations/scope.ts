import type { Claim } from '../../claim/claim.ts';
import { asOfOf } from '../../group/as-of.ts';
import { dayOf, writeDay } from '../../group/calendar.ts';
import { populationInWords } from '../../group/question.ts';
import { capital } from '../../letters.ts';
import type { Rulebook } from '../topic-facts.ts';
import type { Explainer } from './explanation.ts';
import { isApart, isOfFigures } from './explanation.ts';

export const missingDimension: Explainer = {
  kind: 'missing-dimension',
  explain: ({ pair }) =>
    pair.scope === 'unknown' ? `At least one side does not state the ${pair.dimension ?? 'scope'}.` : null,
};

/** Figures of different days: the newer one may know more. */
export const asOfGap: Explainer = {
  kind: 'as-of-gap',
  of: (rule) => isApart(rule) || (rule.verdict === 'evolving' && isOfFigures(rule)),
  explain: (decided, facts) => {
    const [a, b] = [decided.a.claims[0], decided.b.claims[0]];
    if (!a || !b) return null;
    const [first, second] = [endOf(a, facts), endOf(b, facts)];
    if (first === second || dayOf(first) === dayOf(second)) return null;
    return `${capital(decided.a.side.words)} is of ${writeDay(first)}, ${decided.b.side.words} of ${writeDay(second)}.`;
  },
};

/** The last moment at which the figure of a claim was current. */
const endOf = (claim: Claim, { vocabulary }: Rulebook): number => asOfOf(claim, vocabulary.rules).to - 1;

/** Who is counted: civilians only, soldiers included. */
export const inclusionRule: Explainer = {
  kind: 'inclusion-rule',
  of: isOfFigures,
  explain: ({ pair, a, b }, facts) => {
    if (pair.dimension !== 'population') return null;
    const who = (key: string | null) => populationInWords(key, facts.vocabulary.populations);
    const [left, right] = [a.scoped.scope.population, b.scoped.scope.population];
    return left === right ? null : `One counts ${who(left)}, the other ${who(right)}.`;
  },
};

/** Figures of different days or places that may be added up. */
export const additive: Explainer = {
  kind: 'additive',
  of: ({ id }) => id === 'different-things',
  explain: ({ pair }) =>
    pair.additive && (pair.dimension === 'time' || pair.dimension === 'place')
      ? `They may be added up: only the ${pair.dimension} differs.`
      : null,
};
