import { fileURLToPath } from 'node:url';
import { onDemand } from './on-demand.ts';

type Package = typeof import('eld/small');

// The package gives its way in to `import` alone, which does not come back at once.
const load = onDemand<Package>(fileURLToPath(import.meta.resolve('eld/small')));

/**
 * The n-grams that tell languages apart. Reading them takes a second of processor time, more than all else at start, and
 * plainly English text never asks.
 */
export const languageModel = (): Package['eld'] => load().eld;
