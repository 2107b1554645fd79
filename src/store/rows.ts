import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { CrosscheckError } from '../errors.ts';
import { type Finding, TIER } from '../finding/finding.ts';
import { canonicalJson, sha256 } from '../identity.ts';
import type { Topic } from '../topic/topic.ts';
import type { Tables } from './tables.ts';

const refuse = (path: string, message: string): never => {
  throw new CrosscheckError('invalid-document', `${path}: ${message}`, { errors: [{ path, message }] });
};

/** A time as milliseconds since 1970. @throws CrosscheckError when it is none */
export function toMilliseconds(time: string, path: string): number {
  const value = Date.parse(time);
  return Number.isNaN(value) ? refuse(path, `"${time}" is no RFC 3339 time.`) : value;
}

/** False for a text that not every engine gives back as it went in: one with NUL or half of a surrogate pair. */
export const isKeepable = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);

/** A text for a column of its own. @throws CrosscheckError when an engine might change it */
export function key<T extends string | null>(text: T, path: string): T {
  if (text !== null && !isKeepable(text)) {
    refuse(path, 'It holds a NUL or half of a surrogate pair, which not every database can keep.');
  }
  return text;
}

/** @throws CrosscheckError when the value has no JSON form (NaN, Infinity) */
export function digestOf(value: unknown): string {
  try {
    return sha256(canonicalJson(value));
  } catch (cause) {
    throw new CrosscheckError('invalid-document', `A number cannot be kept: ${(cause as Error).message}`, {
      cause,
    });
  }
}

export const documentRow = (
  document: Document,
  more: { digest: string; claims: number; addedAt: number; changedAt: number; named: string | null },
): Tables['documents']['$inferInsert'] => ({
  id: key(document.id, 'document.id'),
  topicId: key(document.topic, 'document.topic'),
  outletId: key(document.outlet, 'document.outlet'),
  publishedAt: toMilliseconds(document.publishedAt, 'document.publishedAt'),
  ...more,
  body: JSON.stringify(document),
});

export const claimRow = (claim: Claim, seq: number, changedAt: number): Tables['claims']['$inferInsert'] => ({
  topicId: claim.topic,
  id: key(claim.id, 'claim.id'),
  seq,
  documentId: claim.documentId,
  outletId: claim.outlet,
  origin: key(claim.attribution.origin, 'claim.attribution.origin'),
  predicate: key(claim.predicate.id, 'claim.predicate.id'),
  subject: key(claim.subject.key, 'claim.subject.key'),
  place: key(claim.scope.place, 'claim.scope.place'),
  publishedAt: toMilliseconds(claim.publishedAt, 'claim.publishedAt'),
  nominal: claim.value.nominal,
  changedAt,
  body: JSON.stringify(claim),
});

export const findingRow = (
  finding: Finding,
): Omit<Tables['findings']['$inferInsert'], 'body' | 'digest' | 'changedAt'> => ({
  topicId: finding.topic,
  id: key(finding.id, 'finding.id'),
  verdict: finding.verdict,
  tier: TIER[finding.verdict] ?? 'none',
  level: finding.severity.level,
  score: finding.severity.score,
});

export const toTopic = (row: Tables['topics']['$inferSelect']): Topic => ({
  id: row.id,
  title: row.title,
  sample: row.sample,
  documents: row.documents,
  outlets: row.outlets,
  claims: row.claims,
  groups: row.groups,
  conflicts: row.conflicts,
  checks: row.checks,
  updatedAt: new Date(row.updatedAt).toISOString(),
  version: row.version,
});

export const fromBody = <T>(row: { body: string }): T => JSON.parse(row.body) as T;

/**
 * The claims of a document, each once.
 * @throws CrosscheckError when one belongs to another document, topic or outlet, or two different ones share an id
 */
export function claimsOf(document: Document, claims: readonly Claim[]): Claim[] {
  const byId = new Map<string, Claim>();
  for (const [index, claim] of claims.entries()) {
    const path = `claims.${index}`;
    if (claim.documentId !== document.id) refuse(`${path}.documentId`, 'It belongs to another document.');
    if (claim.topic !== document.topic) refuse(`${path}.topic`, 'It belongs to another topic.');
    if (claim.outlet !== document.outlet) refuse(`${path}.outlet`, 'It belongs to another outlet.');
    const twin = byId.get(claim.id);
    if (twin && canonicalJson(twin) !== canonicalJson(claim)) {
      refuse(`${path}.id`, `Two different claims share the id ${claim.id}.`);
    }
    byId.set(claim.id, claim);
  }
  return [...byId.values()];
}
