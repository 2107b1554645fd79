import type { Consensus } from '../consensus/consensus.ts';
import { byCodePoint } from '../identity.ts';

/** A question in which an outlet carries what fewer origins say than something else. */
export interface Apart {
  group: string;
  question: string;
  /** What it says, and what most others do. */
  display: string;
  against: string;
}

/** Where outlets stand apart, those with the most questions first. It says nothing about who is right. */
export function standApart(rows: readonly Consensus[]): { outlet: string; questions: Apart[] }[] {
  const found = new Map<string, Apart[]>();
  for (const row of rows) {
    const [first] = [...row.positions].sort((a, b) => b.origins.length - a.origins.length);
    if (first === undefined) continue;
    for (const position of row.positions) {
      if (position.origins.length >= first.origins.length) continue;
      for (const outlet of position.outlets) {
        if (first.outlets.includes(outlet)) continue;
        const { id, question } = row.group;
        const apart = { group: id, question, display: position.display, against: first.display };
        found.set(outlet, [...(found.get(outlet) ?? []), apart]);
      }
    }
  }
  return [...found]
    .map(([outlet, questions]) => ({ outlet, questions }))
    .sort((a, b) => b.questions.length - a.questions.length || byCodePoint(a.outlet, b.outlet));
}
