import type { Format } from '../format.ts';

/** The answer as it is. */
export const json: Format = {
  id: 'json',
  type: 'application/json',
  contentType: 'application/json',
  write: (answer) => [answer.json()],
};
