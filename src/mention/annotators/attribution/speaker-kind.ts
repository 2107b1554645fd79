import type { Token } from '../../../sentence/sentence.ts';
import type { SpeakerKind } from '../../../vocabulary/cues.ts';

/** "news", "post" and the like are outlets only as part of a name. */
const ONLY_IN_NAMES = /^(news|post|times|journal|tribune|herald|daily|press)$/u;

const ofPlural = (lower: string, speakers: ReadonlyMap<string, SpeakerKind>): SpeakerKind | undefined =>
  speakers.get(lower.replace(/ies$/u, 'y')) ??
  speakers.get(lower.slice(0, -1)) ??
  speakers.get(lower.replace(/es$/u, ''));

/** What sort of voice a head noun is; plurals and capitals at the start of a sentence count. */
export function speakerKind(
  token: Token | undefined,
  speakers: ReadonlyMap<string, SpeakerKind>,
): SpeakerKind | undefined {
  if (token === undefined) return undefined;
  const { lower } = token;
  const kind =
    speakers.get(token.lemma) ??
    speakers.get(lower) ??
    (lower.endsWith('s') ? ofPlural(lower, speakers) : undefined);
  return kind === 'outlet' && ONLY_IN_NAMES.test(lower) && token.pos !== 'PROPN' ? undefined : kind;
}
