import type { Atom } from './atoms.ts';

interface Node<T> {
  next: Map<string, Node<T>>;
  found: T | undefined;
}

/** Phrases of atoms, looked up longest first, in reading direction or against it. */
export class PhraseTrie<T> {
  private readonly root: Node<T> = { next: new Map(), found: undefined };
  private readonly key: 'text' | 'lower';
  private readonly step: 1 | -1;

  constructor(key: 'text' | 'lower', direction: 'forward' | 'backward' = 'forward') {
    this.key = key;
    this.step = direction === 'forward' ? 1 : -1;
  }

  /** Asked of every atom: a field by its name is found sooner than by a name in a variable. */
  private keyOf(atom: Atom): string {
    return this.key === 'lower' ? atom.lower : atom.text;
  }

  /** The form in which a phrase is compared. */
  fold(phrase: string): string {
    return this.key === 'lower' ? phrase.toLowerCase() : phrase;
  }

  /** Adds a phrase, given as its atoms; the first meaning of a phrase stays. */
  add(phrase: readonly Atom[], found: T): void {
    let node = this.root;
    const atoms = this.step === 1 ? phrase : [...phrase].reverse();
    for (const atom of atoms) {
      const key = this.keyOf(atom);
      const next = node.next.get(key) ?? { next: new Map(), found: undefined };
      node.next.set(key, next);
      node = next;
    }
    node.found ??= found;
  }

  /** The longest phrase that begins (backward: ends) at an atom; `end` is the first atom beyond it. */
  longest(atoms: readonly Atom[], at: number): { found: T; end: number } | null {
    let node: Node<T> | undefined = this.root;
    let best: { found: T; end: number } | null = null;
    for (let i = at; i >= 0 && i < atoms.length; i += this.step) {
      const atom = atoms[i] as Atom;
      if (i !== at && atom.kind === 'number' && atom.spaced && this.key === 'text') break;
      node = node.next.get(this.keyOf(atom));
      if (node === undefined) break;
      if (node.found !== undefined) best = { found: node.found, end: i + this.step };
    }
    return best;
  }
}
