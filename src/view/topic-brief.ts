import type { Consensus, ConsensusStatus } from '../consensus/consensus.ts';
import { plural } from './show-number.ts';

const KINDS = [
  { verb: 'agree on', statuses: ['agreed', 'consistent'] },
  { verb: 'mostly agree on', statuses: ['majority', 'plurality'] },
  { verb: 'dispute', statuses: ['disputed'] },
] as const satisfies readonly { verb: string; statuses: readonly ConsensusStatus[] }[];

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/**
 * A topic in one breath: "7 outlets, at most 12 origins. They agree on 3 questions and dispute 4; 14 more rest on one
 * origin alone." Questions are counted by how their origins stand to each other.
 */
export function briefOf(rows: readonly Consensus[]): string {
  const positions = rows.flatMap((row) => [...row.positions, ...(row.earlier ?? [])]);
  const outlets = new Set(positions.flatMap((position) => position.outlets)).size;
  const origins = new Set(positions.flatMap((position) => position.origins)).size;
  if (outlets === 0) return 'Nothing has been compared yet.';
  const several = rows.filter(({ support }) => support.originsMax > 1);
  const told = KINDS.flatMap(({ verb, statuses }) => {
    const wanted: readonly ConsensusStatus[] = statuses;
    const count = several.filter(({ status }) => wanted.includes(status)).length;
    return count === 0 ? [] : [{ verb, count }];
  });
  const who = `${plural(outlets, 'outlet')}, at most ${plural(origins, 'origin')}.`;
  const alone = rows.length - several.length;
  if (told.length === 0)
    return `${who} ${plural(alone, 'question')} ${alone === 1 ? 'rests' : 'rest'} on one origin alone.`;
  // The noun stands with the first figure; the others lean on it.
  const stand = told.map(({ verb, count }, at) => `${verb} ${at === 0 ? plural(count, 'question') : count}`);
  const rest = alone === 0 ? '' : `; ${alone} more ${alone === 1 ? 'rests' : 'rest'} on one origin alone`;
  return `${who} They ${listed(stand)}${rest}.`;
}
