/** Longest stretch that is tagged in one piece; a longer one is cut at white space, so that time stays linear. */
const LONGEST_PIECE = 20_000;
/** A longer run without a blank is no word. The tagger tries its patterns from every place of a run. */
const LONGEST_RUN = 1_000;
const BLANK = /\s/;

/** Where the piece of a text that begins at `from` ends. */
export function pieceEnd(text: string, from: number): number {
  const space =
    text.length - from > LONGEST_PIECE ? text.lastIndexOf(' ', from + LONGEST_PIECE) : text.length;
  const end = space > from ? space : from + LONGEST_PIECE;
  if (end - from <= LONGEST_RUN) return end;
  let run = from;
  for (let at = from; at < end; at += 1) {
    if (isBlank(text.charCodeAt(at))) run = at + 1;
    else if (at - run === LONGEST_RUN) return at;
  }
  return end;
}

const isBlank = (code: number): boolean => (code < 128 ? code <= 32 : BLANK.test(String.fromCharCode(code)));
