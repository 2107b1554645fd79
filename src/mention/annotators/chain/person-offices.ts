import type { Sentence, Token } from '../../../sentence/sentence.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import type { NameMention } from '../../mention.ts';

/** An office stands this near to the name of whoever holds it. */
const NEAR = 8;

const joined = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');

/** "Menasha Police Chief | Tim Styka": the nouns right before the name. */
function before(tokens: readonly Token[], name: number): string {
  let from = name;
  while (name - from < NEAR && /^(?:PROPN|NOUN|ADJ)$/.test(tokens[from - 1]?.pos ?? '')) from -= 1;
  return joined(tokens.slice(from, name));
}

/** "Tim Styka, | the city’s police chief,", "Jane Roe | of the Gary Police Department": what stands right behind it. */
function behind(tokens: readonly Token[], end: number): string {
  const opens = tokens[end]?.text === ',' || /^(?:of|with|from)$/.test(tokens[end]?.lower ?? '');
  let to = end + 1;
  while (to - end <= NEAR && /^(?:PROPN|NOUN|ADJ|DET|ADP|PART)$/.test(tokens[to]?.pos ?? '')) to += 1;
  return opens ? joined(tokens.slice(end + 1, to)) : '';
}

/**
 * For whom the persons of a document speak, by their keys, as the first words beside one of their names that tell an
 * office word it. `names` in text order; linear in sentences and names.
 */
export function personOffices(
  sentences: readonly Sentence[],
  names: readonly NameMention[],
  { offices }: Vocabulary,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (tokens: readonly Token[], from: number, name: NameMention): void => {
    let end = from;
    while (end < tokens.length && (tokens[end]?.end ?? 0) <= name.end) end += 1;
    const office = [before(tokens, from), behind(tokens, end)].find(
      (words) => words !== '' && offices.in(words) !== null,
    );
    if (office !== undefined) found.set(name.key, office);
  };
  let at = 0;
  for (const { tokens, end } of sentences) {
    let from = 0;
    for (let name = names[at]; name !== undefined && name.start < end; name = names[at]) {
      at += 1;
      while (from < tokens.length && (tokens[from]?.start ?? 0) < name.start) from += 1;
      if (name.type === 'person' && !found.has(name.key)) add(tokens, from, name);
    }
  }
  return found;
}
