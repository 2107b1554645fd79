import { z } from 'zod';
import { CrosscheckError } from '../../errors.ts';
import { Severity, TIER, Tier, Verdict } from '../../finding/finding.ts';
import { topicNow } from '../../store/topic-now.ts';
import { toStatement } from '../statements.ts';
import { defineTool, Statement, topicId } from '../tool.ts';

/** Statements of one discrepancy: enough to see both sides. */
const SHOWN = 8;

export const listDiscrepancies = defineTool({
  name: 'list_discrepancies',
  title: 'What differs, and why',
  description:
    'Statements that cannot all hold (tier conflict), that need a look (check), or that only look different (explained), most severe first, each with the reason in words and the quotes.',
  input: z.object({
    topic: topicId.optional(),
    tiers: z.array(Tier).min(1).default(['conflict', 'check']),
    limit: z.int().min(1).max(100).default(20),
    after: z.string().max(4_000).optional().describe('`next` of the answer before.'),
  }),
  output: z.object({
    discrepancies: z.array(
      z.object({
        id: z.string().describe('Id for the tool explain.'),
        topic: z.string(),
        tier: Tier.nullable(),
        verdict: Verdict,
        level: Severity.shape.level,
        because: z.string(),
        explanations: z.array(z.string()),
        statements: z.array(Statement),
      }),
    ),
    next: z.string().nullable(),
  }),
  run: async ({ topic: named, tiers, limit, after }, { store }) => {
    const topic = named === undefined ? undefined : await topicNow(store, named);
    if (topic === null) throw new CrosscheckError('not-found', `There is no topic "${named}".`);
    const { data, next } = await store.findings({ topic, tiers }, { limit, after });
    const shown = data.flatMap((finding) => finding.claims.slice(0, SHOWN));
    const claims = new Map((await store.claimsById([...new Set(shown)])).map((claim) => [claim.id, claim]));
    const discrepancies = data.map((finding) => ({
      id: finding.id,
      topic: finding.topic,
      tier: TIER[finding.verdict],
      verdict: finding.verdict,
      level: finding.severity.level,
      because: finding.because,
      explanations: finding.explanations.map(({ text }) => text),
      statements: finding.claims
        .slice(0, SHOWN)
        .flatMap((id) => claims.get(id) ?? [])
        .map(toStatement),
    }));
    return { discrepancies, next };
  },
});
