import { pino } from 'pino';
import type { Answered, Log } from '../http/services.ts';

interface Lines {
  write(line: string): void;
}

/** What pino writes before the time of a line of this level, and after it. */
function frameOf(level: 'info'): [string, string] {
  let line = '';
  pino({ level }, { write: (text: string) => (line = text) })[level]({});
  const [, before = '', after = ''] = /^(.*"time":)\d+(.*)\}\n$/.exec(line) ?? [];
  return [before, after];
}

/** Writes the line of an answer as pino would, but does not find out anew each time what stays as it was. */
function answerLines(lines: Lines): (answered: Answered) => void {
  const [before, after] = frameOf('info');
  let [method, path, what] = ['', '', ''];
  return (answered) => {
    // The same is asked for again and again: then the text is at hand.
    if (answered.path !== path || answered.method !== method) {
      ({ method, path } = answered);
      what = `,"method":${JSON.stringify(method)},"path":${JSON.stringify(path)},"status":`;
    }
    const { requestId, status, ms } = answered;
    lines.write(
      `${before}${Date.now()}${after},"requestId":"${requestId}"${what}${status},"ms":${ms},"msg":"request"}\n`,
    );
  };
}

/** Writes what happens as lines of JSON, of this level and above. */
export function createLog(level: string, lines: Lines): Log {
  const log = pino({ level }, lines);
  return Object.assign(log, {
    answered: log.isLevelEnabled('info') ? answerLines(lines) : (): void => {},
  });
}
