import { describe, expect, it } from 'vitest';
import { extract } from '../../src/pipeline.ts';
import { vocabulary } from './read.ts';

/** "people.killed 66 sichuan 2022-09-05" for each figure of a predicate. */
function told(text: string, predicate: string, publishedAt = '2022-09-08T12:00:00Z'): string[] {
  const { claims } = extract({ outlet: 'outlet', publishedAt, language: 'en', text }, vocabulary);
  return claims
    .filter((claim) => claim.predicate.id === predicate)
    .map(({ value, scope }) => `${value.nominal} ${scope.place} ${scope.time?.from?.slice(0, 10)}`);
}

describe('as of when a level holds', () => {
  it('is not the day of the deed it came from', () => {
    const text =
      'Thirty-five people are missing after Monday’s magnitude 6.8 earthquake in Sichuan, state television said on Thursday.';
    expect(told(text, 'people.missing')).toEqual(['35 sichuan 2022-09-08']);
  });

  it('is the day on which it was counted', () => {
    expect(told('Thirty-five people were missing in Sichuan on Tuesday.', 'people.missing')).toEqual([
      '35 sichuan 2022-09-06',
    ]);
  });
});

describe('the day of a deed', () => {
  it('is told behind its name for all who came to harm', () => {
    const text = 'A minister said 1,936 people died and 42,397 were injured in Monday’s quake in Sichuan.';
    expect(told(text, 'people.killed')).toEqual(['1936 sichuan 2022-09-05']);
  });

  it('is not that on which survivors are looked for', () => {
    const text =
      'A quake shook Sichuan on Monday. Villagers pulled debris from schools on Wednesday, desperate to find survivors from a huge earthquake that killed 500 people.';
    expect(told(text, 'people.killed')).toEqual(['500 sichuan 2022-09-05']);
  });
});

describe('the place of a disaster', () => {
  it('is the land that it struck, not a town in it', () => {
    const text =
      'An earthquake killed 93 people in the central Philippines on Monday. Fifteen people died in Cebu.';
    expect(told(text, 'people.killed')[0]).toBe('93 philippines 2022-09-05');
  });

  it.each([
    ['A quake killed 93 people when it struck the central Philippines.', 'philippines'],
    ['A blast killed 93 people when it rocked northern Syria.', 'syria'],
  ])('may be told by what it did: %s', (text, place) => {
    expect(told(text, 'people.killed')[0]).toContain(`93 ${place}`);
  });

  it('is not the capital from which a distance is measured', () => {
    const text =
      'A quake hit the Philippines. Ninety people died on the island, which is 390 miles south of the capital, Manila.';
    expect(told(text, 'people.killed')[0]).not.toContain('manila');
  });

  it('is not where some of all were', () => {
    const text =
      'A quake hit Sichuan. Thirty-eight people were killed in the hills, and the other 28 died in the city of Chengdu. Fifteen people were missing.';
    expect(told(text, 'people.missing')[0]).toMatch(/^15 sichuan /);
  });

  it('is the country that tells its own toll', () => {
    const text = 'The quake hit Kashmir. Pakistan has raised its death toll to 87,350.';
    expect(told(text, 'people.killed')[0]).toMatch(/^87350 pakistan /);
  });
});

describe('parts', () => {
  it('of those whom the sentence before counts', () => {
    const { claims } = extract(
      {
        outlet: 'outlet',
        publishedAt: '2022-09-08T12:00:00Z',
        language: 'en',
        text: 'The quake killed 190 people in the Philippines. Of those, 178 died in Bohol.',
      },
      vocabulary,
    );
    const [whole, part] = claims.filter(({ predicate }) => predicate.id === 'people.killed');
    expect(part?.partOf).toBe(whole?.id);
  });

  it('leave room for more when there are two grades', () => {
    const text = 'Five persons were in critical condition and 70 in serious condition.';
    const { claims } = extract(
      { outlet: 'outlet', publishedAt: '2022-09-08T12:00:00Z', language: 'en', text },
      vocabulary,
    );
    const critical = claims.filter(({ predicate }) => predicate.id === 'people.critical');
    expect(critical.map(({ value }) => value.halo?.high)).toEqual([null, null]);
  });
});
