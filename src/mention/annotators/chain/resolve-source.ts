import { slug } from '../../../identity.ts';
import { startsUpper } from '../../../letters.ts';
import type { Token } from '../../../sentence/sentence.ts';
import type { AttributionKind } from '../../../vocabulary/cues.ts';
import type { Persons, Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { Span } from '../../mention.ts';
import { canSpeak } from '../attribution/can-speak.ts';
import { isDay, mainSubject } from '../attribution/find-source.ts';
import { isPossessive, type Run } from '../attribution/phrase.ts';
import { speakerKind } from '../attribution/speaker-kind.ts';
import { type Known, knownSource, plainName } from '../name/known-source.ts';
import { textOf } from '../text-of.ts';
import { nameOver, namesIn, personIn } from './names-in.ts';
import { coreEnd, headEnd } from './phrase-head.ts';
import type { SourceContext, SourceNode } from './source-node.ts';

/** The sources that a phrase names, nearest to the outlet first: "Al Jazeera’s sources" are two. Empty when it names none. */
export function resolveSource(tokens: readonly Token[], source: Span, context: SourceContext): SourceNode[] {
  const from = tokens.findIndex((token) => token.start >= source.start);
  let to = from;
  while (to >= 0 && to + 1 < tokens.length && (tokens[to + 1]?.end ?? Infinity) <= source.end) to += 1;
  const first = tokens[from];
  if (first === undefined || (tokens[to]?.end ?? Infinity) > source.end) return [];
  if (isShareOf(tokens, from, to)) return phraseNodes(tokens, from + 2, to, context);
  if (to === from) {
    const subject = relativeSubject(tokens, from, context);
    if (subject) return phraseNodes(tokens, subject.from, subject.to, context);
    const pronoun = byPronoun(first, context);
    if (pronoun !== undefined) return pronoun === null ? [] : [pronoun];
  }
  return phraseNodes(tokens, from, to, context);
}

/** "some of | the parents": those who speak, however many of them. */
const isShareOf = (tokens: readonly Token[], from: number, to: number): boolean =>
  from + 2 < to &&
  /^(?:some|several|many|most)$/u.test(tokens[from]?.lower ?? '') &&
  tokens[from + 1]?.lower === 'of';

/** "Police arrested a man | they say shot two": whoever acts in the sentence, if it is one who speaks. */
function relativeSubject(tokens: readonly Token[], at: number, { vocabulary }: SourceContext): Run | null {
  if (tokens[at]?.lower !== 'they' || tokens[at - 1]?.pos !== 'NOUN') return null;
  const subject = mainSubject(tokens, at - 1);
  return subject && subject.to < at - 1 && canSpeak(tokens, subject, vocabulary.speakers) === 2
    ? subject
    : null;
}

const PERSON = new Set(['he', 'she', 'him', 'her', 'his']);
const BODY = new Set(['it', 'its', 'itself']);
const MANY = new Set(['they', 'them', 'their']);
const SELF = new Set(['i', 'we', 'you', 'this', 'that', 'these', 'those', 'who', 'which']);

/** undefined: not a pronoun. null: a pronoun that nobody before fits. */
function byPronoun(token: Token, { spoken, vocabulary }: SourceContext): SourceNode | null | undefined {
  const { lower } = token;
  const isPerson = (node: SourceNode): boolean => isOnePerson(node, vocabulary);
  if (PERSON.has(lower))
    return spoken.findLast((node) => isPerson(node) && mayBe(node, lower, vocabulary.persons)) ?? null;
  if (BODY.has(lower))
    return spoken.findLast((node) => !isPerson(node) && !node.plural && node.kind !== 'witness') ?? null;
  if (MANY.has(lower)) return spoken.findLast((node) => node.plural || !isPerson(node)) ?? null;
  return SELF.has(lower) ? null : undefined;
}

const WOMAN = /\b(woman|mother|sister|daughter|wife|aunt|grandmother|girl|\w+woman|mrs|ms|queen|lady)\b/iu;
const MAN = /\b(man|father|brother|son|husband|uncle|grandfather|boy|spokesman|\w+[a-z]man|mr|king|sir)\b/iu;

/** Could "he" or "she" mean this source, as far as its words and its given name tell? */
function mayBe({ name, words }: SourceNode, pronoun: string, { women, men }: Persons): boolean {
  // The last word is the family's: "Mr. Rose" is no Rose.
  const names = name
    .toLowerCase()
    .split(/[\s-]+/u)
    .slice(0, -1);
  const given = names.find((word) => women.has(word) || men.has(word)) ?? '';
  if (/^(he|him|his)$/u.test(pronoun)) return !WOMAN.test(words) && !women.has(given);
  return WOMAN.test(words) || women.has(given) || (!MAN.test(words) && !men.has(given));
}

const isOnePerson = (node: SourceNode, { persons: { nouns }, words }: Vocabulary): boolean =>
  node.kind === 'person' ||
  (!node.plural && (words.voice.roles.has(node.head) || (isIndividual(node) && nouns.has(node.head))));

/** Whoever is no office, camp or agency: "a neighbour", "one woman". */
const isIndividual = ({ kind }: SourceNode): boolean =>
  kind === 'unknown' || kind === 'witness' || kind === 'anonymous';

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
  const author = authorOf(tokens, from, to, context);
  if (author !== null) return author;
  const node = plainNode(tokens, from, to, context);
  return node === null ? [] : [node];
}

/** Whose document speaks: "a statement by the groups", "the ministry’s report", "a SAMS statement". */
function authorOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  context: SourceContext,
): SourceNode[] | null {
  const end = headEnd(tokens, from, to);
  if (speakerKind(tokens[end], context.vocabulary.speakers) !== 'reads') return null;
  if (/^(by|from)$/u.test(tokens[end + 1]?.lower ?? '') && end + 2 <= to)
    return phraseNodes(tokens, end + 2, to, context);
  for (let i = end - 1; i > from; i -= 1) {
    if (isPossessive(tokens[i]) && !isDay(tokens[i - 1], context.vocabulary))
      return phraseNodes(tokens, from, i - 1, context);
  }
  const name = namesIn(context.names, tokens[from]?.start ?? 0, tokens[end]?.start ?? 0).find(
    ({ type }) => type === 'organisation',
  );
  if (name === undefined) return null;
  const known = knownSource(name.text, context.vocabulary, context.places);
  return [
    {
      name: name.text,
      key: known?.key ?? name.key,
      kind: known?.kind ?? 'unknown',
      head: name.text.toLowerCase(),
      plural: false,
      isText: false,
      words: name.text,
    },
  ];
}

/** Where "’s" stands before somebody unnamed: "Al Jazeera’s | sources". */
function possessiveSplit(
  tokens: readonly Token[],
  from: number,
  to: number,
  vocabulary: Vocabulary,
): number | null {
  const kind = speakerKind(tokens[to], vocabulary.speakers);
  if (kind !== 'anonymous' && kind !== 'witness') return null;
  for (let i = to - 1; i > from; i -= 1) if (isPossessive(tokens[i])) return i;
  return null;
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
  // Written out: a spread makes a shape of its own, and takes as long as all the rest.
  const nodeOf = (name: string, { key, kind }: Known, isText = false): SourceNode => ({
    name,
    key,
    kind,
    head,
    plural,
    isText,
    words: whole,
  });
  if (known !== null) return nodeOf(whole, known);
  const person = personIn(tokens, from, to, end, context);
  if (person !== null) return person;
  const short = textOf(tokens, from, end);
  const knownShort = knownSource(short, vocabulary, places);
  if (knownShort !== null) return nodeOf(short, knownShort);
  const inner = knownInside(tokens, from, end, head, context) ?? apposedName(tokens, from, end, context);
  if (inner !== null) return nodeOf(short, inner);
  const again = definiteAgain(tokens, from, end, head, context);
  if (again !== null) return again;
  const name = nameOver(tokens, from, end, context.names);
  if (name === null && isNobody(tokens, { from, to }, headToken, context)) return null;
  const core = textOf(tokens, from, coreEnd(tokens, end, to));
  const kind = kindOf(tokens, from, to, end, vocabulary);
  const key =
    kind !== 'anonymous' && kind !== 'witness' && name !== null && name.type !== 'other'
      ? name.key
      : slug(plainName(core)) || 'unknown';
  const isText = speakerKind(headToken, vocabulary.speakers) === 'reads';
  return nodeOf(core, { key, kind }, isText);
}

/** "the war", "47": whatever the words before the cue are, nobody speaks. */
const isNobody = (
  tokens: readonly Token[],
  run: Run,
  { pos, text }: Token,
  { vocabulary, isSure = false }: SourceContext,
): boolean =>
  pos === 'NUM' ||
  (!isSure && pos === 'NOUN' && !startsUpper(text) && canSpeak(tokens, run, vocabulary.speakers) === 0);

/** "the United Nations’ refugee agency | UNRWA": the name behind what it is. */
function apposedName(
  tokens: readonly Token[],
  from: number,
  end: number,
  { vocabulary, places }: SourceContext,
): Known | null {
  let first = end;
  while (first > from && startsUpper(tokens[first]?.text ?? '')) first -= 1;
  if (first === end || !vocabulary.words.voice.kinds.has(tokens[first]?.lower ?? '')) return null;
  const name = textOf(tokens, first + 1, end);
  return (
    knownSource(name, vocabulary, places) ?? {
      key: slug(plainName(name)) || 'unknown',
      kind: kindOf(tokens, from, end, end, vocabulary),
    }
  );
}

/** "the official SANA news agency", "the ISIL group": the name inside says who it is. */
function knownInside(
  tokens: readonly Token[],
  from: number,
  end: number,
  head: string,
  context: SourceContext,
): Known | null {
  if (!context.vocabulary.words.voice.kinds.has(head)) return null;
  const names = namesIn(context.names, tokens[from]?.start ?? 0, tokens[end]?.end ?? 0);
  const words = tokens.slice(from, end + 1).filter((token) => startsUpper(token.text));
  for (const { text } of [...names, ...words]) {
    const known = knownSource(text, context.vocabulary, context.places);
    if (known !== null) return known;
  }
  return null;
}

/** "the ministry", "the official": whoever spoke before with that head. */
function definiteAgain(
  tokens: readonly Token[],
  from: number,
  end: number,
  head: string,
  { spoken, vocabulary }: SourceContext,
): SourceNode | null {
  const first = tokens[from]?.lower;
  if (first !== 'the' || end - from > 1) return null;
  const same = spoken.findLast((node) => node.head === head || node.name.toLowerCase().endsWith(` ${head}`));
  if (same !== undefined) return same;
  return vocabulary.words.voice.sides.has(head)
    ? (spoken.findLast((node) => node.kind === 'party' || (head === 'agency' && node.kind === 'agency')) ??
        null)
    : null;
}

function isNameless(text: string, { words }: Vocabulary): boolean {
  const lower = text.toLowerCase();
  for (const phrase of words.voice.nameless) if (lower.includes(phrase)) return true;
  return false;
}

function kindOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  end: number,
  vocabulary: Vocabulary,
): AttributionKind {
  if (isNameless(textOf(tokens, from, to), vocabulary)) return 'anonymous';
  const head = tokens[end];
  const two = textOf(tokens, Math.max(from, end - 1), end).toLowerCase();
  const kind = vocabulary.speakers.get(two) ?? speakerKind(head, vocabulary.speakers);
  if (kind === 'reads') return 'unknown';
  return kind === 'person' ? 'unknown' : (kind ?? 'unknown');
}
