import { capital } from '../../letters.ts';
import { showNumber } from '../../value/show.ts';
import { partAndWhole } from '../pair.ts';
import { type Decided, type Explainer, isApart, type WideExplainer } from './explanation.ts';

const nominals = ({ pair }: Decided): [number, number] | null =>
  pair.a.nominal === null || pair.b.nominal === null ? null : [pair.a.nominal, pair.b.nominal];

/** Whether two numbers differ by two digits that changed places: 9936 and 9963. */
export function isDigitSwap(a: number, b: number): boolean {
  const [x, y] = [String(a), String(b)];
  if (x.length !== y.length || x === y) return false;
  let i = 0;
  while (x[i] === y[i]) i++;
  let j = x.length - 1;
  while (x[j] === y[j]) j--;
  return i < j && x[i] === y[j] && x[j] === y[i] && x.slice(i + 1, j) === y.slice(i + 1, j);
}

/** The power of ten between two numbers; null when it is none. */
export function powerOfTen(a: number, b: number): number | null {
  const [low, high] = [Math.min(a, b), Math.max(a, b)];
  if (low <= 0 || low === high) return null;
  const power = Math.round(Math.log10(high / low));
  return power > 0 && Math.abs(high / low / 10 ** power - 1) < 1e-9 ? power : null;
}

export const digitSwap: Explainer = {
  kind: 'digit-swap',
  of: isApart,
  explain: (decided) => {
    const found = nominals(decided);
    return found && isDigitSwap(...found)
      ? `${found[0]} and ${found[1]} differ by two digits that changed places: one may be a typing error.`
      : null;
  },
};

export const factorOfTen: Explainer = {
  kind: 'factor-of-ten',
  of: isApart,
  explain: (decided) => {
    const found = nominals(decided);
    const power = found ? powerOfTen(...found) : null;
    return power ? `One figure is ${10 ** power} times the other: a digit may be missing.` : null;
  },
};

/** A number that the other documents use for something else: the count of shelters reported as a death toll. */
export const sameNumberElsewhere: WideExplainer = {
  kind: 'same-number-elsewhere',
  of: isApart,
  explain: (decided, facts) => {
    if (facts.numbers.size === 0) return null;
    for (const camp of [decided.a, decided.b]) {
      const number = camp.claims[0]?.value.nominal ?? null;
      const own = camp.claims[0]?.predicate.text;
      if (number === null || own === undefined) continue;
      for (const [predicate, documents] of facts.numbers.get(number) ?? []) {
        if (predicate === own || [...documents].every((id) => camp.documents.has(id))) continue;
        return `Another document gives ${number} for “${predicate}”: the figure may have been mistaken for it.`;
      }
    }
    return null;
  },
};

export const differenceIsStatedPart: WideExplainer = {
  kind: 'difference-is-stated-part',
  of: isApart,
  explain: (decided, facts) => {
    const found = facts.parts.size > 0 ? nominals(decided) : null;
    const part = found ? facts.parts.get(Math.abs(found[0] - found[1])) : undefined;
    return part
      ? `The figures differ by ${part.value.nominal ?? ''}, which is stated as a part: “${part.evidence.quote}”. One may include it.`
      : null;
  },
};

/** "12 women and 50 children" held against a figure of all: the sum and what it is made of. */
export const partsAddUp: Explainer = {
  kind: 'parts-add-up',
  explain: ({ pair, a, b }) => {
    if (pair.statedPart) return null;
    const words = a.adds ?? b.adds;
    if (!words) return null;
    const { low, high } = (a.adds === null ? b : a).side.halo;
    const together = low === high ? showNumber(low) : `at least ${showNumber(low)}`;
    return `${capital(words)} are ${together} together: nobody is counted in both.`;
  },
};

/** "At least 58 people" and "61 children": nobody counted 61 of all, yet they are no fewer. */
export const partRaisesFloor: Explainer = {
  kind: 'part-raises-floor',
  of: ({ verdict }) => verdict === 'part-of',
  explain: ({ pair }) => {
    const found = partAndWhole(pair);
    if (!found || !pair.additive) return null;
    const { part, whole } = found;
    const raises = whole.halo.low < part.halo.low && part.halo.low <= whole.halo.high;
    return raises
      ? `With ${showNumber(part.halo.low)} of a part the whole is at least ${showNumber(part.halo.low)}.`
      : null;
  },
};
