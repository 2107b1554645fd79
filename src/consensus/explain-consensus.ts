import type { Finding } from '../finding/finding.ts';
import type { Cell } from '../group/cells.ts';
import { disputedRange, takesNoSide, type Voice, WHOLE_VOICE, weightOf } from '../group/voices.ts';
import { bounded, type Step } from '../step.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Consensus } from './consensus.ts';
import { agreeOnInterval, bySupport, candidatesOf } from './methods/interval-agreement.ts';
import { partOvertaken } from './overtaken.ts';
import { estimatesOf } from './range.ts';
import { type Scale, scaleOf } from './scale.ts';
import { showPoint, showRange, showVoice } from './wording.ts';

/** How many candidate values are listed. */
const LISTED = 8;

const STATUS: Record<Consensus['status'], string> = {
  agreed: 'One position, and at least two origins assert the value: agreed.',
  consistent: 'One position, yet fewer than two origins assert the value: consistent.',
  majority:
    'Several positions; one value is allowed by more than half of those who take a side, and two origins assert it: majority.',
  plurality:
    'Several positions; two origins assert one value, more than any camp that rules it out and not more than half: plurality.',
  disputed:
    'Several positions, and none has a majority of which two origins assert a value: no figure is given.',
  'single-origin': 'Everything goes back to one origin.',
};

const GRADE: Record<Consensus['grade'], string> = {
  corroborated: 'Two origins or more stand behind it.',
  'single-origin': 'One origin stands behind it.',
  'party-claim': 'Only a party to the events stands behind it.',
  contested: 'Origins contradict each other.',
  withdrawn: 'Who said it took it back.',
};

const sum = (voices: readonly Voice[]): number => weightOf(voices) / WHOLE_VOICE;

/** The values that somebody names or bounds, best supported first, as the choice between them is made; the chosen one among them. */
function candidateSteps(voices: readonly Voice[], best: number | null, scale: Scale): Step[] {
  const total = sum(voices);
  return candidatesOf(voices)
    .sort(bySupport)
    .filter(({ point }, rank) => rank < LISTED || point === best)
    .map((candidate) => {
      const { point } = candidate;
      const asserted = candidate.asserted / WHOLE_VOICE;
      const consistent = candidate.consistent / WHOLE_VOICE;
      return {
        step: 'candidate',
        rule: 'interval-agreement/support',
        text: `${showPoint(point, scale)}: asserted by ${asserted}, allowed by ${consistent} of ${total}.`,
        numbers: { value: point, asserted, consistent },
      };
    });
}

/** The figures that may be meant more loosely than their words say. */
const estimateSteps = (voices: readonly Voice[], scale: Scale): Step[] =>
  estimatesOf(voices).map(({ voice, reach }) => ({
    step: 'estimate',
    rule: 'no-sharper-figure',
    text: `“${showVoice(voice, scale)}” may be an estimate. No sharper figure bears it out, so that it may be meant for anything ${showRange(reach, scale)}.`,
    numbers: { low: bounded(reach.low), high: bounded(reach.high) },
  }));

function figureSteps(
  cell: Cell,
  consensus: Consensus,
  about: readonly Finding[],
  vocabulary: Vocabulary,
): Step[] {
  const { voices, positions, overtaken } = partOvertaken(cell, about, vocabulary);
  const scale = scaleOf(cell.statements, vocabulary.rules.durations);
  const dispute = disputedRange(voices);
  const neutral = positions.length > 1 ? voices.filter((voice) => takesNoSide(voice, dispute)) : [];
  const sided = voices.filter((voice) => !neutral.includes(voice));
  return [
    ...overtaken.map((voice) => ({
      step: 'overtaken',
      rule: 'two-later-voices-agree',
      text: `${voice.origin} said ${showVoice(voice, scale)} while the figure was growing; at least two others have since left that behind together: it is history.`,
      numbers: { low: bounded(voice.halo.low), high: bounded(voice.halo.high) },
    })),
    {
      step: 'positions',
      rule: 'fewest-points-that-touch-all',
      text:
        positions.length === 1
          ? 'All figures can hold together.'
          : `The figures need ${positions.length} different values to hold.`,
      numbers: { positions: positions.length, voices: sum(voices) },
    },
    ...neutral.map((voice) => ({
      step: 'neutral',
      rule: 'takes-no-side',
      text: `${voice.origin} allows everything that is in dispute (${showRange(voice.halo, scale)}): it takes no side.`,
      numbers: { low: bounded(voice.halo.low), high: bounded(voice.halo.high) },
    })),
    ...candidateSteps(sided, agreeOnInterval(voices, positions).best, scale),
    ...estimateSteps(voices, scale),
    {
      step: 'range',
      rule: 'lowest-floor-highest-ceiling',
      text: `Nobody allows less than ${consensus.low ?? 'nothing'}${consensus.high === null ? '; the upper end is open' : `, or more than ${consensus.high}`}.`,
      numbers: { low: consensus.low, high: consensus.high },
    },
  ];
}

/** Several names that count once. */
const officeSteps = ({ id, speakers = [] }: Consensus['origins'][number]): Step[] =>
  speakers.length === 0
    ? []
    : [
        {
          step: 'origin',
          rule: 'one-office',
          text: `${speakers.join(', ')}: whoever speaks for one office is one voice, ${id}.`,
          numbers: { speakers: speakers.length },
        },
      ];

/**
 * How a group came to its consensus: origins that have several names, voices, positions, candidates, status and grade,
 * with the numbers used. Pure.
 * @param about the findings about the group
 */
export function explainConsensus(
  cell: Cell,
  consensus: Consensus,
  about: readonly Finding[],
  vocabulary: Vocabulary,
): Step[] {
  const { support } = consensus;
  return [
    ...consensus.origins.flatMap(officeSteps),
    ...(cell.voices.current.length > 0 ? figureSteps(cell, consensus, about, vocabulary) : []),
    {
      step: 'status',
      rule: `status/${consensus.status}`,
      text: `${STATUS[consensus.status]} It reads: ${consensus.display}`,
      numbers: {
        best: typeof consensus.best === 'object' ? null : consensus.best,
        asserted: support.asserted,
        consistent: support.consistent,
      },
    },
    {
      step: 'grade',
      rule: `grade/${consensus.grade}`,
      text: `${GRADE[consensus.grade]} At most ${support.originsMax} independent, in ${support.outlets} outlets and ${support.documents} documents; hidden copying cannot be excluded.`,
      numbers: { origins: support.originsMax, outlets: support.outlets, documents: support.documents },
    },
  ];
}
