/**
 * Key: who may do what.
 *
 *   takes  scopes that are asked for, and what a caller shows
 *   gives  a record of a key without the key itself, and whether it opens a door
 *   never  keeps, logs or gives back a key after it was made
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { sha256 } from '../identity.ts';

export const Scope = z.enum(['read', 'write', 'review', 'admin']).meta({
  id: 'KeyScope',
  description:
    'read: look. write: add and remove documents, claims and topics. review: judge findings. admin: everything, and keys. write and review include read.',
});
export type Scope = z.infer<typeof Scope>;

const INCLUDES: Record<Scope, readonly Scope[]> = {
  read: ['read'],
  write: ['write', 'read'],
  review: ['review', 'read'],
  admin: ['admin', 'write', 'review', 'read'],
};

/** Whether these scopes open what needs `wanted`. */
export const allows = (scopes: readonly Scope[], wanted: Scope): boolean =>
  scopes.some((scope) => INCLUDES[scope].includes(wanted));

const NAME = 'Say in 1 to 100 characters who or what uses it.';

export const KeyInput = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1, NAME)
      .max(100, NAME)
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Leave control characters out.')
      .meta({ description: 'Who or what uses it; stands in the audit trail.' }),
    scopes: z
      .array(Scope)
      .min(1, `Give one or more of ${Scope.options.join(', ')}.`)
      .max(Scope.options.length),
    expiresAt: z.iso
      .datetime({ offset: true, error: 'Give an RFC 3339 time such as 2027-01-31T00:00:00Z.' })
      .nullable()
      .default(null)
      .meta({ description: 'From then on it opens nothing; null: it does not expire.' }),
  })
  .meta({ id: 'KeyInput', description: 'A key to be made.' });
export type KeyInput = z.infer<typeof KeyInput>;

const time = (description: string) => z.string().nullable().meta({ description });

export const ApiKey = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    prefix: z.string().meta({ description: 'How the key begins.' }),
    scopes: z.array(Scope),
    createdAt: z.string().meta({ description: 'RFC 3339, UTC.' }),
    expiresAt: time('RFC 3339, UTC; null: it does not expire.'),
    lastUsedAt: time('RFC 3339, UTC, to the minute or so; null: never.'),
    revokedAt: time('RFC 3339, UTC; null: it is in use.'),
  })
  .meta({ id: 'ApiKey', description: 'A key, without the key itself.' });
export type ApiKey = z.infer<typeof ApiKey>;

/** A key as it is stored: its SHA-256 in the place of itself. */
export interface KeyRecord extends ApiKey {
  hash: string;
}

const PREFIX = 'cck_';
const SHOWN = PREFIX.length + 6;
const FORM = /^cck_[A-Za-z0-9_-]{32}$/;

/** Makes a key of 24 random bytes: the key, to be shown once, and its record. `at`: RFC 3339. */
export function makeKey(input: KeyInput, at: string): { key: string; record: KeyRecord } {
  const key = PREFIX + randomBytes(24).toString('base64url');
  const hash = sha256(key);
  const record = {
    ...{ id: `key_${hash.slice(0, 16)}`, name: input.name, prefix: key.slice(0, SHOWN), hash },
    scopes: Scope.options.filter((scope) => input.scopes.includes(scope)),
    ...{ createdAt: at, lastUsedAt: null, revokedAt: null },
    expiresAt: input.expiresAt === null ? null : new Date(input.expiresAt).toISOString(),
  };
  return { key, record };
}

/** The hash under which a shown key would be stored; null when it is no key at all. */
export const hashOfKey = (shown: string): string | null => (FORM.test(shown) ? sha256(shown) : null);

/** Why a stored key does not open anything at a time; null when it does. */
export function whyClosed(record: KeyRecord | null, hash: string, now: Date): string | null {
  const known = record !== null && timingSafeEqual(Buffer.from(record.hash), Buffer.from(hash));
  if (!known) return 'The key is not known here.';
  if (record.revokedAt !== null) return 'The key was revoked.';
  if (record.expiresAt !== null && Date.parse(record.expiresAt) <= now.getTime())
    return 'The key has expired.';
  return null;
}
