import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../src/claim/claim.ts';
import type { Consensus } from '../../src/consensus/consensus.ts';
import type { Timeline } from '../../src/consensus/timeline.ts';
import {
  drawFigure,
  drawToll,
  drawTopic,
  FIGURE_LIMIT,
  figureModel,
  THEMES,
} from '../../src/view/formats/chart/chart.ts';
import { aClaim, aConsensus, aDocument, aGroup } from '../http/builders.ts';

const DURATIONS = { hour: 3_600, day: 86_400 };
const look = { theme: 'light', palette: THEMES.light, width: 720, id: 'chart' } as const;
const names = { outlet: (id: string) => `Outlet ${id}`, origin: (id: string) => `Origin ${id}` };

/** A claim of an outlet of its own with a figure. */
function says(outlet: string, nominal: number, own: Partial<Claim['value']> = {}, origin = outlet): Claim {
  const document = aDocument({ id: `doc_${outlet}`, outlet, text: `Head\n${nominal} people were killed.` });
  return aClaim(document, `${nominal} people were killed`, String(nominal), {
    value: { nominal, ...own },
    attribution: { chain: [], origin },
  });
}
const atLeast = { hedge: 'at-least', halo: { low: 24, high: null } } as const;
const modelOf = (claims: readonly Claim[], own: Partial<Consensus> = {}) => {
  const row = aConsensus(aGroup(claims), claims, own as Parameters<typeof aConsensus>[2]);
  return figureModel(row, new Map(claims.map((claim) => [claim.id, claim])), DURATIONS);
};
const drawn = (claims: readonly Claim[], own: Partial<Consensus> = {}) => {
  const model = modelOf(claims, own);
  if (model === null) throw new Error('nothing to draw');
  const svg = String(drawFigure({ model, look, names }));
  return { svg, document: parseHTML(`<html><body>${svg}</body></html>`).document };
};
const percent = (element: { getAttribute(name: string): string | null } | null | undefined, name: string) =>
  Number(element?.getAttribute(name)?.replace('%', ''));

describe('the drawing of a figure', () => {
  it('shows what a wording asserts inside what it allows, and an open end as an arrow', () => {
    const { document } = drawn([says('a', 24, atLeast), says('b', 40)], { best: null });
    const [open, exact] = [...document.querySelectorAll('.interval')];
    expect(open?.querySelectorAll('.open.right').length).toBe(1);
    expect(percent(open?.querySelector('.halo'), 'x2')).toBe(100);
    expect(percent(open?.querySelector('.core'), 'x1')).toBe(percent(open?.querySelector('.core'), 'x2'));
    expect(exact?.querySelector('.open')).toBeNull();
    expect(percent(exact?.querySelector('.halo'), 'x2')).toBeLessThan(100);
  });

  it('shades where those that agree meet, and nothing when no figure stands', () => {
    const about = { hedge: 'about', core: { low: 19, high: 21 }, halo: { low: 18, high: 22 } } as const;
    const claims = [says('a', 20, about), says('b', 21, { halo: { low: 20, high: 24 } }), says('c', 90)];
    expect(modelOf(claims, { best: 21 })?.band).toEqual({ low: 20, high: 22 });
    expect(drawn(claims, { best: 21 }).document.querySelector('.band rect')).not.toBeNull();
    expect(modelOf(claims, { best: null })?.band).toBeNull();
    expect(drawn(claims, { best: null }).document.querySelector('.band rect')).toBeNull();
  });

  it('leaves the band open where all that agree go on without limit', () => {
    expect(modelOf([says('a', 24, atLeast)], { best: 24 })?.band).toEqual({ low: 24, high: null });
  });

  it('puts outlets that relay one origin in the same words on one line', () => {
    const model = modelOf([says('a', 10, {}, 'police'), says('b', 10, {}, 'police'), says('c', 10)]);
    expect(model?.origins.map(({ id, rows }) => [id, rows.map((row) => row.outlets)])).toEqual([
      ['c', [['c']]],
      ['police', [['a', 'b']]],
    ]);
  });

  it('shows in one unit what was said in two', () => {
    const hours = (low: number) =>
      ({ kind: 'duration', unit: 'hour', core: { low, high: low }, halo: { low, high: low } }) as const;
    const day = { ...hours(1), unit: 'day' };
    const model = modelOf([says('a', 12, hours(12)), says('b', 36, hours(36)), says('c', 1, day)]);
    expect(model?.unit).toBe('hour');
    expect(model?.origins.map(({ rows }) => rows[0]?.nominal)).toEqual([12, 24, 36]);
  });

  it('draws what was taken back hollow, and says so', () => {
    const [old, now] = [says('a', 31), says('b', 34)];
    const row = aConsensus(aGroup([old, now]), [now]);
    const withdrawn = aConsensus(aGroup([old]), [old]).positions;
    const claims = new Map([old, now].map((claim) => [claim.id, claim]));
    const model = figureModel({ ...row, withdrawn }, claims, DURATIONS);
    if (model === null) throw new Error('nothing to draw');
    const svg = String(drawFigure({ model, look, names }));
    expect(svg).toContain('taken back');
    expect(svg.match(/fill="#ffffff" stroke="#1f5fa8"/g)?.length).toBe(1);
  });

  it('is not drawn where nobody gives a figure', () => {
    expect(modelOf([says('a', 10, { kind: 'text', core: null, halo: null })])).toBeNull();
  });

  it('draws so many statements and says how many it leaves out', () => {
    const many = Array.from({ length: FIGURE_LIMIT + 5 }, (_, index) => says(`o${index}`, 10 + index));
    const { document, svg } = drawn(many);
    expect(document.querySelectorAll('.interval').length).toBe(FIGURE_LIMIT);
    expect(svg).toContain('5 more statements, not drawn.');
  });

  it('wraps long names, names of many outlets and says how many more there are', () => {
    const outlets = Array.from({ length: 40 }, (_, index) => `number-${index}`);
    const origin =
      'the department for the coordination of everything that is to be coordinated in the region';
    const claims = outlets.map((outlet) => says(outlet, 10, {}, origin));
    const { document } = drawn(claims);
    const told = [...document.querySelectorAll('text')].map((each) => each.textContent ?? '');
    expect(told.join(' ')).toContain(`Origin ${origin}`);
    expect(told.find((each) => / and \d+ more$/.test(each))).toBeDefined();
    expect(told.some((each) => each.endsWith('…'))).toBe(false);
  });

  it('says when a step to the right is ten times as much', () => {
    expect(drawn([says('a', 10), says('b', 90_000)]).svg).toContain('ten times as much');
    expect(drawn([says('a', 10), says('b', 90)]).svg).not.toContain('ten times as much');
  });
});

const moment = (origin: string, day: number, nominal: number) => ({
  ...{ origin, outlets: [origin], claims: [`clm_${origin}${day}`], display: String(nominal), nominal },
  asOf: { from: `2025-11-0${day}T00:00:00Z`, to: `2025-11-0${day}T12:00:00Z`, stated: true },
  ...{ publishedAt: `2025-11-0${day}T12:00:00Z`, low: nominal, high: nominal },
  ...{ move: 'up' as const, standing: 'current' as const },
});
const timelineOf = (points: Timeline['points']): Timeline => ({
  group: aConsensus(aGroup([says('a', 1)]), [says('a', 1)]).group,
  points,
  findings: [],
});

describe('the drawing of a toll', () => {
  it('goes in steps from figure to figure, a line for each origin', () => {
    const timeline = timelineOf([
      moment('a', 1, 5),
      moment('b', 2, 6),
      moment('a', 3, 9),
      moment('a', 4, 12),
    ]);
    const svg = String(drawToll({ timeline, look, names }));
    const { document } = parseHTML(`<html><body>${svg}</body></html>`);
    const lines = [...document.querySelectorAll('.steps')].map(
      (steps) => steps.querySelectorAll('line').length,
    );
    expect(lines).toEqual([5, 1]);
    expect(document.querySelector('desc')?.textContent).toContain(
      'Origin a: 5 (1 November 2025, 12:00 UTC), then 9',
    );
  });

  it('tells no two origins apart by colour alone', () => {
    const origins = 'abcdefg'.split('');
    const timeline = timelineOf(origins.map((origin, index) => moment(origin, 1 + (index % 9), 10 + index)));
    const { document } = parseHTML(`<html><body>${drawToll({ timeline, look, names })}</body></html>`);
    const shapes = [...document.querySelectorAll('.reach .mark')].map((mark) => mark.getAttribute('d'));
    const dashes = [...document.querySelectorAll('.steps line')].map((each) =>
      each.getAttribute('stroke-dasharray'),
    );
    expect(new Set(shapes).size).toBe(origins.length);
    expect(new Set(dashes).size).toBe(origins.length);
  });

  it('draws further origins alike and says how many they are', () => {
    const timeline = timelineOf('abcdefghij'.split('').map((origin) => moment(origin, 1, 10)));
    expect(String(drawToll({ timeline, look, names }))).toContain('3 more origins, drawn alike');
  });
});

describe('the drawing of a topic', () => {
  const row = (claims: Claim[], own: Partial<Consensus>) =>
    aConsensus(aGroup(claims, { question: `Asked of ${claims.length}` }), claims, own as never);
  it('has a bar for each position, in pieces of one origin, and the word for how they stand', () => {
    const rows = [
      row([says('a', 10), says('b', 10), says('c', 30)], { status: 'majority' }),
      row([says('a', 4)], { status: 'single-origin' }),
    ];
    const svg = String(drawTopic({ title: 'Flood', rows, look }));
    const { document } = parseHTML(`<html><body>${svg}</body></html>`);
    const bars = [...document.querySelectorAll('.position')];
    expect(bars.map((bar) => bar.querySelectorAll('line').length)).toEqual([1, 0]);
    expect(svg).toContain('Most agree');
    expect(svg).toContain('1 more question, not drawn.');
  });

  it('writes a long question on several lines rather than cutting it, and each position beside its bar', () => {
    const question =
      'People killed in the region of the old harbour and the villages around it, 2 November 2025';
    const claims = [says('a', 10), says('b', 30)];
    const rows = [aConsensus(aGroup(claims, { question }), claims, { status: 'disputed' })];
    const narrow = { ...look, width: 392 };
    const { document } = parseHTML(
      `<html><body>${drawTopic({ title: 'Flood', rows, look: narrow })}</body></html>`,
    );
    const texts = [...document.querySelectorAll('text')].map((each) => each.textContent ?? '');
    expect(texts.slice(0, 3).join(' ')).toBe(question);
    expect([...document.querySelectorAll('.position text')].map((each) => each.textContent)).toEqual([
      '10',
      '30',
    ]);
  });
});

const HOSTILE = '</title><script>alert(1)</script>"onload="x" \u202Etxet\u0000\uD800';

describe('every drawing', () => {
  const all = (text: string): string[] => {
    const claim = says('a', 10, { text, hedge: 'vague', halo: { low: null, high: null } });
    const group = aGroup([claim], { question: text });
    const consensus = aConsensus(group, [claim], { display: text });
    const model = figureModel(consensus, new Map([[claim.id, claim]]), DURATIONS);
    if (model === null) throw new Error('nothing to draw');
    const hostile = { outlet: () => text, origin: () => text };
    const timeline = {
      group: consensus.group,
      points: [{ ...moment('a', 1, 4), display: text }],
      findings: [],
    };
    return (['light', 'page'] as const).flatMap((theme) => {
      const given = { theme, palette: THEMES[theme], width: 360, id: 'chart' };
      return [
        drawFigure({ model, look: given, names: hostile, titled: true }),
        drawToll({ timeline, look: given, names: hostile, titled: true }),
        drawTopic({ title: text, rows: [consensus], look: given, titled: true }),
      ].map(String);
    });
  };

  it('holds a hostile text as text, and no mark that turns what follows', () => {
    for (const svg of all(HOSTILE)) {
      expect(svg).not.toMatch(/<script|"onload=|\u202E/);
      expect(svg).not.toContain('\u0000');
      expect(svg).not.toMatch(/\p{Cs}/u);
      expect(svg).toContain('&lt;script');
    }
  });

  it('is named and described, and carries no style that a strict policy refuses', () => {
    for (const svg of all('Flood')) {
      const root = parseHTML(`<html><body>${svg}</body></html>`).document.querySelector('svg');
      expect(root?.getAttribute('role')).toBe('img');
      for (const part of ['labelledby', 'describedby']) {
        const id = root?.getAttribute(`aria-${part}`);
        expect(root?.querySelector(`[id="${id}"]`)?.textContent).not.toBe('');
      }
      expect(svg).not.toMatch(/<style|\sstyle=/);
    }
  });

  it('comes to an end for figures next to nothing', () => {
    expect(drawn([says('a', 10, { nominal: 5e-324 }), says('b', 90_000)]).svg).toContain('90,000');
  });

  it('stays inside its frame whatever the figures', () => {
    const number = fc.double({ min: -1e12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 6 }), (figures) => {
        const claims = figures.map((nominal, index) =>
          aClaim(aDocument({ id: `doc_${index}`, outlet: `o${index}` }), 'Ten people were killed', 'Ten', {
            value: { nominal, core: { low: nominal, high: nominal }, halo: { low: nominal, high: null } },
          }),
        );
        const { svg } = drawn(claims, { best: figures[0] ?? null });
        const places = [...svg.matchAll(/(?:x|x1|x2|width)="(-?[\d.e+-]+|NaN|-?Infinity)%"/g)].map(([, at]) =>
          Number(at),
        );
        expect(places.length).toBeGreaterThan(0);
        for (const at of places) expect(at >= 0 && at <= 100, String(at)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

/** Relative luminance and contrast: WCAG 2.2, "relative luminance", "contrast ratio". */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

describe('the colours of a drawing', () => {
  it('stand out from their paper and from the band', () => {
    for (const theme of ['light', 'dark'] as const) {
      const { paper, band, series, ink, soft } = THEMES[theme];
      for (const ground of [paper, band])
        for (const colour of [...series, ink, soft]) {
          const [high, low] = [luminance(ground), luminance(colour)].sort((a, b) => b - a) as [
            number,
            number,
          ];
          expect((high + 0.05) / (low + 0.05), `${colour} on ${ground}`).toBeGreaterThan(4.5);
        }
    }
  });
});
