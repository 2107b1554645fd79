import { byCodePoint, contentId } from '../identity.ts';
import type { Rules } from '../vocabulary/rules.ts';
import { areLinked, keysOf, type Story, toStory } from './link.ts';
import type { Traits } from './traits.ts';

/** What a person said of two documents: they tell one story, or two. */
export interface Tie {
  readonly documents: readonly [string, string];
  readonly together: boolean;
}

export interface FoundTopic {
  readonly id: string;
  readonly title: string;
  /** Ids, sorted. */
  readonly documents: readonly string[];
}

/**
 * The id of the topic that a document would found. The earliest document of a topic founds it, so that its id is a
 * function of its documents. When an earlier one comes in, or two topics grow together, the id that is given up still
 * leads to the topic of the document that it was made from.
 */
export const foundedBy = (document: string): string => contentId('top', document);

/** Which of two documents founds a topic that holds both. */
export const foundsFirst = (a: Traits, b: Traits): number =>
  byCodePoint(a.publishedAt, b.publishedAt) || byCodePoint(a.document, b.document);

type Links = ReadonlyMap<string, ReadonlySet<string>>;

/** All pairs that are linked, found through the keys that two of one story share. */
function findLinks(stories: readonly Story[], rules: Rules['topics']): Map<string, Set<string>> {
  const byKey = new Map<string, number[]>();
  const links = new Map<string, Set<string>>();
  stories.forEach((story, i) => {
    const { document } = story.traits;
    links.set(document, new Set());
    const candidates = new Set<number>();
    for (const key of keysOf(story.traits)) {
      const found = byKey.get(key);
      if (!found) byKey.set(key, [i]);
      else {
        for (const other of found) candidates.add(other);
        found.push(i);
      }
    }
    for (const other of candidates) {
      const twin = stories[other];
      if (twin && areLinked(twin, story, rules)) addLink(links, document, twin.traits.document);
    }
  });
  return links;
}

function addLink(links: Map<string, Set<string>>, a: string, b: string): void {
  links.get(a)?.add(b);
  links.get(b)?.add(a);
}

/** What is linked, directly or through others; each part and the parts sorted. */
function findParts(links: Links, within: Iterable<string> = links.keys()): string[][] {
  const left = new Set(within);
  const parts: string[][] = [];
  for (const start of [...left].sort(byCodePoint)) {
    if (!left.delete(start)) continue;
    const part = [start];
    for (const at of part) {
      for (const next of links.get(at) ?? []) if (left.delete(next)) part.push(next);
    }
    parts.push(part.sort(byCodePoint));
  }
  return parts;
}

/** Gives every document that can be reached to the owner it is nearest to; of several the first by name. */
function spread(owner: Map<string, string>, links: Links, within: ReadonlySet<string>): void {
  let ring = [...owner.keys()];
  while (ring.length > 0) {
    const reached = new Map<string, string>();
    for (const at of ring) {
      const own = owner.get(at) ?? at;
      for (const next of links.get(at) ?? []) {
        if (!within.has(next) || owner.has(next)) continue;
        const rival = reached.get(next);
        if (rival === undefined || byCodePoint(own, rival) < 0) reached.set(next, own);
      }
    }
    for (const [next, own] of reached) owner.set(next, own);
    ring = [...reached.keys()];
  }
}

/**
 * Cuts a part so that no two documents that are to be apart stay together: each document goes with the one of those
 * named that a person joined it to, else with the nearest, counted in links. Neighbouring pieces that nobody set apart
 * are one again.
 */
function cutPart(part: readonly string[], links: Links, joined: Links, apart: Links): string[][] {
  const inPart = new Set(part);
  const named = part.filter((document) =>
    [...(apart.get(document) ?? [])].some((other) => inPart.has(other)),
  );
  if (named.length === 0) return [[...part]];
  const owner = new Map(named.map((document) => [document, document]));
  spread(owner, joined, inPart);
  spread(owner, links, inPart);
  return rejoin(part, owner, links, apart);
}

/** Pieces that touch and hold no two documents that are to be apart become one, in the order of their names. */
function rejoin(
  part: readonly string[],
  owner: ReadonlyMap<string, string>,
  links: Links,
  apart: Links,
): string[][] {
  const pieces = new Map<string, string[]>();
  for (const document of part) {
    const own = owner.get(document) ?? document;
    const found = pieces.get(own);
    if (found) found.push(document);
    else pieces.set(own, [document]);
  }
  const kept: Set<string>[] = [];
  for (const name of [...pieces.keys()].sort(byCodePoint)) {
    const piece = pieces.get(name) ?? [];
    const touches = (by: Links, other: ReadonlySet<string>): boolean =>
      piece.some((document) => [...(by.get(document) ?? [])].some((next) => other.has(next)));
    const home = kept.find((other) => touches(links, other) && !touches(apart, other));
    if (home) for (const document of piece) home.add(document);
    else kept.push(new Set(piece));
  }
  return kept.map((piece) => [...piece].sort(byCodePoint));
}

function toTopic(documents: readonly string[], byId: ReadonlyMap<string, Traits>): FoundTopic {
  const traits = documents.flatMap((id) => byId.get(id) ?? []);
  const founder = traits.reduce((a, b) => (foundsFirst(b, a) < 0 ? b : a));
  const where = founder.places[0];
  const title = founder.title?.trim() || [where, founder.days[0]].filter(Boolean).join(', ');
  return { id: foundedBy(founder.document), title: title || founder.document, documents };
}

/**
 * The topics of documents: components over all pairs that are linked, after what people said of pairs. The latest word
 * on a pair counts. Pure: the order of documents does not matter, and what is true of a part of them that has no link
 * to the rest is true of it among all.
 */
export function findTopics(
  documents: readonly Traits[],
  ties: readonly Tie[],
  rules: Rules['topics'],
): FoundTopic[] {
  const byId = new Map(documents.map((traits) => [traits.document, traits]));
  const stories = [...byId.keys()].sort(byCodePoint).flatMap((id) => {
    const traits = byId.get(id);
    return traits ? [toStory(traits)] : [];
  });
  const links = findLinks(stories, rules);
  const empty = () => new Map([...byId.keys()].map((id) => [id, new Set<string>()]));
  const [joined, apart] = [empty(), empty()];
  for (const {
    documents: [a, b],
    together,
  } of ties) {
    if (!byId.has(a) || !byId.has(b) || a === b) continue;
    const [add, drop] = together ? [joined, apart] : [apart, joined];
    addLink(add, a, b);
    drop.get(a)?.delete(b);
    drop.get(b)?.delete(a);
  }
  const all = new Map(
    [...links].map(([id, linked]) => [id, new Set([...linked, ...(joined.get(id) ?? [])])]),
  );
  for (const [id, others] of apart) for (const other of others) all.get(id)?.delete(other);
  return findParts(all)
    .flatMap((part) => cutPart(part, all, joined, apart))
    .map((part) => toTopic(part, byId))
    .sort((a, b) => byCodePoint(a.id, b.id));
}
