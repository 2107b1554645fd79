import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { onDemand } from './on-demand.ts';

/** The parser, which a vocabulary that was parsed ahead does not ask for. */
export const yaml = onDemand<typeof import('yaml')>('yaml');

/** What the build has parsed ahead, by the digest of each text: parsing YAML is most of the time that a start takes. */
export type ParsedAhead = Readonly<Record<string, unknown>>;

const AHEAD = fileURLToPath(new URL('./parsed.json', import.meta.url));
const shipped: ParsedAhead = existsSync(AHEAD)
  ? (JSON.parse(readFileSync(AHEAD, 'utf8')) as ParsedAhead)
  : {};

const digest = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Parses texts ahead, for the build to keep. */
export const parseAhead = (texts: readonly string[]): ParsedAhead =>
  Object.fromEntries(texts.map((text) => [digest(text), yaml().parse(text) as unknown]));

/**
 * What a YAML text says. A text that was parsed ahead is taken from there as long as not one byte of it has changed.
 * @throws as the `yaml` package does, on a text that is no YAML
 */
export function parseYaml(text: string, ahead: ParsedAhead = shipped): unknown {
  return ahead[digest(text)] ?? yaml().parse(text);
}
