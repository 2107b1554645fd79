import type { PlaceTaxonomy } from '../../../vocabulary/places.ts';
import type { Candidate } from './find-places.ts';
import { type LandBehind, namesInside } from './land-behind.ts';
import type { PlaceName } from './place-index.ts';

/** The words of a name as they are looked up. */
export const wordsOf = (candidate: Candidate): string => candidate.names[0]?.words.join(' ') ?? '';

/** Which towns of one name a document means: "Bristol, Tenn." once makes every Bristol of it that one. */
export class Namesakes {
  private readonly places: PlaceTaxonomy;
  private readonly told = new Map<string, Set<string>>();

  /** @param behind the land behind each candidate */
  constructor(
    candidates: readonly Candidate[],
    behind: readonly (LandBehind | null)[],
    places: PlaceTaxonomy,
  ) {
    this.places = places;
    candidates.forEach((candidate, i) => {
      const land = behind[i] ?? null;
      const meant = land === null ? candidate.names : namesInside(candidate.names, land, places);
      if (meant.length === 0 || meant.length === candidate.names.length) return;
      const words = wordsOf(candidate);
      const ids = this.told.get(words) ?? new Set<string>();
      for (const { id } of meant) ids.add(id);
      this.told.set(words, ids);
    });
  }

  /** The places that a candidate may be; none where a town is meant that no list has. */
  of(candidate: Candidate, land: LandBehind | null): readonly PlaceName[] {
    if (land !== null) return namesInside(candidate.names, land, this.places);
    const ids = this.told.get(wordsOf(candidate));
    const meant = ids ? candidate.names.filter(({ id }) => ids.has(id)) : [];
    return meant.length > 0 ? meant : candidate.names;
  }
}
