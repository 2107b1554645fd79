import type { Claim } from '../claim/claim.ts';
import type { Document } from '../document/document.ts';
import { fingerprint } from '../document/fingerprint.ts';
import { byCodePoint } from '../identity.ts';
import { afresh, type Recall, remember } from '../remember.ts';
import type { Rules } from '../vocabulary/rules.ts';
import { Components } from './components.ts';
import { bandsOf, type Shingles } from './min-hash.ts';

/** How much two texts must share for one to be a copy: a share of the shorter one, and a number of 5-grams. */
type Threshold = Rules['independence']['document'];

interface Text {
  readonly id: string;
  /** Texts of one document are not held against each other. */
  readonly document: string;
  readonly shingles: Shingles;
}

/**
 * Who tells the same text, as names of components; what is alone has none. Literal reuse is a lower bound: a text
 * that was written anew from another leaves no trace.
 */
export interface TextReuse {
  /** By document id. */
  readonly documents: ReadonlyMap<string, string>;
  /** By claim id: of the paragraph that holds the claim. */
  readonly passages: ReadonlyMap<string, string>;
}

const NO_REUSE: TextReuse = { documents: new Map(), passages: new Map() };

/** How many of the hashes of the shorter text two texts share. */
function sharedBy(a: Shingles, b: Shingles): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0];
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  return shared;
}

const isCopy = (shared: number, a: Text, b: Text, { containment, shared: least }: Threshold): boolean =>
  shared >= least && shared >= containment * Math.min(a.shingles.length, b.shingles.length);

const areCopies = (a: Text, b: Text, threshold: Threshold): boolean =>
  a.document !== b.document && isCopy(sharedBy(a.shingles, b.shingles), a, b, threshold);

/**
 * Texts by each hash that several of them share, most are in one text alone; the work of comparing all that share one.
 * A key is a hash as a signed number, which needs no memory of its own.
 */
function indexTexts(texts: readonly Text[]): { index: Map<number, number[]>; work: number } {
  const first = new Map<number, number>();
  const index = new Map<number, number[]>();
  let work = 0;
  texts.forEach(({ shingles }, i) => {
    for (const shingle of shingles) {
      const before = first.get(shingle | 0);
      if (before === undefined) {
        first.set(shingle | 0, i);
        continue;
      }
      const found = index.get(shingle | 0);
      work += found?.length ?? 1;
      if (found) found.push(i);
      else index.set(shingle | 0, [before, i]);
    }
  });
  return { index, work };
}

/** Every pair that shares enough, counted through the inverted index. */
function joinExactly(
  texts: readonly Text[],
  index: ReadonlyMap<number, readonly number[]>,
  threshold: Threshold,
  join: (a: Text, b: Text) => void,
): void {
  texts.forEach((text, i) => {
    const shared = new Map<number, number>();
    for (const shingle of text.shingles) {
      for (const other of index.get(shingle | 0) ?? []) {
        if (other >= i) break;
        shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    for (const [other, count] of shared) {
      const twin = texts[other];
      if (twin && twin.document !== text.document && isCopy(count, text, twin, threshold)) join(text, twin);
    }
  });
}

/** So many new texts are held against each of the others; more of them are found through the index. */
const FEW = 4;

/** Pairs of copies among the texts of a topic. What is said of two texts holds for as long as both are there. */
class Copies {
  private texts: ReadonlySet<Text> = new Set();
  private pairs: readonly (readonly [Text, Text])[] = [];

  /** `texts` in a fixed order; those of the time before are known by their objects. */
  among(texts: readonly Text[], threshold: Threshold): readonly (readonly [Text, Text])[] {
    const old = texts.filter((text) => this.texts.has(text));
    const fresh = texts.filter((text) => !this.texts.has(text));
    this.texts = new Set(texts);
    const pairs: (readonly [Text, Text])[] = [];
    if (fresh.length > FEW) {
      joinExactly(texts, indexTexts(texts).index, threshold, (a, b) => pairs.push([a, b]));
    } else {
      pairs.push(...this.pairs.filter(([a, b]) => this.texts.has(a) && this.texts.has(b)));
      fresh.forEach((text, i) => {
        for (const other of [...old, ...fresh.slice(0, i)])
          if (areCopies(text, other, threshold)) pairs.push([text, other]);
      });
    }
    this.pairs = pairs;
    return pairs;
  }
}

/** Texts by each band of their signatures. */
function fillBuckets(texts: readonly Text[]): Iterable<readonly Text[]> {
  const buckets = new Map<string, Text[]>();
  for (const text of texts) {
    for (const band of bandsOf(text.shingles)) {
      const found = buckets.get(band);
      if (found) found.push(text);
      else buckets.set(band, [text]);
    }
  }
  return buckets.values();
}

/** Pairs that fall into one bucket of MinHash and share enough; who is joined already is not compared again. */
function joinByBands(
  texts: readonly Text[],
  threshold: Threshold,
  components: Components,
  join: (a: Text, b: Text) => void,
): void {
  for (const bucket of fillBuckets(texts)) {
    const seen = new Map<string, Text[]>();
    for (const text of bucket) {
      for (const [component, members] of seen) {
        if (components.find(text.id) === components.find(component)) continue;
        const twin = members.find((member) => areCopies(member, text, threshold));
        if (twin) join(text, twin);
      }
      const own = components.find(text.id);
      const found = seen.get(own);
      if (found) found.push(text);
      else seen.set(own, [text]);
    }
  }
}

/** Components over all pairs of copies: a text that is alone has none. */
function findCopies(
  texts: readonly Text[],
  threshold: Threshold,
  exactWork: number,
  copies: Copies,
): ReadonlyMap<string, string> {
  const sorted = texts
    .filter(({ shingles }) => shingles.length >= threshold.shared)
    .sort((a, b) => byCodePoint(a.id, b.id));
  const components = new Components();
  const joined = new Set<string>();
  const join = (a: Text, b: Text): void => {
    components.join(a.id, b.id);
    joined.add(a.id).add(b.id);
  };
  // All hashes shared by all texts would be the most work that there can be.
  const most = sorted.reduce((sum, { shingles }) => sum + shingles.length, 0) * sorted.length;
  if (most <= exactWork) {
    for (const [a, b] of copies.among(sorted, threshold)) join(a, b);
  } else {
    const { index, work } = indexTexts(sorted);
    if (work <= exactWork) joinExactly(sorted, index, threshold, join);
    else joinByBands(sorted, threshold, components, join);
  }
  return new Map([...joined].sort(byCodePoint).map((id) => [id, components.find(id)]));
}

/** Hashes as numbers, each once, in ascending order; they are written in base 36. */
function toShingles(hashes: readonly string[]): Shingles {
  const sorted = new Uint32Array(hashes.length);
  hashes.forEach((hash, i) => {
    sorted[i] = Number.parseInt(hash, 36);
  });
  sorted.sort();
  let last = 0;
  for (const shingle of sorted) {
    if (last === 0 || sorted[last - 1] !== shingle) {
      sorted[last] = shingle;
      last += 1;
    }
  }
  return sorted.subarray(0, last);
}

/** A topic that grows brings the paragraphs of its older articles again. */
const shinglesOf = remember((passage: string): Shingles => toShingles(fingerprint([passage])));

const PROSE = new Set(['body', 'quote', 'caption']);

/** The paragraphs that hold claims, and which claim stands in which. */
function passagesOf(
  documents: ReadonlyMap<string, Document>,
  claims: readonly Claim[],
  recall: Recall,
): { passages: Map<string, Text>; passageOf: Map<string, string> } {
  const passages = new Map<string, Text>();
  const passageOf = new Map<string, string>();
  for (const { id, documentId, evidence } of claims) {
    const document = documents.get(documentId);
    const block = document?.blocks.find(
      ({ kind, start, end }) => PROSE.has(kind) && start <= evidence.valueStart && evidence.valueStart < end,
    );
    if (!document || !block) continue;
    const key = `${block.start} ${documentId}`;
    passageOf.set(id, key);
    if (passages.has(key)) continue;
    const read = (): Text => ({
      id: key,
      document: documentId,
      shingles: shinglesOf(document.text.slice(block.start, block.end)),
    });
    passages.set(key, recall(`passage ${key}`, [document], read));
  }
  return { passages, passageOf };
}

/**
 * Which documents print one text, and which claims stand in a paragraph that another document prints too: word
 * 5-grams, containment |A∩B| / min(|A|, |B|). All pairs are compared while that costs at most `exactWork` steps
 * (tens of thousands of articles); beyond it MinHash proposes the pairs and the same test decides on them.
 * The order of documents and claims does not matter. `recall`: of the run before for this topic.
 */
export function findTextReuse(
  documents: readonly Document[],
  claims: readonly Claim[],
  rules: Rules['independence'],
  recall = afresh,
): TextReuse {
  if (documents.length === 0) return NO_REUSE;
  const byId = new Map(documents.map((document) => [document.id, document]));
  const whole = [...byId.values()].map((document) =>
    recall(`text ${document.id}`, [document], (): Text => {
      const { id, fingerprint: hashes } = document;
      return { id, document: id, shingles: toShingles(hashes) };
    }),
  );
  const known = recall('copies', [], () => ({ documents: new Copies(), passages: new Copies() }));
  const { passages, passageOf } = passagesOf(byId, claims, recall);
  const copied = findCopies([...passages.values()], rules.passage, rules.exactWork, known.passages);
  const ofClaims = new Map<string, string>();
  for (const [claim, passage] of passageOf) {
    const component = copied.get(passage);
    if (component !== undefined) ofClaims.set(claim, component);
  }
  return {
    documents: findCopies(whole, rules.document, rules.exactWork, known.documents),
    passages: ofClaims,
  };
}
