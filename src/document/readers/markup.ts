/** What this reader needs of a DOM, so that no browser types are needed. */
export interface MarkupNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<MarkupNode>;
  getAttribute?(name: string): string | null;
}

export interface Paragraph {
  kind: 'body' | 'headline' | 'caption' | 'quote';
  text: string;
  /** Share of its letters that stand in links. */
  linked: number;
}

const SKIPPED = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT EMBED VIDEO AUDIO CANVAS FORM BUTTON SELECT INPUT TEXTAREA NAV HEAD'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE TBODY THEAD TFOOT TR UL BR CAPTION'.split(
    ' ',
  ),
);
const KINDS: Record<string, Paragraph['kind']> = {
  H1: 'headline',
  H2: 'headline',
  H3: 'headline',
  H4: 'headline',
  H5: 'headline',
  H6: 'headline',
  FIGCAPTION: 'caption',
  FIGURE: 'caption',
  CAPTION: 'caption',
  BLOCKQUOTE: 'quote',
};
const CELLS = new Set(['TD', 'TH']);
const TEXT_NODE = 3;
const DEEPEST = 2_000;

const isSkipped = (node: MarkupNode, name: string, depth: number): boolean =>
  SKIPPED.has(name) || depth > DEEPEST || node.getAttribute?.('aria-hidden') === 'true';

/** Paragraphs under a node, in order; markup that is deeper than any page is left out. */
export function readParagraphs(root: MarkupNode): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let text = '';
  let linked = 0;
  const flush = (kind: Paragraph['kind']): void => {
    const clean = text.replace(/\s+/g, ' ').trim();
    if (clean !== '') paragraphs.push({ kind, text: clean, linked: linked / clean.length });
    text = '';
    linked = 0;
  };
  const walk = (node: MarkupNode, kind: Paragraph['kind'], inLink: boolean, depth: number): void => {
    if (node.nodeType === TEXT_NODE) {
      const words = node.textContent ?? '';
      text += words;
      if (inLink) linked += words.trim().length;
      return;
    }
    const name = node.nodeName.toUpperCase();
    if (isSkipped(node, name, depth)) return;
    const own = KINDS[name] ?? kind;
    const isBlock = BLOCKS.has(name);
    if (isBlock) flush(kind);
    if (CELLS.has(name) && text.trim() !== '') text += ' | ';
    for (const child of node.childNodes) walk(child, own, inLink || name === 'A', depth + 1);
    if (isBlock) flush(own);
  };
  walk(root, 'body', false, 0);
  flush('body');
  return paragraphs;
}

const OPTIONAL_END =
  /^(?:p|li|td|th|tr|dt|dd|option|br|hr|img|input|meta|link|area|base|col|source|wbr|param|embed|track)$/i;

/** How deep tags are nested, at most; elements whose end may be left out do not count. */
export function nestingOf(html: string): number {
  let depth = 0;
  let deepest = 0;
  for (const match of html.matchAll(/<(\/?)([a-zA-Z][a-zA-Z0-9]{0,15})/g)) {
    if (OPTIONAL_END.test(match[2] ?? '')) continue;
    depth = match[1] ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

function decode(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** "Fire &amp; flood" → "Fire & flood". */
export const decodeEntities = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, decode);

/** The text of a page that no parser should be given: tags out, block ends as line breaks. Linear in its length. */
export function stripTags(html: string): Paragraph[] {
  const text = html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(/<(script|style|noscript|template|svg)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<\/?(?:p|div|li|h[1-6]|br|tr|section|article|blockquote)\b[^<>]*>?/gi, '\n')
    .replace(/<[^<>]*>?/g, ' ');
  return decodeEntities(text)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'body' as const, text: line, linked: 0 }));
}
