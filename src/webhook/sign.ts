import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/** A secret out of 32 random bytes, as it is shown: whsec_ and base64. */
export const toSecret = (bytes: Uint8Array): string => `${PREFIX}${Buffer.from(bytes).toString('base64')}`;

/** Of `id.timestamp.body` with HMAC-SHA256: Standard Webhooks 1.0.0, scheme v1. */
const signatureOf = (secret: string, text: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice(PREFIX.length), 'base64'))
    .update(text)
    .digest('base64')}`;

/** The headers of a message. `at`: time of the try, in milliseconds. With several secrets each of them signs. */
export function signedHeaders(
  message: { id: string; payload: string },
  secrets: readonly string[],
  at: number,
): Record<string, string> {
  const timestamp = String(Math.floor(at / 1_000));
  const text = `${message.id}.${timestamp}.${message.payload}`;
  return {
    'webhook-id': message.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map((secret) => signatureOf(secret, text)).join(' '),
  };
}
