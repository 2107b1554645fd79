import type { AttributionNode } from '../claim/claim.ts';
import { slug } from '../identity.ts';
import { onceEach, remember } from '../remember.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** The office that somebody speaks for. */
export interface SpokenFor {
  readonly office: string;
  /** The voice that all who speak for it have; null when only its kind is named: "police", "officials". */
  readonly unit: string | null;
}

/** An outlet, a witness or somebody unnamed speaks for no office; a person does where the article says so. */
export const officeFinder = onceEach(
  (vocabulary: Vocabulary): ((node: AttributionNode) => SpokenFor | null) => {
    const { offices, sources } = vocabulary;
    const read = remember((text: string) => offices.in(text));
    const countries = countryNames(vocabulary);
    return ({ key, name, kind, office }) => {
      if (kind === 'outlet' || kind === 'agency' || kind === 'witness' || kind === 'anonymous') return null;
      const words = kind === 'person' ? office : name;
      const found = words === undefined ? null : read(words);
      if (found === null) return null;
      if (sources.has(key)) return { office: found.id, unit: key };
      const own = found.name === null ? null : (countries.get(found.name) ?? found.name);
      return { office: found.id, unit: own === null ? null : `${own}-${found.id}` };
    };
  },
);

/** Countries by their names and what their people are called: "Lebanese" and "Lebanon’s" name one ministry. */
const countryNames = onceEach(({ places }: Vocabulary): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const { id, name, aliases, adjectives, level } of places.nodes.byHand.values())
    if (level === 'country')
      for (const word of [name ?? id, ...aliases, ...adjectives]) found.set(slug(word), id);
  return found;
});
