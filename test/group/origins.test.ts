import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import type { Consensus } from '../../src/consensus/consensus.ts';
import { creditsOf } from '../../src/document/credit.ts';
import type { Document } from '../../src/document/document.ts';
import { fingerprint } from '../../src/document/fingerprint.ts';
import { findTextReuse } from '../../src/group/text-reuse.ts';
import { extract } from '../../src/pipeline.ts';
import { loadVocabulary, type Vocabulary } from '../../src/vocabulary/vocabulary.ts';
import { claim, document, type Told, vocabulary } from '../builders.ts';
import { reconcile } from '../reconcile.ts';

const only = ({ consensus }: { consensus: Consensus[] }): Consensus => {
  const [first, ...more] = consensus;
  if (!first || more.length > 0) throw new Error('expected one group');
  return first;
};
const of = (rows: readonly Told[], documents: readonly Document[] = []): Consensus =>
  only(
    reconcile(
      rows.map((row) => claim(row)),
      documents,
    ),
  );
const units = (consensus: Consensus) => consensus.origins.map(({ id }) => id);
const cites = (outlet: string, cited: string, more: Told = {}): Told => ({
  outlet,
  origin: cited,
  originKind: 'outlet',
  ...more,
});

describe('who cites whom', () => {
  it('a chain of citations is one origin, whoever stands at its end', () => {
    const chain = [cites('alpha', 'beta'), cites('beta', 'gamma'), { outlet: 'gamma', origin: 'ministry' }];
    const documents = ['alpha', 'beta', 'gamma'].map((outlet) => document(`doc_${outlet}`, outlet));
    expect(units(of(chain, documents))).toEqual(['ministry']);
    expect(of(chain, documents).support).toMatchObject({ originsMax: 1, outlets: 3, documents: 3 });
  });

  it('an outlet that reports itself stays its own origin', () => {
    const documents = ['alpha', 'beta'].map((outlet) => document(`doc_${outlet}`, outlet));
    const told = of([cites('alpha', 'beta'), { outlet: 'beta' }], documents);
    expect(told.origins).toMatchObject([
      { id: 'beta', basis: 'source', flags: [], outlets: ['alpha', 'beta'] },
    ]);
  });

  it('outlets that cite each other are one origin, and said to be a ring', () => {
    const ring = [cites('alpha', 'beta'), cites('beta', 'gamma'), cites('gamma', 'alpha')];
    const documents = ['alpha', 'beta', 'gamma'].map((outlet) => document(`doc_${outlet}`, outlet));
    for (const rows of [ring, [...ring].reverse()]) {
      expect(of(rows, documents).origins).toMatchObject([{ id: 'alpha', flags: ['circular'] }]);
      expect(of(rows, documents).status).toBe('single-origin');
    }
  });

  it('a cited outlet that says nothing itself is no primary source; an agency, a ministry and a witness are', () => {
    const flags = (told: Told) => of([told]).origins.flatMap((origin) => origin.flags);
    expect(flags(cites('alpha', 'the-unseen-herald'))).toEqual(['no-primary-source']);
    expect(flags({ outlet: 'alpha', origin: 'reuters', originKind: 'agency' })).toEqual([]);
    expect(flags({ outlet: 'alpha', origin: 'ministry' })).toEqual([]);
    expect(flags({ outlet: 'alpha', anonymous: true })).toEqual([]);
  });

  it('a relay that has two figures stands for the one that is repeated', () => {
    const documents = ['alpha', 'beta'].map((outlet) => document(`doc_${outlet}`, outlet));
    const told = of(
      [
        cites('alpha', 'beta', { value: '12' }),
        { outlet: 'beta', origin: 'police', value: '9' },
        { outlet: 'beta', origin: 'hospital', value: '12' },
      ],
      documents,
    );
    expect(told.origins.find(({ id }) => id === 'hospital')?.outlets).toEqual(['alpha', 'beta']);
    expect(told.support.originsMax).toBe(2);
  });

  it('an agency is one origin under each of its names', () => {
    const documents = [document('doc_reuters.com', 'reuters.com'), document('doc_kestrel', 'kestrel')];
    const told = of(
      [
        { outlet: 'reuters.com' },
        { outlet: 'beta', origin: 'reuters', originKind: 'agency' },
        { outlet: 'gamma', origin: 'the-reuters-news-agency', originKind: 'unknown' },
        { outlet: 'kestrel' },
        { outlet: 'delta', origin: 'kestrel-news-agency', originKind: 'agency' },
      ],
      documents,
    );
    expect(told.support.originsMax).toBe(2);
  });

  it('owners are counted beside outlets', () => {
    const owned: Vocabulary['outlets'] = new Map(
      ['a', 'b', 'c'].map((id) => [
        id,
        { id, name: id, aliases: [], owner: id === 'c' ? null : 'one-house', kind: 'outlet' },
      ]),
    );
    const claims = ['a', 'b', 'c'].map((outlet) => claim({ outlet }));
    expect(only(reconcile(claims, [], { ...vocabulary, outlets: owned })).support).toMatchObject({
      owners: 2,
      outlets: 3,
      originsMax: 3,
    });
  });
});

/** Sentences without meaning, alike for the same seed. */
const words = (seed: number, n: number): string =>
  Array.from({ length: n }, (_, i) => `w${(seed * 7919 + i * 104729) % 99991}`).join(' ');

function article(id: string, ...paragraphs: string[]): Document {
  const text = paragraphs.join('\n\n');
  let at = 0;
  const blocks = paragraphs.map((paragraph) => {
    const start = at;
    at += paragraph.length + 2;
    return { kind: 'body' as const, start, end: start + paragraph.length, language: 'en' };
  });
  return { ...document(id, id, fingerprint(paragraphs)), text, blocks };
}

/** A claim that stands in the first paragraph of a document of the same name. */
const inFirst = (id: string): Claim => ({
  ...claim({ outlet: id, document: id }),
  evidence: { quote: 'w', start: 0, end: 1, valueStart: 0, valueEnd: 1 },
});

describe('who prints whose text', () => {
  const { independence } = vocabulary.rules;

  it('one paragraph that two articles share is one voice, though the rest is their own', () => {
    const documents = [
      article('a', words(1, 30), words(2, 200)),
      article('b', words(1, 30), words(3, 200)),
      article('c', words(4, 30), words(5, 200)),
    ];
    const told = only(reconcile(['a', 'b', 'c'].map(inFirst), documents));
    expect(told.support.originsMax).toBe(2);
    expect(told.origins).toMatchObject([{ id: 'a', basis: 'text', outlets: ['a', 'b'] }, { id: 'c' }]);
    expect(findTextReuse(documents, [], independence).documents.size).toBe(0);
  });

  it('without the copy between them, two articles fall apart again', () => {
    const both = words(1, 60);
    const documents = [
      article('a', `${both} ${words(2, 60)}`),
      article('b', `${words(2, 60)} ${words(3, 60)}`),
      article('c', `${words(3, 60)} ${words(4, 60)}`),
    ];
    const parts = (given: readonly Document[]) =>
      findTextReuse(given, [], { ...independence, document: { containment: 0.45, shared: 40 } }).documents;
    expect(new Set(parts(documents).values()).size).toBe(1);
    expect(parts([documents[0] as Document, documents[2] as Document]).size).toBe(0);
  });

  it('too many texts to compare in pairs give the same copies by MinHash', () => {
    const documents = Array.from({ length: 60 }, (_, i) =>
      article(`d${i}`, words(i % 20, 150), words(100 + i, 20)),
    );
    const exact = findTextReuse(documents, [], independence).documents;
    const banded = findTextReuse([...documents].reverse(), [], { ...independence, exactWork: 1 }).documents;
    expect(new Set(exact.values()).size).toBe(20);
    expect([...banded].sort()).toEqual([...exact].sort());
  });
});

describe('whose text a document says that it prints', () => {
  const shipped = loadVocabulary();
  const names = (text: string) =>
    creditsOf(
      extract({ outlet: 'Daily Plum', publishedAt: '2026-02-03T10:00:00Z', text }, shipped).document,
    ).map(({ name }) => name);
  const body = 'The bridge over the river Tarn fell on Monday. Nobody was on it when it did, the mayor said.';

  it.each([
    ['dateline', `Bridge falls\n\nTARNSTEAD (Reuters) — ${body}\n\n${body}`, 'Reuters'],
    ['dateline without a town', `Bridge falls\n\n(AFP) – ${body}\n\n${body}`, 'AFP'],
    ['by-line', `Bridge falls\n\nBy Associated Press\n\n${body}\n\n${body}`, 'Associated Press'],
    ['last line', `Bridge falls\n\n${body}\n\n${body}\n\nSource: dpa`, 'dpa'],
    ['last words', `Bridge falls\n\n${body}\n\n${body} — AFP`, 'AFP'],
  ])('%s', (_, text, name) => expect(names(text)).toContain(name));

  it('an article that prints an agency’s text is that agency’s voice', () => {
    const read = (outlet: string, text: string) =>
      extract({ outlet, topic: 'story', publishedAt: '2026-02-03T10:00:00Z', text }, shipped);
    const ours = read(
      'Daily Plum',
      'Tarnstead fire\n\nTARNSTEAD (Reuters) — A fire in Tarnstead killed 14 people on Monday.',
    );
    const theirs = read(
      'Reuters',
      'Fire in Tarnstead\n\nFourteen people were killed on Monday by a fire in Tarnstead.',
    );
    const told = reconcile([...ours.claims, ...theirs.claims], [ours.document, theirs.document], shipped);
    const killed = told.consensus.find(({ support }) => support.outlets === 2);
    expect(killed?.support).toMatchObject({ originsMax: 1, outlets: 2 });
    expect(killed?.origins).toMatchObject([{ id: 'reuters', basis: 'text' }]);
  });
});
