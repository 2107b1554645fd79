import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** What the build has parsed ahead, by the digest of each text: parsing YAML is most of the time that a start takes. */
export type ParsedAhead = Readonly<Record<string, unknown>>;

const AHEAD = fileURLToPath(new URL('./parsed.json', import.meta.url));
const shipped: ParsedAhead = existsSync(AHEAD)
  ? (JSON.parse(readFileSync(AHEAD, 'utf8')) as ParsedAhead)
  : {};

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Parses texts ahead, for the build to keep. */
export const parseAhead = (texts: readonly string[]): ParsedAhead =>
  Object.fromEntries(texts.map((text) => [digest(text), parse(text) as unknown]));

/**
 * What a YAML text says. A text that was parsed ahead is taken from there as long as not one byte of it has changed.
 * @throws as the `yaml` package does, on a text that is no YAML
 */
export function parseYaml(text: string, ahead: ParsedAhead = shipped): unknown {
  return ahead[digest(text)] ?? parse(text);
}
