import { startsUpper } from '../../../letters.ts';
import { remember } from '../../../remember.ts';
import type { Word } from '../../../sentence/by-form.ts';
import type { Token } from '../../../sentence/sentence.ts';
import type { Cues } from '../../../vocabulary/cues.ts';
import { boundedClause, contentBefore, hasFiniteVerb, hasInfinitive, isTerminal } from './complement.ts';
import { beginsPhrase, endsPhrase, opensQuote, phraseBefore } from './phrase.ts';

/**
 * The tagger misses verbs in headlines and beside names: "Poll shows …", "The woman disputes the idea",
 * "is promising to help". A noun between a subject and what a verb would take is one.
 */
export function isVerb(tokens: readonly Token[], i: number, cues: Cues): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  if (token.pos === 'VERB') return !isInName(tokens, i);
  if (token.pos === 'ADJ')
    return (
      token.lower.endsWith('ing') &&
      tokens[i - 1]?.lemma === 'be' &&
      lemmaOf(token, cues) !== null &&
      (hasInfinitive(tokens, i + 1) || beginsPhrase(tokens[i + 1]))
    );
  if (token.pos !== 'NOUN' || lemmaOf(token, cues) === null || !endsPhrase(tokens[i - 1])) return false;
  const next = tokens[i + 1];
  if (next?.lower === 'that' || next?.text === ':' || opensQuote(next, tokens[i + 2])) return true;
  if ((beginsPhrase(next) && hasFiniteVerb(tokens, i + 1)) || boundedClause(tokens, i + 1)) return true;
  if (putsAt(tokens, i, cues) || closesReport(tokens, i)) return true;
  return token.lower.endsWith('s') && (next?.pos === 'DET' || next?.pos === 'PRON');
}

/** "An Air India | Express plane": in a line that is not all capitals, a bare verb between a name and a thing. */
function isInName(tokens: readonly Token[], i: number): boolean {
  const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  return (
    before?.pos === 'PROPN' &&
    token?.lower === token?.lemma.toLowerCase() &&
    startsUpper(token?.text ?? '') &&
    next?.pos === 'NOUN' &&
    !startsUpper(next.text)
  );
}

/** How far behind the verb the figure may stand. */
const REACH = 9;

/** "The authorities | estimate the number of participants at 150,000": what is put somewhere, and where. */
function putsAt(tokens: readonly Token[], i: number, cues: Cues): boolean {
  if (tokens[i + 1]?.pos !== 'DET') return false;
  let object = false;
  for (let k = i + 2; k < tokens.length && k - i < REACH; k += 1) {
    const token = tokens[k];
    if (token === undefined || /^(?:VERB|AUX|PUNCT|SCONJ|PRON)$/.test(token.pos)) return false;
    object ||= estimated(cues).has(token.lemma);
    if (token.pos === 'NUM') return object;
  }
  return false;
}

const things = new WeakMap<Cues, ReadonlySet<string>>();

/** Every noun that somebody may put at a figure. */
function estimated(cues: Cues): ReadonlySet<string> {
  const known = things.get(cues);
  if (known) return known;
  const made = new Set([...cues.estimates.values()].flatMap((objects) => [...objects]));
  things.set(cues, made);
  return made;
}

/** "…, The Associated Press | reports.": a name and its verb close the sentence behind what they tell. */
function closesReport(tokens: readonly Token[], i: number): boolean {
  if (!tokens[i]?.lower.endsWith('s') || tokens[i - 1]?.pos !== 'PROPN' || !isTerminal(tokens, i))
    return false;
  const subject = phraseBefore(tokens, i - 1);
  return subject !== null && contentBefore(tokens, subject.from, i);
}

const IRREGULAR: Readonly<Record<string, string>> = {
  found: 'find',
  told: 'tell',
  said: 'say',
  thought: 'think',
  felt: 'feel',
  wrote: 'write',
  saw: 'see',
  knew: 'know',
};

/** The lemma under which the cues know a word, whatever the tagger took it for. */
export function lemmaOf({ lower, lemma }: Word, cues: Cues): string | null {
  return cues.verbs.has(lemma) ? lemma : baseIn(cues)(lower);
}

const bases = new WeakMap<Cues, (word: string) => string | null>();

/** The verb of which a word is a form by its ending, if the cues know one; asked of every noun, so remembered. */
function baseIn(cues: Cues): (word: string) => string | null {
  const known = bases.get(cues);
  if (known) return known;
  const made = remember((word: string): string | null => {
    const stem = word.replace(/(ing|ed|es|s)$/u, '');
    const tries = [IRREGULAR[word] ?? word, stem, `${stem}e`, word.replace(/s$/u, '')];
    return tries.find((verb) => cues.verbs.has(verb)) ?? null;
  });
  bases.set(cues, made);
  return made;
}
