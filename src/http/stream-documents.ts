import type { Context } from 'hono';
import { CrosscheckError } from '../errors.ts';
import { type Line, readLines } from './ndjson.ts';
import { noteDocuments } from './note.ts';
import { asCrosscheckError } from './problem.ts';
import { parseJson } from './read-json.ts';
import type { Env, Services } from './services.ts';
import { checkInput, countResult, noCounts, showResult, takeAll } from './take-documents.ts';

/** Documents that are ingested and reconciled together: few enough to answer soon. */
const PORTION = 20;

function checkLine(line: Line) {
  if ('error' in line) return line.error;
  const parsed = parseJson(line.text);
  return parsed instanceof CrosscheckError ? parsed : checkInput(parsed.value);
}

async function takeLines(lines: readonly Line[], services: Services) {
  const checked = lines.map(checkLine);
  try {
    return await takeAll(checked, services);
  } catch (error) {
    services.log.error({ err: error }, 'a portion of a stream failed');
    return checked.map((each) => ({
      error: each instanceof CrosscheckError ? each : asCrosscheckError(error),
    }));
  }
}

/**
 * Takes documents line by line and answers each in the same order, while the rest still comes in. A bad line is
 * answered with its number and its problem, and the rest goes on. The last line is a summary: without it the answer
 * is cut short.
 */
export function streamDocuments(c: Context<Env>, services: Services): Response {
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
            const results = await takeLines(portion, services);
            await noteDocuments(c, results);
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
