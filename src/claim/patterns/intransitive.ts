import { subjectsBefore } from '../reading/arguments.ts';
import { verbGroup } from '../reading/verb-group.ts';
import type { Pattern } from './pattern.ts';

/** "Ten people died", "at least 30 may have drowned". */
export const intransitive: Pattern = {
  id: 'intransitive',
  slot: 'intransitive',
  find(reading, hit) {
    if (reading.tokens[hit.first]?.pos !== 'VERB') return null;
    const group = verbGroup(reading.tokens, hit.first);
    if (group.passive) return null;
    const counted = subjectsBefore(reading, group.first);
    return counted.length > 0
      ? { hit, pattern: 'intransitive', group, counted, agent: null, certainty: 0.92 }
      : null;
  },
};
