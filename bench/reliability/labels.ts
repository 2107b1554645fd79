import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Claim } from '../../src/claim/claim.ts';
import type { DocumentInput } from '../../src/document/document.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';

/** A labelled text: what to read, and what its labels say of a row; null where they cannot tell. */
export interface Labelled {
  readonly input: DocumentInput;
  /** Texts about one event share it, so that fitting and checking never see the same event. */
  readonly event: string;
  judge(claims: readonly Claim[]): ReadonlyMap<Claim, boolean>;
}

export interface LabelledSet {
  readonly name: string;
  readonly texts: readonly Labelled[];
}

const lines = <T>(path: string, schema: z.ZodType<T>): T[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => schema.parse(JSON.parse(line)));

/** Rows that state that something took place, with a number. */
const isStated = ({ value, modality, polarity }: Claim): boolean =>
  value.halo !== null && polarity === 'affirmed' && (modality === 'occurred' || modality === 'ongoing');

// ---- totals: one number a question for the whole event -----------------------------------------------------------

const INJURED = ['people.injured', 'people.shot', 'people.stabbed', 'people.critical', 'people.hospitalised'];

/**
 * A row of the event against the event's total. The total itself, or a floor or range that allows it, is right; more
 * than the total is wrong, and so is anybody where the label says nobody. Less may be a part, an early count or a count
 * without the attacker: that the labels cannot tell. Nor are rows judged that are marked as a part, or whose words name
 * another day.
 */
function judgeTotal(claim: Claim, total: number, day: string | null): boolean | null {
  const { value, partOf, scope } = claim;
  const { time } = scope;
  const low = value.halo?.low ?? 0;
  if (partOf !== null || !isStated(claim) || value.kind !== 'quantity' || value.nominal === null) return null;
  const elsewhere =
    day !== null &&
    scope.provenance.time === 'explicit' &&
    ((time?.to != null && time.to.slice(0, 10) <= day) ||
      (time?.from != null && time.from.slice(0, 10) > day));
  if (elsewhere || time?.class === 'cumulative') return null;
  if (low > total) return false;
  const high = value.halo?.high ?? Number.POSITIVE_INFINITY;
  if (value.nominal === total) return true;
  return value.hedge !== 'implicit' && low <= total && total <= high ? true : null;
}

const judgeAll = (
  claims: readonly Claim[],
  judge: (claim: Claim) => boolean | null,
): ReadonlyMap<Claim, boolean> =>
  new Map(
    claims.flatMap((claim) => {
      const right = judge(claim);
      return right === null ? [] : [[claim, right] as const];
    }),
  );

const IncidentText = z.object({
  incident_id: z.string(),
  doc_id: z.string(),
  outlet: z.string(),
  date: z.string(),
  title: z.string().nullish(),
  text: z.string().min(1),
});
const Incident = z.object({
  incident_id: z.string(),
  killed: z.number(),
  injured: z.number(),
  date: z.string(),
  state: z.string(),
  city: z.string().nullish(),
});

/** Further down an article tells of other incidents too, of which the labels say nothing: UTF-16 code units. */
const LEAD = 600;

/** Articles on shooting incidents with the killed and injured of each incident. */
export function readIncidents(documents: string, gold: string, { places }: Vocabulary): LabelledSet {
  const isThere = ({ scope }: Claim, { state, city }: z.infer<typeof Incident>): boolean => {
    if (scope.place === null || scope.provenance.place !== 'explicit') return true;
    const names = [...places.ancestors(scope.place)].map((id) => places.nodes.get(id)?.name ?? id);
    return names.some((name) => name === city || name === state || name === 'United States');
  };
  const incidents = new Map(lines(gold, Incident).map((row) => [row.incident_id, row]));
  const texts = lines(documents, IncidentText).flatMap((row): Labelled[] => {
    const incident = incidents.get(row.incident_id);
    if (!incident) return [];
    const { doc_id, incident_id, outlet, date, title, text } = row;
    return [
      {
        input: { id: `${doc_id}-${incident_id}`, outlet, title, publishedAt: `${date}T12:00:00Z`, text },
        event: incident_id,
        judge: (claims) =>
          judgeAll(claims, (claim) => {
            if (claim.evidence.start >= LEAD || !isThere(claim, incident)) return null;
            if (claim.predicate.id === 'people.killed')
              return judgeTotal(claim, incident.killed, incident.date);
            // Whoever was shot may be dead.
            const most =
              claim.predicate.id === 'people.shot' ? incident.killed + incident.injured : incident.injured;
            return INJURED.includes(claim.predicate.id ?? '') ? judgeTotal(claim, most, incident.date) : null;
          }),
      },
    ];
  });
  return { name: 'incidents', texts };
}

const Release = z.object({
  doc_id: z.string(),
  text: z.string().min(1),
  date: z.string(),
  min_killed: z.number(),
  min_captured: z.number(),
});

/** Press releases with the smallest number of killed and captured that the text allows. */
export function readReleases(path: string): LabelledSet {
  const CAPTURED = ['people.detained', 'people.captured', 'people.arrested'];
  const texts = lines(path, Release).map(
    ({ doc_id, text, date, min_killed, min_captured }): Labelled => ({
      input: { id: doc_id, outlet: 'press-office', publishedAt: `${date}T12:00:00Z`, text },
      event: doc_id,
      judge: (claims) =>
        new Map(
          [
            { ids: ['people.killed'], total: min_killed },
            { ids: CAPTURED, total: min_captured },
          ].flatMap(({ ids, total }) => {
            const rows = claims.filter(
              (claim) => ids.includes(claim.predicate.id ?? '') && isStated(claim) && claim.partOf === null,
            );
            const sum = rows.reduce((all, { value }) => all + (value.halo?.low ?? 0), 0);
            return rows.flatMap((claim) => {
              const low = claim.value.halo?.low ?? 0;
              // Rows that add up to the label are right; of others one cannot tell which is at fault.
              const right = low > total ? false : sum === total || low === total ? true : null;
              return right === null ? [] : [[claim, right] as const];
            });
          }),
        ),
    }),
  );
  return { name: 'releases', texts };
}

// ---- spans: every figure of some questions is labelled where it stands --------------------------------------------

interface Figure {
  readonly start: number;
  readonly end: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly loose: boolean;
  readonly predicates: readonly string[];
}

const near = (a: number | null | undefined, b: number | null): boolean =>
  a != null && b !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));

const overlaps = ({ evidence }: Claim, { start, end }: Figure): boolean =>
  evidence.valueStart < end && start < evidence.valueEnd;

/** "More than n" may be labelled n or n + 1; a loose wording, any number that it allows. */
function hasNumber({ value }: Claim, { low, high, loose }: Figure): boolean {
  const floor = low ?? 0;
  if (near(value.nominal, low) || near(value.halo?.low, low) || near(value.halo?.low, floor + 1)) return true;
  if (loose && value.nominal !== null && floor <= value.nominal && value.nominal <= (high ?? 1e12))
    return true;
  return floor === 0 && near(value.halo?.high, high);
}

/** Right: the label at its words has its predicate and its number. Only predicates that were labelled throughout. */
const judgeFigures =
  (figures: readonly Figure[], judged: ReadonlySet<string>) =>
  (claims: readonly Claim[]): ReadonlyMap<Claim, boolean> =>
    judgeAll(claims, (claim) => {
      const { predicate, value } = claim;
      if (predicate.id === null || !judged.has(predicate.id) || value.halo === null) return null;
      return figures.some(
        (figure) =>
          overlaps(claim, figure) &&
          figure.predicates.includes(predicate.id ?? '') &&
          hasNumber(claim, figure),
      );
    });

/** Offset in code points → in UTF-16 code units. */
const utf16 = (text: string, points: number): number => [...text].slice(0, points).join('').length;

const Report = z.object({
  doc_id: z.string(),
  outlet: z.string(),
  date: z.string(),
  title: z.string().nullish(),
  text: z.string().min(1),
});
const Group = z.object({
  group: z.string(),
  documents: z.array(z.string()),
  claims: z.array(
    z.object({
      doc_id: z.string(),
      start: z.number(),
      value_words: z.string(),
      what: z.string(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      hedge: z.string(),
      in: z.string().optional(),
    }),
  ),
});
const WHAT: Readonly<Record<string, readonly string[]>> = {
  killed: ['people.killed', 'bodies.recovered'],
  injured: INJURED,
  strikes: ['strikes.count', 'attacks.count'],
  displaced: ['people.displaced'],
};
const LOOSE = new Set(['about', 'vague', 'nearly', 'range']);

/** Reports of strikes, every figure labelled where it stands. */
export function readStrikes(documents: string, gold: string): LabelledSet {
  const reports = new Map(lines(documents, Report).map((row) => [row.doc_id, row]));
  const groups = z.array(Group).parse(JSON.parse(readFileSync(gold, 'utf8')));
  const judged = new Set(Object.values(WHAT).flat());
  const texts = groups.flatMap(({ group, documents: ids, claims }) =>
    ids.flatMap((id): Labelled[] => {
      const report = reports.get(id);
      if (!report) return [];
      const { outlet, title, date, text } = report;
      const figures = claims
        .filter((label) => label.doc_id === id && label.in !== 'title')
        .map(({ start, value_words, what, low, high, hedge }) => ({
          start: utf16(text, start),
          end: utf16(text, start) + value_words.length,
          ...{ low, high, loose: LOOSE.has(hedge), predicates: WHAT[what] ?? [] },
        }));
      const input = { id, outlet, title, publishedAt: `${date}T18:00:00Z`, text };
      return [{ input, event: group, judge: judgeFigures(figures, judged) }];
    }),
  );
  return { name: 'strikes', texts };
}

const SeedDocument = z.object({ doc: z.string(), outlet: z.string(), published: z.string() });
const SeedClaim = z.object({
  doc: z.string(),
  kind: z.string(),
  low: z.number().nullish(),
  high: z.number().nullish(),
  qualifier: z.string().nullish(),
  value_start: z.number().nullish(),
  value_end: z.number().nullish(),
});

/** Articles of which every figure is labelled where it stands, its predicate in free words: words and number are judged. */
export function readArticles(documents: string, claims: string, folder: string): LabelledSet {
  const labels = lines(claims, SeedClaim).filter(({ kind }) => kind === 'quantity');
  const texts = lines(documents, SeedDocument).map(({ doc, outlet, published }): Labelled => {
    const text = readFileSync(`${folder}/${doc}`, 'utf8');
    const figures = labels
      .filter((label) => label.doc === doc)
      .map(({ low, high, qualifier, value_start, value_end }) => ({
        start: utf16(text, value_start ?? 0),
        end: utf16(text, value_end ?? 0),
        ...{ low: low ?? null, high: high ?? null, loose: qualifier === 'vague' || qualifier === 'about' },
        predicates: [],
      }));
    return {
      input: { id: doc, outlet, publishedAt: `${published}T12:00:00Z`, text },
      event: doc,
      judge: (rows) =>
        judgeAll(rows, (claim) =>
          claim.predicate.id === null || !['quantity', 'fraction', 'duration'].includes(claim.value.kind)
            ? null
            : figures.some((figure) => overlaps(claim, figure) && hasNumber(claim, figure)),
        ),
    };
  });
  return { name: 'articles', texts };
}
