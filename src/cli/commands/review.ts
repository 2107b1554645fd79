import { CrosscheckError } from '../../errors.ts';
import { ReviewInput, toReview } from '../../review/review.ts';
import type { Store } from '../../store/store.ts';
import { type Loaded, openAll } from '../open.ts';
import { describeIssues } from '../read-rows.ts';
import { say, type Terminal, write } from '../terminal.ts';

export interface ReviewOptions {
  actor: string;
  reason: string;
}

const missing = (what: string): CrosscheckError => new CrosscheckError('not-found', what);

/** What the words of the command line mean. @throws CrosscheckError when an id leads nowhere */
async function toInput(
  kind: string,
  ids: readonly string[],
  said: ReviewOptions,
  store: Store,
): Promise<unknown> {
  const { actor, reason } = said;
  const [first = '', second = '', value] = ids;
  if (kind === 'confirm' || kind === 'dismiss') {
    const finding = await store.finding(first);
    if (!finding) throw missing(`There is no finding "${first}".`);
    const { claims, verdict, subtype } = finding;
    return { kind, claims, verdict, subtype, actor, reason };
  }
  if (kind === 're-scope') {
    if (!(await store.claim(first))) throw missing(`There is no claim "${first}".`);
    return { kind, claim: first, dimension: second, value: value ?? null, actor, reason };
  }
  const areClaims = (await store.claim(first)) !== null && (await store.claim(second)) !== null;
  const areDocuments = (await store.document(first)) !== null && (await store.document(second)) !== null;
  if (!areClaims && !areDocuments)
    throw missing(`"${first}" and "${second}" are not two claims or two documents that are here.`);
  return { kind, of: areClaims ? 'claims' : 'documents', pair: [first, second], actor, reason };
}

/** Adds a review and reconciles what it is about. Resolves to the exit status. */
export async function addReview(
  kind: string,
  ids: readonly string[],
  said: ReviewOptions,
  loaded: Loaded,
  terminal: Terminal,
): Promise<number> {
  const world = await openAll(loaded);
  try {
    const input = ReviewInput.safeParse(await toInput(kind, ids, said, world.store));
    if (!input.success) {
      say(terminal, describeIssues(input.error));
      return 1;
    }
    const review = toReview(input.data, world.now().toISOString());
    await world.store.addReview(review);
    await world.settle();
    await write(terminal.output, `${JSON.stringify(review)}\n`);
    return 0;
  } finally {
    await world.store.close();
  }
}

/** Writes reviews, a line of JSON each. Resolves to the exit status. */
export async function listReviews(
  topic: string | undefined,
  loaded: Loaded,
  terminal: Terminal,
): Promise<number> {
  const { store } = await openAll(loaded);
  try {
    for (const review of await store.reviews({ topic })) {
      await write(terminal.output, `${JSON.stringify(review)}\n`);
    }
    return 0;
  } finally {
    await store.close();
  }
}
