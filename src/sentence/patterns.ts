import { Alphabet, PatternMachine } from './pattern-machine.ts';
import type { Unit } from './unit.ts';
import { type Known, type Numbers, sentenceModel, tagModel } from './wink.ts';

/** One more than the last tag. */
const TAGS = 19;
/** The number of a line break among the words. It is none to the patterns that end sentences. */
const LINE_BREAK = 1;

const sentenceEvents = new Alphabet();
const sentenceMachines = sentenceModel.machines.map((json) => new PatternMachine(json, sentenceEvents));
const tagEvents = new Alphabet();
const tagMachines = tagModel.machines.map((json) => new PatternMachine(json, tagEvents));
const eventOfTag = Array.from({ length: TAGS }, (_, tag) => tagEvents.of(tag));

/** What a token is to the patterns that end sentences. */
export function sentenceEvent(normal: number, token: Numbers, known: Known): number {
  if (normal === LINE_BREAK) return sentenceEvents.blank;
  const event = sentenceModel.transformers[0]?.(normal, known, token, 0) ?? normal;
  return sentenceEvents.of(event);
}

/** What a token is to the patterns of tags whatever its tag is; null where that goes by its tag. */
export function tagEvent(token: Numbers, known: Known): number | null {
  const event = tagModel.transformers[0]?.(0, known, token, 0) ?? 0;
  return event === 0 ? null : tagEvents.of(event);
}

/** The tags of tokens that stand one behind the other. A negative name of a pattern is a tag that it gives to any word. */
export function tagsOf(units: readonly Unit[]): number[] {
  const tags: number[] = [];
  const events: number[] = [];
  for (const { tag, hint } of units) {
    tags.push(tag);
    events.push(hint ?? eventOfTag[tag] ?? 0);
  }
  for (const machine of tagMachines) {
    const found = machine.run(events);
    for (let k = 0; k < found.length; k += 2) {
      const at = found[k] ?? 0;
      const target = found[k + 1] ?? 0;
      const unit = units[at];
      if (unit === undefined || (target > 0 && !unit.mayBe(target))) continue;
      const tag = Math.abs(target);
      tags[at] = tag;
      events[at] = unit.hint ?? eventOfTag[tag] ?? 0;
    }
  }
  return tags;
}

/** For each sentence the index of its last token. A text that ends has ended a sentence. */
export function endsOf(events: readonly number[]): number[] {
  const last = events.length - 1;
  const ends: number[] = [];
  for (const machine of sentenceMachines) {
    const found = machine.run(events);
    for (let k = 0; k < found.length; k += 2) ends.push(found[k] ?? last);
  }
  if (ends.length === 0 || (ends.at(-1) ?? last) < last) ends.push(last);
  return ends;
}
