import { startsUpper } from '../../../letters.ts';
import type { Token } from '../../../sentence/sentence.ts';
import type { SpeakerKind } from '../../../vocabulary/cues.ts';
import type { Run } from './phrase.ts';
import { speakerKind } from './speaker-kind.ts';

/** Head noun of a phrase: the last noun before "of", "in", a comma … */
export function headOf(tokens: readonly Token[], run: Run): Token | undefined {
  let head = tokens[run.from];
  for (let i = run.from; i <= run.to; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (
      i > run.from &&
      (token.pos === 'ADP' ||
        token.text === ',' ||
        // "The | Associated Press": a name is no clause.
        (token.pos === 'VERB' && !(startsUpper(token.text) && tokens[i + 1]?.pos === 'PROPN')) ||
        /^(who|which|that|and)$/u.test(token.lower))
    )
      break;
    if (
      token.pos === 'NOUN' ||
      token.pos === 'PROPN' ||
      token.pos === 'PRON' ||
      token.pos === 'NUM' ||
      token.pos === 'DET'
    )
      head = token;
  }
  return head;
}

const PERSON_ENDING = /(?:er|or|ist|ian|man|men|woman|women|person|people|ant|ees?)s?$/u;
/** "The number of people | confirmed dead": it ends as one who does something, and speaks for nobody. */
const NOBODY = /^(?:number|tower|water|river|disaster|border|weather|power|danger)s?$/u;
const FIRST_AND_THIRD = new Set([
  'he',
  'she',
  'they',
  'i',
  'we',
  'who',
  'you',
  'it',
  'everyone',
  'everybody',
  'nobody',
  'someone',
  'somebody',
  'anyone',
  'others',
  'many',
  'some',
  'most',
  'few',
  'both',
  'one',
  'several',
  'those',
  'neither',
  'none',
]);

/** "Ban Ki-moon": a name whose last part is no capital. */
function isCompoundName(tokens: readonly Token[], { from, to }: Run): boolean {
  return (
    to - 2 >= from &&
    tokens[to - 1]?.text === '-' &&
    tokens[to - 2]?.pos === 'PROPN' &&
    tokens[to]?.pos === 'NOUN'
  );
}

/** "the world body": what two words say that the last alone does not. */
function pairKind(
  tokens: readonly Token[],
  head: Token,
  { from, to }: Run,
  speakers: ReadonlyMap<string, SpeakerKind>,
): SpeakerKind | undefined {
  const at = tokens.indexOf(head, from);
  return at > from && at <= to ? speakers.get(`${tokens[at - 1]?.lower} ${head.lower}`) : undefined;
}

/** How sure a phrase can speak: 2 surely, 1 it may (a report, an unknown noun), 0 it cannot. */
export function canSpeak(
  tokens: readonly Token[],
  run: Run,
  speakers: ReadonlyMap<string, SpeakerKind>,
): 0 | 1 | 2 {
  const head = headOf(tokens, run);
  if (head === undefined) return 0;
  const kind = pairKind(tokens, head, run, speakers) ?? speakerKind(head, speakers);
  if (isCompoundName(tokens, run)) return 2;
  if (kind !== 'reads' && (head.pos === 'PROPN' || FIRST_AND_THIRD.has(head.lower))) return 2;
  if (kind === 'reads') return 1;
  if (kind !== undefined) return 2;
  if (head.pos === 'NOUN' && PERSON_ENDING.test(head.lower) && !NOBODY.test(head.lower)) return 2;
  return 0;
}
