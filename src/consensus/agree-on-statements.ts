import type { Claim } from '../claim/claim.ts';
import { dayOf, instantOf } from '../group/calendar.ts';
import { groupBy } from '../group/group-by.ts';
import { byCodePoint, distinct } from '../identity.ts';
import type { Predicate } from '../vocabulary/predicate.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Verdict } from './agree-on-figures.ts';
import type { ConsensusStatus, Position, SetMember } from './consensus.ts';
import { gradeOf } from './grade.ts';

type OriginOf = (claim: Claim) => string;

interface Answer {
  readonly status: ConsensusStatus;
  readonly best: string | string[] | null;
  readonly display: string;
  readonly asserted: number;
  readonly positions: Position[];
  readonly members: SetMember[] | null;
}

/** More contents than these are counted in a line, and stand in full among the positions. */
const MOST_SHOWN = 4;

const shorten = (text: string): string => (text.length > 160 ? `${text.slice(0, 157)}…` : text);

/** Statuses, positions and tones by their label; free words by the words. */
const contentOf = ({ value, polarity, evidence }: Claim): string =>
  `${polarity === 'negated' ? 'not ' : ''}${value.label ?? (value.text || evidence.quote)}`;

function positionOf(text: string, claims: readonly Claim[], originOf: OriginOf): Position {
  return {
    display: shorten(text) || 'not stated',
    nominal: null,
    low: null,
    high: null,
    origins: distinct(claims.map(originOf)),
    outlets: distinct(claims.map((claim) => claim.outlet)),
    claims: distinct(claims.map((claim) => claim.id)),
  };
}

const time = (claims: readonly Claim[]): number =>
  claims.reduce((last, claim) => Math.max(last, instantOf(claim.publishedAt) ?? 0), 0);

/** The rung that the newest reports have reached, unless a later report stands on a lower one. */
function latestRung(
  contents: readonly (readonly [string, Claim[]])[],
  predicate: Predicate | undefined,
): string | null {
  const rungs = contents
    .map(([label, claims]) => ({ label, rung: predicate?.ladder.indexOf(label) ?? -1, at: time(claims) }))
    .sort((a, b) => b.rung - a.rung);
  const [highest] = rungs;
  if (!highest || rungs.some(({ rung, at }) => rung < 0 || (rung < highest.rung && at > highest.at)))
    return null;
  return highest.label;
}

/**
 * Several contents in one line. Only different origins can dispute: what one of them says in several sentences is
 * reported, and a contradiction within it is a finding of its own.
 */
function showSeveral(positions: readonly Position[], disputed: boolean): string {
  const shown = positions.slice(0, MOST_SHOWN).map(({ display }) => `“${display}”`);
  const rest = positions.length - shown.length;
  if (rest > 0) shown.push(`${rest} more`);
  return disputed ? `disputed: ${shown.join(' or ')}` : `reported: ${shown.join('; ')}`;
}

function agreeOnContents(
  claims: readonly Claim[],
  originOf: OriginOf,
  predicate: Predicate | undefined,
): Answer {
  const contents = [...groupBy(claims, contentOf)].sort(
    ([x, a], [y, b]) => new Set(b.map(originOf)).size - new Set(a.map(originOf)).size || byCodePoint(x, y),
  );
  const positions = contents.map(([text, same]) => positionOf(text, same, originOf));
  const origins = distinct(claims.map(originOf));
  const [first] = positions;
  const rung = contents.length > 1 ? latestRung(contents, predicate) : null;
  const best = contents.length === 1 ? (contents[0]?.[0] ?? null) : rung;
  const agreed = contents.length === 1 ? 'agreed' : rung === null ? 'disputed' : 'consistent';
  const status: ConsensusStatus = origins.length === 1 ? 'single-origin' : agreed;
  return {
    status,
    best: best === null ? null : shorten(best),
    display: best === null ? showSeveral(positions, origins.length > 1) : shorten(best) || 'not stated',
    asserted:
      best === null
        ? 0
        : ((positions.find((p) => p.display === shorten(best)) ?? first)?.origins.length ?? 0),
    positions,
    members: null,
  };
}

/** Each member on its own: who names it, and who gives a list without it. */
function agreeOnMembers(claims: readonly Claim[], originOf: OriginOf, inConflict: boolean): Answer {
  const outlets = distinct(claims.map((claim) => claim.outlet));
  const items = claims.flatMap((claim) => (claim.value.items ?? []).map((item) => ({ item, claim })));
  const members = [...groupBy(items, ({ item }) => item.key)]
    .map(([key, found]) => {
      const namedBy = distinct(found.map(({ claim }) => claim.outlet));
      return {
        key,
        text: distinct(found.map(({ item }) => item.text))[0] ?? key,
        outlets: namedBy,
        leftOutBy: outlets.filter((outlet) => !namedBy.includes(outlet)),
        origins: distinct(found.map(({ claim }) => originOf(claim))).length,
      };
    })
    .sort((a, b) => b.outlets.length - a.outlets.length || byCodePoint(a.key, b.key));
  const origins = distinct(claims.map(originOf)).length;
  const carried = members.filter((member) => 2 * member.origins > origins);
  const complete = members.every((member) => member.leftOutBy.length === 0);
  const lists = groupBy(claims, (claim) =>
    distinct((claim.value.items ?? []).map((item) => item.key)).join('+'),
  );
  const several = complete ? 'agreed' : inConflict ? 'disputed' : 'consistent';
  const counts = groupBy(members, (member) => `${member.outlets.length} of ${outlets.length}`);
  const counted = [...counts].map(
    ([count, some]) => `${some.map((member) => member.text).join(', ')} (${count})`,
  );
  return {
    status: origins === 1 ? 'single-origin' : several,
    best: inConflict ? null : carried.map((member) => member.text),
    display: counted.join('; ') || 'not stated',
    asserted: carried.reduce((least, member) => Math.min(least, member.origins), origins),
    positions: [...lists]
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([, same]) =>
        positionOf((same[0]?.value.items ?? []).map((item) => item.text).join(', '), same, originOf),
      ),
    members: members.map(({ key, text, outlets: namedBy, leftOutBy }) => ({
      key,
      text,
      outlets: namedBy,
      leftOutBy,
    })),
  };
}

const isFigure = ({ value }: Claim): boolean => ['quantity', 'fraction', 'duration'].includes(value.kind);

/** What a group says that is no figure: a list per member, a status by its ladder, words only when all agree. */
export function agreeOnStatements(
  claims: readonly Claim[],
  originOf: OriginOf,
  predicate: Predicate | undefined,
  inConflict: boolean,
  vocabulary: Vocabulary,
): Verdict {
  const isSet = claims.some((claim) => claim.value.items !== null);
  const answer = isSet
    ? agreeOnMembers(claims, originOf, inConflict)
    : agreeOnContents(claims, originOf, predicate);
  const origins = distinct(claims.map(originOf));
  const last = time(claims);
  return {
    status: answer.status,
    // Figures that were only negated or left open agree on no number.
    best: claims.every(isFigure) ? null : answer.best,
    low: null,
    high: null,
    floor: null,
    conservative: null,
    display: answer.display,
    support: {
      asserted: answer.asserted,
      consistent: answer.asserted,
      originsMax: origins.length,
      outlets: new Set(claims.map((claim) => claim.outlet)).size,
      documents: new Set(claims.map((claim) => claim.documentId)).size,
    },
    grade: gradeOf(answer.status, origins, vocabulary),
    positions: answer.positions,
    earlier: [],
    withdrawn: [],
    weights: {},
    members: answer.members,
    asOf: last > 0 ? dayOf(last) : null,
  };
}
