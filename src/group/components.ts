import { byCodePoint } from '../identity.ts';

/** Sets that only ever grow together: the result does not depend on the order of the joins. */
export class Components {
  private readonly parent = new Map<string, string>();

  /** The smallest name of the set that an item is in. */
  find(item: string): string {
    let root = item;
    for (let up = this.parent.get(root); up !== undefined; up = this.parent.get(root)) root = up;
    for (let at = item; at !== root; ) {
      const next = this.parent.get(at) ?? root;
      this.parent.set(at, root);
      at = next;
    }
    return root;
  }

  /** The smaller name becomes the name of both. */
  join(a: string, b: string): void {
    const [x, y] = [this.find(a), this.find(b)].sort(byCodePoint);
    if (x !== undefined && y !== undefined && x !== y) this.parent.set(y, x);
  }
}
