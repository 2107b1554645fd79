import { startsLetter, startsUpper } from '../letters.ts';
import type { TaggedWord } from './tag-words.ts';

/** Adjectives that are nouns for people, too; the tagger knows them as adjectives only. */
const PEOPLE = new Set([
  'chief',
  'civilian',
  'conservative',
  'criminal',
  'general',
  'liberal',
  'local',
  'major',
  'militant',
  'minor',
  'moderate',
  'national',
  'native',
  'private',
  'radical',
  'regular',
  'relative',
]);

/** "noncombatants": no adjective ends so. */
const MANY = /.{3}(?:ant|er|or|ist|ian)s$/;

/** Mends what the tagger regularly takes for another part of speech. Linear in the number of words. */
export function repairTags(words: readonly TaggedWord[]): void {
  let quoted = false;
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === undefined) return;
    const meant = meantAs(word, words[i - 1], words[i + 1]);
    if (meant !== null) retag(word, meant);
    else if (word.text === '‘' || word.text === '’' || word.text === "'") {
      const [before, next] = [words[i - 1], words[i + 1]];
      if (!quoted && isOwning(before, word, next)) retag(word, 'PART');
      quoted = word.text === '‘' || (before?.end !== word.start && next?.start === word.end);
    }
  }
}

/** The part of speech that a word really is; null where it is what it is taken for. */
function meantAs(word: TaggedWord, before?: TaggedWord, next?: TaggedWord): string | null {
  if (word.pos === 'VERB') return isName(word, before, next) ? 'PROPN' : null;
  if (word.pos === 'ADJ' && isPeople(word, before, next)) return 'NOUN';
  const mayBePast = word.pos === 'ADJ' || word.pos === 'NOUN';
  return mayBePast && isPast(word, before, next) ? 'VERB' : null;
}

/** What is known of it as another part of speech holds no more. */
function retag(word: TaggedWord, pos: string): void {
  word.pos = pos;
  word.form = undefined;
}

/** "the | Met | said": with a capital letter behind an article, and a verb or a comma behind it. */
const isName = (word: TaggedWord, before?: TaggedWord, next?: TaggedWord): boolean =>
  before?.text === 'the' &&
  startsUpper(word.text) &&
  (next?.text === ',' || next?.text === '.' || /^(?:VERB|AUX)$/.test(next?.pos ?? ''));

const isPeople = ({ lower }: TaggedWord, before?: TaggedWord, next?: TaggedWord): boolean =>
  PEOPLE.has(lower) ? isHead(before, next) : MANY.test(lower);

/** "the vigil | honored | Jane Roe": what seems an adjective or a noun before a name is the verb of both. */
const isPast = ({ lower }: TaggedWord, before?: TaggedWord, next?: TaggedWord): boolean =>
  before?.pos === 'NOUN' && next?.pos === 'PROPN' && PAST.test(lower);

/** Longer than "bed" and "shed", and no "speed". */
const PAST = /^[a-z]{3,}[^e]ed$/;

/** "a civil defense | chief | told": an adjective between a noun and a verb or a comma. */
const isHead = (before: TaggedWord | undefined, next: TaggedWord | undefined): boolean =>
  /^(?:NOUN|PROPN)$/.test(before?.pos ?? '') &&
  (next?.text === ',' || /^(?:VERB|AUX)$/.test(next?.pos ?? ''));

/** "the United Nations’ agency": a mark that closes no quotation and stands on a plural. */
const isOwning = (before: TaggedWord | undefined, mark: TaggedWord, next: TaggedWord | undefined): boolean =>
  before?.end === mark.start &&
  /^(?:NOUN|PROPN)$/.test(before.pos) &&
  before.lower.endsWith('s') &&
  next !== undefined &&
  next.start > mark.end &&
  startsLetter(next.text);
