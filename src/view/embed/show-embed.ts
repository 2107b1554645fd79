import type { EmbedFinding, EmbedPosition, EmbedRow, EmbedView, Said } from './embed-view.ts';
import { fill, type Speech, sayFigure, sayRange } from './say.ts';
import { scaleOf } from './scale.ts';
import { el, outside, type Tree } from './tree.ts';

/** Where and how a view is shown. */
export interface Place {
  speech: Speech;
  /** Origin of the server, without a slash at its end. */
  server: string;
  /** Rank of its heading, 1 to 5. */
  rank: number;
}

/** The explanations and questions are written in English whatever the labels speak. */
const WRITTEN = 'en';

const saidTree = (said: Said, speech: Speech): Tree => {
  const figure = sayFigure(said, speech);
  return figure === null ? outside(said.text) : el('bdi', {}, figure);
};

function names({ outlets, moreOutlets }: EmbedPosition, speech: Speech): Tree[] {
  const { comma } = speech.labels;
  const listed = outlets.flatMap((name, index) => (index === 0 ? [outside(name)] : [comma, outside(name)]));
  return moreOutlets > 0 ? [...listed, ` +${speech.number(moreOutlets)}`] : listed;
}

/** Every position with its place on the scale, its outlets and its origins: the chart is the table. */
function positionsTable(row: EmbedRow, speech: Speech): Tree {
  const { words } = speech.labels;
  const scale = scaleOf(row.positions);
  const heads = [words.statement, ...(scale ? [words.scale] : []), words.outlets, words.origins];
  return el(
    'table',
    { 'aria-label': row.question },
    el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
    el(
      'tbody',
      {},
      ...row.positions.map((position) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, saidTree(position.said, speech)),
          scale && el('td', { class: 'drawn' }, scale(position)),
          el('td', {}, ...names(position, speech)),
          el('td', { class: 'count' }, speech.number(position.origins)),
        ),
      ),
    ),
  );
}

function answer(row: EmbedRow, { speech }: Place): Tree {
  if (row.said !== null) return el('p', { class: 'figure' }, saidTree(row.said, speech));
  const all = row.positions.flatMap(({ said }, index) => [index > 0 ? ' / ' : '', saidTree(said, speech)]);
  return el('p', { class: 'figure' }, ...all);
}

function rowTree(row: EmbedRow, place: Place): Tree {
  const { speech, rank } = place;
  const { status, grade, words } = speech.labels;
  const range = sayRange(row, speech);
  return el(
    'li',
    { class: `row ${row.status}` },
    el(`h${rank + 1}`, {}, outside(row.question, WRITTEN)),
    answer(row, place),
    el(
      'p',
      { class: 'notes' },
      el('b', { class: 'status' }, status[row.status]),
      status[row.status] === grade[row.grade] ? null : ` · ${grade[row.grade]}`,
      ` · ${fill(words.originsAtMost, { n: speech.number(row.originsMax) })}`,
    ),
    range === null ? null : el('p', { class: 'notes' }, fill(words.range, { n: range })),
    row.positions.length > 0 ? positionsTable(row, speech) : null,
  );
}

function findingTree(finding: EmbedFinding, { speech, rank }: Place): Tree {
  const { verdict, tier, comma, words } = speech.labels;
  const [before = '', after = ''] = words.source.split('{who}');
  return el(
    'li',
    { class: `row ${finding.tier}` },
    el(`h${rank + 1}`, {}, outside(finding.question, WRITTEN)),
    el(
      'p',
      { class: 'notes' },
      el('b', { class: 'status' }, tier[finding.tier]),
      ` · ${verdict[finding.verdict]}`,
    ),
    el('p', {}, outside(finding.because, WRITTEN)),
    el(
      'ul',
      { class: 'sides' },
      ...finding.sides.map((side) =>
        el(
          'li',
          {},
          el('p', { class: 'figure' }, saidTree(side.said, speech)),
          el('blockquote', { dir: 'auto' }, side.quote),
          el(
            'p',
            { class: 'notes' },
            el('b', {}, outside(side.outlet)),
            ...(side.source === null ? [] : [comma, before, outside(side.source), after]),
            comma,
            el('time', { datetime: side.at }, speech.time(side.at)),
          ),
        ),
      ),
    ),
  );
}

const linkTo = (href: string, text: string, words: Speech['labels']['words']): Tree =>
  el(
    'a',
    { href, target: '_blank', rel: 'noopener' },
    text,
    el('span', { class: 'unseen' }, ` (${words.newWindow})`),
  );

function listOf(view: EmbedView, place: Place): Tree {
  const { words } = place.speech.labels;
  const rows = view.rows.map((row) => rowTree(row, place));
  const findings = view.findings.map((finding) => findingTree(finding, place));
  const empty = view.show === 'discrepancies' ? words.nothingDiffers : words.nothing;
  return rows.length + findings.length === 0
    ? el('p', {}, empty)
    : el('ul', { class: 'rows' }, ...rows, ...findings);
}

/** An embedded view: heading, rows, what is left out, the time of the data and the way to the topic. */
export function showEmbed(view: EmbedView, place: Place): Tree[] {
  const { speech, server, rank } = place;
  const { words } = speech.labels;
  const { topic } = view;
  return [
    el(
      'header',
      {},
      el('p', { class: 'kind' }, view.show === 'discrepancies' ? words.discrepancies : words.consensus),
      el(`h${rank}`, {}, outside(topic.title, WRITTEN)),
      topic.sample ? el('p', { class: 'notes' }, words.sample) : null,
    ),
    listOf(view, place),
    el(
      'footer',
      {},
      view.more > 0 ? el('p', {}, fill(words.more, { n: speech.number(view.more) })) : null,
      el(
        'p',
        {},
        linkTo(`${server}/topics/${encodeURIComponent(topic.id)}`, words.open, words),
        ' · ',
        ...around(words.data, el('time', { datetime: topic.updatedAt }, speech.time(topic.updatedAt))),
      ),
    ),
  ];
}

/** Words with an element in the place of {time}. */
function around(words: string, inner: Tree): Tree[] {
  const [before = '', after = ''] = words.split('{time}');
  return [before, inner, after];
}
