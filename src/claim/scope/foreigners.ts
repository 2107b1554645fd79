import { joinKeys } from '../../vocabulary/taxonomy.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import type { Chunk } from '../reading/chunk.ts';
import type { Reading } from '../reading/reading.ts';
import type { readScope } from './scope.ts';

type Told = ReturnType<typeof readScope>;

/** Soldiers are told by the army they are of, wherever they are. */
const OF_AN_ARMY = 'combatant';

/**
 * "12 Thai hostages were freed in Gaza", "one Thai woman died in Seoul": people whose nation is not that of the place are
 * some of all who are counted there; where they are at home it tells nothing.
 */
export function ofForeigners(told: Told, chunk: Chunk, reading: Reading, vocabulary: Vocabulary): Told {
  const { scope } = told;
  if (scope.population === null || scope.place === null || !chunk.quantity) return told;
  const { places, populations } = vocabulary;
  if (!populations.nodes.has(scope.population)) return told;
  const [start, end] = [reading.tokens[chunk.wordsFrom]?.start ?? 0, reading.tokens[chunk.last]?.end ?? 0];
  const adjective = reading.places.find((one) => one.adjective && one.start >= start && one.end <= end);
  const nation = adjective && populations.nationIn(adjective.text.toLowerCase().split(' '));
  if (!nation || places.relate(adjective.key, scope.place) !== 'disjoint') return told;
  if (/^(?:inside|equal)$/.test(populations.relate(scope.population, OF_AN_ARMY))) return told;
  return { ...told, scope: { ...scope, population: joinKeys([nation, scope.population]) } };
}
