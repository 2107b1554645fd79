import { createRequire } from 'node:module';
import { CrosscheckError } from '../errors.ts';
import { Shelf } from '../remember.ts';
import { etagOf } from './guards/etag.ts';

/** Letters that the drawings are painted with, wherever the server runs: Latin, Greek, Cyrillic, Arabic and Hebrew. */
const FAMILY = 'DejaVu Sans';
const require = createRequire(import.meta.url);
const FONTS = [
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
];

/** Grows when the same drawing is painted in another way, so that nobody keeps an old picture. */
const VERSION = 1;
/** Pixels of one picture; a drawing that would have more is painted less sharp. */
const MOST_PIXELS = 6_000_000;
/** Bytes of pictures that are kept: a mail is opened by many at once. */
const KEPT = 8_000_000;
/** Pictures that may wait for their turn: one is painted at a time, so that answers to others are not held up. */
const WAITING = 20;

const kept = new Shelf<Uint8Array<ArrayBuffer>>(KEPT);
const under = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
let turn: Promise<unknown> = Promise.resolve();

/** The entity tag of a picture, known before it is painted. */
export const pictureTag = (svg: string, scale: number): string => etagOf(`${VERSION} ${scale} ${svg}`);

/** As sharp as wanted, as far as the pixels go. */
function scaleOf(svg: string, wanted: number): number {
  const [width = 0, height = 0] = ['width', 'height'].map((name) =>
    Number(new RegExp(`^<svg [^>]*\\b${name}="(\\d+)"`).exec(svg)?.[1] ?? 1),
  );
  return Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)));
}

async function paint(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  // Loaded when the first picture is asked for: most servers start without it.
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: FAMILY },
    fitTo: { mode: 'zoom', value: scaleOf(svg, scale) },
  });
  return new Uint8Array(image.asPng());
}

/**
 * A drawing as PNG, for mail and other places that show no SVG. `scale`: pixels of the picture for one of the drawing.
 * @throws CrosscheckError 'busy' when too many wait to be painted
 */
export async function paintDrawing(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  const tag = pictureTag(svg, scale);
  const known = kept.get(tag) ?? under.get(tag);
  if (known !== undefined) return known;
  if (under.size >= WAITING)
    throw new CrosscheckError('busy', 'Many pictures are being painted. Ask again in a moment.');
  const painted = turn.then(() => paint(svg, scale));
  turn = painted.catch(() => {});
  under.set(tag, painted);
  try {
    const bytes = await painted;
    kept.put(tag, bytes, bytes.length);
    return bytes;
  } finally {
    under.delete(tag);
  }
}
