import { chainFor } from '../mention/annotators/attribution-chain.ts';
import type { Attribution } from './claim.ts';
import type { Draft } from './draft.ts';

/** Tells for every draft of a document whom it goes back to; each is looked up once. */
export function attributor(): (draft: Draft) => Attribution {
  const known = new Map<Draft, Attribution>();
  const attribute = (draft: Draft): Attribution => {
    const found = known.get(draft) ?? look(draft);
    known.set(draft, found);
    return found;
  };
  const look = (draft: Draft): Attribution => {
    const { chain, origin } = chainFor(draft.reading.sources, {
      start: draft.valueSpan[0],
      end: draft.valueSpan[1],
    });
    // "including three …" goes back to whoever gave the whole.
    return chain.length === 0 && draft.partOf ? attribute(draft.partOf) : { chain, origin };
  };
  return attribute;
}
