/** A row as the fit sees it. */
export interface Observation {
  readonly doubts: readonly string[];
  readonly right: boolean;
  /** How much it counts. */
  readonly weight: number;
}

/** Log-odds: of a row without doubts, and what each doubt takes off. */
export interface Fitted {
  readonly start: number;
  readonly doubts: Readonly<Record<string, number>>;
}

/** Doubts of fewer rows than this tell nothing. */
const FEWEST = 6;
/** Pulls weights towards 0. */
const PENALTY = 2;
const ROUNDS = 50;

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Fits what each doubt takes off. A doubt that would add something is left out, and the rest fitted again; those in
 * `fixed` keep what is stipulated.
 */
export function fitDoubts(observations: readonly Observation[], fixed: ReadonlyMap<string, number>): Fitted {
  const rows = new Map<string, number>();
  for (const { doubts } of observations)
    for (const doubt of doubts) rows.set(doubt, (rows.get(doubt) ?? 0) + 1);
  let names = [...rows].filter(([name, count]) => count >= FEWEST && !fixed.has(name)).map(([name]) => name);
  names.sort();
  for (;;) {
    const [start = 0, ...weights] = regress(observations, names, fixed);
    const kept = names.filter((_, i) => (weights[i] ?? 0) <= -0.005);
    if (kept.length === names.length) {
      const entries = names.map((name, i) => [name, rounded(weights[i] ?? 0)] as const);
      return { start: rounded(start), doubts: Object.fromEntries(entries) };
    }
    names = kept;
  }
}

const rounded = (x: number): number => Math.round(x * 100) / 100;

/**
 * Logistic regression with an L2 penalty, by Newton's method (iteratively reweighted least squares): the same rows give
 * the same weights. The first weight is that of a row without doubts.
 */
function regress(
  observations: readonly Observation[],
  names: readonly string[],
  fixed: ReadonlyMap<string, number>,
): number[] {
  const at = new Map(names.map((name, i) => [name, i + 1] as const));
  const rows = observations.map(({ doubts, right, weight }) => ({
    columns: [0, ...new Set(doubts.flatMap((doubt) => at.get(doubt) ?? []))],
    offset: doubts.reduce((sum, doubt) => sum + (fixed.get(doubt) ?? 0), 0),
    ...{ right, weight },
  }));
  const beta = new Array<number>(names.length + 1).fill(0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = beta.map((value, i) => (i === 0 ? 0 : -PENALTY * value));
    const hessian = beta.map((_, i) => beta.map((__, j) => (i !== j ? 0 : i === 0 ? 1e-6 : PENALTY)));
    for (const { columns, offset, right, weight } of rows) {
      const p = logistic(columns.reduce((sum, i) => sum + (beta[i] ?? 0), offset));
      for (const i of columns) {
        gradient[i] = (gradient[i] ?? 0) + weight * (Number(right) - p);
        const row = hessian[i] as number[];
        for (const j of columns) row[j] = (row[j] ?? 0) + weight * p * (1 - p);
      }
    }
    const step = solve(hessian, gradient);
    step.forEach((by, i) => {
      beta[i] = (beta[i] ?? 0) + by;
    });
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  return beta;
}

/** Gaussian elimination with pivoting; the matrix is symmetric and positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const n = rows.length;
  for (let i = 0; i < n; i += 1) {
    let pivot = i;
    for (let j = i + 1; j < n; j += 1)
      if (Math.abs(rows[j]?.[i] ?? 0) > Math.abs(rows[pivot]?.[i] ?? 0)) pivot = j;
    [rows[i], rows[pivot]] = [rows[pivot] as number[], rows[i] as number[]];
    const top = rows[i] as number[];
    for (let j = i + 1; j < n; j += 1) {
      const row = rows[j] as number[];
      const factor = (row[i] ?? 0) / (top[i] ?? 1);
      for (let k = i; k <= n; k += 1) row[k] = (row[k] ?? 0) - factor * (top[k] ?? 0);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i -= 1) {
    const row = rows[i] as number[];
    const known = x.reduce((sum, value, j) => (j > i ? sum + (row[j] ?? 0) * value : sum), 0);
    x[i] = ((row[n] ?? 0) - known) / (row[i] ?? 1);
  }
  return x;
}
