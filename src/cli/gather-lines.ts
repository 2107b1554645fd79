/** Characters that are gathered before they are written, and how long the first of them may wait (milliseconds). */
const LIMITS = { characters: 32_768, wait: 200 } as const;

/** Where text is written to: a file or a pipe behind a descriptor. */
export interface Sink {
  write(text: string): unknown;
}

/**
 * Lines that are written together: a system call for each would cost more than most answers. `flush` writes those that
 * wait; nothing else keeps the process alive for them.
 */
export function gatherLines(sink: Sink, { characters, wait }: { characters: number; wait: number } = LIMITS) {
  let lines: string[] = [];
  let length = 0;
  let timer: NodeJS.Timeout | null = null;

  function flush(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (length === 0) return;
    const text = lines.join('');
    lines = [];
    length = 0;
    sink.write(text);
  }

  return {
    flush,
    write(line: string): void {
      lines.push(line);
      length += line.length;
      if (length >= characters) flush();
      else timer ??= setTimeout(flush, wait).unref();
    },
  };
}
