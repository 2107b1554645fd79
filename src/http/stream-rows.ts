import type { Context } from 'hono';
import { CrosscheckError } from '../errors.ts';
import { countResult, type Intake, noCounts, showResult, type Taken, takeAll } from './intake.ts';
import { type Line, readLines } from './ndjson.ts';
import { asCrosscheckError } from './problem.ts';
import { parseJson } from './read-json.ts';
import type { Env, Services } from './services.ts';

/** Things that are ingested and reconciled together: few enough to answer soon. */
const PORTION = 20;

function checkLine<Input, T extends Taken>(line: Line, { check }: Intake<Input, T>) {
  if ('error' in line) return line.error;
  const parsed = parseJson(line.text);
  return parsed instanceof CrosscheckError ? parsed : check(parsed.value);
}

async function takeLines<Input, T extends Taken>(
  lines: readonly Line[],
  intake: Intake<Input, T>,
  services: Services,
) {
  const checked = lines.map((line) => checkLine(line, intake));
  try {
    return await takeAll(checked, intake);
  } catch (error) {
    services.log.error({ err: error }, 'a portion of a stream failed');
    return checked.map((each) => ({
      error: each instanceof CrosscheckError ? each : asCrosscheckError(error),
    }));
  }
}

/**
 * Takes things line by line and answers each in the same order, while the rest still comes in. A bad line is
 * answered with its number and its problem, and the rest goes on. The last line is a summary: without it the answer
 * is cut short.
 */
export function streamRows<Input, T extends Taken>(c: Context<Env>, intake: Intake<Input, T>): Response {
  const services = c.get('services');
  const counts = noCounts();
  const encoder = new TextEncoder();
  let stopped = false;
  // Answers are queued without waiting for the caller to read them: one who sends everything first would never read.
  const answer = new ReadableStream<Uint8Array>({
    async start(out) {
      const write = (row: unknown) => {
        if (!stopped) out.enqueue(encoder.encode(`${JSON.stringify(row)}\n`));
      };
      let complete = true;
      try {
        for await (const lines of readLines(c, services.config.bodyLimit)) {
          if (stopped) return;
          for (let from = 0; from < lines.length; from += PORTION) {
            const portion = lines.slice(from, from + PORTION);
            const results = await takeLines(portion, intake, services);
            await intake.note(c, results);
            results.forEach((result, index) => {
              countResult(counts, result);
              write({ line: portion[index]?.line, ...showResult(result) });
            });
          }
        }
      } catch (error) {
        complete = false;
        write({ line: null, ...showResult({ error: asCrosscheckError(error) }) });
      }
      write({ summary: { complete, ...counts } });
      if (!stopped) out.close();
    },
    cancel() {
      stopped = true;
    },
  });
  c.header('Content-Type', 'application/x-ndjson');
  c.header('Cache-Control', 'no-store');
  return c.body(answer, 200);
}
