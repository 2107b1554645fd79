import { z } from 'zod';
import type { Claim } from '../../claim/claim.ts';
import type { Document } from '../../document/document.ts';
import type { Outlet } from '../../document/outlet.ts';
import { resolveOutlet } from '../../document/resolve-outlet.ts';
import { TIER, type Tier } from '../../finding/finding.ts';
import { contentId } from '../../identity.ts';
import { extract, reconcile } from '../../pipeline.ts';
import { onceEach } from '../../remember.ts';
import { type ConsensusView, consensusDocument } from '../../view/consensus-view.ts';
import type { Vocabulary } from '../../vocabulary/vocabulary.ts';
import { STYLE } from '../../web/assets.ts';
import { COMPARE_EXAMPLE } from '../../web/compare-example.ts';
import { COMPARE_LIMITS, type Compared, ComparePage, type Pasted } from '../../web/compare-page.tsx';
import { nameThings } from '../../web/web.ts';
import { readFormText, sendOnce } from './form.ts';
import { asked, type ShowPage, sendPage } from './send-page.ts';

/** Bytes of a form: the longest articles, each character escaped three bytes for one. */
const BODY_LIMIT = COMPARE_LIMITS.articles * COMPARE_LIMITS.text * 9 + 20_000;
const TOPIC = 'your-articles';
/** So many findings of your own articles are shown of a tier. */
const SHOWN: Record<Tier, number> = { conflict: 40, check: 30, explained: 20 };

/** The articles of the form, without those that were left empty. */
function readForm(form: URLSearchParams): Pasted[] {
  const [outlets, days, texts] = ['outlet', 'publishedAt', 'text'].map((name) => form.getAll(name));
  return (texts ?? [])
    .slice(0, COMPARE_LIMITS.articles)
    .map((text, index) => ({
      outlet: outlets?.[index]?.trim() ?? '',
      publishedAt: days?.[index]?.trim() ?? '',
      text: text.replaceAll('\r\n', '\n'),
    }))
    .filter(({ outlet, text }) => outlet !== '' || text.trim() !== '');
}

const article = z.object({
  outlet: z.string().min(1, 'name the outlet').max(200, 'the name of the outlet is too long'),
  publishedAt: z
    .string()
    .refine((day) => day === '' || z.iso.date().safeParse(day).success, 'give the day as 2025-10-07'),
  text: z
    .string()
    .refine((text) => text.trim() !== '', 'paste the text')
    .max(COMPARE_LIMITS.text, `at most ${COMPARE_LIMITS.text} characters`),
});

/** What keeps the articles from being compared, in words. */
function problemsOf(pasted: readonly Pasted[]): string[] {
  const problems = pasted.flatMap((each, index) => {
    const result = article.safeParse(each);
    return result.success
      ? []
      : result.error.issues.map(({ message }) => `Article ${index + 1}: ${message}.`);
  });
  return pasted.length === 0 ? ['Paste at least one article.'] : problems;
}

/** Reads and compares articles. Pure: nothing is kept, and the same articles give the same page. */
function compareAll(pasted: readonly Pasted[], today: string, vocabulary: Vocabulary): Compared {
  const read = new Map<string, { document: Document; claims: Claim[] }>();
  const outlets = new Map<string, Outlet>();
  for (const { outlet, publishedAt, text } of pasted) {
    const day = publishedAt === '' ? today : publishedAt;
    const id = contentId('own', outlet, day, text);
    const input = { id, outlet, text, topic: TOPIC, publishedAt: `${day}T12:00:00Z` };
    const { document, claims } = extract(input, vocabulary);
    read.set(id, { document, claims });
    outlets.set(document.outlet, resolveOutlet(outlet, vocabulary));
  }
  const articles = [...read.values()];
  const documents = articles.map(({ document }) => document);
  const claims = articles.flatMap((each) => each.claims);
  const { findings, consensus, timelines } = reconcile(TOPIC, documents, claims, vocabulary);
  const view = JSON.parse(
    consensusDocument({ topic: TOPIC, ...{ consensus, findings, claims, documents } }),
  ) as ConsensusView;
  const bySeverity = [...findings].sort((a, b) => b.severity.score - a.severity.score);
  const ofTier = (tier: Tier) => bySeverity.filter(({ verdict }) => TIER[verdict] === tier);
  const tiers = ['conflict', 'check', 'explained'] as const;
  const shown = tiers.flatMap((tier) => ofTier(tier).slice(0, SHOWN[tier]));
  return {
    topic: TOPIC,
    title: 'Your articles',
    page: 1,
    consensus: view.data,
    findings: shown,
    counts: {
      conflict: ofTier('conflict').length,
      check: ofTier('check').length,
      explained: ofTier('explained').length,
    },
    timelines,
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    documents,
    durations: vocabulary.rules.durations,
    names: {
      ...nameThings(vocabulary, outlets, claims),
      links: { claim: ({ id }) => `#${encodeURIComponent(id)}`, group: () => null },
    },
    articles: articles.map(({ document, claims: own }) => ({
      document,
      claims: [...own].sort((a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end),
    })),
  };
}

/** What the example comes to: the same for everybody, and worked out once. */
const example = onceEach((vocabulary: Vocabulary) =>
  compareAll(COMPARE_EXAMPLE, COMPARE_EXAMPLE[0]?.publishedAt ?? '', vocabulary),
);

export const showCompare: ShowPage = async (c) => {
  const empty = { pasted: [], problems: [], compared: null, style: STYLE };
  const { vocabulary, config, now } = c.get('services');
  if (c.req.method !== 'POST') {
    const fields = COMPARE_LIMITS.start;
    if (asked(c, 'example') !== 'yes') return sendPage(c, ComparePage({ ...empty, fields }));
    return sendPage(
      c,
      ComparePage({ ...empty, pasted: COMPARE_EXAMPLE, fields, compared: example(vocabulary) }),
    );
  }
  const form = new URLSearchParams(
    await readFormText(c, Math.min(BODY_LIMIT, config.bodyLimit), 'POST /v1/documents'),
  );
  const pasted = readForm(form);
  const given = Math.max(COMPARE_LIMITS.start, form.getAll('text').length, pasted.length);
  const fields = Math.min(COMPARE_LIMITS.articles, given);
  if (form.get('more') === 'yes')
    return sendOnce(
      c,
      ComparePage({ ...empty, pasted, fields: Math.min(COMPARE_LIMITS.articles, fields + 1) }),
      200,
    );
  const problems = problemsOf(pasted);
  if (problems.length > 0) return sendOnce(c, ComparePage({ ...empty, pasted, fields, problems }), 422);
  const compared = compareAll(pasted, now().toISOString().slice(0, 10), vocabulary);
  return sendOnce(c, ComparePage({ ...empty, pasted, fields, compared }), 200);
};
