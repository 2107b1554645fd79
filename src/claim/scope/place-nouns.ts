import type { Words } from '../../vocabulary/words.ts';

/** Words between "in" and the name of a place that say which end of it. */
export const DIRECTION =
  /^(?:the|north|south|east|west|central|(?:north|south|mid)?-?(?:east|west)?(?:ern)?|(?:north|south)ern)$/;

/** What is inside a wider place and not told by a name: "a mall in central Ukraine", "an attack in Syria". */
export const isInside = (noun: string, { scene }: Words): boolean =>
  (scene.places.has(noun) || scene.houses.has(noun) || scene.happenings.has(noun)) &&
  !scene.widespread.has(noun);
