import type { RelationWord } from '../view/linked/relations.ts';
import { Page } from './layout.tsx';

/** The words for how statements stand to each other, for people. Each has an address: /ns/relations#conflict. */
export const RelationsPage = (props: { words: readonly RelationWord[]; style: string }) => (
  <Page title="How statements stand to each other – Crosscheck" style={props.style}>
    <div class="hero">
      <h1>How statements stand to each other</h1>
      <p>
        The words that answers use, and what each says. None of them says that a statement is true. The same
        as <a href="/ns/relations.jsonld">JSON-LD</a>.
      </p>
    </div>
    <dl>
      {props.words.map(({ id, label, definition, broader }) => (
        <div id={id}>
          <dt>
            <strong>{label}</strong> <code>{id}</code>
          </dt>
          <dd>
            {definition}
            {broader === null ? '' : ' A kind of '}
            {broader === null ? '' : <a href={`#${broader}`}>{broader}</a>}
          </dd>
        </div>
      ))}
    </dl>
  </Page>
);
