import type { CheckedFigure, Standing } from '../check/check.ts';
import { VERDICT_WORDS } from '../view/words.ts';
import { NameList, Text } from './layout.tsx';
import { linksOf, type Names } from './web.ts';

/** Positions of others that are shown of a figure, and words of each. */
const SHOWN = { positions: 6, quotes: 2 } as const;

/** A verdict as it is said of one figure among others, not of two statements. */
const STANDING_WORDS: Record<Standing, string> = {
  ...VERDICT_WORDS,
  agree: 'Others say the same',
  conflict: 'Others contradict it',
  compatible: 'Fits what others say',
  uncorroborated: 'Nobody else says it',
  unread: 'Not read as a statement',
};

type Side = CheckedFigure['positions'][number];

const SideOf = ({ side, names }: { side: Side; names: Names }) => (
  <li>
    <b>
      <Text>{side.display}</Text>
    </b>{' '}
    <NameList names={side.origins.map((origin) => names.origin(origin))} />
    {side.quotes.slice(0, SHOWN.quotes).map((said) => (
      <blockquote dir="auto">
        <p>
          <a href={linksOf(names).claim({ id: said.claim, documentId: said.documentId })}>{said.quote}</a>
        </p>
        <footer>
          <Text>{names.outlet(said.outlet)}</Text>
        </footer>
      </blockquote>
    ))}
  </li>
);

const Allowed = ({ figure, names }: { figure: CheckedFigure; names: Names }) =>
  figure.suggestion === null ? null : (
    <p class="allowed">
      What the others would allow:{' '}
      <b>
        <Text>{names.sentence(figure.suggestion.text)}</Text>
      </b>
      . <Text>{names.sentence(figure.suggestion.because)}</Text>
    </p>
  );

/** How one figure of a draft stands: the verdict, the reason, what the others say, and what they would allow. */
export const FigureCard = (props: { figure: CheckedFigure; number: number; names: Names }) => {
  const { figure, number, names } = props;
  const tone = figure.tier ?? 'open';
  return (
    <li id={`row-figure-${number}`} class={tone}>
      <p class="standing">
        <a class={`ref ${tone}`} href={`#figure-${number}`} aria-label={`Figure ${number} in the draft`}>
          {number}
        </a>
        <b>
          <Text>{figure.text}</Text>
        </b>{' '}
        <strong>{STANDING_WORDS[figure.verdict]}</strong>
      </p>
      <p>
        <Text>{names.sentence(figure.because)}</Text>
      </p>
      <Allowed figure={figure} names={names} />
      {figure.positions.length === 0 ? null : (
        <details open={figure.tier === 'conflict'}>
          <summary>What others say</summary>
          <ul>
            {figure.positions.slice(0, SHOWN.positions).map((side) => (
              <SideOf side={side} names={names} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
};
