import { describe, expect, it } from 'vitest';
import { withApp } from './harness.ts';
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
