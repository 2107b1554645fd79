import type { EmbedView } from '../../view/embed/embed-view.ts';

/** What a look at the server brought: the view, that there is none, or that it cannot be had now. */
export type Answer =
  | { kind: 'view'; view: EmbedView; text: string }
  | { kind: 'missing' }
  | { kind: 'away'; wait: number };

const PATIENCE = 20_000;

/** Seconds that the server asks to be left alone; 0 when it says nothing. */
const waitOf = (response: Response): number => Math.max(0, Number(response.headers.get('retry-after')) || 0);

/**
 * Asks for a view; never rejects. The browser keeps the last answer and asks with its entity tag, so that what has not
 * changed is not sent again, and no header of ours makes it ask for leave first.
 */
export async function fetchView(url: string): Promise<Answer> {
  try {
    const response = await fetch(url, {
      cache: 'no-cache',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.ok) {
      const text = await response.text();
      return { kind: 'view', view: JSON.parse(text) as EmbedView, text };
    }
    const isGone = [400, 404, 410].includes(response.status);
    return isGone ? { kind: 'missing' } : { kind: 'away', wait: waitOf(response) };
  } catch {
    return { kind: 'away', wait: 0 };
  }
}
