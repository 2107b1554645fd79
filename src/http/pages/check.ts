import type { Context } from 'hono';
import { z } from 'zod';
import { LONGEST_DRAFT } from '../../check/check.ts';
import { checkText } from '../../check-text.ts';
import type { Store } from '../../store/store.ts';
import { topicNow } from '../../store/topic-now.ts';
import type { Topic } from '../../topic/topic.ts';
import { STYLE } from '../../web/assets.ts';
import { type Checked, CheckPage, type Typed } from '../../web/check-page.tsx';
import { nameThings } from '../../web/web.ts';
import { outletsOf } from '../read-names.ts';
import type { Env } from '../services.ts';
import { readFormText, sendOnce } from './form.ts';
import { asked, type ShowPage, sendPage } from './send-page.ts';

/** Bytes of a form: the longest draft, each character escaped three bytes for one. */
const BODY_LIMIT = LONGEST_DRAFT * 9 + 10_000;
/** Topics to choose from, the newest first; the one that is asked for is always among them. */
const CHOICES = 100;

const draft = z.object({
  text: z
    .string()
    .refine((text) => text.trim() !== '', 'Paste the text.')
    .max(LONGEST_DRAFT, `The text may hold at most ${LONGEST_DRAFT} characters.`),
  publishedAt: z
    .string()
    .refine((day) => day === '' || z.iso.date().safeParse(day).success, 'Give the day as 2025-10-07.'),
});

async function choicesOf(store: Store, chosen: Topic | null): Promise<Topic[]> {
  const { data } = await store.topics({ limit: CHOICES });
  return chosen === null || data.some(({ id }) => id === chosen.id) ? data : [chosen, ...data];
}

async function topicOf(store: Store, id: string): Promise<Topic | null> {
  const now = id === '' ? null : await topicNow(store, id);
  return now === null ? null : store.topic(now);
}

/** Holds a draft against its topic. Nothing is kept. */
async function check(c: Context<Env>, typed: Typed): Promise<Checked> {
  const { store, vocabulary, now } = c.get('services');
  const { text, topic, publishedAt } = typed;
  const view = await checkText(
    {
      text,
      ...(topic === '' ? {} : { topic }),
      ...(publishedAt === '' ? {} : { publishedAt: `${publishedAt}T12:00:00Z` }),
    },
    { store, vocabulary, now: now() },
  );
  const against = view.topic === null ? null : await store.topic(view.topic);
  const said = view.data.flatMap(({ positions }) => positions).flatMap(({ quotes }) => quotes);
  const [outlets, claims] = await Promise.all([
    outletsOf(
      store,
      said.map(({ outlet }) => outlet),
    ),
    store.claimsById([...new Set(said.map(({ claim }) => claim))]),
  ]);
  const names = nameThings(vocabulary, outlets, claims, against?.sample);
  return { view, text, topicTitle: against?.title ?? null, names };
}

export const showCheck: ShowPage = async (c) => {
  const { store, config } = c.get('services');
  const empty = { problems: [], checked: null, style: STYLE };
  if (c.req.method !== 'POST') {
    const chosen = await topicOf(store, asked(c, 'topic') ?? '');
    const topics = await choicesOf(store, chosen);
    const typed = { text: '', topic: chosen?.id ?? '', publishedAt: '' };
    return sendPage(c, CheckPage({ ...empty, typed, topics }));
  }
  const form = new URLSearchParams(
    await readFormText(c, Math.min(BODY_LIMIT, config.bodyLimit), 'POST /v1/check'),
  );
  const typed: Typed = {
    text: (form.get('text') ?? '').replaceAll('\r\n', '\n'),
    topic: form.get('topic')?.trim() ?? '',
    publishedAt: form.get('publishedAt')?.trim() ?? '',
  };
  const chosen = await topicOf(store, typed.topic);
  const topics = await choicesOf(store, chosen);
  const problems = draft.safeParse(typed).error?.issues.map(({ message }) => message) ?? [];
  if (typed.topic !== '' && chosen === null) problems.push('There is no such topic any more.');
  if (problems.length > 0) return sendOnce(c, CheckPage({ ...empty, typed, topics, problems }), 422);
  return sendOnce(c, CheckPage({ ...empty, typed, topics, checked: await check(c, typed) }), 200);
};
