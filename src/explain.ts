/**
 * Explain: why the engine says what it says.
 *
 *   takes  a store and the id of a claim, a group or a finding
 *   gives  the steps that led there, each with its rule and the numbers that it used
 *   never  decides again: the same pure functions run once more, and tell what they do
 */
import { z } from 'zod';
import { explainClaim } from './claim/explain-claim.ts';
import { explainConsensus } from './consensus/explain-consensus.ts';
import { explainRuling } from './finding/explain-finding.ts';
import type { Ruling } from './finding/make-finding.ts';
import { explainGroup } from './group/explain-group.ts';
import { workOut } from './pipeline.ts';
import { Step } from './step.ts';
import type { Store, TopicInput } from './store/store.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

export const Reasoning = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['claim', 'group', 'finding']),
    topic: z.string(),
    text: z.string().meta({ description: 'The steps as lines of text.' }),
    steps: z.array(Step),
  })
  .meta({ id: 'Reasoning', description: 'Why the engine says what it says, step by step.' });
export type Reasoning = z.infer<typeof Reasoning>;

/** What is stored was made with other rules or another vocabulary, and does not come about any more. */
const OUTDATED: Step = {
  step: 'outdated',
  rule: 'worked-out-once-more',
  text: 'Worked out once more it does not come about: it was made with other rules or another vocabulary.',
  numbers: {},
};

const reasoning = (id: string, kind: Reasoning['kind'], topic: string, found: Step[]): Reasoning => {
  const steps = found.length > 0 ? found : [OUTDATED];
  return { id, kind, topic, text: toText(steps), steps };
};

const toText = (steps: readonly Step[]): string =>
  steps.map(({ step, rule, text }, i) => `${i + 1}. ${text} [${step}: ${rule}]`).join('\n');

/** A topic worked out once more, with what every finding was decided from. */
function retrace(topic: string, input: TopicInput, vocabulary: Vocabulary) {
  const rulings = new Map<string, Ruling>();
  const witness = (ruling: Ruling) => void rulings.set(ruling.finding.id, ruling);
  return { ...workOut(topic, input, vocabulary, { witness }), rulings };
}

type Retraced = ReturnType<typeof retrace>;

function stepsOfGroup(id: string, { cells, consensus, findings }: Retraced, vocabulary: Vocabulary): Step[] {
  const cell = cells.find(({ group }) => group.id === id);
  const agreed = consensus.find(({ group }) => group.id === id);
  if (!cell || !agreed) return [];
  const about = findings.filter(({ groups }) => groups.includes(id));
  return [...explainGroup(cell), ...explainConsensus(cell, agreed, about, vocabulary)];
}

function stepsOfFinding(id: string, { rulings, findings }: Retraced): Step[] {
  const ruling = rulings.get(id);
  if (ruling) return explainRuling(ruling);
  const finding = findings.find((one) => one.id === id);
  if (!finding) return [];
  return [{ step: 'verdict', rule: finding.verdict, text: finding.because, numbers: {} }];
}

function stepsOfClaim(id: string, input: TopicInput, retraced: Retraced): Step[] {
  const claim = input.claims.find((one) => one.id === id);
  if (!claim) return [];
  const cell = retraced.cells.find(({ group }) => group.claims.includes(id));
  const about = retraced.findings.filter((finding) => finding.claims.includes(id));
  return [
    ...explainClaim(claim),
    {
      step: 'group',
      rule: 'comparability-key',
      text: cell
        ? `It answers, with ${cell.claims.length - 1} others: ${cell.group.question} (${cell.group.id}).`
        : 'No predicate of the vocabulary describes it: it is kept and compared with nothing.',
      numbers: { claims: cell?.claims.length ?? 0 },
    },
    ...about.map((finding) => ({
      step: 'finding',
      rule: finding.verdict,
      text: `${finding.because} (${finding.id})`,
      numbers: { severity: finding.severity.score },
    })),
  ];
}

/**
 * The reasoning behind a claim, a group with its consensus, or a finding; null when the store has no such id.
 * The topic is worked out once more, so that this takes as long as reconciling it.
 */
export async function explain(id: string, store: Store, vocabulary: Vocabulary): Promise<Reasoning | null> {
  const claim = await store.claim(id);
  const group = claim ? null : await store.group(id);
  const found = claim ?? group ?? (await store.finding(id));
  const input = found && (await store.topicInput(found.topic));
  if (!found || !input) return null;
  const retraced = retrace(found.topic, input, vocabulary);
  if (claim) return reasoning(id, 'claim', found.topic, stepsOfClaim(id, input, retraced));
  if (group) return reasoning(id, 'group', found.topic, stepsOfGroup(id, retraced, vocabulary));
  return reasoning(id, 'finding', found.topic, stepsOfFinding(id, retraced));
}
