import {
  mergeTopics,
  splitTopic as splitOff,
  type TopicChange,
  type TopicWorld,
  unmergeTopic as takeBack,
} from '../../change-topics.ts';
import { CrosscheckError } from '../../errors.ts';
import { topicNow } from '../../store/topic-now.ts';
import type { Said } from '../../topic/merge.ts';
import { type Loaded, openAll } from '../open.ts';
import { say, type Terminal, write } from '../terminal.ts';

export interface TopicOptions {
  actor: string;
  reason: string;
  into?: string;
}

const noTopic = (id: string): CrosscheckError =>
  new CrosscheckError('not-found', `There is no topic "${id}". "crosscheck topics" lists them.`);

/** Changes a topic, writes into the audit trail what was done, and the topics by then as lines of JSON. */
async function change(
  target: string,
  { actor, reason }: TopicOptions,
  loaded: Loaded,
  terminal: Terminal,
  work: (world: TopicWorld, said: Said) => Promise<TopicChange>,
): Promise<number> {
  const { store, settle, now } = await openAll(loaded);
  try {
    const at = now().toISOString();
    const { topic, other, did } = await work({ store, settle }, { actor, reason, at });
    if (did === null) say(terminal, 'It is so already.');
    else {
      const detail = `${did}; by ${actor}; because: ${reason}`.slice(0, 2_000);
      const who = { at, actor: 'command line', keyId: null, requestId: null };
      await store.addAudit([{ ...who, action: 'topic.change', target, detail }]);
    }
    for (const id of [topic, other]) {
      const row = id === null ? null : await store.topic(id);
      if (row) await write(terminal.output, `${JSON.stringify(row)}\n`);
    }
    return 0;
  } finally {
    await store.close();
  }
}

/** Puts a topic into another one. Resolves to the exit status. */
export const mergeTopic = (
  topic: string,
  into: string,
  options: TopicOptions,
  loaded: Loaded,
  terminal: Terminal,
): Promise<number> =>
  change(topic, options, loaded, terminal, (world, said) => mergeTopics(world, topic, into, said));

/** Takes the merge of a topic back. Resolves to the exit status. */
export const unmergeTopic = (
  topic: string,
  options: TopicOptions,
  loaded: Loaded,
  terminal: Terminal,
): Promise<number> =>
  change(topic, options, loaded, terminal, async (world) => {
    const home = await topicNow(world.store, topic);
    if (home === null) throw noTopic(topic);
    if (home === topic) return { topic, other: null, did: null };
    return takeBack(world, home, topic);
  });

/** Puts documents of a topic under another one. Resolves to the exit status. */
export const splitTopic = (
  topic: string,
  documents: readonly string[],
  options: TopicOptions,
  loaded: Loaded,
  terminal: Terminal,
): Promise<number> =>
  change(topic, options, loaded, terminal, (world, said) =>
    splitOff(world, { from: topic, documents, into: options.into }, said),
  );

/** Writes what was merged into a topic, a line of JSON each. Resolves to the exit status. */
export async function listMerges(asked: string, loaded: Loaded, terminal: Terminal): Promise<number> {
  const { store } = await openAll(loaded);
  try {
    const topic = await topicNow(store, asked);
    if (topic === null) throw noTopic(asked);
    for (const merge of await store.mergesInto(topic))
      await write(terminal.output, `${JSON.stringify(merge)}\n`);
    return 0;
  } finally {
    await store.close();
  }
}
