import type { Claim } from '../claim/claim.ts';
import type { Consensus } from '../consensus/consensus.ts';
import type { Document } from '../document/document.ts';
import { type Finding, TIER } from '../finding/finding.ts';
import type { Ruling } from '../finding/make-finding.ts';
import { placesOf } from '../group/cells.ts';
import type { Group } from '../group/group.ts';
import type { Mention } from '../mention/mention.ts';
import { type Extraction, workOut } from '../pipeline.ts';
import type { Review } from '../review/review.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { alone, sidesFrom } from './alone.ts';
import type { CheckedFigure } from './check.ts';
import { type Related, rankRelated, toRelation } from './relate.ts';
import { suggest } from './suggest.ts';

/** What a draft is held against: a topic as it is stored. */
export interface Against {
  readonly topic: string;
  readonly documents: readonly Document[];
  readonly claims: readonly Claim[];
  readonly reviews: readonly Review[];
  readonly consensus: readonly Consensus[];
}

const QUOTES = 10;
const FIGURE_ROLES: ReadonlySet<string> = new Set(['count', 'age', 'measure']);

const NOBODY = 'Nobody else says it.';
const NO_TOPIC = 'No topic is known that tells of this.';
const GENERIC = 'No predicate of the vocabulary describes it: it is compared with nothing.';
const UNREAD = 'No statement was read out of this number: it is compared with nothing.';

/** The claims of others on the far side of a finding from one claim. */
function acrossFrom(id: string, finding: Finding, ruling: Ruling | undefined): readonly string[] {
  if (!ruling) return finding.claims.filter((other) => other !== id);
  const [, other] = sidesFrom(id, ruling);
  return other.claims.map((claim) => claim.id);
}

/** Everything that was found about claims of the draft, by claim. */
function relate(
  own: ReadonlyMap<string, Claim>,
  against: Against,
  draft: Extraction,
  vocabulary: Vocabulary,
): { related: Map<string, Related[]>; groups: Group[] } {
  const { topic, documents, claims, reviews } = against;
  const rulings = new Map<string, Ruling>();
  const { findings, groups, cells } = workOut(
    topic,
    { documents: [...documents, draft.document], claims: [...claims, ...draft.claims], reviews },
    vocabulary,
    { witness: (ruling) => void rulings.set(ruling.finding.id, ruling) },
  );
  const numbers = new Map(claims.map((claim) => [claim.id, claim.value.nominal]));
  const related = new Map<string, Related[]>();
  const said = placesOf(cells, own);
  for (const shared of findings) {
    for (const id of shared.claims) {
      const mine = own.get(id);
      if (!mine) continue;
      const ruling = rulings.get(shared.id);
      const across = acrossFrom(id, shared, ruling);
      const others = across.filter((other) => !own.has(other));
      const inside = shared.axis === 'document' && across.some((other) => other !== id);
      if (others.length === 0 && !inside && shared.verdict !== 'uncorroborated') continue;
      const finding = ruling ? alone(id, ruling, said, topic, vocabulary) : shared;
      if (!finding) continue;
      const sameNumber =
        mine.value.nominal !== null && others.some((other) => numbers.get(other) === mine.value.nominal);
      related.set(id, [...(related.get(id) ?? []), { finding, others, sameNumber }]);
    }
  }
  return { related, groups };
}

/** The consensus that answers the question of a group: by its id, or by a claim that both hold. */
function consensusOf(group: Group | undefined, against: Against): Consensus | null {
  if (!group) return null;
  const byId = against.consensus.find((each) => each.group.id === group.id);
  if (byId) return byId;
  const members = new Set(group.claims);
  const holds = ({ positions }: Consensus): boolean =>
    positions.some((position) => position.claims.some((id) => members.has(id)));
  return against.consensus.find(holds) ?? null;
}

function positionsOf(
  consensus: Consensus | null,
  claims: ReadonlyMap<string, Claim>,
): CheckedFigure['positions'] {
  return (consensus?.positions ?? []).map((position) => ({
    ...position,
    quotes: position.claims.slice(0, QUOTES).flatMap((id) => {
      const claim = claims.get(id);
      if (!claim) return [];
      const { documentId, outlet, publishedAt, evidence } = claim;
      return [{ claim: id, documentId, outlet, publishedAt, quote: evidence.quote }];
    }),
  }));
}

function summaryOf(consensus: Consensus | null): CheckedFigure['consensus'] {
  if (!consensus) return null;
  const { status, best, low, high, display, grade, support, asOf } = consensus;
  return { status, best, low, high, display, grade, support, asOf };
}

function unread(mention: Mention): CheckedFigure {
  return {
    start: mention.start,
    end: mention.end,
    text: mention.text,
    verdict: 'unread',
    tier: null,
    because: UNREAD,
    ...{ claim: null, group: null, consensus: null, positions: [], relations: [], suggestion: null },
  };
}

/** Numbers of a draft that no statement rests on. */
function unreadFigures({ mentions, claims }: Extraction): CheckedFigure[] {
  return mentions
    .filter(
      (mention) =>
        mention.kind === 'quantity' &&
        FIGURE_ROLES.has(mention.role) &&
        !claims.some(({ evidence: e }) => e.valueStart < mention.end && mention.start < e.valueEnd),
    )
    .map(unread);
}

/**
 * How each figure of a draft stands to what the outlets of a topic say; in the order of the text. `against` null: no
 * topic is known. Pure. The draft is compared like an article and counts as no voice: consensus and positions are those
 * of the topic without it.
 */
export function checkDraft(
  draft: Extraction,
  against: Against | null,
  vocabulary: Vocabulary,
): CheckedFigure[] {
  const own = new Map(draft.claims.map((claim) => [claim.id, claim]));
  const none = { related: new Map<string, Related[]>(), groups: [] as Group[] };
  const { related, groups } = against ? relate(own, against, draft, vocabulary) : none;
  const claims = new Map(against?.claims.map((claim) => [claim.id, claim]));
  const groupOf = new Map(groups.flatMap((group) => group.claims.map((id) => [id, group] as const)));
  const nobody = against ? NOBODY : NO_TOPIC;

  const figures = draft.claims.map((claim): CheckedFigure => {
    const group = groupOf.get(claim.id);
    const consensus = against && consensusOf(group, against);
    const ranked = rankRelated(related.get(claim.id) ?? [], group?.id ?? null, consensus);
    const found = ranked[0]?.finding;
    const generic = claim.predicate.id === null;
    const verdict = found?.verdict ?? (generic ? 'not-comparable' : 'uncorroborated');
    const about = consensus ?? (against && found ? otherConsensus(found.groups, group, against) : null);
    return {
      start: claim.evidence.valueStart,
      end: claim.evidence.valueEnd,
      text: draft.document.text.slice(claim.evidence.valueStart, claim.evidence.valueEnd),
      verdict,
      tier: TIER[verdict],
      because: verdict === 'uncorroborated' ? nobody : (found?.because ?? GENERIC),
      claim,
      group: group ? toQuestion(group) : null,
      consensus: summaryOf(consensus),
      positions: positionsOf(about, claims),
      relations: ranked.filter(({ finding }) => finding.verdict !== 'uncorroborated').map(toRelation),
      suggestion: suggest(claim, verdict, consensus, claims, vocabulary),
    };
  });
  return [...figures, ...unreadFigures(draft)].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Of a verdict about two questions: what the others say to theirs. */
function otherConsensus(
  groups: readonly string[],
  own: Group | undefined,
  against: Against,
): Consensus | null {
  const other = groups.find((id) => id !== own?.id);
  return against.consensus.find(({ group }) => group.id === other) ?? null;
}

const toQuestion = ({ id, question, subject, predicate, timeClass, unit, scope }: Group) => ({
  id,
  question,
  subject,
  predicate,
  timeClass,
  unit,
  scope,
});
