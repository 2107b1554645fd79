import type { Claim, Provenance } from '../claim/claim.ts';
import { bounded, type Step } from '../step.ts';
import type { ScopeDimension } from '../vocabulary/dimensions.ts';
import type { Cell } from './cells.ts';
import { decisiveOf, modalityClassOf, scopedOf } from './comparability-key.ts';
import { groupBy } from './group-by.ts';
import { isMissing } from './scope-relation.ts';
import { type Voice, WHOLE_VOICE } from './voices.ts';

const PROVENANCES: readonly Provenance[] = ['review', 'explicit', 'inherited', 'default', 'unknown'];

function dimensionStep(dimension: ScopeDimension, claims: readonly Claim[]): Step {
  const counts = PROVENANCES.flatMap((provenance) => {
    const count = claims.filter((claim) => claim.scope.provenance[dimension] === provenance).length;
    return count > 0 ? [[provenance, count] as const] : [];
  });
  const [first] = claims;
  const missing = first !== undefined && isMissing(scopedOf(first), dimension);
  const time = first?.scope.time;
  const stated =
    dimension === 'time'
      ? time && `${time.from ?? '…'} to ${time.to ?? '…'}`
      : (first?.scope[dimension] ?? null);
  const how = counts.map(([provenance, count]) => `${provenance} in ${count}`).join(', ');
  const text = missing
    ? `${dimension}: nobody says it, so that these claims meet no others.`
    : `${dimension}: ${stated ?? 'no limit'}${how === '' ? '' : ` (${how})`}.`;
  return { step: 'key', rule: `key/${dimension}`, text, numbers: Object.fromEntries(counts) };
}

/** Why these claims answer one question: each part of their comparability key. */
function explainKey({ group, claims, predicate }: Cell): Step[] {
  const [first] = claims;
  if (!first) return [];
  return [
    {
      step: 'family',
      rule: 'key/family',
      text: `Looked at together: ${predicate?.title ?? first.predicate.text}, of ${group.subject}, ${group.unit === null ? 'without a unit' : `in ${group.unit}`}.`,
      numbers: { claims: claims.length },
    },
    ...decisiveOf(predicate).map((dimension) => dimensionStep(dimension, claims)),
    {
      step: 'key',
      rule: 'key/modality',
      text: `What is told as ${modalityClassOf(first)} is compared with its like only.`,
      numbers: {},
    },
  ];
}

/** What makes several outlets one origin, in words. */
function bondOf(origin: string, outlets: readonly string[], voice: Voice): string {
  const cited = voice.statements.some(({ claim }) => claim.attribution.origin === origin);
  if (cited) return outlets.length > 1 ? 'they cite it' : `${outlets[0]} cites it`;
  if (outlets.length > 1) return 'they carry the same text';
  return origin.endsWith('/anonymous') ? 'a source without a name' : 'in its own voice';
}

function voiceStep(voice: Voice, standing: 'current' | 'superseded'): Step {
  const outlets = [...groupBy(voice.statements, ({ claim }) => claim.outlet).keys()].sort();
  const said = voice.words.claim.value.text || voice.words.claim.evidence.quote;
  const bond = bondOf(voice.origin, outlets, voice);
  const split = voice.inconsistent
    ? ' It gives several figures that cannot all hold: they share its voice.'
    : '';
  const text =
    standing === 'superseded'
      ? `${voice.origin} said “${said}” before; it gave a newer figure since.`
      : `${voice.origin} says “${said}” through ${outlets.join(', ')} (${bond}).${split}`;
  return {
    step: 'voice',
    rule: standing === 'current' ? 'one-voice-an-origin' : 'newest-figure-counts',
    text,
    numbers: {
      weight: voice.weight / WHOLE_VOICE,
      statements: voice.statements.length,
      coreLow: bounded(voice.core.low),
      coreHigh: bounded(voice.core.high),
      haloLow: bounded(voice.halo.low),
      haloHigh: bounded(voice.halo.high),
    },
  };
}

/** Why the claims of a group belong together, and whose voices they come to. Pure. */
export const explainGroup = (cell: Cell): Step[] => [
  ...explainKey(cell),
  ...cell.voices.superseded.map((voice) => voiceStep(voice, 'superseded')),
  ...cell.voices.current.map((voice) => voiceStep(voice, 'current')),
];
