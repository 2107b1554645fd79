import type { Claim } from '../claim/claim.ts';
import { saidWords } from '../claim/said-words.ts';
import { showValue } from '../view/show-value.ts';
import { Text } from './layout.tsx';
import { linksOf, type Names } from './web.ts';

/** What was wrong with a form that came in; nothing when nothing was. */
export const Problems = ({ problems }: { problems: readonly string[] }) =>
  problems.length === 0 ? null : (
    <ul class="problems" role="alert">
      {problems.map((problem) => (
        <li>
          <Text>{problem}</Text>
        </li>
      ))}
    </ul>
  );

/** A field of a form with its label. */
export const Field = (props: {
  label: string;
  name: string;
  value?: string | undefined;
  type?: 'text' | 'number' | 'date' | 'datetime-local';
  wide?: boolean;
}) => (
  <label class={props.wide ? 'field wide' : 'field'}>
    <span>{props.label}</span>
    <input
      type={props.type ?? 'text'}
      name={props.name}
      value={props.value ?? ''}
      step={props.type === 'number' ? 'any' : undefined}
      maxlength={props.type === undefined ? 300 : undefined}
    />
  </label>
);

/** A choice of a form with its label; the empty one first. */
export const Choice = (props: {
  label: string;
  name: string;
  value: string | undefined;
  any: string;
  options: readonly { value: string; text: string }[];
}) => (
  <label class="field">
    <span>{props.label}</span>
    <select name={props.name}>
      <option value="">{props.any}</option>
      {props.options.map(({ value, text }) => (
        <option value={value} selected={value === props.value}>
          {text}
        </option>
      ))}
    </select>
  </label>
);

/** The address of the next page of a list with the same filter. */
export function moreLink(path: string, filter: object, after: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter))
    if (typeof value === 'string' && value !== '') query.set(name, value);
  query.set('after', after);
  return `${path}?${query}`;
}

/** A statement: the figure, and its words with the way to their place. */
export const Quoted = ({ claim, names }: { claim: Claim; names: Names }) => (
  <>
    <b>
      <Text>{claim.polarity === 'negated' ? saidWords(claim) : showValue(claim.value)}</Text>
    </b>{' '}
    <Text>{`${claim.subject.text}: ${claim.predicate.text}`}</Text>
    <blockquote dir="auto">
      <p>
        <a href={linksOf(names).claim(claim)}>{claim.evidence.quote}</a>
      </p>
    </blockquote>
  </>
);
