import { describe, expect, it } from 'vitest';
import { withApp } from './harness.ts';
import { CLAIMS, tellStory } from './story.ts';

const here = withApp(tellStory);

describe('one outlet', () => {
  it('shows what it said, whom it relays and where it stands apart, with links to the rows', async () => {
    const view = await (await here.get('/v1/outlets/harbour-post')).json();
    const own = CLAIMS.filter((claim) => claim.outlet === 'harbour-post');
    expect(view).toMatchObject({ id: 'harbour-post', truncated: false });
    expect(view.counts).toMatchObject({ documents: 1, claims: own.length, relayed: 2, ownVoice: 1 });
    expect(view.relays).toEqual([{ origin: 'regional-emergency-office', claims: 2 }]);
    expect(view.topics).toMatchObject([{ id: 'harbour-flood', documents: 1 }]);
    for (const link of Object.values<string>(view.links)) {
      const { data } = await (await here.get(link)).json();
      expect(data.length, link).toBeGreaterThan(0);
    }
    const { data } = await (await here.get('/v1/discrepancies?outlet=harbour-post&tier=conflict')).json();
    expect(view.counts.conflicts).toBe(data.length);
  });

  it('names a question only where it alone says so and others say something else', async () => {
    const { apart } = await (await here.get('/v1/outlets/harbour-post')).json();
    expect(apart.length).toBeGreaterThan(0);
    const { data } = await (await here.get('/v1/topics/harbour-flood/consensus')).json();
    for (const each of apart) {
      const row = data.find(({ group }: { group: { id: string } }) => group.id === each.group);
      const position = row.positions.find(({ display }: { display: string }) => display === each.display);
      expect(position.outlets).toEqual(['harbour-post']);
      expect(each.others.length).toBeGreaterThan(0);
    }
  });

  it('carries no score, and is not there when nobody published under that name', async () => {
    expect(JSON.stringify(await (await here.get('/v1/outlets/harbour-post')).json())).not.toMatch(
      /score|trust|rating/i,
    );
    expect((await here.get('/v1/outlets/nobody')).status).toBe(404);
  });
});
