import { slug } from '../../identity.ts';
import type { Reading } from '../reading/reading.ts';

/** Key of a body of people by who it belongs to: "the US delegation" → "united-states", "the Hamas team" → "hamas". */
export function groupKey(reading: Reading, noun: number): string {
  const chunk = reading.chunkOf[noun] ?? null;
  const start = reading.tokens[chunk?.first ?? noun]?.start ?? 0;
  const end = reading.tokens[chunk?.last ?? noun]?.end ?? 0;
  const inside = (span: { start: number; end: number }): boolean => span.start >= start && span.end <= end;
  const owner = reading.places.filter(inside).at(-1) ?? reading.names.filter(inside).at(0);
  const text = reading.document.text.slice(start, end);
  return owner?.key ?? (slug(text.replace(/^(?:the|a|an|their|its|his|her)\s+/i, '')) || 'group');
}
