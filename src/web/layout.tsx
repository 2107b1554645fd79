import type { Child } from 'hono/jsx';
import { showInstant } from '../view/show-time.ts';
import { script } from './assets.ts';

/** What the server offers to scripts; a page that does not know of it does without. */
export interface Abilities {
  events: boolean;
  reviews: boolean;
}

const NOTHING: Abilities = { events: false, reviews: false };
const PLACES = [
  { href: '/', text: 'Topics' },
  { href: '/search', text: 'Search' },
  { href: '/outlets', text: 'Outlets' },
  { href: '/compare', text: 'Compare your own' },
  { href: '/check', text: 'Check a draft' },
  { href: '/docs', text: 'API' },
] as const;

/** A topic whose changes a page tells of, and the place in the sequence of changes that it was read at. */
export interface Live {
  topic: string;
  since: string;
}

/** The frame of every page. `live`: what it tells of where scripts run; `head`: what else programs are to know. */
export function Page(props: {
  title: string;
  style: string;
  abilities?: Abilities | undefined;
  live?: Live;
  head?: Child;
  children?: Child;
}) {
  const can = props.live === undefined ? NOTHING : (props.abilities ?? NOTHING);
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{props.title}</title>
        <link rel="stylesheet" href={props.style} />
        <link rel="icon" href="/assets/crosscheck.svg" type="image/svg+xml" />
        {can.events ? <script src={script('live.js')} defer /> : null}
        {can.reviews ? <script src={script('review.js')} defer /> : null}
        {props.head}
      </head>
      <body
        data-topic={can.events ? props.live?.topic : undefined}
        data-since={can.events ? props.live?.since : undefined}
        data-review={can.reviews ? 'yes' : undefined}
      >
        <a class="skip" href="#main">
          Skip to the content
        </a>
        <header class="masthead">
          <a class="wordmark" href="/">
            Cross<span>check</span>
          </a>
          <nav aria-label="Main">
            {PLACES.map(({ href, text }) => (
              <a href={href}>{text}</a>
            ))}
          </nav>
        </header>
        <main id="main">{props.children}</main>
        <footer class="colophon">
          <p>
            Crosscheck says who says what, who that goes back to, and whether the statements can hold
            together. It does not say who is right.
          </p>
        </footer>
      </body>
    </html>
  );
}

/** A text from outside: isolated, so that its direction cannot reach the words around it. */
export const Text = (props: { children: string }) => <bdi>{props.children}</bdi>;

/** An instant, readable by people and programs. */
export const Instant = (props: { at: string }) => <time datetime={props.at}>{showInstant(props.at)}</time>;

/** A figure, large; a sentence in its place stands smaller. */
export const Figure = (props: { children: string }) => (
  <p class={props.children.length > 50 ? 'figure long' : 'figure'}>
    <Text>{props.children}</Text>
  </p>
);

/** Names in a row: "Harbour Post, Coastal Wire". */
export const NameList = (props: { names: readonly string[] }) => (
  <>
    {props.names.map((name, index) => (
      <>
        {index > 0 ? ', ' : ''}
        <Text>{name}</Text>
      </>
    ))}
  </>
);

/** Says that a topic ships with the project. */
export const SampleNote = () => (
  <p class="sample-note">
    <strong>Sample.</strong> Written for Crosscheck. The outlets are invented, and so are their articles.
  </p>
);

/** Turns a tree into the bytes of a page. */
export const renderPage = (page: { toString(): string | Promise<string> }): string =>
  `<!doctype html>${page}`;
