import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);

/**
 * A package that is loaded when it is first asked for, and at once, as reading an article must not wait. For what most
 * articles do without: a start reads every file of what it imports, and the parser of pages alone has two hundred.
 * @param name its name, or an absolute path
 */
export function onDemand<T>(name: string): () => T {
  let loaded: T | null = null;
  return () => {
    loaded ??= load(name) as T;
    return loaded;
  };
}
