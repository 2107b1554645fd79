import type { Step } from '../step.ts';
import { SCOPE_DIMENSIONS } from '../vocabulary/dimensions.ts';
import type { Claim, Provenance } from './claim.ts';

const FROM: Record<Provenance, string> = {
  review: 'said by a person who reviewed it',
  explicit: 'stated in the sentence',
  inherited: 'taken from the dateline, the title or a sentence before',
  default: 'what the topic declares',
  unknown: 'nobody says it',
};

const range = (low: number | null, high: number | null): string => {
  if (low !== null && low === high) return `${low}`;
  if (low === null) return high === null ? 'anything' : `${high} or less`;
  return high === null ? `${low} or more` : `${low} to ${high}`;
};

function valueStep({ value }: Claim): Step {
  const { core, halo, nominal, hedge, unit } = value;
  const text =
    core && halo
      ? `“${value.text}” asserts ${range(core.low, core.high)} and allows ${range(halo.low, halo.high)}.`
      : `“${value.text}” is kept as it stands: a ${value.kind} is not compared by size.`;
  const ends = {
    ...(core && { coreLow: core.low, coreHigh: core.high }),
    ...(halo && { haloLow: halo.low, haloHigh: halo.high }),
  };
  const numbers = { nominal, hedge, unit, ...ends };
  return { step: 'value', rule: `hedge/${hedge}`, text, numbers };
}

function scopeSteps({ scope }: Claim): Step[] {
  return SCOPE_DIMENSIONS.flatMap((dimension): Step[] => {
    const provenance = scope.provenance[dimension];
    if (provenance === undefined) return [];
    const { time } = scope;
    const stated =
      dimension === 'time'
        ? (time?.text ?? (time && `${time.from ?? '…'} to ${time.to ?? '…'}`))
        : scope[dimension];
    const text = `${dimension}: ${stated ?? 'nothing'}, ${FROM[provenance]}.`;
    const numbers = dimension === 'time' ? { from: time?.from ?? null, to: time?.to ?? null } : {};
    return [{ step: 'scope', rule: `provenance/${provenance}`, text, numbers }];
  });
}

function sourceStep({ attribution, outlet }: Claim): Step {
  const chain = [outlet, ...attribution.chain.map(({ name }) => name)].join(' → ');
  const text =
    attribution.origin !== null
      ? `${chain}: it goes back to ${attribution.origin}.`
      : attribution.chain.length > 0
        ? `${chain}: nobody can be looked up behind it.`
        : `${outlet} says it in its own voice.`;
  return { step: 'source', rule: 'deepest-named-source', text, numbers: { links: attribution.chain.length } };
}

/** How a claim was read: its words, its rule, its value, scope and source. Pure. */
export function explainClaim(claim: Claim): Step[] {
  const { evidence, extractor, predicate, modality, polarity, confidence } = claim;
  return [
    {
      step: 'words',
      rule: extractor.rule,
      text: `“${evidence.quote}” was read as “${predicate.text}” of “${claim.subject.text}”.`,
      numbers: { start: evidence.start, end: evidence.end },
    },
    valueStep(claim),
    ...scopeSteps(claim),
    sourceStep(claim),
    {
      step: 'status',
      rule: `modality/${modality}`,
      text: `${polarity === 'negated' ? 'It is denied; the event' : 'The event'} is told as ${modality}.`,
      numbers: { confidence },
    },
  ];
}
