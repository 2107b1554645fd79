import { describe, expect, it } from 'vitest';
import { paintDrawing } from '../../src/http/paint.ts';
import { withApp } from './harness.ts';
import { readPng } from './png.ts';
import { tellStory } from './story.ts';

const here = withApp(tellStory);
const groups = async (): Promise<{ group: { id: string; question: string } }[]> =>
  (await (await here.get('/v1/topics/harbour-flood/consensus')).json()).data;
const chartOf = async (question: string, rest = '') => {
  const row = (await groups()).find(({ group }) => group.question.startsWith(question));
  return here.get(`/v1/groups/${row?.group.id}/chart.svg${rest}`);
};

describe('a chart', () => {
  it('of a question is an SVG with the outlets, their words and the question', async () => {
    const response = await chartOf('People killed in the flood');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    const svg = await response.text();
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    for (const text of ['People killed in the flood', 'Harbour Post', 'at least 24', 'Delta Tribune'])
      expect(svg).toContain(text);
  });

  it('of a topic counts origins question by question', async () => {
    const svg = await (await here.get('/v1/topics/harbour-flood/chart.svg')).text();
    expect(svg).toContain('People killed in the flood');
    expect(svg).toContain('Disputed');
  });

  it('comes in the width and the colours asked for', async () => {
    const svg = await (await chartOf('People killed in the flood', '?theme=dark&width=360')).text();
    expect(svg).toContain('width="360"');
    expect(svg).toContain('#1b1d20');
  });

  it('is not sent again to who has it', async () => {
    const first = await here.get('/v1/topics/harbour-flood/chart.svg');
    const again = await here.get('/v1/topics/harbour-flood/chart.svg', {
      'if-none-match': first.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
  });

  it('is refused in words for a wrong width, theme or kind', async () => {
    for (const rest of ['?width=10', '?width=99999', '?width=x', '?theme=red', '?kind=pie', '?size=3'])
      expect((await chartOf('People killed in the flood', rest)).status, rest).toBe(400);
  });

  it('does not exist for what is not there, nor for a figure that never moved', async () => {
    for (const path of ['/v1/groups/none/chart.svg', '/v1/topics/none/chart.svg'])
      expect((await here.get(path)).status, path).toBe(404);
    const still = await chartOf('People killed in the flood', '?kind=toll');
    expect([still.status, (await still.json()).detail]).toEqual([
      404,
      expect.stringContaining('no figures of two moments'),
    ]);
  });
});

const pictureOf = async (rest = '', headers: Record<string, string> = {}) => {
  const row = (await groups()).find(({ group }) => group.question.startsWith('People killed in the flood'));
  return here.get(`/v1/groups/${row?.group.id}/chart.png${rest}`, headers);
};
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

describe('a picture for mail', () => {
  it('is a PNG of the question with letters to read, twice as sharp as it is wide', async () => {
    const response = await pictureOf('?width=400');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
    const { width, height, pixels } = readPng(await bytesOf(response));
    expect(width).toBe(800);
    expect(height).toBeGreaterThan(200);
    const [paper, ink] = [0xff_ff_ff, 0x1c_1d_1f];
    expect(pixels[0]).toBe(paper);
    // The heading stands in the uppermost lines.
    const heading = pixels.slice(0, width * 80);
    const share = heading.filter((each) => each === ink).length / heading.length;
    expect(share).toBeGreaterThan(0.005);
    expect(share).toBeLessThan(0.3);
  });

  it('of a topic comes in dark colours', async () => {
    const response = await here.get('/v1/topics/harbour-flood/chart.png?theme=dark&width=240&scale=1');
    const { width, pixels } = readPng(await bytesOf(response));
    expect([width, pixels[0]]).toEqual([240, 0x1b_1d_20]);
    expect(new Set(pixels).size).toBeGreaterThan(20);
  });

  it('is not sent again to who has it, and another is once the colours are others', async () => {
    const headers = { 'if-none-match': (await pictureOf()).headers.get('etag') ?? '' };
    expect((await pictureOf('', headers)).status).toBe(304);
    expect((await pictureOf('?theme=dark', headers)).status).toBe(200);
    expect((await pictureOf('?scale=1', headers)).status).toBe(200);
  });

  it('is the same bytes for all who ask at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, async () => bytesOf(await pictureOf('?width=300'))),
    );
    expect(new Set(all.map((bytes) => Buffer.from(bytes).toString('base64'))).size).toBe(1);
  });

  it('is refused in words for a wrong width or scale, and does not exist for what is not there', async () => {
    for (const rest of ['?width=10', '?width=1201', '?scale=3', '?scale=0', '?scale=x'])
      expect((await pictureOf(rest)).status, rest).toBe(400);
    for (const path of ['/v1/groups/none/chart.png', '/v1/topics/none/chart.png'])
      expect((await here.get(path)).status, path).toBe(404);
  });

  it('has letters of its own for Latin, Greek, Cyrillic, Arabic and Hebrew', async () => {
    const painted = (letter: string) =>
      paintDrawing(
        `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="5" y="30" font-size="24">${letter}</text></svg>`,
        1,
      );
    for (const [one, other] of ['Aé', 'λΩ', 'жИ', 'شغ', 'אש']) {
      const [a, b, none] = await Promise.all([painted(one ?? ''), painted(other ?? ''), painted('')]);
      expect(Buffer.from(a).equals(Buffer.from(b)), `${one} ${other}`).toBe(false);
      expect(Buffer.from(a).equals(Buffer.from(none)), one).toBe(false);
    }
  });

  it('is less sharp rather than endless where a drawing is long', async () => {
    const { width, height } = readPng(
      await paintDrawing('<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="9000"/>', 2),
    );
    expect(width * height).toBeLessThanOrEqual(6_000_000);
    expect(height / width).toBeCloseTo(7.5, 1);
  });
});
