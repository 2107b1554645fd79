import type { Change } from '../change/change.ts';
import { contentId } from '../identity.ts';

/** A message before it is signed. */
export interface Message {
  id: string;
  type: string;
  payload: string;
}

/** Largest payload, in bytes: Standard Webhooks 1.0.0. */
const LARGEST = 20_000;

const bodyOf = (type: string, timestamp: string, data: object): string =>
  JSON.stringify({ type, timestamp, data });

/** What a webhook is told of a change. The same change gives the same message, so that a receiver can drop doubles. */
export function messageOf(webhook: string, change: Change): Message {
  const whole = bodyOf(change.type, change.at, change);
  const fits = Buffer.byteLength(whole) < LARGEST;
  return {
    id: contentId('msg', webhook, change.cursor, change.at, change.id),
    type: change.type,
    payload: fits ? whole : bodyOf(change.type, change.at, { ...change, data: null }),
  };
}

/** A message that only tries the way. `at`: RFC 3339. */
export const testMessage = (webhook: string, at: string, chance: string): Message => ({
  id: contentId('msg', webhook, at, chance),
  type: 'webhook.test',
  payload: bodyOf('webhook.test', at, { webhook }),
});
