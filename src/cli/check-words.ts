import type { Claim } from '../claim/claim.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Telling, WordClass, WordExample } from '../vocabulary/words.ts';
import { type CheckedPredicate, claimsIn, type ExampleFailure, quoted } from './check-vocabulary.ts';

/** Each trait that an example may ask for, as a claim has it. */
const TRAITS = {
  value: (claim: Claim) => claim.value.nominal,
  subject: (claim: Claim) => claim.subject.text,
  place: (claim: Claim) => claim.scope.place,
  day: (claim: Claim) => claim.scope.time?.from?.slice(0, 'YYYY-MM-DD'.length) ?? null,
  timeClass: (claim: Claim) => claim.scope.time?.class ?? null,
  modality: (claim: Claim) => claim.modality,
  polarity: (claim: Claim) => claim.polarity,
  source: (claim: Claim) => claim.attribution.chain.at(-1)?.key ?? null,
  sourceKind: (claim: Claim) => claim.attribution.chain.at(-1)?.kind ?? null,
  through: ({ attribution: { chain } }: Claim) => (chain.length > 1 ? (chain[0]?.key ?? null) : null),
  increment: (claim: Claim) => claim.increment,
  partial: (claim: Claim) => claim.partial,
  open: ({ value: { halo } }: Claim) => halo !== null && halo.high === null,
  part: (claim: Claim) => claim.partOf !== null,
} satisfies Partial<Record<keyof Telling, (claim: Claim) => unknown>>;

type Trait = keyof typeof TRAITS;

const asked = (tells: Telling): Trait[] =>
  (Object.keys(TRAITS) as Trait[]).filter((trait) => tells[trait] !== undefined);

/** What a sentence should tell, in words: "people.killed with modality denied". */
const wantedOf = (tells: Telling): string => {
  const traits = asked(tells).map((trait) => `${trait} ${tells[trait]}`);
  return [
    ...(tells.none ? ['no'] : []),
    tells.predicate,
    ...(traits.length > 0 ? [`with ${traits.join(', ')}`] : []),
  ].join(' ');
};

/** Why a sentence does not bear its example out; null when it does. */
function fault(
  kind: 'takes' | 'leaves',
  { text, tells }: WordExample,
  vocabulary: Vocabulary,
): string | null {
  const claims = claimsIn(text, vocabulary).filter(({ predicate }) => predicate.id === tells.predicate);
  const traits = asked(tells);
  const isSo = (claim: Claim): boolean => traits.every((trait) => TRAITS[trait](claim) === tells[trait]);
  const told = claims.some(isSo) !== (tells.none === true);
  const isRead = tells.none === true || claims.length > 0;
  if (isRead && told === (kind === 'takes')) return null;
  const found = claims.map((claim) => traits.map((trait) => `${trait} ${TRAITS[trait](claim)}`).join(', '));
  const instead = claims.length === 0 ? `there is no ${tells.predicate}` : `there is ${quoted(found)}`;
  return `it should ${kind === 'takes' ? '' : 'not '}tell ${wantedOf(tells)}, but ${instead}`;
}

/** How one class of words fared against its own examples, which the whole engine reads. */
export function checkWordClass({ id, takes, leaves }: WordClass, vocabulary: Vocabulary): CheckedPredicate {
  const failuresOf = (kind: 'takes' | 'leaves', examples: readonly WordExample[]): ExampleFailure[] =>
    examples.flatMap((example) => {
      const because = fault(kind, example, vocabulary);
      return because === null ? [] : [{ kind, text: example.text, because }];
    });
  const failures = [...failuresOf('takes', takes), ...failuresOf('leaves', leaves)];
  return { id, passed: takes.length + leaves.length - failures.length, failures };
}

/** Runs the examples of every class of words. */
export const checkWords = (vocabulary: Vocabulary): CheckedPredicate[] =>
  vocabulary.wordClasses.map((each) => checkWordClass(each, vocabulary));
