import { z } from 'zod';

const words = z.array(z.string().min(1));

/** Words in capitals around names, as they are written. */
export const TitleFile = z.strictObject({ titles: words, organisations: words, never: words });

/** Words in capitals around names, ready to look up. */
export interface NameWords {
  readonly titles: ReadonlySet<string>;
  readonly organisations: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
}

export const indexTitles = (file: z.infer<typeof TitleFile>): NameWords => ({
  titles: new Set(file.titles),
  organisations: new Set(file.organisations),
  never: new Set(file.never),
});
