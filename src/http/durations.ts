/** Seconds: from a row that is at hand to a topic that is worked out anew. */
const BOUNDS: readonly number[] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  /** How many took longer than the bound before and no longer than this one; at the end those that took longer. */
  readonly counts: number[];
  sum: number;
}

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');

function linesOf(name: string, { method, route, status, counts, sum }: Series): string[] {
  const labels = `method="${escaped(method)}",route="${escaped(route)}",status="${status}"`;
  let total = 0;
  const buckets = counts.map((count, at) => {
    total += count;
    return `${name}_bucket{le="${BOUNDS[at] ?? '+Inf'}",${labels}} ${total}`;
  });
  return [...buckets, `${name}_sum{${labels}} ${sum}`, `${name}_count{${labels}} ${total}`];
}

/**
 * A histogram of how long answers took, by method, route and status. The one of prom-client looks its labels over at
 * each observation, which costs more than all else that is noted of a short answer; its text is the same.
 */
export function createDurations(name: string, help: string) {
  const all = new Map<string, Series>();
  let last: Series | undefined;

  /** Most answers are of the kind of the one before. */
  function seriesOf(method: string, route: string, status: number): Series {
    if (last?.route === route && last.status === status && last.method === method) return last;
    const key = `${status} ${method} ${route}`;
    const counts = () => Array<number>(BOUNDS.length + 1).fill(0);
    last = all.get(key) ?? { method, route, status, counts: counts(), sum: 0 };
    all.set(key, last);
    return last;
  }

  return {
    observe(method: string, route: string, status: number, seconds: number): void {
      const series = seriesOf(method, route, status);
      let at = 0;
      while (at < BOUNDS.length && seconds > (BOUNDS[at] ?? 0)) at += 1;
      series.counts[at] = (series.counts[at] ?? 0) + 1;
      series.sum += seconds;
    },
    /** In the text format of Prometheus. */
    text: (): string =>
      [
        `# HELP ${name} ${help}`,
        `# TYPE ${name} histogram`,
        ...[...all.values()].flatMap((series) => linesOf(name, series)),
      ].join('\n'),
  };
}
