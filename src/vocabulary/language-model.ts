import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { eld } from 'eld/small';

let model: typeof eld | null = null;

/**
 * The n-grams that tell languages apart. Loaded when a text first asks: reading them takes a second of processor time, more
 * than all else at start, and plainly English text never asks.
 */
export function languageModel(): typeof eld {
  // The package gives its way in to `import` alone, which does not come back at once.
  model ??= (
    createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/small'))) as {
      eld: typeof eld;
    }
  ).eld;
  return model;
}
