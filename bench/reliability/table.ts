/** A row whose labels tell whether it is right. */
export interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

const EDGES = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0001];

/** Wilson's score interval of a share, at 95 %. */
export function wilson(right: number, all: number): [low: number, high: number] {
  if (all === 0) return [0, 1];
  const z = 1.96;
  const share = right / all;
  const middle = share + z ** 2 / (2 * all);
  const reach = z * Math.sqrt((share * (1 - share)) / all + z ** 2 / (4 * all ** 2));
  return [(middle - reach) / (1 + z ** 2 / all), (middle + reach) / (1 + z ** 2 / all)];
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const binned = (rows: readonly Judged[]): Judged[][] =>
  EDGES.slice(1).map((edge, i) =>
    rows.filter(({ confidence }) => confidence >= (EDGES[i] ?? 0) && confidence < edge),
  );

/** Expected calibration error: how far confidence and share lie apart, bin by bin, weighted by rows. */
export const calibrationError = (rows: readonly Judged[]): number =>
  binned(rows).reduce(
    (sum, bin) =>
      sum +
      (bin.length / Math.max(1, rows.length)) *
        Math.abs(mean(bin.map((row) => row.confidence)) - mean(bin.map((row) => Number(row.right)))),
    0,
  );

const line = (name: string, rows: readonly Judged[]): string => {
  const right = rows.filter((row) => row.right).length;
  const [low, high] = wilson(right, rows.length);
  const share =
    rows.length === 0 ? '' : `${(right / rows.length).toFixed(3)}  [${low.toFixed(2)}, ${high.toFixed(2)}]`;
  return `  ${name.padEnd(8)} ${String(rows.length).padStart(6)} ${String(right).padStart(6)}  ${share}`;
};

/** The reliability table of one set: rows, right rows, their share and its interval, bin by bin. */
export function table(title: string, rows: readonly Judged[]): string {
  const names = ['< .5', '.5–.6', '.6–.7', '.7–.8', '.8–.9', '.9–1'];
  return [
    `${title}: ${rows.length} rows, expected calibration error ${calibrationError(rows).toFixed(3)}`,
    `  ${'bin'.padEnd(8)} ${'rows'.padStart(6)} ${'right'.padStart(6)}  share  95 %`,
    ...binned(rows).map((bin, i) => line(names[i] ?? '', bin)),
    line(
      '≥ .8',
      rows.filter(({ confidence }) => confidence >= 0.8),
    ),
    line('all', rows),
  ].join('\n');
}
