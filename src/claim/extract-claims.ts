import type { Document } from '../document/document.ts';
import type { Mention } from '../mention/mention.ts';
import type { Sentence } from '../sentence/sentence.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { attributor } from './attribution.ts';
import type { Claim } from './claim.ts';
import { countingOn } from './counting.ts';
import type { Draft } from './draft.ts';
import { tallyEvent } from './event/tally.ts';
import { readFigures } from './figures.ts';
import { finishClaims } from './finish-claims.ts';
import { readGeneric } from './generic.ts';
import { markIncrements } from './increments.ts';
import { readMeasured } from './measured.ts';
import { mergeDrafts } from './merge-drafts.ts';
import { linkPartitives } from './partitives.ts';
import { readPartsOfThem } from './parts-of-them.ts';
import { readersFor } from './readers/index.ts';
import { readSentences } from './reading/reading.ts';
import { withRunningTotals } from './running-totals.ts';
import { surroundings } from './scope/context.ts';
import { readTitle } from './scope/title-reading.ts';
import { tellWarTotals } from './scope/war-total.ts';
import { leaveRoomForMore } from './some-of-all.ts';
import { linkSubsets } from './subsets.ts';
import { withoutSuperseded } from './superseded.ts';
import type { Recorder } from './trace/recorder.ts';

/**
 * All claims of a document, in text order.
 * @param recorder writes down what is decided, when somebody asks for it; the claims are the same
 */
export function extractClaims(
  document: Document,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
  recorder: Recorder | null = null,
): Claim[] {
  const readings = readSentences(document, sentences, mentions, vocabulary, recorder);
  recorder?.read(readings);
  const lent = surroundings(readings, readTitle(document, vocabulary), vocabulary);
  const all: Draft[] = [];
  let before: readonly Draft[] = [];
  readings.forEach((reading, i) => {
    const around = lent[i];
    if (!around) return;
    const read = linkSubsets(reading, readFigures(reading, around, vocabulary), vocabulary);
    const own = withRunningTotals(reading, read, before, around, vocabulary);
    const figures = [...own, ...readPartsOfThem(reading, own, before, vocabulary)];
    before = own;
    const measured = readMeasured(reading, around, vocabulary);
    const others: Draft[] = [];
    for (const reader of readersFor(reading.tokens, vocabulary))
      others.push(...reader.read(reading, around, vocabulary));
    const generic = readGeneric(reading, [...figures, ...measured, ...others], around, vocabulary);
    recorder?.draw('figure', figures);
    recorder?.draw('measure', measured);
    recorder?.draw('reader', others);
    recorder?.draw('generic', generic);
    all.push(...figures, ...measured, ...others, ...generic);
  });
  const drafts = withoutSuperseded(all, recorder);
  tellWarTotals(drafts);
  linkPartitives(drafts, vocabulary);
  markIncrements(drafts);
  const totals = tallyEvent(readings, drafts, lent, vocabulary);
  recorder?.draw('total', totals);
  drafts.push(...totals);
  const goesOn = countingOn(readings, vocabulary);
  const merged = mergeDrafts(drafts, attributor(), vocabulary);
  leaveRoomForMore(merged, vocabulary);
  // Asked anew: what a row is part of may be another one by now.
  return finishClaims(document, merged, attributor(), goesOn, vocabulary.confidence);
}
