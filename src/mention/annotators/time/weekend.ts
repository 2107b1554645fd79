import { weekdayOf, weekStart } from '../../../value/calendar.ts';
import { days, type Reader, type Reading, skip, word } from './reading.ts';

const THE_WEEKEND = new Set([
  'over',
  'during',
  'at',
  'on',
  'throughout',
  'this',
  'last',
  'next',
  'the',
  'past',
  'coming',
  'previous',
]);

/** "over the weekend": Saturday and Sunday. */
export function parseWeekend(r: Reader, i: number): Reading | null {
  const start = skip(r, i, 'over', 'during', 'at', 'on', 'throughout');
  const article = skip(r, start, 'the', 'this');
  const inner = skip(r, article, 'last', 'next', 'past', 'coming', 'previous');
  if (word(r, inner) !== 'weekend' || inner === i) return null;
  if (!THE_WEEKEND.has(word(r, inner - 1))) return null;
  const monday = weekStart(r.today);
  const during = weekdayOf(r.today) >= 5;
  const lead = word(r, inner - 1);
  const tense = r.tense(i, inner + 1);
  const ahead =
    lead === 'next' ||
    lead === 'coming' ||
    (lead !== 'last' &&
      lead !== 'past' &&
      lead !== 'previous' &&
      (tense === 'future' || (lead === 'this' && tense !== 'past')));
  let saturday = ahead || during ? monday + 5 : monday - 2;
  if (during && (lead === 'last' || lead === 'previous')) saturday -= 7;
  if (during && lead === 'next') saturday += 7;
  return days(inner + 1, saturday, saturday + 2, 'days', true);
}
