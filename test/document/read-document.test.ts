import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document } from '../../src/document/document.ts';
import { readDocument } from '../../src/document/read-document.ts';
import { datelineLength } from '../../src/document/readers/dateline.ts';
import { costOf } from '../cost-of.ts';
import { ARTICLE, blocksOf, read, readPage, vocabulary } from './pages.ts';

describe('a document', () => {
  it('keeps its text character for character', () => {
    const text = '\uFEFFAt least 24\u2028people\u0000 died.\r\n\r\n“Yes,” he said \uD800there.';
    const document = read(text);
    expect(document.text).toBe(' At least 24\npeople  died.\r\n\r\n“Yes,” he said \uFFFDthere.');
    expect(document.text).toHaveLength(text.length);
  });

  it('keeps whole surrogate pairs', () => {
    expect(read('Two died 🕊 there, police said on Monday.').text).toContain('🕊');
  });

  it('has the same id for the same article, and another for another topic or text', () => {
    expect(read(ARTICLE).id).toBe(read(ARTICLE).id);
    expect(read(ARTICLE).id).toMatch(/^doc_[0-9a-f]{24}$/);
    const ids = [
      read(ARTICLE),
      read(ARTICLE, { topic: 'bridge' }),
      read(`${ARTICLE}.`),
      read(ARTICLE, { outlet: 'B' }),
    ];
    expect(new Set(ids.map((document) => document.id)).size).toBe(4);
  });

  it('keeps the id that was given', () => {
    expect(read(ARTICLE, { id: 'mine' }).id).toBe('mine');
  });

  it('is published in UTC, whatever zone was given', () => {
    expect(read(ARTICLE, { publishedAt: '2025-03-04T09:00:00+03:00' }).publishedAt).toBe(
      '2025-03-04T06:00:00Z',
    );
  });

  it('is unsorted and in UTC unless somebody says otherwise', () => {
    const { topic, zone } = read(ARTICLE);
    expect({ topic, zone }).toEqual({ topic: 'unsorted', zone: 'UTC' });
  });

  it('does not take a title into the text', () => {
    const document = read(ARTICLE, { title: 'Four die as bridge falls' });
    expect(document.title).toBe('Four die as bridge falls');
    expect(document.text).toBe(ARTICLE);
  });

  it('knows an outlet by its aliases', () => {
    expect(read(ARTICLE, { outlet: 'Agence France-Presse' }).outlet).toBe('afp');
    expect(read(ARTICLE, { outlet: 'The Ravenna Star' }).outlet).toBe('the-ravenna-star');
    expect(read(ARTICLE, { outlet: '!!!' }).outlet).toMatch(/^outlet_/);
  });

  it('shares hashes with a text that shares words, and none with another', () => {
    const [first] = ARTICLE.split('\n\n');
    const whole = new Set(read(ARTICLE).fingerprint);
    const copy = read(
      `${first} The river is known for its rapid water and for the many bends below the old town.`,
    );
    const shared = copy.fingerprint.filter((hash) => whole.has(hash)).length;
    expect(shared).toBeGreaterThan(10);
    expect(
      read('Nothing of this has anything to do with what was said before today.').fingerprint.some((h) =>
        whole.has(h),
      ),
    ).toBe(false);
    expect(read(ARTICLE).fingerprint).toEqual([...read(ARTICLE).fingerprint].sort());
  });

  it('tells its language, and a block that is written in another one', () => {
    const document = read(`${ARTICLE}\n\nОтряды спасателей искали в воде два грузовика.`);
    expect(document.language).toBe('en');
    expect(document.blocks.at(-1)?.language).not.toBe('en');
    expect(
      read('Die Polizei sagte am Montag, mindestens vier Menschen seien beim Einsturz der Brücke gestorben.')
        .language,
    ).toBe('de');
    expect(read('4 dead').language).toBe('und');
  });

  it('does not take a list of foreign names for a foreign language', () => {
    const document = read(
      `${ARTICLE}\n\nThe dead are Maria Ortiz, Jorge Luis Herrera, Juan Carlos Peña and Ana Lucía Gómez.`,
    );
    expect(document.blocks.map((block) => block.language)).toEqual(['en', 'en', 'en', 'en', 'en']);
  });

  it('joins lines that were broken at a fixed width', () => {
    const text =
      'SAN MARTIN, 3 JAN 90 -- POLICE REPORTED THAT ABOUT 50 PEASANTS OF\nVARIOUS AGES HAVE BEEN TAKEN BY ARMED MEN OF THE NORTHERN FRONT IN THE\nDEPARTMENT OF SAN MARTIN.  THE SOURCE ADDED THAT NOBODY HAD BEEN FOUND\nSO FAR.\n\nMEANWHILE, THREE MEN WERE KILLED DURING CLASHES YESTERDAY IN THE SAME\nDEPARTMENT, THE ARMY SAID.';
    const document = read(text);
    expect(blocksOf(document, 'dateline')).toEqual(['SAN MARTIN, 3 JAN 90 --']);
    expect(blocksOf(document, 'body')).toHaveLength(2);
  });

  it('is valid and in order for any text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\n',
        '\r\n',
        '\u2028',
        '\uD800',
        'Share',
        'Comments',
        'Leave a comment',
        ARTICLE,
        'KABUL (AP) — ',
        '(Photo: X)',
        '© 2025 X.',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((parts) => `x${parts.join('')}`),
        (text) => {
          const document = read(text);
          Document.parse(document);
          expect(document.text).toHaveLength(text.length);
          let last = 0;
          for (const block of document.blocks) {
            expect(block.start).toBeGreaterThanOrEqual(last);
            expect(block.end).toBeGreaterThan(block.start);
            last = block.end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('loses no word: every letter stands in a block', () => {
    const document = read(`Home\n\nBridge falls\n\nKABUL (AP) — ${ARTICLE}\n\nShare\n\n© 2025 Example.`);
    const inBlocks = document.blocks.map((block) => document.text.slice(block.start, block.end)).join('');
    expect(inBlocks.replace(/\s/g, '')).toBe(document.text.replace(/\s/g, ''));
  });

  it('reads 2 MB in one line in bounded time', () => {
    const cost = costOf(() => read('At least 24 people died there on Monday. '.repeat(48_000)));
    expect(cost).toBeLessThan(16_000);
  });
});

describe('a dateline', () => {
  const cases: [string, string][] = [
    ['SHARM EL-SHEIKH: The first day', 'SHARM EL-SHEIKH:'],
    ['KABUL, Afghanistan (Sept. 1) - An Afghan', 'KABUL, Afghanistan (Sept. 1) -'],
    ['BEIRUT (AP) — Israeli', 'BEIRUT (AP) —'],
    ['HOUSTON, Nov. 16 (Xinhua) -- A house', 'HOUSTON, Nov. 16 (Xinhua) --'],
    ['FORT WAYNE, Ind. (WANE) Fort Wayne police', 'FORT WAYNE, Ind. (WANE)'],
    ['Gaza City, Oct. 7 (AFP) — Two', 'Gaza City, Oct. 7 (AFP) —'],
    ['MADISON—A man', 'MADISON—'],
    ['ST. LOUIS - Police', 'ST. LOUIS -'],
    ['(WXYZ) - Five people', '(WXYZ) -'],
    ['HAMAS and Israel have concluded', ''],
    ['US President Donald Trump (79) said', ''],
    ['The talks (in Cairo) went on', ''],
    ['At least 24 died - the worst day', ''],
    ['UN-backed talks resumed', ''],
    ['A man - aged 24 - died', ''],
  ];
  for (const [text, dateline] of cases) {
    it(dateline === '' ? `does not stand in "${text}"` : `is "${dateline}"`, () => {
      expect(text.slice(0, datelineLength(text))).toBe(dateline);
    });
  }
});

describe('a page', () => {
  const html = `<!doctype html><html><head><title>Bridge falls | Example Times</title>
    <meta property="og:site_name" content="Example Times"><link rel="canonical" href="https://example.org/bridge"></head><body>
    <nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Bridge falls</h1>
    ${ARTICLE.split('\n\n')
      .map((text) => `<p>${text}</p>`)
      .join('<figure><img src="b.jpg"><figcaption>The bridge in 1968</figcaption></figure>')}
    <p><a href="/mine">Three die in mine as roof gives way</a></p><blockquote>“We heard a bang,” said a driver.</blockquote>
    <script>document.write('90 dead')</script><h3>Related Articles</h3><ul><li><a href="/x">Another story</a></li></ul></article>
    <footer>© 2025 Example Times</footer></body></html>`;

  it('gives the article alone, with what the page says about itself', () => {
    const document = readPage(html);
    expect(blocksOf(document, 'body').join('\n\n')).toBe(ARTICLE);
    expect(blocksOf(document, 'quote')).toEqual(['“We heard a bang,” said a driver.']);
    expect(document.title).toBe('Bridge falls');
    expect(document.url).toBe('https://example.org/bridge');
    expect(document.source).toBe('html');
    for (const word of ['Home', 'mine', '90 dead', 'Related', '©']) expect(document.text).not.toContain(word);
  });

  const attacks: [string, string][] = [
    ['nothing', ' '],
    ['binary garbage', '\u0000\uFFFD\u0001<\u0002>&#0;&#xD800;'],
    ['tags 100,000 deep', `${'<div>'.repeat(100_000)}<p>${ARTICLE}`],
    ['lists 50,000 deep', `${'<ul><li>'.repeat(50_000)}${ARTICLE}`],
    ['a million brackets', '<'.repeat(1_000_000)],
    ['comments that never end', `<!--${'<!--'.repeat(200_000)}`],
    ['scripts that never end', '<script>'.repeat(100_000)],
    ['two megabytes of entities', '&amp;'.repeat(400_000)],
    [
      'linked data that is no JSON',
      `<script type="application/ld+json">${'['.repeat(300_000)}</script><p>${ARTICLE}`,
    ],
    ['40,000 elements', '<p>a <b>b</b></p>'.repeat(20_000)],
  ];
  for (const [name, attack] of attacks) {
    it(`survives ${name}`, () => {
      const cost = costOf(() =>
        Document.parse(
          readDocument({ outlet: 'x', publishedAt: '2025-03-04T09:00:00Z', html: attack }, vocabulary),
        ),
      );
      expect(cost).toBeLessThan(16_000);
    });
  }
});

describe('a first paragraph in which several things run on', () => {
  const lead = 'A fire at a mill killed at least three workers on Friday, police said.';
  const bodies = (text: string, title: string): string[] => blocksOf(read(text, { title }), 'body');

  it.each([
    ['its title', `Fire kills three at mill ${lead}`, ['Fire kills three at mill', lead]],
    ['its title with a stop', `Fire kills three at mill. ${lead}`, ['Fire kills three at mill.', lead]],
    [
      'its title between two notes of the day',
      `Friday 1 Jul 2016 Fire kills three at mill AFP Friday 1 Jul 2016 ${lead}`,
      ['Friday 1 Jul 2016', 'Fire kills three at mill', 'AFP Friday 1 Jul 2016', lead],
    ],
    ['a note of the day', `Published July 1 2016 ${lead}`, ['Published July 1 2016', lead]],
    ['a day in figures', `01-07-2016 ${lead}`, ['01-07-2016', lead]],
  ])('is cut behind %s', (_, text, expected) => {
    expect(bodies(text, 'Fire kills three at mill')).toEqual(expected);
  });

  it.each([
    [
      'the sentence goes on in small letters',
      'Fire kills three at mill in the old port, police said on Friday.',
    ],
    ['a day follows', 'Fire kills three at mill Friday as crews fight to save the port.'],
    ['little follows', 'Fire kills three at mill. Police said so.'],
    ['the title is another one', 'Fire kills three at a mill. Crews fought for hours to save the port.'],
    ['a day opens a sentence', 'On 1 July 2016 three workers died in a fire at a mill, police said.'],
    ['a month is a name', 'May 12 workers strike, 40 more will follow, the union said on Friday.'],
  ])('stays whole where %s', (_, text) => {
    expect(bodies(text, 'Fire kills three at mill')).toEqual([text]);
  });
});
