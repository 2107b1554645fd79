import type { Format } from '../format.ts';

/** Linked data: schema.org, and our own words for relations. */
export const jsonld: Format = {
  id: 'jsonld',
  type: 'application/ld+json',
  contentType: 'application/ld+json',
  write: ({ linked }) => (linked ? [JSON.stringify(linked())] : null),
};
