import { startsUpper } from '../../../letters.ts';
import type { Token } from '../../../sentence/sentence.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { NameMention } from '../../mention.ts';
import { sameName } from '../name-key.ts';
import { textOf } from '../text-of.ts';
import type { SourceContext, SourceNode } from './source-node.ts';

/** A person who is named in the phrase, as its head or in apposition: "Majed al-Ansari, a spokesman". */
export function personIn(
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
      isApposed(tokens, from, headStop, name.start) ||
      leads(tokens, from, name),
  );
  if (person === undefined) return null;
  const again = spokenBefore(tokens, person, context);
  if (again !== null) return { ...again, words: textOf(tokens, from, to) };
  const full = longestName(context, person.key) ?? person.text;
  const office = context.offices.get(person.key);
  return {
    ...(office !== undefined && { office }),
    name: full,
    key: person.key,
    kind: 'person',
    head: 'person',
    plural: false,
    isText: false,
    words: textOf(tokens, from, to),
  };
}

/** "…", said Jane Roe. "…", | Roe | said: whoever of that family spoke before, unless the form of address tells. */
function spokenBefore(
  tokens: readonly Token[],
  { start, text }: NameMention,
  { spoken }: SourceContext,
): SourceNode | null {
  if (/[\s-]/u.test(text)) return null;
  const at = tokens.findIndex((token) => token.start >= start);
  if (/^(?:mr|mrs|ms|miss)$/u.test((tokens[at - 1]?.lower ?? '').replace('.', ''))) return null;
  return (
    spoken.findLast(({ kind, name }) => kind === 'person' && /\s/u.test(name) && sameName(name, text)) ?? null
  );
}

/**
 * "Secretary of State | Marco Rubio", "Ministry of Foreign Affairs spokesperson | Majed al-Ansari"; not "aide to | Trump",
 * not "organisers of a protest against the visit of President | Bush".
 */
function isTitled(tokens: readonly Token[], from: number, start: number, vocabulary: Vocabulary): boolean {
  let i = tokens.findIndex((token) => token.start >= start) - 1;
  const role = tokens[i];
  const speaks = (at: number): boolean =>
    /^(?:person|authority|party)$/.test(vocabulary.speakers.get(tokens[at]?.lower ?? '') ?? '');
  if (role?.pos === 'NOUN' && !startsUpper(role.text)) return speaks(i);
  if (role?.pos === 'NOUN' && !speaks(i)) return false;
  while (i > from && (startsUpper(tokens[i]?.text ?? '') || tokens[i]?.text === '-')) i -= 1;
  if (i <= from || tokens[i]?.pos !== 'ADP') return true;
  return tokens[i]?.lower === 'of' && (startsUpper(tokens[i - 1]?.text ?? '') || speaks(i - 1));
}

/** "Rami Abdul Rahman | the head of the group": the name first, an article behind it. */
function leads(tokens: readonly Token[], from: number, name: NameMention): boolean {
  const after = tokens.find((token) => token.start >= name.end);
  if (!/^(the|a|an|,|\()$/u.test(after?.lower ?? '')) return false;
  return tokens
    .filter((token, i) => i >= from && token.end <= name.start)
    .every((token) => startsUpper(token.text) || token.pos === 'NOUN' || token.pos === 'ADJ');
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
export function namesIn(names: readonly NameMention[], start: number, end: number): NameMention[] {
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

export function nameOver(
  tokens: readonly Token[],
  from: number,
  end: number,
  names: readonly NameMention[],
): NameMention | null {
  const stop = tokens[end]?.end ?? 0;
  const name = namesIn(names, tokens[from]?.start ?? 0, stop).find((one) => one.end === stop);
  const before = tokens.slice(from, end + 1).filter((token) => name && token.end <= name.start);
  return name && !before.some((token) => /^\p{Lu}|^[’']s?$/u.test(token.text) && token.lower !== 'the')
    ? name
    : null;
}
