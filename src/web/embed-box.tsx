import { plainText, toHtml } from '../view/plain-text.ts';
import { script } from './assets.ts';
import { Text } from './layout.tsx';

/** What is embedded: a topic, or one question of it. */
export interface Embedded {
  /** Address of this server as others see it, without a slash at its end. */
  base: string;
  topic: string;
  /** Id of the group, for one question. */
  group?: string;
  title: string;
  /** Whether there is anything to draw. */
  drawn: boolean;
}

/** A text inside an attribute of the line that is copied: it is markup in the page of somebody else. */
const quoted = (text: string): string => toHtml(plainText(text));

/** The page of it, and the resource that its picture is of. */
function placesOf({ topic, group }: Embedded): { page: string; of: string } {
  const path =
    group === undefined ? `/topics/${encodeURIComponent(topic)}` : `/groups/${encodeURIComponent(group)}`;
  return { page: path, of: `/v1${path}` };
}

/** The lines to copy, one for each place that a view can stand in. */
export function snippetsOf(embedded: Embedded): { label: string; line: string }[] {
  const { base, topic, group, title, drawn } = embedded;
  const [id, name] = [quoted(topic), quoted(title)];
  const element =
    group === undefined
      ? `<crosscheck-consensus topic="${id}"></crosscheck-consensus>`
      : `<crosscheck-figure topic="${id}" group="${quoted(group)}"></crosscheck-figure>`;
  const figure = group === undefined ? '' : `?figure=${encodeURIComponent(group)}`;
  const frame = `${base}/embed/topics/${encodeURIComponent(topic)}${figure}`;
  const { page, of } = placesOf(embedded);
  return [
    { label: 'A page', line: `<script src="${base}/embed.js" async></script>${element}` },
    {
      label: 'A page without scripts',
      line: `<iframe src="${frame}" title="${name}" width="100%" height="480" loading="lazy" style="border:0"></iframe>`,
    },
    ...(drawn
      ? [
          {
            label: 'Mail',
            line: `<a href="${base}${page}"><img src="${base}${of}/chart.png" alt="${name}" width="640"></a>`,
          },
        ]
      : []),
  ];
}

/** Tells programs where the page of a topic or of a question is described for embedding, and shows its picture where it is shared. */
export const EmbedHead = ({ embedded }: { embedded: Embedded }) => {
  const { base, title, drawn } = embedded;
  const { page, of } = placesOf(embedded);
  return (
    <>
      <link
        rel="alternate"
        type="application/json+oembed"
        href={`${base}/oembed?format=json&url=${encodeURIComponent(base + page)}`}
        title={title}
      />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={base + page} />
      {drawn ? <meta property="og:image" content={`${base}${of}/chart.png`} /> : null}
      <script src={script('copy.js')} defer />
    </>
  );
};

/** Lines that put this into a page of somebody else. They can be copied without a script, too. */
export const EmbedBox = ({ embedded }: { embedded: Embedded }) => (
  <details class="embed-box">
    <summary>Embed this</summary>
    <p class="lede-small">
      One line, no cookie, nobody else is asked for anything. The element takes <code>theme</code> and{' '}
      <code>lang</code> (en, ar, fr, es, de, he); <code>crosscheck-discrepancies</code> in its place shows
      what differs.
    </p>
    <dl>
      {snippetsOf(embedded).map(({ label, line }) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <pre>
              <code>
                <Text>{line}</Text>
              </code>
            </pre>
          </dd>
        </div>
      ))}
    </dl>
  </details>
);
