import { sameFigure } from '../group/statements.ts';
import type { Position, Voice } from '../group/voices.ts';
import { distinct } from '../identity.ts';
import type { Camp } from './camp.ts';
import { campAt, type Desk, hold } from './desk.ts';

/** One step of a figure that moves: the voices of one position at one as-of. */
type Level = readonly Voice[];

function addStep(desk: Desk, earlier: Level, later: Level): void {
  const [a, b] = [campAt(desk, earlier), campAt(desk, later)];
  const [x, y] = [earlier[0]?.words.measure, later[0]?.words.measure];
  const repeats = x && y && earlier.length === 1 && later.length === 1 && sameFigure(x, y);
  // An outlet that repeats itself is no news; a second outlet that says the same bears the first one out.
  if (repeats && outletsOf(a) === outletsOf(b)) return;
  hold(desk, a, b);
}

const outletsOf = (camp: Camp): string => distinct(camp.claims.map((claim) => claim.outlet)).join(' ');

/**
 * Compares a figure across its as-of dates: every pair of levels while they are few, each with the next one when they
 * are many; a running total is also held against the highest floor that still stands before it.
 */
export function compareMoments(desk: Desk, moments: readonly (readonly Position[])[]): void {
  if (moments.length < 2) return;
  const steps = moments.map((positions) => positions.map((position): Level => position.voices));
  if (steps.length <= desk.facts.vocabulary.rules.limits.positions) {
    steps.forEach((earlier, i) => {
      for (const later of steps.slice(i + 1)) addSteps(desk, earlier, later);
    });
    return;
  }
  steps.forEach((later, i) => {
    addSteps(desk, steps[i - 1] ?? [], later);
  });
  if (desk.cell.group.timeClass === 'cumulative') findFalls(desk, steps);
}

function addSteps(desk: Desk, earlier: readonly Level[], later: readonly Level[]): void {
  const most = desk.facts.vocabulary.rules.limits.positions;
  for (const a of earlier.slice(0, most)) for (const b of later.slice(0, most)) addStep(desk, a, b);
}

/** The highest floor among the newest statements of all origins. */
class Floors {
  private readonly newest = new Map<string, Voice>();
  private readonly heap: Voice[] = [];

  add(voice: Voice): void {
    this.newest.set(voice.origin, voice);
    const { heap } = this;
    heap.push(voice);
    for (let i = heap.length - 1; i > 0; ) {
      const up = (i - 1) >> 1;
      if (!this.swapIfHigher(i, up)) break;
      i = up;
    }
  }

  /** Null before the first. Statements that their own origin has replaced are dropped. */
  highest(): Voice | null {
    for (let top = this.heap[0]; top; top = this.heap[0]) {
      if (this.newest.get(top.origin) === top) return top;
      this.dropFirst();
    }
    return null;
  }

  private dropFirst(): void {
    const { heap } = this;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    heap[0] = last;
    for (let i = 0; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      const larger =
        (heap[right]?.halo.low ?? -Infinity) > (heap[left]?.halo.low ?? -Infinity) ? right : left;
      if (larger >= heap.length || !this.swapIfHigher(larger, i)) break;
      i = larger;
    }
  }

  private swapIfHigher(child: number, parent: number): boolean {
    const { heap } = this;
    const [a, b] = [heap[child], heap[parent]];
    if (!a || !b || a.halo.low <= b.halo.low) return false;
    heap[child] = b;
    heap[parent] = a;
    return true;
  }
}

function findFalls(desk: Desk, steps: readonly (readonly Level[])[]): void {
  const floors = new Floors();
  let previous: readonly Level[] = [];
  for (const step of steps) {
    const highest = floors.highest();
    for (const level of step) {
      const below = highest ? level.filter((voice) => voice.halo.high < highest.halo.low) : [];
      const known = previous.some((other) => highest !== null && other.includes(highest));
      if (highest && below.length > 0 && !known) addStep(desk, [highest], below);
    }
    for (const voice of step.flat()) floors.add(voice);
    previous = step;
  }
}
