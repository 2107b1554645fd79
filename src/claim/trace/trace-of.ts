import type { Document } from '../../document/document.ts';
import type { Mention, QuantityMention } from '../../mention/mention.ts';
import type { Sentence } from '../../sentence/sentence.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { leftOut, unread } from './numbers.ts';
import { progress, type Reason } from './reasons.ts';
import type { Recorder } from './recorder.ts';
import { decide, inTextOrder, stepsOf, triggerAt, wordsAt } from './steps.ts';
import type { Fate, Step, Trace, Words } from './trace.ts';

/** Roles of a number that counts nothing; no phrase is built around it. */
const NO_FIGURE = new Set<QuantityMention['role']>(['age', 'ordinal', 'name', 'date-part']);

/** What the claims were made of. */
export interface ReadDocument {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
}

/**
 * The trace of one document, once its claims are finished.
 * @param text whose words are shown; a text in capitals is read in a copy with the same offsets
 */
export function traceOf(
  recorder: Recorder,
  { document, sentences, mentions }: ReadDocument,
  text: string,
  vocabulary: Vocabulary,
): Trace {
  const steps = stepsOf(recorder, text);
  const numbers = [...leftOut(document, sentences, vocabulary), ...unread(document, vocabulary)];
  const fates = [
    ...figures(recorder, mentions, steps, text),
    ...numbers.map(({ reason, ...span }) => unmade('number', wordsAt(text, span), reason)),
    ...triggers(recorder, steps, text),
    ...steps
      .filter(({ quantity, verdict }) => !quantity && verdict !== 'refused')
      .map((step) => fateOf('row', step, [step], step)),
  ];
  return { steps, fates: fates.sort(inTextOrder) };
}

/** One fate for each quantity. */
function figures(
  recorder: Recorder,
  mentions: readonly Mention[],
  steps: readonly Step[],
  text: string,
): Fate[] {
  const byQuantity = groupBy(steps, ({ quantity }) => quantity && keyOf(quantity));
  const phrases = new Set(recorder.readings.flatMap(({ chunks }) => chunks.map(({ quantity }) => quantity)));
  const triggered = new Set(recorder.hits.map(({ reading }) => reading));
  const untriggered = new Set(
    recorder.readings.flatMap((reading) => (triggered.has(reading) ? [] : reading.quantities)),
  );
  return mentions.flatMap((mention): Fate[] => {
    if (mention.kind !== 'quantity') return [];
    const words = wordsAt(text, mention);
    const reason = NO_FIGURE.has(mention.role)
      ? 'no-figure'
      : !phrases.has(mention)
        ? 'overlap'
        : untriggered.has(mention)
          ? 'no-trigger'
          : 'no-frame';
    const [first, ...rest] = byQuantity.get(keyOf(mention)) ?? [];
    if (!first) return [unmade('figure', words, reason, mention.nominal)];
    const fate = fateOf('figure', words, [first, ...rest], first);
    const why =
      fate.verdict === 'made' && fate.predicate === null ? decide('made', fate.reason ?? reason) : {};
    return [{ ...fate, ...why, nominal: mention.nominal }];
  });
}

/** One fate for the same words of one predicate. */
function triggers(recorder: Recorder, steps: readonly Step[], text: string): Fate[] {
  const byTrigger = groupBy(steps, ({ trigger, predicate }) => trigger && keyOf(trigger, predicate));
  const found = new Map<string, Fate>();
  for (const { reading, hit } of recorder.hits) {
    const words = triggerAt(text, reading, hit);
    const key = keyOf(words, hit.predicate.id);
    const [first, ...rest] = byTrigger.get(key) ?? [];
    const fate = first
      ? fateOf('trigger', words, [first, ...rest], first)
      : { ...unmade('trigger', words, 'no-frame'), predicate: hit.predicate.id };
    if (!found.has(key)) found.set(key, fate);
  }
  return [...found.values()];
}

const unmade = (of: Fate['of'], words: Words, reason: Reason, nominal: number | null = null): Fate => ({
  ...words,
  of,
  nominal,
  predicate: null,
  rule: null,
  claim: null,
  ...decide('refused', reason),
});

/** The outcome of something whose steps are known: what came furthest. A generic row also says why no predicate took it. */
function fateOf(of: Fate['of'], { start, end, text }: Words, steps: readonly Step[], first: Step): Fate {
  const best = furthest(steps, first);
  const others = steps.filter(({ verdict }) => verdict === 'refused');
  const instead = best.predicate === null && others[0] ? furthest(others, others[0]).reason : null;
  const { predicate, rule, verdict, reason, claim } = best;
  return {
    start,
    end,
    text,
    of,
    nominal: null,
    predicate,
    rule,
    claim,
    ...decide(verdict, reason ?? instead),
  };
}

const furthest = (steps: readonly Step[], first: Step): Step =>
  steps.reduce((best, step) => (rank(step) > rank(best) ? step : best), first);

/** A row of a predicate, a generic row, a merged one; then refusals by how far they came. */
function rank({ verdict, predicate, reason }: Step): number {
  if (verdict === 'refused') return reason ? progress(reason) : 0;
  return (verdict === 'made' ? 2_000 : 1_000) + (predicate === null ? 0 : 500);
}

const keyOf = ({ start, end }: { start: number; end: number }, of: string | null = null): string =>
  `${start} ${end} ${of}`;

function groupBy<T>(rows: readonly T[], key: (row: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = key(row);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
