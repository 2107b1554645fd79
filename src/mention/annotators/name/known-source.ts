import { remember } from '../../../remember.ts';
import type { AttributionKind } from '../../../vocabulary/cues.ts';
import type { Vocabulary } from '../../../vocabulary/vocabulary.ts';
import { fold } from '../name-key.ts';

export interface Known {
  readonly key: string;
  readonly kind: AttributionKind;
}

interface Index {
  readonly always: ReadonlyMap<string, Known>;
  readonly local: ReadonlyMap<
    string,
    readonly { readonly known: Known; readonly places: readonly string[] }[]
  >;
}

const cache = new WeakMap<Vocabulary, Index>();

/** A name as it is looked up: folded, without a determiner before it. */
export const plainName = remember((text: string): string =>
  fold(text.replace(/[’']s?$/u, ''))
    .replace(/[\s-]+/gu, ' ')
    .trim()
    .replace(/^(the|a|an|some|its|his|her|their|our) /u, ''),
);

function indexOf(vocabulary: Vocabulary): Index {
  const ready = cache.get(vocabulary);
  if (ready) return ready;
  const always = new Map<string, Known>();
  const local = new Map<string, { known: Known; places: readonly string[] }[]>();
  for (const source of vocabulary.sources.values()) {
    const known = { key: source.id, kind: source.kind };
    for (const name of [source.name, ...source.aliases]) always.set(plainName(name), known);
    for (const name of source.local?.aliases ?? []) {
      const rows = local.get(plainName(name)) ?? [];
      rows.push({ known, places: source.local?.places ?? [] });
      local.set(plainName(name), rows);
    }
  }
  for (const outlet of vocabulary.outlets.values()) {
    for (const name of [outlet.name, ...outlet.aliases])
      always.set(plainName(name), { key: outlet.id, kind: outlet.kind });
  }
  const index = { always, local };
  cache.set(vocabulary, index);
  return index;
}

/** "the head of the monitor" speaks for it. */
const withoutOffice = remember((text: string): string =>
  plainName(text).replace(/^(?:head|director|chief|founder) of (?:the )?/, ''),
);

/** The source or outlet that the vocabulary knows by this name; names that need a place count only with it. */
export function knownSource(
  text: string,
  vocabulary: Vocabulary,
  places: ReadonlySet<string> = new Set(),
): Known | null {
  const { always, local } = indexOf(vocabulary);
  const name = withoutOffice(text);
  return (
    always.get(name) ??
    local.get(name)?.find((row) => row.places.some((place) => places.has(place)))?.known ??
    null
  );
}
