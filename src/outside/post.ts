import { Agent, request } from 'undici';
import { checkUrl, publicLookup } from './addresses.ts';
import { drop, explain } from './fetch.ts';

/** What came of a message. */
export interface Posted {
  /** Null: no answer. */
  status: number | null;
  /** In words; null when the answer was 2xx. */
  error: string | null;
}

const PATIENCE = 15_000;
const AGENT_NAME = 'Crosscheck/1 (webhook)';

/**
 * Posts a message. Redirects are not followed: they are a failure. Private networks are refused like in `fetchOutside`.
 * Never throws; what the address answers beside its status is not read.
 */
export async function postOutside(
  address: string,
  message: { headers: Record<string, string>; body: string },
  { allowPrivateAddresses, patience = PATIENCE }: { allowPrivateAddresses: boolean; patience?: number },
): Promise<Posted> {
  const dispatcher = new Agent({
    connect: { timeout: patience, ...(allowPrivateAddresses ? {} : { lookup: publicLookup }) },
    headersTimeout: patience,
    bodyTimeout: patience,
  });
  try {
    const url = new URL(address);
    checkUrl(url, allowPrivateAddresses);
    const { statusCode: status, body } = await request(url, {
      dispatcher,
      method: 'POST',
      signal: AbortSignal.timeout(patience),
      headers: { ...message.headers, 'content-type': 'application/json', 'user-agent': AGENT_NAME },
      body: message.body,
    });
    drop(body);
    if (status >= 200 && status < 300) return { status, error: null };
    const isRedirect = status >= 300 && status < 400;
    return { status, error: `It answers ${status}${isRedirect ? '; redirects are not followed' : ''}.` };
  } catch (error) {
    return { status: null, error: explain(error, patience) };
  } finally {
    await dispatcher.destroy();
  }
}

/** Why messages may not be posted to an address, as far as can be seen without the network; null: they may. */
export function refusalOf(address: string, allowPrivateAddresses: boolean): string | null {
  try {
    checkUrl(new URL(address), allowPrivateAddresses);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}
