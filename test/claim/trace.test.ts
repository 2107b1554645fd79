import { describe, expect, it } from 'vitest';
import { REASONS } from '../../src/claim/trace/reasons.ts';
import type { Fate } from '../../src/claim/trace/trace.ts';
import { explain, extract } from '../../src/pipeline.ts';
import { readSamples } from '../samples/read-samples.ts';
import { vocabulary } from './read.ts';

const article = (text: string) => ({
  outlet: 'harbour-gazette',
  topic: 'test',
  publishedAt: '2025-10-07T12:00:00Z',
  text,
});
const explained = (text: string) => explain({ ...article(text), language: 'en' }, vocabulary);
const told = ({ text, verdict, reason }: Fate): string => `${text}: ${reason ?? verdict}`;
const numbers = (text: string): string[] =>
  explained(text)
    .trace.fates.filter((fate) => fate.of === 'figure' || fate.of === 'number')
    .map(told);
const triggers = (text: string, predicate: string): string[] =>
  explained(text)
    .trace.fates.filter((fate) => fate.of === 'trigger' && fate.predicate === predicate)
    .map(told);

const SHOUTED =
  'REBELS KILLED 12 SOLDIERS NEAR THE VILLAGE OF ORDEN ON MONDAY, THE MINISTRY SAID. A FARMER OF 61 WAS WOUNDED, AND 40 HOUSES WERE BURNED DOWN.';
const texts = [
  ...readSamples().flatMap(({ documents }) => documents),
  article(SHOUTED),
  article('Read more: 25 pictures\n\nFour people were killed.\n\nRelated articles\n\nFire kills 30 in hotel'),
].map((input) => ({ input, ...explain(input, vocabulary) }));

describe('the trace', () => {
  it('changes no claim', () => {
    for (const { input, claims } of texts) expect(claims).toEqual(extract(input, vocabulary).claims);
  });

  it('gives every quantity exactly one fate', () => {
    for (const { mentions, trace } of texts) {
      const quantities = mentions.flatMap(({ kind, start, end }) =>
        kind === 'quantity' ? [[start, end]] : [],
      );
      const figures = trace.fates
        .filter((fate) => fate.of === 'figure')
        .map(({ start, end }) => [start, end]);
      expect(figures).toEqual(quantities);
    }
  });

  it('leaves no digit of a text unexplained', () => {
    for (const { document, trace } of texts) {
      const spans = trace.fates.filter((fate) => fate.of === 'figure' || fate.of === 'number');
      const open = [...document.text.matchAll(/\d+/g)].filter(
        ({ index, 0: digits }) =>
          !spans.some(({ start, end }) => start <= index && index + digits.length <= end),
      );
      expect(open.map(([digits]) => digits)).toEqual([]);
    }
  });

  it('names a claim for what was made or merged, and a reason for what was refused', () => {
    for (const { claims, trace } of texts) {
      const ids = new Set(claims.map((claim) => claim.id));
      for (const { verdict, reason, because, claim } of [...trace.fates, ...trace.steps]) {
        expect(verdict === 'refused' ? claim : ids.has(claim ?? '')).toBe(
          verdict === 'refused' ? null : true,
        );
        if (verdict !== 'made') expect(because).toBe(REASONS[reason ?? 'overlap']);
      }
    }
  });

  it('tells of every claim, with the rule that made it', () => {
    for (const { claims, trace } of texts) {
      const made = trace.steps.filter((step) => step.verdict === 'made');
      expect(made.map(({ claim, rule }) => `${claim} ${rule}`).sort()).toEqual(
        claims.map(({ id, extractor }) => `${id} ${extractor.rule}`).sort(),
      );
      const fated = new Set(trace.fates.map((fate) => fate.claim));
      expect(claims.filter(({ id }) => !fated.has(id))).toEqual([]);
    }
  });

  it('shows the words as they stand, also where capitals were read as small letters', () => {
    for (const { document, trace } of texts)
      for (const { start, end, text } of [...trace.fates, ...trace.steps])
        expect(document.text.slice(start, end)).toBe(text);
  });
});

describe('reasons', () => {
  it('say why a number counts nothing', () => {
    expect(numbers('Ms Orla, 34, of 12 Hill Street, died in the blast on October 7, 2023.')).toEqual([
      '34: no-figure',
      '12: name',
      '7, 2023: date',
    ]);
    expect(numbers('Visit https://example.org/24 for more.')).toEqual([
      'https://example.org/24: web-address',
    ]);
  });

  it('say why no predicate took a figure', () => {
    const generic = explained('The choir sang 24 songs.').trace.fates.find((fate) => fate.nominal === 24);
    expect(generic).toMatchObject({
      verdict: 'made',
      rule: 'generic',
      reason: 'no-trigger',
      predicate: null,
    });
    expect(numbers('The blast killed ten cows.')).toEqual(['ten: other-subject']);
  });

  it('say why a trigger takes nothing', () => {
    expect(triggers('He was jailed for the attempted murder of five.', 'people.killed')).toEqual([
      'murder: attempt',
    ]);
    expect(triggers('The ministry counts who was killed.', 'people.killed')).toEqual(['killed: no-frame']);
    expect(triggers('A man could be killed.', 'people.killed')).toEqual(['killed: unreal']);
  });

  it('say which row stands for a repetition', () => {
    const { claims, trace } = explained(
      'Dozens killed in ferry fire\n\nA fire on a ferry killed 31 people on Monday, the coast guard said. The dead were taken ashore.',
    );
    const killed = claims.filter((claim) => claim.predicate.id === 'people.killed');
    const merged = trace.fates.filter((fate) => fate.of === 'figure' && fate.verdict === 'merged');
    expect(killed).toHaveLength(1);
    expect(merged).toMatchObject([{ text: 'Dozens', reason: 'said-again', claim: killed[0]?.id }]);
  });

  it('tell what is not the article’s own, and what is in another language', () => {
    expect(
      numbers('Four people were killed in the fire.\n\nRelated articles\n\nFire kills 30 in hotel'),
    ).toEqual(['Four: made', '30: boilerplate']);
    const foreign = explain(
      article(
        'Bei dem Brand in der Innenstadt sind am Montag nach Angaben der Polizei 24 Menschen getötet und 60 verletzt worden. Die Feuerwehr war mit 200 Kräften im Einsatz.',
      ),
      vocabulary,
    );
    expect(foreign.trace.fates.map(({ reason }) => reason)).toEqual([
      'foreign-language',
      'foreign-language',
      'foreign-language',
    ]);
  });
});
