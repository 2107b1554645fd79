import { OPEN_ABOVE, OPEN_BELOW } from '../../../value/hedge-rules.ts';
import type { QuantityMention } from '../../mention.ts';

const JOINT = /^\s*(?:,|,?\s?(?:and|but|to)(?:\s(?:is|it|was|of))?)\s*$/iu;

/** "more than 10 and less than 20": a lower and an upper bound side by side are one range. */
export function joinBounds(mentions: readonly QuantityMention[], text: string): QuantityMention[] {
  const joined: QuantityMention[] = [];
  for (const mention of mentions) {
    const before = joined.at(-1);
    const range = before ? rangeOf(before, mention, text) : null;
    if (range) {
      joined[joined.length - 1] = range;
      continue;
    }
    if (before && sharesUnit(before, mention, text))
      joined[joined.length - 1] = { ...before, unit: mention.unit, role: mention.role };
    joined.push(
      before && sharesAge(before, mention, text) ? { ...mention, unit: 'year', role: 'age' } : mention,
    );
  }
  return joined;
}

const TIMES = /^\s?[x×]\s?$/u;

/** "1920 x 1080 pixels": both are counted in what stands behind the second. */
const sharesUnit = (a: QuantityMention, b: QuantityMention, text: string): boolean =>
  a.unit === null && b.unit !== null && b.start - a.end < 4 && TIMES.test(text.slice(a.end, b.start));

const LISTED = /^\s*(?:,|and|or|&|, (?:and|or))\s*$/u;

/** "ages 15, 17 and 18": what follows an age in a list is one too. */
function sharesAge(a: QuantityMention, b: QuantityMention, text: string): boolean {
  const bare = b.role === 'count' && b.hedge === 'bare' && b.unit === null && (b.nominal ?? 999) < 130;
  return (
    bare &&
    a.role === 'age' &&
    b.start - a.end < 8 &&
    LISTED.test(text.slice(a.end, b.start)) &&
    !/old$/u.test(a.text)
  );
}

function rangeOf(a: QuantityMention, b: QuantityMention, text: string): QuantityMention | null {
  if (b.start - a.end > 12 || b.start < a.end || a.unit !== b.unit || !JOINT.test(text.slice(a.end, b.start)))
    return null;
  const [low, high] =
    OPEN_ABOVE.has(a.hedge) && OPEN_BELOW.has(b.hedge)
      ? [a, b]
      : OPEN_ABOVE.has(b.hedge) && OPEN_BELOW.has(a.hedge)
        ? [b, a]
        : [null, null];
  if (
    low === null ||
    high === null ||
    low.nominal === null ||
    high.nominal === null ||
    low.nominal >= high.nominal
  )
    return null;
  return {
    ...a,
    end: b.end,
    text: text.slice(a.start, b.end),
    hedge: 'between',
    nominal: low.nominal,
    low: low.nominal,
    high: high.nominal,
    significance: Math.min(a.significance ?? 1, b.significance ?? 1),
    numberEnd: b.numberEnd,
  };
}
