import type { Document } from '../document/document.ts';
import { gather } from '../each-as.ts';
import { contentId } from '../identity.ts';
import type { ConfidenceRules } from '../vocabulary/confidence.ts';
import type { Attribution, Claim } from './claim.ts';
import { confidenceOf } from './confidence.ts';
import type { Draft } from './draft.ts';

/** Grows when the same text gives other claims than before. */
const EXTRACTOR = { name: 'rules', version: '1' } as const;

/**
 * Turns drafts into claims, in text order. A claim's id is made of its document, the place of its value, predicate,
 * subject and value: the same article gives the same ids on every machine.
 */
export function finishClaims(
  document: Document,
  drafts: readonly Draft[],
  attribute: (draft: Draft) => Attribution,
  goesOn: (predicate: Draft['predicate']) => boolean,
  weights: ConfidenceRules,
): Claim[] {
  const ordered = [...drafts].sort((a, b) => start(a) - start(b) || a.valueSpan[0] - b.valueSpan[0]);
  const ids = new Map<Draft, string>();
  for (const draft of ordered) ids.set(draft, idOf(document, draft));
  const seen = new Set<string>();
  return gather(ordered, (draft) => {
    const id = ids.get(draft) ?? idOf(document, draft);
    draft.reading.recorder?.number(draft, id, seen.has(id));
    if (seen.has(id)) return [];
    seen.add(id);
    const whole = draft.partOf ? (ids.get(draft.partOf) ?? null) : null;
    return [
      claimOf(document, draft, {
        id,
        partOf: whole === id ? null : whole,
        attribution: attribute(draft),
        confidence: Math.round(confidenceOf(draft, weights) * 100) / 100,
        provisional: goesOn(draft.predicate),
      }),
    ];
  });
}

const start = (draft: Draft): number => draft.reading.tokens[draft.evidence[0]]?.start ?? 0;

const idOf = (document: Document, draft: Draft): string =>
  contentId(
    'clm',
    document.id,
    draft.valueSpan,
    draft.predicate?.id ?? draft.predicateText,
    draft.subject.key,
    draft.value.nominal ?? draft.value.label ?? draft.value.text,
  );

/** What a claim has from the document around it. */
type Told = Pick<Claim, 'id' | 'partOf' | 'attribution' | 'confidence' | 'provisional'>;

function claimOf(document: Document, draft: Draft, told: Told): Claim {
  const { tokens } = draft.reading;
  const [valueStart, valueEnd] = draft.valueSpan;
  const from = Math.min(start(draft), valueStart);
  const to = Math.max(tokens[draft.evidence[1]]?.end ?? 0, valueEnd);
  return {
    id: told.id,
    documentId: document.id,
    outlet: document.outlet,
    topic: document.topic,
    publishedAt: document.publishedAt,
    subject: draft.subject,
    predicate: { id: draft.predicate?.id ?? null, text: draft.predicateText, timeClass: draft.timeClass },
    value: draft.value,
    scope: draft.scope,
    attribution: told.attribution,
    modality: draft.modality,
    polarity: draft.polarity,
    partOf: told.partOf,
    evidence: { quote: document.text.slice(from, to), start: from, end: to, valueStart, valueEnd },
    extractor: { name: EXTRACTOR.name, version: EXTRACTOR.version, rule: draft.rule },
    confidence: told.confidence,
    partial: draft.partial ?? false,
    increment: draft.increment ?? false,
    provisional: told.provisional,
  };
}
