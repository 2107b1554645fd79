/**
 * Look back: a topic as it stood at a time, or as another method sees it.
 *
 *   takes  a store that overwrites nothing, a topic, a time and the name of a method
 *   gives  what reconciling gives with them: claims, findings and views
 *   never  writes; what it works out is remembered for a while, because nobody keeps it
 */
import type { Claim } from './claim/claim.ts';
import type { MethodName } from './consensus/methods/index.ts';
import { type Finding, TIER } from './finding/finding.ts';
import { byCodePoint } from './identity.ts';
import { type Reconciled, reconcile } from './pipeline.ts';
import { readCursor, writeCursor } from './store/cursor.ts';
import type { FindingFilter, Page, PageRequest, Store, Views } from './store/store.ts';
import { readyViews } from './view/ready-views.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';

/** A topic as it stood. */
export interface Past {
  readonly result: Reconciled;
  readonly claims: ReadonlyMap<string, Claim>;
  readonly views: Views;
  /** A page of its findings, most severe first, as the store gives those of today. */
  readonly findings: (filter: Omit<FindingFilter, 'topic'>, page: PageRequest) => Page<Finding>;
}

/** What to look at: RFC 3339, now without it; the way from voices to a figure, `interval` without it. */
export interface Look {
  at?: string | undefined;
  method?: MethodName | undefined;
}

export type LookBack = (topic: string, look: Look) => Promise<Past | null>;

const LIST = 'findings as they stood';

const bySeverity = (a: Finding, b: Finding): number =>
  b.severity.score - a.severity.score || byCodePoint(a.id, b.id);

/** Whether a finding is one of those asked for; the same questions that the store answers for today. */
function isWanted(finding: Finding, filter: FindingFilter, past: Omit<Past, 'findings'>): boolean {
  const { tiers, verdict, level, predicate, outlet, review } = filter;
  const tier = TIER[finding.verdict] ?? null;
  if (tiers && (tier === null || !tiers.includes(tier))) return false;
  if (verdict !== undefined && finding.verdict !== verdict) return false;
  if (review !== undefined && finding.review.status !== review) return false;
  if (level !== undefined && finding.severity.level !== level) return false;
  if (outlet !== undefined && !finding.claims.some((id) => past.claims.get(id)?.outlet === outlet))
    return false;
  if (predicate === undefined) return true;
  const groups = past.result.groups.filter((group) => finding.groups.includes(group.id));
  return groups.some((group) => group.predicate === predicate);
}

/**
 * A page of the findings of a topic as it stood, most severe first. `at` belongs to the page token.
 * @throws CrosscheckError 'invalid-cursor' for a token of another list, filter or time
 */
function pageOfFindings(
  past: Omit<Past, 'findings'>,
  at: string,
  filter: FindingFilter,
  { limit, after }: PageRequest,
): Page<Finding> {
  const key = { ...filter, at };
  const [score = Number.POSITIVE_INFINITY, id = ''] =
    after === undefined ? [] : (readCursor(after, LIST, key) as [number, string]);
  const rows = past.result.findings
    .filter((finding) => isWanted(finding, filter, past))
    .sort(bySeverity)
    .filter(
      (finding) => finding.severity.score < score || (finding.severity.score === score && finding.id > id),
    );
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const next = rows.length > limit && last ? writeCursor(LIST, key, [last.severity.score, last.id]) : null;
  return { data, next };
}

/** How many answers are remembered: a chart asks for the same few days again and again. */
const MOST = 32;

/**
 * Works out what a topic looked like at a time, or looks like to a method; null when there is no such topic. What had been published by
 * then counts, in the version that was in place then; what was removed later still counts. The rules and the
 * vocabulary are those of today.
 */
export function createLookBack(store: Store, vocabulary: Vocabulary): LookBack {
  const known = new Map<string, Past>();
  return async (topic, { at, method }) => {
    const input = await (at === undefined ? store.topicInput(topic) : store.topicInputAt(topic, at));
    if (!input) return null;
    const { documents, claims, reviews, revision } = input;
    const key = JSON.stringify([topic, at, method, revision]);
    const found = known.get(key);
    if (found) return found;
    const result = reconcile(topic, documents, claims, vocabulary, reviews, method);
    const seen = {
      result,
      claims: new Map(claims.map((claim) => [claim.id, claim])),
      views: readyViews({ ...result, documents, claims }),
    };
    const past: Past = { ...seen, findings: (filter, page) => pageOfFindings(seen, at ?? '', filter, page) };
    const [oldest] = known.keys();
    if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
    known.set(key, past);
    return past;
  };
}
