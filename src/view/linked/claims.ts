import type { Claim } from '../../claim/claim.ts';
import { appearanceOf, contextOf, urnOf, type World } from './context.ts';

/** Who a statement goes back to, as the article names it. */
const authorOf = ({ attribution }: Claim) => {
  const source = attribution.chain.at(-1);
  return source
    ? { author: { '@type': source.kind === 'person' ? 'Person' : 'Organization', name: source.name } }
    : {};
};

const claimNode = (claim: Claim, world: World) => ({
  '@type': 'Claim',
  '@id': urnOf('claim', claim.id),
  text: claim.evidence.quote,
  datePublished: claim.publishedAt,
  ...authorOf(claim),
  appearance: appearanceOf(claim, world),
});

/** Claims as schema.org has them, each with the article that it stands in. */
export const linkClaims = (claims: readonly Claim[], world: World) => ({
  '@context': contextOf(world.base),
  '@graph': claims.map((claim) => claimNode(claim, world)),
});
