import type { Format } from '../format.ts';

/** A drawing. */
export const svg: Format = {
  id: 'svg',
  type: 'image/svg+xml',
  contentType: 'image/svg+xml',
  write: ({ drawn }) => (drawn ? [drawn()] : null),
};
