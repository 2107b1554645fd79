import type { PlaceMention } from '../../mention/mention.ts';
import { nounLemma } from '../../sentence/noun-lemma.ts';
import { siteOf } from '../../vocabulary/sites.ts';
import { type Reading, tokenAt } from '../reading/reading.ts';

/** How far before a site what was done to it may stand, and how far from it whoever came to harm there. */
const NEAR = 5;
const REACH = 14;

/**
 * Whether a site is only named by the way ("a student at Dovrin College", "booked into the Dovrin jail"): what is told
 * is somewhere in its town.
 */
export function isPassing(reading: Reading, place: PlaceMention): boolean {
  const site = siteOf(place.key);
  if (!site) return false;
  const {
    tokens,
    triggers,
    words: { scene },
  } = reading;
  const first = tokenAt(tokens, place.start);
  const done = tokens
    .slice(Math.max(0, first - NEAR), first)
    .some(
      (token) =>
        scene.happenings.has(nounLemma(token)) || (token.pos === 'VERB' && scene.siteDeeds.has(token.lemma)),
    );
  if (done) return false;
  if (scene.holding.has(site.kind)) return true;
  // "12 were killed at …"; not "a student at …, also lost his life".
  return !triggers.some(
    ({ predicate, last }) => predicate.decisive.includes('place') && last < first && first - last <= REACH,
  );
}
