import { startsUpper } from '../../../letters.ts';
import { onceEach } from '../../../remember.ts';
import { ByForm } from '../../../sentence/by-form.ts';
import type { Token } from '../../../sentence/sentence.ts';
import type { Cues, CueVerb, Stance } from '../../../vocabulary/cues.ts';
import { hasInfinitive } from './complement.ts';
import { closesQuote, isOwner, isPossessive, isQuoteMark, opensQuote } from './phrase.ts';
import { isVerb, lemmaOf } from './verb-form.ts';
import { WH } from './words.ts';

export type Voice = 'active' | 'participle' | 'passive' | 'preposition' | 'adverb' | 'noun' | 'label';

/** A candidate: words that may attribute, by token index, both ends inside. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  /** The word that carries it: the verb, the noun. */
  readonly head: number;
  readonly lemma: string;
  readonly stance: Stance;
  readonly voice: Voice;
  readonly rows: readonly CueVerb[];
}

const BE = new Set([
  'be',
  'is',
  'are',
  'was',
  'were',
  'been',
  'being',
  "'s",
  '’s',
  "'re",
  '’re',
  'get',
  'got',
]);

/** First token of the verb group that ends at `verb`: "has repeatedly | said". */
export function groupStart(tokens: readonly Token[], verb: number): number {
  let from = verb;
  for (let i = verb - 1; i >= 0 && verb - i < 7; i -= 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.pos === 'AUX' || (token.pos === 'PART' && !isPossessive(token) && token.lower !== 'to'))
      from = i;
    else if (token.pos === 'ADV' && !WH.has(token.lower) && !isSentenceAdverb(token)) continue;
    else if (/^(has|have|had|did|does|do|was|were|is|are|been)$/u.test(token.lower)) from = i;
    else if (/^[’']s$/u.test(token.text) && tokens[verb]?.lower.endsWith('ing')) from = i;
    else break;
  }
  return from;
}

const isSentenceAdverb = (token: Token): boolean =>
  /^(so|then|thus|when|where|why|how|here|there)$/u.test(token.lower);

/** Index of the last adverb directly before a verb group's first token, or that token. */
export function skipAdverbs(tokens: readonly Token[], before: number): number {
  let i = before;
  while (i >= 0 && tokens[i]?.pos === 'ADV' && !WH.has(tokens[i]?.lower ?? '')) i -= 1;
  return i;
}

/** Participles that take "to be" only as passives: "20 believed to be alive". */
const REPORTED =
  /^(believed|thought|feared|said|reported|alleged|known|estimated|presumed|rumou?red|understood|suspected)$/u;

function verbCue(tokens: readonly Token[], i: number, cues: Cues): Cue | null {
  const token = tokens[i];
  if (token === undefined) return null;
  const lemma = token.pos === 'VERB' ? token.lemma : (lemmaOf(token, cues) ?? token.lemma);
  const rows = cues.verbs.get(lemma);
  if (rows === undefined) return null;
  const next = tokens[i + 1]?.lower ?? '';
  const fitting = rows.filter((row) => row.particle === null || row.particle === next);
  const first = fitting.find((row) => row.particle !== null) ?? fitting[0];
  if (first === undefined) return null;
  const from = groupStart(tokens, i);
  const told = cues.passives.get(token.lower);
  const toldOf = told !== undefined && REPORTED.test(token.lower) && hasInfinitive(tokens, i + 1);
  const reduced =
    toldOf || (tokens[i + 1]?.lower === 'by' && /(ed|wn|ld|de|ten|told|said)$/u.test(token.lower));
  const passive = !token.lower.endsWith('ing') && (reduced || hasBe(tokens, from, i));
  if (passive) {
    const stance = cues.passives.get(token.lower);
    if (stance === undefined) return null;
    return { from, to: i, head: i, lemma, stance, voice: 'passive', rows: fitting };
  }
  if (takes(tokens, i, cues.deeds.get(lemma)) || takes(tokens, i, cues.estimates.get(lemma)) === false)
    return null;
  const voice = token.lower.endsWith('ing') && from === i ? 'participle' : 'active';
  const to = first.particle === null ? i : i + 1;
  return {
    from,
    to,
    head: i,
    lemma,
    stance: turned(tokens, from, i, first.stance),
    voice,
    rows: fitting,
  };
}

/**
 * Whether a verb has one of some nouns for its object, and no clause that begins with it; undefined without nouns.
 * "claimed at least five lives" is no saying; "put the toll at seven" is one.
 */
function takes(
  tokens: readonly Token[],
  verb: number,
  objects: ReadonlySet<string> | undefined,
): boolean | undefined {
  if (objects === undefined) return undefined;
  for (let i = verb + 1; i < tokens.length && i - verb < 9; i += 1) {
    const token = tokens[i];
    if (token === undefined) return false;
    // "put it at 350,000", "gave that figure": what was told of before.
    if (objects.has(token.lower) && token.pos === 'PRON')
      return /^(?:at|as)$/.test(tokens[i + 1]?.lower ?? '');
    if (token.lower === 'that' && objects.has(tokens[i + 1]?.lemma ?? '')) continue;
    if (/^(?:VERB|AUX|PUNCT|SCONJ|PRON)$/.test(token.pos) && !isOwner(token)) return false;
    if (objects.has(token.lemma)) return !beginsVerb(tokens[i + 1]);
  }
  return false;
}

/** What follows "the deaths of … | were"; "outages | affecting …" goes on with what is told of them. */
const beginsVerb = (token: Token | undefined): boolean =>
  token?.pos === 'AUX' || (token?.pos === 'VERB' && !token.lower.endsWith('ing'));

const NEGATIONS = new Set(['not', 'n’t', "n't", 'never']);
const NOBODY = new Set(['no', 'neither', 'none', 'nobody']);

/** "could not confirm", "no one said": the speaker vouches for nothing; "did not deny": lets it stand. */
function turned(tokens: readonly Token[], from: number, verb: number, stance: Stance): Stance {
  const before = tokens.slice(Math.max(0, from - 2), verb);
  const negated = before.some(({ lower }, i) => NEGATIONS.has(lower) || (NOBODY.has(lower) && i < 2));
  if (!negated) return stance;
  if (stance === 'denies') return 'says';
  return stance === 'says' || stance === 'claims' ? 'doubts' : stance;
}

function hasBe(tokens: readonly Token[], from: number, verb: number): boolean {
  for (let i = from; i < verb; i += 1) {
    const token = tokens[i];
    if (token !== undefined && (token.lemma === 'be' || BE.has(token.lower))) return true;
  }
  return false;
}

function nounCue(tokens: readonly Token[], i: number, cues: Cues): Cue | null {
  const token = tokens[i];
  if (token === undefined || token.pos !== 'NOUN') return null;
  const stance = cues.nouns.get(token.lemma);
  if (stance === undefined) return null;
  const next = tokens[i + 1];
  const says =
    next?.lower === 'that' ||
    (next?.lower === 'to' && tokens[i + 2]?.pos === 'VERB') ||
    next?.lower === 'for' ||
    next?.lower === 'about' ||
    next?.lower === 'of' ||
    next?.lower === 'by' ||
    next?.lower === 'from';
  if (!says && !isPossessive(tokens[i - 1])) return null;
  return { from: i, to: i, head: i, lemma: token.lemma, stance, voice: 'noun', rows: [] };
}

function phraseCue(tokens: readonly Token[], i: number, cues: Cues): Cue | null {
  const token = tokens[i];
  if (token === undefined) return null;
  for (const { words, stance } of cues.prepositions.get(token.lower) ?? []) {
    if (words.every((word, k) => tokens[i + k]?.lower === word)) {
      const lemma = words[0] ?? '';
      return { from: i, to: i + words.length - 1, head: i, lemma, stance, voice: 'preposition', rows: [] };
    }
  }
  const stance = cues.adverbs.get(token.lower);
  if (stance === undefined) return null;
  return { from: i, to: i, head: i, lemma: token.lower, stance, voice: 'adverb', rows: [] };
}

/** Whether a word can be a cue, wherever it stands: nine in ten words need not be looked at in their sentence. */
const candidatesOf = onceEach((cues: Cues) => {
  const { verbs, nouns, prepositions, adverbs } = cues;
  return new ByForm((word) => {
    const { text, lower, lemma, pos } = word;
    if (text === ':' || DASHES.has(text) || prepositions.has(lower) || adverbs.has(lower)) return true;
    if (pos === 'VERB') return verbs.has(lemma);
    if (pos === 'NOUN') return nouns.has(lemma) || lemmaOf(word, cues) !== null;
    return pos === 'ADJ' && lower.endsWith('ing') && lemmaOf(word, cues) !== null;
  });
});

/** "WALLACE: If I may" in a transcript, "Loretta Lynch: ‘Be the voice’": a name, a colon, what is said. */
function colonCue(tokens: readonly Token[], i: number): Cue | null {
  if (tokens[i]?.text !== ':' || i === 0 || i > 6) return null;
  const first = isQuoteMark(tokens[0]) ? 1 : 0;
  const run = tokens.slice(first, i);
  if (run.length === 0 || !run.every((token) => token.pos === 'PROPN' || isHyphen(token))) return null;
  const shouted = run.every((token) => /^[\p{Lu}.-]{2,}$/u.test(token.text)) && first + i < tokens.length;
  if (!opensQuote(tokens[i + 1], tokens[i + 2]) && !(shouted && run.length < 4)) return null;
  return { from: i, to: i, head: i, lemma: ':', stance: 'says', voice: 'label', rows: [] };
}

const DASHES = new Set(['―', '—', '–', '--']);
const isHyphen = (token: Token): boolean => /^[-.]$/u.test(token.text);

/** “…” — Name, at the end: the signature of a quotation. */
function dashCue(tokens: readonly Token[], i: number): Cue | null {
  if (!DASHES.has(tokens[i]?.text ?? '')) return null;
  if (i > 0 && !closesQuote(tokens[i - 1], tokens[i - 2])) return null;
  const rest = tokens.slice(i + 1);
  const name = rest.filter((token) => token.pos !== 'PUNCT' || token.text === ',');
  if (
    name.length === 0 ||
    name.length > 8 ||
    name[0]?.pos !== 'PROPN' ||
    name.some((token) => token.pos === 'VERB' && !startsUpper(token.text))
  )
    return null;
  return { from: i, to: i, head: i, lemma: 'sign', stance: 'says', voice: 'label', rows: [] };
}

/** All candidates of a sentence, left to right; whether they attribute is decided with their source. */
export function findCues(tokens: readonly Token[], cues: Cues): Cue[] {
  const found: Cue[] = [];
  const candidates = candidatesOf(cues);
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (!candidates.of(token)) continue;
    const cue =
      colonCue(tokens, i) ??
      dashCue(tokens, i) ??
      phraseCue(tokens, i, cues) ??
      (isVerb(tokens, i, cues) ? verbCue(tokens, i, cues) : nounCue(tokens, i, cues));
    if (cue === null) continue;
    found.push(cue);
    i = Math.max(i, cue.to);
  }
  return found;
}
