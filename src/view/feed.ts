import { type Finding, TIER } from '../finding/finding.ts';
import { plainText } from './plain-text.ts';
import type { FindingView, SlimClaim } from './slim.ts';
import { VERDICT_WORDS } from './words.ts';

/** An entry: one discrepancy. All texts are plain. */
export interface FeedItem {
  /** A name that does not change when the server moves, or the finding is read again. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly lines: readonly string[];
  /** RFC 3339: the last of its claims. */
  readonly publishedAt: string;
  /** RFC 3339: that, or the last review of it. */
  readonly modifiedAt: string;
  readonly tags: readonly string[];
  readonly finding: Pick<Finding, 'id' | 'topic' | 'verdict' | 'subtype' | 'severity' | 'review'>;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly page: string;
  /** Where this very feed stands. */
  readonly self: string;
  /** RFC 3339: the newest of its items. */
  readonly updatedAt: string;
  /** Newest first. */
  readonly items: readonly FeedItem[];
}

/** A syntax of feeds. */
export interface FeedFormat {
  /** The last part of the address. */
  readonly name: 'feed.json' | 'atom.xml' | 'rss.xml';
  readonly type: string;
  readonly write: (feed: Feed) => string;
}

const sentence = ({ outlet, text, quote, source }: SlimClaim): string =>
  `${outlet}${source === null ? '' : ` (${source})`}: ${text} — “${quote}”`;

/** A finding as an entry. `reviewedAt`: the last review of it; `base`: address of this server. */
export function feedItem(finding: FindingView, base: string, reviewedAt: string | null): FeedItem {
  const claims = finding._claims ?? [];
  const { id, topic, verdict, subtype, severity, review } = finding;
  const publishedAt =
    claims
      .map((claim) => claim.publishedAt)
      .sort()
      .at(-1) ?? '';
  const since = publishedAt || '1970-01-01T00:00:00Z';
  return {
    id: `urn:crosscheck:finding:${id}`,
    url: `${base}/topics/${encodeURIComponent(topic)}#${id}`,
    title: plainText(`${VERDICT_WORDS[verdict]}: ${finding.because}`),
    lines: [finding.because, ...finding.explanations.map(({ text }) => text), ...claims.map(sentence)].map(
      plainText,
    ),
    publishedAt: since,
    modifiedAt: reviewedAt !== null && reviewedAt > since ? reviewedAt : since,
    tags: [TIER[verdict] ?? verdict, verdict, severity.level, topic].map(plainText),
    finding: { id, topic, verdict, subtype, severity, review },
  };
}

/** The newest first; of one moment, by id. */
export const newestFirst = (a: FeedItem, b: FeedItem): number =>
  a.modifiedAt === b.modifiedAt ? (a.id < b.id ? -1 : 1) : a.modifiedAt < b.modifiedAt ? 1 : -1;
