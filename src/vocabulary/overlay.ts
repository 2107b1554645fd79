/** What a YAML file holds, before anything is known of its shape. */
type Yaml = unknown;
type Mapping = Readonly<Record<string, Yaml>>;

const isMapping = (value: Yaml): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idOf = (row: Yaml): string | null =>
  isMapping(row) && typeof row['id'] === 'string' ? row['id'] : null;

/**
 * Lays a user's file over the shipped one of the same name. A row with an id replaces the shipped row of that id, whole;
 * other rows are added behind. Mappings are laid over each other key by key; any other value, and a span of numbers,
 * replaces the shipped one.
 */
export function overlay(shipped: Yaml, own: Yaml): Yaml {
  if (own === null || own === undefined) return shipped;
  if (Array.isArray(shipped) && Array.isArray(own)) {
    if (own.length > 0 && [...shipped, ...own].every(Number.isFinite)) return own;
    const replaced = new Map(own.flatMap((row) => (idOf(row) === null ? [] : [[idOf(row), row] as const])));
    const known = new Set(shipped.map(idOf));
    return [
      ...shipped.map((row) => (idOf(row) === null ? row : (replaced.get(idOf(row)) ?? row))),
      ...own.filter((row) => idOf(row) === null || !known.has(idOf(row))),
    ];
  }
  if (!isMapping(shipped) || !isMapping(own)) return own;
  const keys = new Set([...Object.keys(shipped), ...Object.keys(own)]);
  return Object.fromEntries([...keys].map((key) => [key, overlay(shipped[key], own[key])]));
}

/**
 * Where something of the laid-over whole stands in the user's own file; null when it stands in the shipped one.
 * @param path keys and indices from the top of the whole
 */
export function pathInOwn(whole: Yaml, own: Yaml, path: readonly PropertyKey[]): PropertyKey[] | null {
  const [step, ...rest] = path;
  if (whole === own || step === undefined) return [...path];
  if (Array.isArray(whole) && Array.isArray(own)) {
    const at = own.indexOf(whole[Number(step)]);
    return at < 0 ? null : [at, ...rest];
  }
  if (!isMapping(whole) || !isMapping(own) || typeof step !== 'string' || !(step in own)) return null;
  const below = pathInOwn(whole[step], own[step], rest);
  return below && [step, ...below];
}
