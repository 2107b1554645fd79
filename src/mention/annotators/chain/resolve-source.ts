import { slug } from '../../../identity.ts';
import type { Token } from '../../../sentence/sentence.ts';
import type { AttributionKind } from '../../../vocabulary/cues.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { NameMention, Span } from '../../mention.ts';
import { isPossessive } from '../attribution/phrase.ts';
import { knownSource, plainName } from '../name/known-source.ts';
import { textOf } from '../text-of.ts';

/** A source with what is needed to find it again by pronoun or short form. */
export interface SourceNode {
  readonly name: string;
  readonly key: string;
  readonly kind: AttributionKind;
  /** Last word of its head: "ministry", "official". */
  readonly head: string;
  readonly plural: boolean;
}

export interface SourceContext {
  /** All names of the document, in text order. */
  readonly names: readonly NameMention[];
  /** Keys of the places that the document names. */
  readonly places: ReadonlySet<string>;
  /** Sources that have spoken so far. */
  readonly spoken: readonly SourceNode[];
  readonly vocabulary: Vocabulary;
}

/** The sources that a phrase names, nearest to the outlet first: "Al Jazeera’s sources" are two. Empty when it names none. */
export function resolveSource(tokens: readonly Token[], source: Span, context: SourceContext): SourceNode[] {
  const from = tokens.findIndex((token) => token.start >= source.start);
  let to = from;
  while (to >= 0 && to + 1 < tokens.length && (tokens[to + 1]?.end ?? Infinity) <= source.end) to += 1;
  const first = tokens[from];
  if (first === undefined || (tokens[to]?.end ?? Infinity) > source.end) return [];
  if (to === from) {
    const pronoun = byPronoun(first, context);
    if (pronoun !== undefined) return pronoun === null ? [] : [pronoun];
  }
  return phraseNodes(tokens, from, to, context);
}

const PERSON = new Set(['he', 'she', 'him', 'her', 'his']);
const BODY = new Set(['it', 'its', 'itself']);
const MANY = new Set(['they', 'them', 'their']);
const SELF = new Set(['i', 'we', 'you', 'this', 'that', 'these', 'those', 'who', 'which']);

/** undefined: not a pronoun. null: a pronoun that nobody before fits. */
function byPronoun(token: Token, { spoken }: SourceContext): SourceNode | null | undefined {
  const { lower } = token;
  if (PERSON.has(lower)) return spoken.findLast((node) => isPerson(node)) ?? null;
  if (BODY.has(lower))
    return spoken.findLast((node) => !isPerson(node) && !node.plural && node.kind !== 'witness') ?? null;
  if (MANY.has(lower)) return spoken.findLast((node) => node.plural || !isPerson(node)) ?? null;
  return SELF.has(lower) ? null : undefined;
}

const SINGULAR_ROLES =
  /^(official|source|witness|resident|diplomat|analyst|spokes\w+|minister|president|leader|expert|chief|officer|commander|director|head|secretary|envoy|doctor|mayor|governor)$/u;
const isPerson = (node: SourceNode): boolean =>
  node.kind === 'person' || (!node.plural && SINGULAR_ROLES.test(node.head));

function phraseNodes(
  tokens: readonly Token[],
  from: number,
  to: number,
  context: SourceContext,
): SourceNode[] {
  const split = possessiveSplit(tokens, from, to, context.vocabulary);
  if (split !== null) {
    const owner = phraseNodes(tokens, from, split - 1, context);
    return [...owner, plainNode(tokens, split + 1, to, context)].filter((node) => node !== null);
  }
  const node = plainNode(tokens, from, to, context);
  return node === null ? [] : [node];
}

/** Where "’s" stands before somebody unnamed: "Al Jazeera’s | sources". */
function possessiveSplit(
  tokens: readonly Token[],
  from: number,
  to: number,
  vocabulary: Vocabulary,
): number | null {
  const kind = vocabulary.speakers.get(tokens[to]?.lemma ?? '');
  if (kind !== 'anonymous' && kind !== 'witness') return null;
  for (let i = to - 1; i > from; i -= 1) if (isPossessive(tokens[i])) return i;
  return null;
}

/** Where the head of a phrase ends: before "of", a comma, a relative clause, an adjective behind its noun. */
function headEnd(tokens: readonly Token[], from: number, to: number): number {
  let noun = from;
  for (let i = from; i <= to; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (i > from && endsHead(token, tokens[i - 1])) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'PRON' || token.pos === 'NUM')
      noun = i;
  }
  return noun;
}

const endsHead = (token: Token, before: Token | undefined): boolean =>
  token.text === ',' ||
  (token.pos === 'ADP' && before?.text !== '-') ||
  (token.pos === 'VERB' && before?.text !== '-' && !/^\p{Lu}/u.test(token.text)) ||
  /^(who|which|that|\(|—|–|--)$/u.test(token.lower);

/** The phrase without commas, clauses and modifiers behind it; "in Cairo" and "of Health" stay. */
function coreEnd(tokens: readonly Token[], end: number, to: number): number {
  let core = end;
  for (let i = end + 1; i <= to; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.text === ',' || /^(VERB|AUX|PUNCT|ADV|SCONJ)$/u.test(token.pos)) break;
    if (token.pos === 'ADJ' && tokens[i - 1]?.pos !== 'ADP' && tokens[i - 1]?.pos !== 'DET' && i === end + 1)
      break;
    if (/^(who|which|that|—|–)$/u.test(token.lower)) break;
    if (/^(on|with|by|during|after)$/u.test(token.lower)) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN') core = i;
  }
  return core;
}

function plainNode(
  tokens: readonly Token[],
  from: number,
  to: number,
  context: SourceContext,
): SourceNode | null {
  const { vocabulary, places } = context;
  const whole = textOf(tokens, from, to);
  const known = knownSource(whole, vocabulary, places);
  const end = headEnd(tokens, from, to);
  const headToken = tokens[end];
  if (headToken === undefined) return null;
  const head = headToken.lemma.toLowerCase();
  const plural =
    headToken.pos === 'NOUN' && headToken.lemma !== headToken.lower && /s$/u.test(headToken.lower);
  if (known !== null) return { name: whole, ...known, head, plural };
  const person = personIn(tokens, from, to, end, context);
  if (person !== null) return person;
  const short = textOf(tokens, from, end);
  const knownShort = knownSource(short, vocabulary, places);
  if (knownShort !== null) return { name: short, ...knownShort, head, plural };
  const again = definiteAgain(tokens, from, end, head, context);
  if (again !== null) return again;
  const name = nameOver(tokens, from, end, context.names);
  const core = textOf(tokens, from, coreEnd(tokens, end, to));
  const kind = kindOf(tokens, from, to, end, vocabulary);
  const key =
    kind !== 'anonymous' && kind !== 'witness' && name !== null && name.type !== 'other'
      ? name.key
      : slug(plainName(core)) || 'unknown';
  return { name: core, key, kind, head, plural };
}

/** A person who is named in the phrase, as its head or in apposition: "Majed al-Ansari, a spokesman". */
function personIn(
  tokens: readonly Token[],
  from: number,
  to: number,
  end: number,
  context: SourceContext,
): SourceNode | null {
  const start = tokens[from]?.start ?? 0;
  const stop = tokens[to]?.end ?? 0;
  const headStop = tokens[end]?.end ?? 0;
  const inside = namesIn(context.names, start, stop).filter((name) => name.type === 'person');
  const person = inside.find(
    (name) =>
      name.end === headStop ||
      (name.end === stop && isTitled(tokens, from, name.start, context.vocabulary)) ||
      isApposed(tokens, from, headStop, name.start),
  );
  if (person === undefined) return null;
  const full = longestName(context, person.key) ?? person.text;
  return { name: full, key: person.key, kind: 'person', head: 'person', plural: false };
}

/** "Secretary of State | Marco Rubio", "Ministry of Foreign Affairs spokesperson | Majed al-Ansari"; not "aide to | Trump". */
function isTitled(tokens: readonly Token[], from: number, start: number, vocabulary: Vocabulary): boolean {
  let i = tokens.findIndex((token) => token.start >= start) - 1;
  const role = tokens[i];
  const kind = role && vocabulary.speakers.get(role.lower);
  if (role?.pos === 'NOUN') return kind === 'person' || kind === 'authority' || kind === 'party';
  while (
    i > from &&
    (/^\p{Lu}/u.test(tokens[i]?.text ?? '') || tokens[i]?.lower === 'of' || tokens[i]?.text === '-')
  )
    i -= 1;
  return i <= from || tokens[i]?.pos !== 'ADP';
}

/** "Hamas’s top negotiator, | Khalil al-Hayya" */
const isApposed = (tokens: readonly Token[], from: number, headStop: number, start: number): boolean =>
  tokens.some(
    (token, i) =>
      i > from &&
      token.text === ',' &&
      token.start >= headStop &&
      token.start - headStop < 2 &&
      (tokens[i + 1]?.start ?? -1) <= start &&
      start - token.end < 60,
  );

/** Names are in text order: those between two offsets, found by halving. */
function namesIn(names: readonly NameMention[], start: number, end: number): NameMention[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: NameMention[] = [];
  for (let i = low; i < names.length && (names[i]?.end ?? Infinity) <= end; i += 1) {
    const name = names[i];
    if (name) found.push(name);
  }
  return found;
}

const longest = new WeakMap<readonly NameMention[], Map<string, string>>();
function longestName({ names }: SourceContext, key: string): string | undefined {
  let known = longest.get(names);
  if (known === undefined) {
    known = new Map();
    for (const name of names)
      if (name.text.length > (known.get(name.key)?.length ?? 0)) known.set(name.key, name.text);
    longest.set(names, known);
  }
  return known.get(key);
}

function nameOver(
  tokens: readonly Token[],
  from: number,
  end: number,
  names: readonly NameMention[],
): NameMention | null {
  const stop = tokens[end]?.end ?? 0;
  return namesIn(names, tokens[from]?.start ?? 0, stop).find((name) => name.end === stop) ?? null;
}

/** "the ministry", "the official": whoever spoke before with that head. */
function definiteAgain(
  tokens: readonly Token[],
  from: number,
  end: number,
  head: string,
  { spoken }: SourceContext,
): SourceNode | null {
  const first = tokens[from]?.lower;
  if (first !== 'the' || end - from > 1) return null;
  const same = spoken.findLast((node) => node.head === head || node.name.toLowerCase().endsWith(` ${head}`));
  if (same !== undefined) return same;
  return /^(group|movement|organi[sz]ation|militia|agency|army|military)$/u.test(head)
    ? (spoken.findLast((node) => node.kind === 'party' || (head === 'agency' && node.kind === 'agency')) ??
        null)
    : null;
}

const NAMELESS =
  /condition of anonymity|anonymous|unnamed|unidentified|not authori[sz]ed|declined to be (named|identified)/iu;

function kindOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  end: number,
  vocabulary: Vocabulary,
): AttributionKind {
  const whole = textOf(tokens, from, to);
  if (NAMELESS.test(whole)) return 'anonymous';
  const head = tokens[end];
  const two = textOf(tokens, Math.max(from, end - 1), end).toLowerCase();
  const kind =
    vocabulary.speakers.get(two) ??
    vocabulary.speakers.get(head?.lemma.toLowerCase() ?? '') ??
    vocabulary.speakers.get(head?.lower ?? '');
  if (kind === 'reads') return 'unknown';
  if (kind !== 'person') return kind ?? 'unknown';
  return head?.pos === 'PROPN' ? 'person' : 'unknown';
}
