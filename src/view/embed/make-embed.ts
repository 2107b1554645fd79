import type { Claim } from '../../claim/claim.ts';
import type { Consensus, Position } from '../../consensus/consensus.ts';
import { type Finding, TIER } from '../../finding/finding.ts';
import { Hedge } from '../../value/value.ts';
import { showNumber } from '../show-number.ts';
import { HEDGE_WORDS, showValue } from '../show-value.ts';
import type { EmbedFinding, EmbedRow, Said } from './embed-view.ts';

const OUTLETS = 8;
const POSITIONS = 8;
const QUOTE = 400;
const SIDES = 4;

const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')}…` : text;

/**
 * The parts of a statement, if its words are exactly how a figure with one of the hedges is written.
 * `numbers`: those that it may be about.
 */
export function sayParts(text: string, numbers: readonly (number | null)[]): Said {
  const percent = text.endsWith(' %');
  const bare = (percent ? text.slice(0, -2) : text).toLowerCase();
  const known = numbers.filter((each) => each !== null);
  for (const number of known) {
    const hedge = Hedge.options.find((each) => bare === HEDGE_WORDS[each] + showNumber(number));
    if (hedge !== undefined) return { text, hedge, number, to: null, percent };
    const to = known.find((each) => bare === `${showNumber(number)} to ${showNumber(each)}`);
    if (to !== undefined) return { text, hedge: 'between', number, to, percent };
  }
  return { text: shorten(text, QUOTE), hedge: null, number: null, to: null, percent: false };
}

/** A rung of a ladder ("en-route") as words; anything else as it is. */
const inWords = (display: string): string =>
  /^[a-z]+(?:-[a-z]+)+$/.test(display) ? display.replaceAll('-', ' ') : display;

const sayPosition = ({ display, nominal, low, high }: Position): Said =>
  sayParts(inWords(display), [nominal, low, high]);

function sayRow(row: Consensus): Said | null {
  if (row.best === null) return null;
  const text = inWords(row.display.split(' (disputed: ')[0] ?? row.display);
  const best = typeof row.best === 'number' ? row.best : null;
  return sayParts(text, [best, ...row.positions.map(({ nominal }) => nominal), row.low, row.high]);
}

/** A question for an embedded view. `outlet`: the name of an outlet by its id. */
export function embedRow(row: Consensus, outlet: (id: string) => string): EmbedRow {
  const positions = row.positions.slice(0, POSITIONS).map((position) => ({
    said: sayPosition(position),
    nominal: position.nominal,
    low: position.low,
    high: position.high,
    origins: position.origins.length,
    outlets: position.outlets.slice(0, OUTLETS).map(outlet),
    moreOutlets: Math.max(0, position.outlets.length - OUTLETS),
  }));
  return {
    id: row.group.id,
    question: shorten(row.group.question, QUOTE),
    status: row.status,
    grade: row.grade,
    said: sayRow(row),
    low: row.low,
    high: row.high,
    percent: positions.some(({ said }) => said.percent),
    originsMax: row.support.originsMax,
    positions,
  };
}

/** A finding for an embedded view. `claims` are its own; those of the verdict that are no discrepancy give null. */
export function embedFinding(
  finding: Finding,
  claims: readonly Claim[],
  words: { question: string; outlet: (id: string) => string; sentence: (text: string) => string },
): EmbedFinding | null {
  const tier = TIER[finding.verdict];
  if (tier === null) return null;
  return {
    id: finding.id,
    verdict: finding.verdict,
    tier,
    question: shorten(words.question, QUOTE),
    because: words.sentence(finding.because),
    sides: claims.slice(0, SIDES).map((claim) => {
      const { nominal, core } = claim.value;
      return {
        said: sayParts(showValue(claim.value), [nominal, core?.low ?? null, core?.high ?? null]),
        quote: shorten(claim.evidence.quote, QUOTE),
        outlet: words.outlet(claim.outlet),
        source: claim.attribution.chain.at(-1)?.name ?? null,
        at: claim.publishedAt,
      };
    }),
  };
}
