import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { THEMES } from '../../src/view/formats/chart/chart.ts';

type Triple = readonly [number, number, number];

/** Machado, Oliveira and Fernandes 2009, severity 1, on linear light. */
const SIGHTS: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
/** Two colours that are further apart than this are told apart at a glance. */
const APART = 9;
/** A drawing rarely has more; those that follow differ in shape and dash. */
const FIRST = 4;

const linear = (hex: string): number[] =>
  [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });

/** CIELAB under D65, as seen with one kind of sight. */
function seen(hex: string, sight: readonly Triple[]): number[] {
  const light = linear(hex);
  const [r = 0, g = 0, b = 0] = sight.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, index) => sum + weight * (light[index] ?? 0), 0),
      ),
    ),
  );
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const [x, y, z] = [
    f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047),
    f(0.2126 * r + 0.7152 * g + 0.0722 * b),
    f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883),
  ];
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function expectApart(colours: readonly string[], what: string): void {
  for (const [name, sight] of Object.entries(SIGHTS))
    for (const [index, one] of colours.entries())
      for (const other of colours.slice(index + 1)) {
        const [a, b] = [seen(one, sight), seen(other, sight)];
        const distance = Math.hypot(...a.map((part, at) => part - (b[at] ?? 0)));
        expect(distance, `${what}: ${one} and ${other} under ${name}`).toBeGreaterThan(APART);
      }
}

const cssOf = (name: string): string =>
  readFileSync(new URL(`../../src/web/assets/${name}`, import.meta.url), 'utf8');

describe('somebody who sees fewer colours', () => {
  it('tells the first positions and origins of a drawing apart, in both themes', () => {
    for (const theme of ['light', 'dark'] as const) expectApart(THEMES[theme].series.slice(0, FIRST), theme);
  });

  it('tells conflict, check and explained apart, on the pages and in embedded views', () => {
    const page = [...cssOf('crosscheck.css').matchAll(/^\s*--(?:conflict|check|explained): (#\w{6});/gm)];
    const tones = page.map(([, colour = '']) => colour);
    const view = [
      ...cssOf('embed.css').matchAll(/--(?:conflict|check|explained): var\(--crosscheck-\w+, (#\w{6})\);/g),
    ].map(([, colour = '']) => colour);
    const [light, dark, darkWhereTheReaderLikesIt] = [0, 3, 6].map((at) => view.slice(at, at + 3));
    for (const three of [tones.slice(0, 3), tones.slice(3), light ?? [], dark ?? []]) {
      expect(three).toHaveLength(3);
      expectApart(three, 'tiers');
    }
    expect(darkWhereTheReaderLikesIt).toEqual(dark);
    expect(dark).not.toEqual(light);
  });

  it('has the same colours on a page that a drawing of its own has', () => {
    const css = cssOf('crosscheck.css');
    for (const theme of ['light', 'dark'] as const)
      for (const [index, colour] of THEMES[theme].series.entries())
        expect(css).toContain(`--series-${index}: ${colour};`);
  });
});
