import { z } from 'zod';
import type { PlaceTaxonomy } from './places.ts';

/** Short forms of provinces and states, by the id of the place, as they stand behind a town and a comma. */
export const PlaceShortFormFile = z.strictObject({
  forms: z.record(z.string(), z.array(z.string().min(2)).min(1)),
  examples: z.strictObject({
    takes: z.array(z.strictObject({ text: z.string().min(1), place: z.string().min(1) })).min(1),
    leaves: z.array(z.string().min(1)).min(1),
  }),
});

export interface PlaceShortForms {
  /** The place by its short form: "Tenn." or "TN". */
  readonly places: ReadonlyMap<string, string>;
  readonly examples: z.infer<typeof PlaceShortFormFile>['examples'];
}

/**
 * Makes the short forms ready to look up.
 * @throws {Error} a form that stands for a place which no list has, or for two places
 */
export function indexShortForms(
  { forms, examples }: z.infer<typeof PlaceShortFormFile>,
  { nodes }: PlaceTaxonomy,
): PlaceShortForms {
  const places = new Map<string, string>();
  for (const [id, short] of Object.entries(forms)) {
    if (!nodes.has(id)) throw new Error(`place-short-forms: "${id}" is no place that a list has.`);
    for (const form of short) {
      const other = places.get(form);
      if (other !== undefined) throw new Error(`place-short-forms: "${form}" is both ${other} and ${id}.`);
      places.set(form, id);
    }
  }
  return { places, examples };
}
