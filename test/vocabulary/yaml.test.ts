import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VOCABULARY_FOLDER } from '../../src/vocabulary/folder.ts';
import { parseAhead, parseYaml } from '../../src/vocabulary/yaml.ts';

const texts = readdirSync(VOCABULARY_FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(join(VOCABULARY_FOLDER, name), 'utf8'));
const stored: unknown = JSON.parse(JSON.stringify(parseAhead(texts)));
const ahead = stored as ReturnType<typeof parseAhead>;

describe('a vocabulary that the build has parsed ahead', () => {
  it('says what its files say', () => {
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) expect(parseYaml(text, ahead)).toEqual(parseYaml(text, {}));
  });

  it('gives way to a file as soon as somebody edits it', () => {
    const before = parseAhead(['[one, two]']);
    expect(parseYaml('[one, two]', before)).toEqual(['one', 'two']);
    expect(parseYaml('[one, two, three]', before)).toEqual(['one', 'two', 'three']);
  });

  it('still refuses a file that is no YAML', () => {
    expect(() => parseYaml('[one, two', ahead)).toThrow();
  });
});
