import type { Document } from './document.ts';

const LONGEST = 80;
/** Paragraphs from the end, and blocks from the start, in which a credit can stand. */
const NEAR_EDGE = 4;

/** "(AFP)", "AP -", "By Reuters", "Source: dpa", "© Agence France-Presse 2024": what stands around the name in a line of its own. */
const BEFORE = /^(?:[\s(—–\-©|*]+|(?:by|from|source|credit|via|copyright)\b:?\s*)*/iu;
const AFTER = /[\s).,;|*—–-]*(?:(?:19|20)\d\d)?[\s).]*$/u;
const strip = (line: string): string => line.replace(BEFORE, '').replace(AFTER, '');

/** "… on Friday. — Reuters", "… on Friday. (AFP)" */
const AT_END = /(?:[—–]\s?|-\s|\()([\p{Lu}][\p{L}\p{N} .&’'-]{1,40}?)\)?\.?$/u;
const BRACKETED = /\(([^()]{2,40})\)/gu;

export interface Credit {
  readonly name: string;
  readonly inDateline: boolean;
}

/**
 * Names that may be an agency whose text a document prints, as they stand in its dateline ("KABUL (AFP) —"), in a
 * short line of its own at either end ("Source: Reuters") or behind its last words ("… — AP"). Whether one of them is
 * a publisher at all, the caller knows. In the order of the text.
 */
export function creditsOf({ text, blocks }: Pick<Document, 'text' | 'blocks'>): Credit[] {
  const found: Credit[] = [];
  blocks.forEach(({ kind, start, end }, i) => {
    const atEnd = i >= blocks.length - NEAR_EDGE;
    const head = text.slice(start, Math.min(end, start + LONGEST));
    if (kind === 'dateline') {
      for (const [, name = ''] of head.matchAll(BRACKETED))
        found.push({ name: strip(name), inDateline: true });
      return;
    }
    if ((atEnd || i < NEAR_EDGE) && end - start <= LONGEST)
      found.push({ name: strip(head), inDateline: false });
    if (kind !== 'body' || !atEnd) return;
    const last = AT_END.exec(text.slice(Math.max(start, end - LONGEST), end))?.[1];
    if (last) found.push({ name: strip(last), inDateline: false });
  });
  return found;
}
