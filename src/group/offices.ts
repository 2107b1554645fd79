import { byCodePoint } from '../identity.ts';
import { type Measure, meet } from '../value/compare.ts';
import type { Columns } from './columns.ts';
import { Names } from './names.ts';
import type { Origins } from './origins.ts';
import type { Sources } from './sources.ts';
import type { SpokenFor } from './spoken-for.ts';

/**
 * The voices of a group, where those who speak for one office are one: "the Gary Police Department" and "Gary Police
 * Chief Jane Roe" wherever they are named; and whoever is named by the kind of office alone ("police", "officials",
 * "court documents", "Lt. Kenny Park") where a narrower office of the group, or another of that kind, allows the same
 * figure. Where it does not, they stay two: then they contradict each other, and one office would hide it.
 *
 *   units    the voice of each claim so far
 *   offices  voices that are an office, or one who speaks for one
 */
export function joinOffices(
  columns: Columns,
  units: Names,
  sources: Sources,
): Pick<Origins, 'units' | 'offices'> {
  const spoken = spokenFor(columns, units, sources);
  if (spoken.size === 0) return { units, offices: NO_OFFICES };
  const joined = new Names(units.of.length);
  for (let i = 0; i < units.of.length; i++) {
    const unit = units.at(i);
    joined.set(i, spoken.get(unit)?.unit ?? unit);
  }
  const ends = joinUnnamed(columns, units, joined, spoken, sources);
  const offices = new Set([...spoken].map(([unit, { unit: named }]) => named ?? unit));
  return { units: ends, offices };
}

const NO_OFFICES: ReadonlySet<string> = new Set();

/** The office of each voice that speaks for one; of several that are told, the one with a name, then the first. */
function spokenFor(columns: Columns, units: Names, sources: Sources): ReadonlyMap<string, SpokenFor> {
  const found = new Map<string, SpokenFor>();
  for (let i = 0; i < units.of.length; i++) {
    const [key, unit] = [columns.sources[i] ?? null, units.at(i)];
    // Whoever is followed to an outlet speaks for that.
    if (key === null || key !== unit) continue;
    const node = columns.chainOf(i).findLast((one) => one.key === key);
    const office = node ? sources.officeOf(node) : null;
    const known = found.get(unit);
    if (office !== null && (known === undefined || order(office, known) < 0)) found.set(unit, office);
  }
  return found;
}

const order = (a: SpokenFor, b: SpokenFor): number =>
  Number(a.unit === null) - Number(b.unit === null) ||
  byCodePoint(a.unit ?? '', b.unit ?? '') ||
  byCodePoint(a.office, b.office);

/** What a voice that speaks for an office says: claims that give the same figure. */
interface Told {
  readonly unit: string;
  readonly office: string;
  readonly isNamed: boolean;
  readonly halo: Measure['halo'];
  readonly isNegated: boolean;
  readonly claims: number[];
}

/** So many things that offices say in one group are held against each other; a question has few. */
const MOST = 256;

function joinUnnamed(
  columns: Columns,
  units: Names,
  joined: Names,
  spoken: ReadonlyMap<string, SpokenFor>,
  { offices }: Sources,
): Names {
  const told = toldBy(columns, units, joined, spoken);
  const open = told.filter(({ isNamed }) => !isNamed);
  if (open.length === 0 || told.length < 2 || told.length > MOST) return joined;
  const depth = ({ office }: Told): number => offices.depthOf(office);
  // The narrowest first: "authorities" may be the "police" who are those of Gary.
  open.sort((a, b) => depth(b) - depth(a) || byCodePoint(a.unit, b.unit));
  const ends = new Map<Told, string>();
  const endOf = (one: Told): string => ends.get(one) ?? one.unit;
  const best = (a: Told, b: Told): number =>
    Number(b.isNamed) - Number(a.isNamed) || depth(b) - depth(a) || byCodePoint(endOf(a), endOf(b));
  for (const one of open) {
    const meant = told.filter(
      (other) =>
        other.isNegated === one.isNegated &&
        offices.mayMean(one.office, other.office) &&
        meet(one.halo, other.halo),
    );
    const [first] = meant.sort(best);
    if (first) ends.set(one, endOf(first));
  }
  const meant = new Map(open.flatMap((one) => one.claims.map((at) => [at, endOf(one)] as const)));
  const all = new Names(joined.of.length);
  for (let i = 0; i < joined.of.length; i++) all.set(i, meant.get(i) ?? joined.at(i));
  return all;
}

function toldBy(
  columns: Columns,
  units: Names,
  joined: Names,
  spoken: ReadonlyMap<string, SpokenFor>,
): readonly Told[] {
  const found = new Map<string, Told>();
  for (let i = 0; i < units.of.length; i++) {
    const [known, measure] = [spoken.get(units.at(i)), columns.measures[i]];
    if (known === undefined || !measure) continue;
    const [unit, isNegated, { halo }] = [joined.at(i), columns.isNegated(i), measure];
    const key = `${isNegated} ${halo.low} ${halo.high} ${unit}`;
    const told = found.get(key);
    if (told) told.claims.push(i);
    else {
      const isNamed = known.unit !== null;
      found.set(key, { unit, office: known.office, isNamed, halo, isNegated, claims: [i] });
    }
  }
  return [...found.values()];
}
