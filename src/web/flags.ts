import { type Finding, TIER } from '../finding/finding.ts';
import type { Flag } from './consensus-table.tsx';

/** What is flagged about each question, with the place of its first finding; `page` when that is another one. */
export function flagsOf(findings: readonly Finding[], page = ''): ReadonlyMap<string, Flag[]> {
  const flags = new Map<string, Flag[]>();
  for (const finding of findings) {
    const tier = TIER[finding.verdict];
    if (tier !== 'conflict' && tier !== 'check') continue;
    for (const group of finding.groups) {
      const known = flags.get(group) ?? [];
      const flag = known.find((each) => each.tier === tier);
      if (flag) flag.count += 1;
      else
        flags.set(group, [...known, { tier, count: 1, href: `${page}#${encodeURIComponent(finding.id)}` }]);
    }
  }
  return flags;
}
