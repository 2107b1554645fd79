// Characters that XML 1.0 does not allow, and marks of writing direction, which would reorder the words around them.
const UNFIT = /[^\P{Cc}\t\n\r]|[\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;
const UNPAIRED = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text that may stand in any document: no control characters, no reversed words, no half of a surrogate pair. */
export const plainText = (text: string): string => text.replace(UNFIT, '').replace(UNPAIRED, '\uFFFD');

/** A text as HTML: what it says is shown, and nothing of it runs. */
export const toHtml = (text: string): string =>
  plainText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
