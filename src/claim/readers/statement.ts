import { z } from 'zod';
import { gather } from '../../each-as.ts';
import { chainFor } from '../../mention/annotators/attribution-chain.ts';
import type { Token } from '../../sentence/sentence.ts';
import type { Predicate } from '../../vocabulary/predicate.ts';
import type { Draft } from '../draft.ts';
import { type Reading, wordsOf } from '../reading/reading.ts';
import { addDays, publicationDay } from '../scope/days.ts';
import { wordedValue } from '../worded-value.ts';
import { predicatesFor, type Reader, scopeAt } from './reader.ts';

const Options = z.strictObject({
  words: z.int().min(1).meta({ description: 'Shortest quotation that is a statement, in words.' }),
  compare: z.literal('divergence'),
});

/** Cues that report words, and no plan or doubt. */
const SAYING = new Set(['says', 'claims']);

/** What a named person says in quotation marks. */
export const statement: Reader = {
  id: 'statement',
  read: (reading, _lent, vocabulary) => {
    if (!reading.tokens.some((token) => token.inQuote)) return [];
    return gather(predicatesFor(vocabulary, 'statement', Options), ({ predicate, options }) =>
      gather(quotations(reading), (span) => draftOf(reading, span, options.words, predicate) ?? []),
    );
  },
};

function draftOf(
  reading: Reading,
  [first, last]: readonly [number, number],
  least: number,
  predicate: Predicate,
): Draft | null {
  const quoted = reading.tokens.slice(first, last + 1);
  // A fragment ("complete withdrawal") says nothing by itself: a statement has a verb.
  const verb = quoted.some((token) => token.pos === 'VERB' || token.pos === 'AUX');
  if (!verb || quoted.filter((token) => token.pos !== 'PUNCT').length < least) return null;
  const speaker = speakerOf(reading, quoted);
  if (!speaker) return null;
  const text = wordsOf(reading, first, last);
  const day = publicationDay(reading.document);
  return {
    reading,
    predicate,
    predicateText: 'said',
    timeClass: predicate.timeClass,
    subject: speaker,
    value: wordedValue('text', text),
    quantity: null,
    chunk: null,
    scope: scopeAt(
      {
        class: 'as-of',
        from: day,
        to: addDays(day, 1),
        text: null,
        asOf: { from: day, to: addDays(day, 1) },
      },
      'default',
    ),
    modality: 'occurred',
    polarity: 'affirmed',
    rule: `${predicate.id}/quote`,
    confidence: 0.85,
    partOf: null,
    evidence: [first, last],
    valueSpan: [quoted[0]?.start ?? 0, quoted.at(-1)?.end ?? 0],
  };
}

/** Every run of quoted words, without the mark that ends it. */
function quotations(reading: Reading): [number, number][] {
  const { tokens } = reading;
  const found: [number, number][] = [];
  for (let first = 0; first < tokens.length; first += 1) {
    if (!tokens[first]?.inQuote) continue;
    let last = first;
    while (tokens[last + 1]?.inQuote) last += 1;
    let end = last;
    while (end > first && /^[,.;:]$/.test(tokens[end]?.text ?? '')) end -= 1;
    found.push([first, end]);
    first = last;
  }
  return found;
}

/**
 * The person to whom the words go back, "he" and short names resolved; for a quotation that no cue reaches, the one
 * who speaks in the rest of the sentence ("he told reporters; there were “still many issues …”").
 */
function speakerOf(reading: Reading, quoted: readonly Token[]): { text: string; key: string } | null {
  const spans = [{ start: quoted[0]?.start ?? 0, end: quoted.at(-1)?.end ?? 0 }];
  const [only, ...others] = reading.attributions.filter((said) => SAYING.has(said.stance));
  if (only && others.length === 0 && only.content) spans.push(only.content);
  for (const span of spans) {
    const speaker = chainFor(reading.sources, span).chain.findLast((node) => node.kind === 'person');
    if (speaker) return { text: speaker.name, key: speaker.key };
  }
  return null;
}
