import type { EmbedView } from '../../view/embed/embed-view.ts';
import { fill, hoursOf, type Speech, sayAge, speak } from '../../view/embed/say.ts';
import { showEmbed } from '../../view/embed/show-embed.ts';
import { labelsOf } from '../../view/labels/index.ts';
import css from '../assets/embed.css';
import { type Answer, fetchView } from './fetch-view.ts';
import { toNode } from './to-nodes.ts';

/** Where this script came from: the server to ask, unless the attribute api names another. */
const HOME =
  document.currentScript instanceof HTMLScriptElement ? new URL(document.currentScript.src).origin : '';

/** Seconds between two looks; a host may ask for longer or for as little as half a minute. */
const EVERY = { preset: 300, least: 30, most: 86_400, afterFailures: 3_600 } as const;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** What all three elements do: show a view of a topic, keep it fresh, and say so when they cannot. */
export abstract class CrosscheckElement extends HTMLElement {
  static readonly observedAttributes = [
    'topic',
    'group',
    'lang',
    'theme',
    'api',
    'heading',
    'refresh',
    'limit',
    'max-age',
  ];

  readonly #body = document.createElement('section');
  readonly #content = document.createElement('div');
  readonly #state = document.createElement('p');
  #answer: Answer | null = null;
  #view: { view: EmbedView; text: string; at: string } | null = null;
  #shown = '';
  #asked = '';
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = 0;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.#body.className = 'crosscheck';
    this.#state.className = 'state';
    this.#state.setAttribute('role', 'status');
    this.#body.append(this.#state, this.#content);
    root.append(this.#body);
  }

  /** The query that asks the server for what is shown; null while an attribute is missing. */
  protected abstract query(): Readonly<Record<string, string>> | null;

  connectedCallback(): void {
    document.addEventListener('visibilitychange', this.#onVisible);
    this.#render();
    void this.refresh();
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#onVisible);
    clearTimeout(this.#timer);
  }

  attributeChangedCallback(): void {
    if (!this.isConnected) return;
    this.#render();
    if (this.#url() !== this.#asked) void this.refresh();
  }

  /** Looks at the server now. Resolves when what it said is shown. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    const url = this.#url();
    if (url !== this.#asked) this.#view = null;
    this.#asked = url;
    if (url === '') {
      this.#answer = { kind: 'missing' };
      this.#render();
      return;
    }
    const answer = await fetchView(url);
    // Attributes may have changed, or the element may have left the page, while the answer was under way.
    if (url !== this.#asked || !this.isConnected) return;
    this.#answer = answer;
    this.#failures = answer.kind === 'away' ? this.#failures + 1 : 0;
    if (answer.kind === 'view') this.#view = { ...answer, at: new Date().toISOString() };
    if (answer.kind === 'missing') this.#view = null;
    this.#render();
    this.#plan(answer.kind === 'away' ? answer.wait : 0);
  }

  readonly #onVisible = (): void => {
    if (document.visibilityState === 'visible' && Date.now() >= this.#due) void this.refresh();
  };

  /** The next look: later after each failure, never all elements at once, and not while nobody sees it. */
  #plan(wait: number): void {
    const asked = Number(this.getAttribute('refresh')) || EVERY.preset;
    const every = Math.min(EVERY.most, Math.max(EVERY.least, asked));
    const backOff = Math.min(
      Math.max(every, EVERY.afterFailures),
      every * 2 ** Math.max(0, this.#failures - 1),
    );
    const delay = Math.max(wait, backOff * (0.9 + Math.random() * 0.2)) * 1000;
    this.#due = Date.now() + delay;
    this.#timer = setTimeout(() => {
      if (document.visibilityState === 'visible') void this.refresh();
    }, delay);
  }

  #server(): string {
    return (this.getAttribute('api') ?? HOME).replace(/\/+$/, '');
  }

  #url(): string {
    const topic = this.getAttribute('topic');
    const query = this.query();
    if (!topic || query === null) return '';
    const limit = this.getAttribute('limit');
    const params = new URLSearchParams(limit === null ? query : { ...query, limit });
    return `${this.#server()}/v1/topics/${encodeURIComponent(topic)}/embed?${params}`;
  }

  #render(): void {
    const labels = labelsOf(this.getAttribute('lang') ?? this.closest('[lang]')?.getAttribute('lang'));
    const theme = this.getAttribute('theme');
    const { words, language, direction } = labels;
    this.#body.lang = language;
    this.#body.dir = direction;
    this.#body.dataset['theme'] = theme === 'light' || theme === 'dark' ? theme : 'auto';
    const kind = this.query()?.['show'] === 'discrepancies' ? words.discrepancies : words.consensus;
    const about =
      this.#view?.view.show === 'figure' ? this.#view.view.rows[0]?.question : this.#view?.view.topic.title;
    this.#body.setAttribute('aria-label', about === undefined ? kind : `${kind}: ${about}`);
    const speech = speak(labels);
    this.#say(this.#stateWords(speech));
    const rank = Math.min(5, Math.max(1, Math.trunc(Number(this.getAttribute('heading'))) || 2));
    const shown = `${this.#view?.text}\n${language}\n${rank}\n${this.#server()}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    const held = this.shadowRoot?.activeElement?.getAttribute('href');
    const view = this.#view?.view;
    this.#content.replaceChildren(
      ...(view ? showEmbed(view, { speech, server: this.#server(), rank }).map(toNode) : []),
    );
    // Who stands on a link stays on it when new data come.
    if (held)
      [...this.#content.querySelectorAll('a')].find((link) => link.getAttribute('href') === held)?.focus();
  }

  #say(text: string): void {
    if (this.#state.textContent !== text) this.#state.textContent = text;
  }

  #stateWords(speech: Speech): string {
    const { words } = speech.labels;
    if (this.#answer === null) return words.loading;
    if (this.#answer.kind === 'missing') return words.missing;
    if (this.#view === null) return words.refused;
    const age = { now: Date.now(), hours: hoursOf(this.getAttribute('max-age')) };
    const old = sayAge(this.#view.view.topic.updatedAt, speech, age);
    if (this.#answer.kind === 'view') return old;
    return `${fill(words.away, { time: speech.time(this.#view.at) })} ${old}`.trim();
  }
}
