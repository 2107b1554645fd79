/** An element or a text, before a server writes it as HTML or a browser makes nodes of it. Texts are never markup. */
export type Tree = string | Element;

interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tree[];
}

/** An attribute that is undefined and a child that is null are left out. */
export function el(
  tag: string,
  attributes: Record<string, string | undefined> = {},
  ...children: (Tree | null)[]
): Element {
  const given = Object.entries(attributes).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { tag, attributes: Object.fromEntries(given), children: children.filter((each) => each !== null) };
}

/** A text from outside: isolated, so that its direction cannot reach the words around it. */
export const outside = (text: string, language?: string): Element =>
  el('bdi', { lang: language, dir: 'auto' }, text);

/** The elements that belong to SVG. */
export const DRAWN: ReadonlySet<string> = new Set(['svg', 'line', 'circle']);
