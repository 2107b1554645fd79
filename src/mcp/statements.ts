import type { z } from 'zod';
import type { Claim } from '../claim/claim.ts';
import { slimClaim } from '../view/slim.ts';
import type { Statement } from './tool.ts';

/** A claim as an assistant needs it. */
export function toStatement(claim: Claim): z.input<typeof Statement> {
  const { id, outlet, source, publishedAt, value, quote } = slimClaim(claim);
  return { claim: id, outlet, source, publishedAt, value, quote };
}
