import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CheckedFigure } from '../../src/check/check.ts';
import { check, sampleTopic } from './samples.ts';

const KARSIN = 'karsin-market-strike';
const SHARM = 'sharm-el-sheikh-talks';
const IN_EGYPT = '2025-10-07T18:00:00Z';

describe('a draft that repeats what the outlets say', () => {
  it('agrees, with those who say it and in which words', () => {
    const text =
      'Some 58 people were wounded in the strike on the market of Karsin on Thursday, the hospital said.';
    const [figure] = check(text, KARSIN);
    expect(figure).toMatchObject({ verdict: 'agree', tier: null, suggestion: null });
    expect(figure?.consensus).toMatchObject({ status: 'single-origin', best: 58 });
    const quotes = figure?.positions.flatMap((position) => position.quotes) ?? [];
    expect(quotes.map(({ outlet }) => outlet).sort()).toEqual([
      'harbour-gazette-sample',
      'meridian-wire-sample',
    ]);
    for (const { quote } of quotes) expect(quote).toMatch(/58|Fifty-eight/);
    expect(text.slice(figure?.start, figure?.end)).toBe(figure?.text);
    expect(figure?.text).toBe('Some 58');
  });

  it('agrees although it differs from one outlet, when most origins say it', () => {
    const figures = check('Hamas is still holding 48 hostages.', SHARM, IN_EGYPT);
    expect(figures.map(({ verdict }) => verdict)).toEqual(['agree']);
  });
});

describe('a draft that contradicts the outlets', () => {
  it('conflicts, and the span to change is given with what they allow', () => {
    const text = 'Hamas is still holding 52 hostages, diplomats said.';
    const [figure] = check(text, SHARM, IN_EGYPT);
    expect(figure).toMatchObject({ verdict: 'conflict', tier: 'conflict' });
    expect(figure?.because).toMatch(/48.*52|52.*48/);
    const { start = 0, end = 0, text: words, because } = figure?.suggestion ?? {};
    expect([text.slice(start, end), words]).toEqual(['52', '48']);
    expect(because).toContain('independent origins');
  });

  it('is told all positions where the outlets disagree among themselves, and no figure', () => {
    const [figure] = check(
      'The air strike on the market of Karsin on Thursday killed 500 people, the fire service said.',
      KARSIN,
    );
    expect(figure).toMatchObject({ verdict: 'conflict', consensus: { status: 'disputed', best: null } });
    expect(figure?.positions.map(({ display }) => display)).toEqual(['33', '34', '36', '43']);
    expect(figure?.suggestion?.text).toContain('34 (Lena Osk)');
    expect(figure?.suggestion?.because).toBe('The others do not agree: say who says what.');
  });

  it('is never told that anything is true or false', () => {
    const figures = [
      ...check('Hamas is still holding 52 hostages.', SHARM, IN_EGYPT),
      ...check('The air strike on the market of Karsin on Thursday killed 500 people.', KARSIN),
    ];
    for (const { suggestion, because } of figures)
      expect(`${suggestion?.because} ${suggestion?.text} ${because}`).not.toMatch(
        /\b(?:is|are) (?:true|false|wrong|correct)\b/i,
      );
  });

  it('is told about its own figure, also where it names a source that others quote with another one', () => {
    const figures = check(
      'The earthquakes in Herat province on 7 October 2023 killed about 3,000 people, officials said.',
      'herat-earthquakes-2023',
      '2023-10-09T12:00:00Z',
    );
    const [figure] = figures;
    expect(figures.map(({ verdict }) => verdict)).toEqual(['conflict']);
    expect(figure?.because).toContain('3,000');
    for (const { verdict, because } of figure?.relations ?? [])
      if (verdict === 'conflict') expect(because).toContain('3,000');
  });

  it('does not let its own second figure speak for the others', () => {
    const figures = check(
      'The strike on the market of Karsin on Thursday wounded 58 people, the hospital said. The strike on the market of Karsin on Thursday wounded 900 people, the mayor said.',
      KARSIN,
    );
    const own = new Set(figures.map(({ claim }) => claim?.id));
    const claims = figures.flatMap(({ relations }) => relations.flatMap((relation) => relation.claims));
    expect(figures.map(({ verdict }) => verdict)).toEqual(['agree', 'conflict']);
    expect(claims.filter((id) => own.has(id))).toEqual([]);
  });
});

describe('a draft that gives a figure for another day', () => {
  it('speaks of something else, and the reason says what', () => {
    const [figure] = check(
      'Israeli attacks across the Gaza Strip killed at least 10 Palestinians on Sunday.',
      SHARM,
      IN_EGYPT,
    );
    expect(figure).toMatchObject({ verdict: 'different-scope', tier: 'explained', suggestion: null });
    expect(figure?.because).toContain('a different time');
    expect(figure?.relations[0]?.dimension).toBe('time');
    expect(figure?.positions.length).toBeGreaterThan(0);
  });
});

describe('a draft that nobody confirms', () => {
  it('is uncorroborated where no outlet and where no topic speaks of it', () => {
    const text =
      'Doctors in Bergen performed 12 heart transplants on Wednesday, and the storm left 40,000 homes without power, the operator said.';
    const power = (topic: string | null) => check(text, topic).find((figure) => figure.text === '40,000');
    expect(power(KARSIN)).toMatchObject({
      verdict: 'uncorroborated',
      because: 'Nobody else says it.',
    });
    expect(power(null)).toMatchObject({
      verdict: 'uncorroborated',
      because: 'No topic is known that tells of this.',
      positions: [],
    });
  });

  it('has nothing to check when it has no figures', () => {
    expect(check('The cat slept in the sun, and nobody minded.', KARSIN)).toEqual([]);
  });
});

describe('checking', () => {
  it('leaves the topic as it was: the same draft gives the same answer, and the consensus has no voice more', () => {
    const before = JSON.stringify(sampleTopic(SHARM).consensus);
    const once = check('Hamas is still holding 52 hostages.', SHARM, IN_EGYPT);
    expect(check('Hamas is still holding 52 hostages.', SHARM, IN_EGYPT)).toEqual(once);
    expect(JSON.stringify(sampleTopic(SHARM).consensus)).toBe(before);
    expect(once[0]?.consensus?.support.outlets).toBe(
      sampleTopic(SHARM).consensus.find(({ group }) => group.question === once[0]?.group?.question)?.support
        .outlets,
    );
  });

  it('agrees with every article of a topic about what it says, though the text is the very same', () => {
    const document = sampleTopic(KARSIN).documents[0];
    const figures = check(document?.text ?? '', KARSIN, document?.publishedAt);
    const killed = figures.find(({ text, claim }) => text === '58' && claim?.predicate.id !== null);
    expect(killed?.verdict).toBe('agree');
  });

  it('answers any text in its shape, with spans that fit it', () => {
    const pieces = fc.constantFrom(
      ...[
        'killed',
        '24',
        'people',
        'at least',
        'on Monday',
        '\u202e',
        '=1+1',
        '🙂',
        '\ud800',
        '\n\n',
        '9'.repeat(40),
        '<b>',
        '“',
        ',',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 30 }), (parts) => {
        const text = parts.join(' ');
        for (const figure of check(text, KARSIN)) {
          expect(CheckedFigure.safeParse(figure).error?.issues ?? []).toEqual([]);
          expect(figure.start).toBeLessThanOrEqual(figure.end);
          expect(figure.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
