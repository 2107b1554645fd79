import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { extract } from '../../src/pipeline.ts';
import { overlay, pathInOwn } from '../../src/vocabulary/overlay.ts';
import { loadVocabulary } from '../../src/vocabulary/vocabulary.ts';
import { CLOSED } from './own-predicate.ts';

describe('laying one file over another', () => {
  it('replaces rows by their id and adds the others', () => {
    const shipped = [{ id: 'a', name: 'A', aliases: ['x'] }, { id: 'b' }];
    const own = [{ id: 'c' }, { id: 'a', name: 'Alpha' }];
    expect(overlay(shipped, own)).toEqual([{ id: 'a', name: 'Alpha' }, { id: 'b' }, { id: 'c' }]);
  });

  it('replaces a span of numbers', () => {
    expect(overlay({ morning: [0, 12], noon: [12, 13] }, { morning: [5, 11] })).toEqual({
      morning: [5, 11],
      noon: [12, 13],
    });
  });

  it('lays mappings over each other, adds to lists without ids, and replaces the rest', () => {
    const shipped = { words: ['a'], depth: { x: 1, y: 2 } };
    expect(overlay(shipped, { words: ['b'], depth: { y: 3 } })).toEqual({
      words: ['a', 'b'],
      depth: { x: 1, y: 3 },
    });
    expect(overlay(shipped, null)).toEqual(shipped);
  });

  it('finds what is wrong in the file in which it stands', () => {
    const shipped = { rows: [{ id: 'a' }, { id: 'b' }], words: ['x'] };
    const own = { rows: [{ id: 'c' }, { id: 'b', name: 3 }], words: [7] };
    const whole = overlay(shipped, own);
    expect(pathInOwn(whole, own, ['rows', 1, 'name'])).toEqual(['rows', 1, 'name']);
    expect(pathInOwn(whole, own, ['rows', 2])).toEqual(['rows', 0]);
    expect(pathInOwn(whole, own, ['words', 1])).toEqual(['words', 0]);
    expect(pathInOwn(whole, own, ['rows', 0])).toBeNull();
    expect(pathInOwn(whole, own, ['depth'])).toBeNull();
  });
});

describe('a folder of one’s own', () => {
  let folder = '';
  const put = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('needs only what it adds: one predicate, one unit, one outlet', () => {
    put('predicates/bridges.closed.yaml', CLOSED);
    put('units.yaml', '- { id: league, dimension: length, factor: 4828, words: [league, leagues] }\n');
    put('outlets.yaml', '- { id: fen-courier, name: Fen Courier, aliases: [The Courier] }\n');
    const vocabulary = loadVocabulary(folder);
    const { document, claims, mentions } = extract(
      {
        outlet: 'The Courier',
        publishedAt: '2025-10-07T12:00:00Z',
        language: 'en',
        text: 'The city closed four bridges on Monday. The road is 30 leagues long. A flood killed two people.',
      },
      vocabulary,
    );
    expect(document.outlet).toBe('fen-courier');
    expect(claims.map((claim) => claim.predicate.id)).toEqual(
      expect.arrayContaining(['bridges.closed', 'people.killed']),
    );
    expect(mentions).toContainEqual(expect.objectContaining({ nominal: 30, unit: 'league' }));
    expect(vocabulary.outlets.has('reuters')).toBe(true);
  });

  it('replaces what has a shipped id', () => {
    put('outlets.yaml', '- { id: reuters, name: Reuters (ours) }\n');
    put('predicates/mine.yaml', CLOSED.replace('bridges.closed', 'people.killed'));
    const { outlets, predicates } = loadVocabulary(folder);
    expect(outlets.get('reuters')).toMatchObject({ name: 'Reuters (ours)', aliases: [] });
    expect(predicates.get('people.killed')?.title).toBe('bridges closed');
  });

  it('adds lines and words', () => {
    put('person-nouns.txt', 'ferrywarden\n');
    put('persons.yaml', 'nouns: [lamplighter]\n');
    const { persons } = loadVocabulary(folder);
    expect(['ferrywarden', 'lamplighter', 'teacher'].filter((noun) => !persons.nouns.has(noun))).toEqual([]);
  });

  it('names file and line of what is wrong, and what to do', () => {
    put(
      'outlets.yaml',
      '- { id: fen-courier, name: Fen Courier }\n- id: marsh-post\n  name: Marsh Post\n  kind: leaflet\n',
    );
    expect(() => loadVocabulary(folder)).toThrow(/outlets\.yaml:4: \[1\]\.kind: Invalid option/);
    put('outlets.yaml', '- { id: a, name: A }\n- { id: [\n');
    expect(() => loadVocabulary(folder)).toThrow(/outlets\.yaml:\d: this is not YAML/);
    put('outlets.yaml', '');
    put('outlet.yaml', '[]');
    expect(() => loadVocabulary(folder)).toThrow(/outlet\.yaml: nothing reads a file of this name\. Rename/);
  });

  it('is no folder when it is none', () => {
    expect(() => loadVocabulary(join(folder, 'nowhere'))).toThrow(/nowhere.*Give a folder\./s);
  });
});
