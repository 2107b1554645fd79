/** What a machine may be told: numbers of its own for the events that some pattern names, 0 for all others. */
export class Alphabet {
  private readonly columns = new Map<number, number>();
  /** Passed over, wherever it stands. */
  readonly blank = 1;
  private next = 2;

  /** The number of an event; 0 where no pattern names it. */
  of(event: number): number {
    return this.columns.get(event) ?? 0;
  }

  /** How many numbers were given. */
  get size(): number {
    return this.next;
  }

  learn(event: number): void {
    if (Number.isNaN(event) || this.columns.has(event)) return;
    this.columns.set(event, this.next);
    this.next += 1;
  }
}

/** What stands behind the last token, and what a state does with any other event, as the model numbers them. */
const END = 2_070_000;
const OTHERWISE = 2_070_003;

type States = Record<string, Record<string, number>>;

/** A machine as the model writes it: version, states, their transitions, names of the final ones, and what they mark. */
type Written = [number, number, States, Record<string, string>, Record<string, [number, number]>];

/** Names a pattern that changes nothing. */
const NOTHING = '0';

/**
 * The patterns of a language model as one table of states and events. It finds what wink-nlp finds with the same patterns:
 * the longest that begins at a place, then on from behind it.
 */
export class PatternMachine {
  private readonly written: Written;
  private readonly alphabet: Alphabet;
  private table: Uint16Array = new Uint16Array(0);
  private readonly isFinal: Uint8Array;
  /** What a pattern says: its name as a number, 1 where that is none, 0 where it says nothing. */
  private readonly says: Int16Array;
  /** How far behind the first token of a pattern the one stands that it is about. */
  private readonly shift: Uint8Array;
  private readonly otherwise: Uint16Array;
  private readonly end: number;

  /** Every machine of an alphabet is made before the first is run. */
  constructor(json: string, alphabet: Alphabet) {
    this.written = JSON.parse(json) as Written;
    this.alphabet = alphabet;
    const [, last, states, names, marks] = this.written;
    alphabet.learn(END);
    for (const events of Object.values(states))
      for (const event of Object.keys(events)) if (Number(event) !== OTHERWISE) alphabet.learn(Number(event));
    this.end = alphabet.of(END);
    const size = last + 1;
    this.isFinal = new Uint8Array(size);
    this.says = new Int16Array(size);
    this.shift = new Uint8Array(size);
    this.otherwise = new Uint16Array(size);
    for (const [state, name] of Object.entries(names)) {
      this.isFinal[Number(state)] = 1;
      this.says[Number(state)] = name === NOTHING ? 0 : Number(name) || 1;
      this.shift[Number(state)] = marks[state]?.[0] ?? 0;
    }
    for (const [state, events] of Object.entries(states))
      this.otherwise[Number(state)] = events[OTHERWISE] ?? 0;
  }

  /** Lays the table out, once the alphabet is whole. */
  private prepare(): void {
    if (this.table.length > 0) return;
    const { size } = this.alphabet;
    const [, last, states] = this.written;
    const table = new Uint16Array((last + 1) * size);
    for (const [state, events] of Object.entries(states))
      for (const [event, next] of Object.entries(events)) {
        const column = this.alphabet.of(Number(event));
        if (column > 0) table[Number(state) * size + column] = next;
      }
    this.table = table;
  }

  /**
   * The patterns among some events: for each the index of the token that it is about, then what it says, one after the
   * other in one list. Linear, as no pattern is longer than a few tokens.
   */
  run(events: readonly number[]): number[] {
    this.prepare();
    const { isFinal, otherwise, end } = this;
    const { blank } = this.alphabet;
    const found: number[] = [];
    const { length } = events;
    let state = 0;
    let first = 0;
    /** The last state that would do if nothing longer came, and where it was reached. */
    let fallback = 0;
    let fallbackAt = 0;
    let start = 0;
    for (let at = 0; start <= length; at += 1) {
      if (at > length) {
        at = start;
        start += 1;
        continue;
      }
      const event = events[at] ?? end;
      if (event === blank) continue;
      const next = this.behind(state, event);
      if (state === 0) first = at;
      if (next !== 0 && isFinal[next] === 0) {
        state = next;
        if (otherwise[next] === 0) continue;
        fallback = next;
        fallbackAt = at;
        continue;
      }
      if (next !== 0) start = at;
      else if (fallback !== 0) start = fallbackAt;
      this.note(found, first, next !== 0 ? next : this.instead(fallback));
      at = start;
      start += 1;
      state = 0;
      fallback = 0;
    }
    return found;
  }

  private behind(state: number, event: number): number {
    return this.table[state * this.alphabet.size + event] ?? 0;
  }

  private instead(state: number): number {
    return this.otherwise[state] ?? 0;
  }

  private note(found: number[], first: number, state: number): void {
    const says = this.says[state] ?? 0;
    if (says !== 0) found.push(first + (this.shift[state] ?? 0), says);
  }
}
