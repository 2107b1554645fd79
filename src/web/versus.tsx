import type { Claim } from '../claim/claim.ts';
import { saidWords } from '../claim/said-words.ts';
import { type Finding, TIER } from '../finding/finding.ts';
import { byCodePoint } from '../identity.ts';
import { showValue } from '../view/show-value.ts';
import { GLYPH, Quote } from './finding-card.tsx';
import { Text } from './layout.tsx';
import type { Names } from './web.ts';

/** Statements that are held against each other at a glance; the card of the finding has them all. */
const SIDES = 2;
const LONGEST = 120;

/** As much of a statement as is read at a glance. */
export const shorten = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;

/** What two outlets say, side by side, why that is a finding, and with `quotes` their words. */
export function Versus(props: {
  finding: Finding;
  claims: readonly Claim[];
  names: Names;
  quotes?: boolean;
}) {
  const { finding, names } = props;
  const claims = [...props.claims].sort((a, b) => byCodePoint(a.publishedAt, b.publishedAt)).slice(0, SIDES);
  const tier = TIER[finding.verdict] ?? 'explained';
  return (
    <>
      <div class={`versus ${tier}`}>
        {claims.map((claim, index) => (
          <>
            {index > 0 ? (
              <span class="between" aria-hidden="true">
                {GLYPH[tier]}
              </span>
            ) : null}
            <div>
              <p class={claim.value.nominal === null ? 'figure long' : 'figure'}>
                <Text>
                  {shorten(claim.polarity === 'negated' ? saidWords(claim) : showValue(claim.value))}
                </Text>
              </p>
              {props.quotes ? <Quote claim={claim} text="" /> : null}
              <small>
                <Text>{names.outlet(claim.outlet)}</Text>
              </small>
            </div>
          </>
        ))}
      </div>
      <p class="why">
        <Text>{names.sentence(finding.because)}</Text>
      </p>
    </>
  );
}
