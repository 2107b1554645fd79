import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { overlay, pathInOwn } from './overlay.ts';
import { parseYaml, yaml } from './yaml.ts';

/** The folder that ships with the project. */
export const VOCABULARY_FOLDER = fileURLToPath(new URL('../../data/vocabulary', import.meta.url));

/** Thrown when a vocabulary folder cannot be used; names the file, the line and what is wrong there. */
export class VocabularyError extends Error {
  override name = 'VocabularyError';
}

const PREDICATES = 'predicates';

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new VocabularyError(`${path}: ${(cause as Error).message}`, { cause });
  }
}

function readYaml(path: string): unknown {
  try {
    return parseYaml(readText(path));
  } catch (cause) {
    if (cause instanceof VocabularyError) throw cause;
    const line = cause instanceof yaml().YAMLParseError ? `:${cause.linePos?.[0].line ?? 1}` : '';
    const [first] = (cause as Error).message.split('\n');
    throw new VocabularyError(`${path}${line}: this is not YAML: ${first}`, { cause });
  }
}

/** The line on which something stands, or the nearest thing around it. */
function lineOf(path: string, keys: readonly PropertyKey[]): number {
  const { LineCounter, parseDocument } = yaml();
  const counter = new LineCounter();
  const document = parseDocument(readText(path), { lineCounter: counter });
  for (let depth = keys.length; depth > 0; depth -= 1) {
    const node = document.getIn(keys.slice(0, depth), true) as
      | { range?: [number, number, number] }
      | undefined;
    if (node?.range) return counter.linePos(node.range[0]).line;
  }
  return 1;
}

const names = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    throw new VocabularyError(`${folder}: ${(cause as Error).message}. Give a folder.`, { cause });
  }
};

/**
 * A vocabulary folder. A user's own lies over the shipped one: a file that it does not hold is the shipped one, rows of
 * those that it holds are added, or replace the shipped row of the same id; lines of text files are added.
 */
export class VocabularyFolder {
  private readonly own: string | null;

  /**
   * @param folder a user's own; without it, the shipped one
   * @throws VocabularyError when it is no folder, or holds a YAML file that nothing reads
   */
  constructor(folder: string = VOCABULARY_FOLDER) {
    this.own = folder === VOCABULARY_FOLDER ? null : folder;
    if (this.own === null) return;
    const known = new Set(names(VOCABULARY_FOLDER));
    const unknown = names(this.own).filter(
      (name) => /\.(?:yaml|yml|tsv|txt)$/.test(name) && !known.has(name),
    );
    if (unknown.length === 0) return;
    const possible = [...known].filter((name) => /\.(?:yaml|tsv|txt)$/.test(name)).join(', ');
    throw new VocabularyError(
      unknown
        .map(
          (name) =>
            `${join(folder, name)}: nothing reads a file of this name. Rename it to one of ${possible}; a predicate belongs in ${PREDICATES}/.`,
        )
        .join('\n'),
    );
  }

  /** The user's file of a name; null when the shipped one stands alone. */
  private ownFile(name: string): string | null {
    const path = this.own === null ? null : join(this.own, name);
    return path !== null && existsSync(path) ? path : null;
  }

  /** What a file says, its name given without ".yaml". @throws VocabularyError with file, line and what to do */
  read<T>(name: string, schema: z.ZodType<T>): T {
    const shipped = join(VOCABULARY_FOLDER, `${name}.yaml`);
    const path = this.ownFile(`${name}.yaml`);
    const below = readYaml(shipped);
    if (path === null) return check(below, schema, shipped, () => null);
    const above = readYaml(path);
    const whole = overlay(below, above);
    return check(whole, schema, path, (keys) => pathInOwn(whole, above, keys));
  }

  /** Lines of a text file; a user's own follow the shipped ones. */
  text(name: string): string {
    const own = this.ownFile(name);
    const shipped = readText(join(VOCABULARY_FOLDER, name));
    return own === null ? shipped : `${shipped.trimEnd()}\n${readText(own)}`;
  }

  /** Where to look when something is wrong in a file. */
  placeOf(name: string): string {
    return this.ownFile(`${name}.yaml`) ?? join(VOCABULARY_FOLDER, `${name}.yaml`);
  }

  /** Every file of predicates, the shipped ones first; a user's replaces the shipped one of the same id. */
  predicateFiles(): { readonly path: string; readonly own: boolean }[] {
    const files = (folder: string, own: boolean) =>
      names(folder)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => ({ path: join(folder, name), own }));
    const mine = this.own === null ? null : this.ownFile(PREDICATES);
    return [
      ...files(join(VOCABULARY_FOLDER, PREDICATES), false),
      ...(mine === null ? [] : files(mine, true)),
    ];
  }
}

/** One file as it stands. @throws VocabularyError with file, line and what to do */
export const readFile = <T>(path: string, schema: z.ZodType<T>): T =>
  check(readYaml(path), schema, path, (keys) => [...keys]);

function check<T>(
  raw: unknown,
  schema: z.ZodType<T>,
  path: string,
  whereInFile: (keys: readonly PropertyKey[]) => PropertyKey[] | null,
): T {
  // Each file is checked once: compiling its schema would take longer than that.
  const result = schema.safeParse(raw, { jitless: true });
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => {
    const keys = whereInFile(issue.path);
    const at = keys === null ? path : `${path}:${lineOf(path, keys)}`;
    return `${at}: ${z.core.toDotPath(keys ?? issue.path) || 'the file'}: ${issue.message}`;
  });
  throw new VocabularyError(lines.join('\n'));
}
