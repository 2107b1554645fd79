import { gather } from '../../../each-as.ts';
import { remember } from '../../../remember.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { NameMention } from '../../mention.ts';
import { fold, nameKey, sameName } from '../name-key.ts';
import type { FoundName } from './find-names.ts';
import { knownSource, plainName } from './known-source.ts';

interface Entity {
  readonly text: string;
  readonly key: string;
  readonly type: NameMention['type'];
  /** An outlet or agency reports; it is not what "the group" means. */
  readonly reports: boolean;
}

const lastWord = (text: string): string =>
  /[\p{L}\p{N}]+$/u.exec(fold(text.replace(/[’']s$/u, '')))?.[0] ?? '';
/** First letter and last consonants are the same in all spellings that `sameName` accepts nearly always; a bucket, not a verdict. */
const bucket = remember((text: string): string =>
  lastWord(text)
    .replace(/[aeiouy]|h$/gu, '')
    .slice(0, 2),
);

/** Gives every mention a key: that of the fullest name in the document which it may stand for. */
export function assignKeys(names: readonly FoundName[], vocabulary: Vocabulary): NameMention[] {
  const full = fullNames(names, vocabulary);
  const proven = new Set(names.filter((name) => !name.weak).map((name) => name.text));
  const recent: Entity[] = [];
  const seen = new Map<string, Entity>();
  return gather(names, (name) => {
    if (name.weak && !isProven(name, proven, full, vocabulary)) return [];
    const entity =
      name.shortFor === null
        ? entityOf(name, full, seen, vocabulary)
        : shortEntity(name.shortFor, recent, vocabulary);
    if (entity === null) return [];
    recent.push(entity);
    if (recent.length > 40) recent.shift();
    return [
      { kind: 'name', start: name.start, end: name.end, text: name.text, key: entity.key, type: entity.type },
    ];
  });
}

const isProven = (
  name: FoundName,
  proven: ReadonlySet<string>,
  full: ReadonlyMap<string, Entity[]>,
  vocabulary: Vocabulary,
): boolean =>
  proven.has(name.text) ||
  longerThan(full.get(bucket(name.text)), name.text).length > 0 ||
  knownSource(name.text, vocabulary) !== null;

/** Names of two words or more, by the last word as it sounds. */
function fullNames(names: readonly FoundName[], vocabulary: Vocabulary): ReadonlyMap<string, Entity[]> {
  const full = new Map<string, Entity[]>();
  const seen = new Set<string>();
  for (const name of names) {
    if (
      seen.has(name.text) ||
      name.weak ||
      name.shortFor !== null ||
      name.type === 'organisation' ||
      !/[\s-]/u.test(name.text)
    )
      continue;
    seen.add(name.text);
    const rows = full.get(bucket(name.text)) ?? [];
    const known = rows.find((row) => sameName(row.text, name.text));
    if (known === undefined && rows.length < 30) rows.push(makeEntity(name, vocabulary));
    full.set(bucket(name.text), rows);
  }
  return full;
}

function makeEntity(name: FoundName, vocabulary: Vocabulary): Entity {
  const known = knownSource(name.text, vocabulary);
  if (known !== null)
    return {
      text: name.text,
      key: known.key,
      type: known.kind === 'person' ? 'person' : 'organisation',
      reports: known.kind === 'outlet' || known.kind === 'agency',
    };
  const type = name.type === 'unknown' ? (/[\s-]/u.test(name.text) ? 'person' : 'other') : name.type;
  const key =
    type === 'organisation'
      ? plainName(name.text).replaceAll(' ', '-').slice(0, 80) || 'unknown'
      : nameKey(name.text);
  return { text: name.text, key, type, reports: false };
}

function entityOf(
  name: FoundName,
  full: ReadonlyMap<string, Entity[]>,
  seen: Map<string, Entity>,
  vocabulary: Vocabulary,
): Entity {
  const spoken = `${name.sex ?? ''} ${name.text}`;
  const before = seen.get(spoken);
  if (before !== undefined) return before;
  const fullest = name.type === 'organisation' ? undefined : fullestOf(full, name, vocabulary);
  const entity = fullest ?? makeEntity(name, vocabulary);
  seen.set(spoken, entity);
  return entity;
}

/**
 * Whose name it is. A family's name alone is that of the one whom the article named first: "Jane Roe" beside "his
 * mother, Mary Roe", who is given in full again. "Mr." is no woman.
 */
function fullestOf(
  full: ReadonlyMap<string, Entity[]>,
  { text, sex }: FoundName,
  { persons }: Vocabulary,
): Entity | undefined {
  const rows = longerThan(full.get(bucket(text)), text);
  if (/[\s-]/u.test(text)) return longest(rows);
  const others = sex === 'man' ? persons.women : persons.men;
  return sex === null ? rows[0] : (rows.find((row) => !others.has(givenName(row.text))) ?? rows[0]);
}

const givenName = (text: string): string => /^\p{L}+/u.exec(text.toLowerCase())?.[0] ?? '';

const longerThan = (rows: readonly Entity[] | undefined, text: string): Entity[] =>
  rows?.filter((row) => row.text.length >= text.length && sameName(row.text, text)) ?? [];

const longest = (rows: readonly Entity[]): Entity | undefined =>
  [...rows].sort((a, b) => b.text.length - a.text.length)[0];

function shortEntity(head: string, all: readonly Entity[], { words: { voice } }: Vocabulary): Entity | null {
  const recent = all.filter((entity) => !entity.reports);
  const named = recent.findLast(
    (entity) => entity.type === 'organisation' && lastWord(entity.text).startsWith(head),
  );
  const within =
    named ?? recent.findLast((entity) => entity.type === 'organisation' && fold(entity.text).includes(head));
  return (
    within ??
    (voice.bodies.has(head) ? (recent.findLast((entity) => entity.type === 'organisation') ?? null) : null)
  );
}
