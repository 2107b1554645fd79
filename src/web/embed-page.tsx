import { type JSXNode, jsx } from 'hono/jsx';
import type { EmbedView } from '../view/embed/embed-view.ts';
import { sayAge, speak } from '../view/embed/say.ts';
import { showEmbed } from '../view/embed/show-embed.ts';
import type { Tree } from '../view/embed/tree.ts';
import { labelsOf } from '../view/labels/index.ts';

/** Writes a tree as HTML; texts and attributes are escaped. */
const toHtml = (tree: Tree): JSXNode | string =>
  typeof tree === 'string' ? tree : jsx(tree.tag, { ...tree.attributes }, ...tree.children.map(toHtml));

/** The page that is framed where scripts are not allowed. Its one script tells its height, and may be missing. */
export function EmbedPage(props: {
  view: EmbedView;
  theme: 'light' | 'dark' | 'auto';
  lang: string;
  /** Milliseconds, and the hours after which the data count as old. */
  age: { now: number; hours: number };
  style: string;
  script: string;
}) {
  const labels = labelsOf(props.lang);
  const { language, direction, words } = labels;
  const speech = speak(labels);
  const old = sayAge(props.view.topic.updatedAt, speech, props.age);
  return (
    <html lang={language} dir={direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={props.theme === 'auto' ? 'light dark' : props.theme} />
        <title>{`${props.view.topic.title} – ${words.consensus} – Crosscheck`}</title>
        <link rel="stylesheet" href={props.style} />
        <link rel="icon" href="/assets/crosscheck.svg" type="image/svg+xml" />
        <script src={props.script} defer />
      </head>
      <body class="framed">
        <main class="crosscheck" data-theme={props.theme}>
          {old === '' ? null : <p class="state">{old}</p>}
          {showEmbed(props.view, { speech, server: '', rank: 1 }).map(toHtml)}
        </main>
      </body>
    </html>
  );
}
