import { chainFor } from '../mention/annotators/attribution-chain.ts';
import type { PlaceMention } from '../mention/mention.ts';
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
      // "police | estimated 12,000": the verb that attributes loosens the number too.
      start: Math.max(draft.valueSpan[0], draft.quantity?.numberStart ?? 0),
      end: draft.valueSpan[1],
    });
    if (draft.teller) return toldBy(draft.teller, { chain, origin });
    // "including three …" goes back to whoever gave the whole.
    return chain.length === 0 && draft.partOf ? attribute(draft.partOf) : { chain, origin };
  };
  return attribute;
}

/** "France reported 214 cases, Spain 180": the second is told by Spain, as the first is by France. */
function toldBy({ text, key }: PlaceMention, { chain, origin }: Attribution): Attribution {
  const last = chain.at(-1);
  if (!last) return { chain, origin };
  return {
    chain: [...chain.slice(0, -1), { ...last, name: text, key }],
    origin: origin === last.key ? key : origin,
  };
}
