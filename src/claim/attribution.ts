import { slug } from '../identity.ts';
import type { Attribution } from './claim.ts';
import type { Draft } from './draft.ts';
import { attributionFor } from './reading/reading.ts';

/** Who a draft goes back to: the source whose words hold it. */
export function attributeDraft(draft: Draft): Attribution {
  const at = draft.reading.tokens.findIndex((token) => token.end > draft.valueSpan[0]);
  const said = attributionFor(draft.reading, at);
  if (!said?.source) return draft.partOf ? attributeDraft(draft.partOf) : { chain: [], origin: null };
  const name = draft.reading.document.text.slice(said.source.start, said.source.end);
  return { chain: [{ name, key: slug(name), kind: 'unknown' }], origin: slug(name) };
}
