import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainOf, readText, saidIn } from './read-text.ts';

describe('who says what in a sentence', () => {
  it.each([
    ['The ministry said 24 people were killed.', 'The ministry | said | 24 people were killed'],
    ['At least 24 people were killed, officials said.', 'officials | said | At least 24 people were killed'],
    ['“A deal is near,” said the minister.', 'the minister | said | “A deal is near,”'],
    [
      'Majed al-Ansari, a spokesman for the ministry, said talks would resume.',
      'Majed al-Ansari, a spokesman for the ministry | said | talks would resume',
    ],
    ['According to police, three men were shot.', 'police | According to | three men were shot'],
    [
      'Airstrikes killed at least 24 people, according to local health authorities.',
      'local health authorities | according to | Airstrikes killed at least 24 people',
    ],
    [
      'Officials who attended the meeting said it went well.',
      'Officials who attended the meeting | said | it went well',
    ],
    [
      'A Hamas official involved in the closed-door meetings in Egypt said the group had asked for time.',
      'A Hamas official involved in the closed-door meetings in Egypt | said | the group had asked for time',
    ],
    ['Hostages are believed to be alive.', '– | are believed | Hostages are believed to be alive'],
    ['The attack reportedly killed ten.', '– | reportedly | The attack reportedly killed ten.'],
    ['Officials denied that 24 people had been killed.', 'Officials | denied | 24 people had been killed'],
    ['The report found that 40 homes were burnt.', 'The report | found | 40 homes were burnt'],
    [
      'The general was quoted as saying that 12 soldiers died.',
      'The general | was quoted | 12 soldiers died',
    ],
    [
      'The claim by the army that 30 fighters died was rejected.',
      'the army | claim | 30 fighters died was rejected',
    ],
    ['Two men were hurt, police in Safita said Monday.', 'police in Safita | said | Two men were hurt'],
    [
      'Police in Owasso, Oklahoma, said two men were hurt.',
      'Police in Owasso, Oklahoma | said | two men were hurt',
    ],
  ])('%s', (text, expected) => {
    expect(saidIn(text)).toContain(expected);
  });

  it.each([
    ['Police this morning said two men were hurt.', 'Police | said | two men were hurt'],
    ['On Sunday a monitor said 82 people died.', 'a monitor | said | 82 people died'],
    ['At 1:30 a.m. Saturday deputies said four men were hurt.', 'deputies | said | four men were hurt'],
    ['Officials late Monday (local time) said 12 people died.', 'Officials | said | 12 people died'],
    [
      'Residents trust the mayor, who in 2010 said the bridge was safe.',
      'the mayor | said | the bridge was safe',
    ],
    [
      'A report released last year found that 400 people died.',
      'A report released | found | 400 people died',
    ],
    [
      'The bureau revealed in a press conference Thursday morning that two men died.',
      'The bureau | revealed | in a press conference Thursday morning that two men died',
    ],
    [
      'The governor spoke to reporters Thursday night, saying four Marines were killed.',
      'The governor | saying | four Marines were killed',
    ],
    // A time inside the name of something is a part of it.
    ['A 2014 study found that 400 people died.', 'A 2014 study | found | 400 people died'],
  ])('when it was said is no part of who said it: %s', (text, expected) => {
    expect(saidIn(text).map((said) => said.toLowerCase())).toContain(expected.toLowerCase());
  });

  it.each([
    'Rescuers found the body of a child.',
    'The army added two brigades to the front.',
    'The plane stopped and then continued.',
    'Talks began on Monday.',
    'The violence underscored how fragile the calm is.',
  ])('attributes nothing: %s', (text) => {
    expect(saidIn(text)).toEqual([]);
  });

  it('a speaker keeps to their own half of the sentence', () => {
    expect(saidIn('Police said 10 people died, while the army said 12 soldiers were hurt.')).toEqual([
      'Police | said | 10 people died',
      'the army | said | 12 soldiers were hurt',
    ]);
  });

  it('what somebody wants inside another’s words is not a second voice', () => {
    expect(saidIn('The minister said Hamas wanted guarantees.')).toEqual([
      'The minister | said | Hamas wanted guarantees',
    ]);
  });

  it('the speaker owns the quoted sentences around the cue', () => {
    const [first] = saidIn(
      '“We want this to happen,” he said. “Twenty men died. It must end.” The war goes on.',
    );
    expect(first).toBe('he | said | “We want this to happen,” he said. “Twenty men died. It must end.”');
  });

  it('a participle goes on with the speaker before it', () => {
    expect(saidIn('Leavitt said lists were ready, adding that Trump wanted speed.')).toContain(
      'Leavitt | adding | Trump wanted speed',
    );
  });
});

describe('the chain of sources', () => {
  it.each([
    [
      'AFP cited diplomatic sources saying the session lasted four hours.',
      'four hours',
      'afp agency > diplomatic-sources anonymous → afp',
    ],
    [
      'Attacks killed ten people, according to Al Jazeera’s sources.',
      'ten people',
      'al-jazeera outlet > sources anonymous → al-jazeera',
    ],
    [
      'According to multiple diplomatic sources cited by Al Jazeera, the meeting lasted two hours.',
      'two hours',
      'al-jazeera outlet > multiple-diplomatic-sources anonymous → al-jazeera',
    ],
    [
      'The Health Ministry warned of a collapse. It added that 1,701 medical workers have been killed.',
      '1,701',
      'health-ministry authority → health-ministry',
    ],
    [
      'Qatari Foreign Ministry spokesperson Majed al-Ansari said talks were held. He noted that 20 points remain.',
      '20 points',
      'majed-ansari person → majed-ansari',
    ],
    [
      'U.S. Secretary of State Marco Rubio said 48 hostages remain.',
      '48 hostages',
      'marco-rubio person → marco-rubio',
    ],
    [
      'Khalil al-Hayya, a negotiator, said ten men died, according to Reuters.',
      'ten men',
      'reuters agency > khalil-haya person → khalil-haya',
    ],
    [
      'Laura Stein said help was late. Peter Voss said roads were cut. She said six people died.',
      'six people',
      'laura-stein person → laura-stein',
    ],
    [
      'Police Chief Peter Voss said roads were cut. A neighbour said it was dark. He said six people died.',
      'six people',
      'neighbour unknown → neighbour',
    ],
    ['Two witnesses said six people died.', 'six people', 'two-witnesses witness → null'],
    [
      'A senior official who spoke on condition of anonymity said six people died.',
      'six people',
      'senior-official anonymous → null',
    ],
    ['Six people died on Monday.', 'Six people', 'own voice → null'],
    // Nobody who speaks: the war; a report without an author inside the words of somebody.
    ['The war said the explosion killed six people.', 'six people', 'own voice → null'],
    [
      'The preliminary investigation indicates six people died, police said.',
      'six people',
      'police authority > preliminary-investigation unknown → police',
    ],
    [
      'Six people died, according to a news release from the Springfield Police Department.',
      'Six people',
      'springfield-police-department authority → springfield-police-department',
    ],
    ['The investigation found that six people died.', 'six people', 'investigation unknown → investigation'],
    [
      'An Egyptian official familiar with the matter told the Associated Press that six people died.',
      'six people',
      'ap agency > egyptian-official authority → egyptian-official',
    ],
  ])('%s', (text, words, expected) => {
    expect(chainOf(text, words)).toBe(expected);
  });

  it.each([
    ['Menasha Police Chief Tim Styka said six people died.', 'Menasha Police Chief'],
    ['Tim Styka, the police chief, was there. Styka said six people died.', 'the police chief'],
    ['Sgt. Tim Styka of the Gary Police Department said six people died.', 'the Gary Police Department'],
    ['Tim Styka, a neighbour, said six people died.', undefined],
  ])('for whom a person speaks: %s', (text, office) => {
    expect(readText(text).chain('six people').chain).toMatchObject([{ key: 'tim-styka', kind: 'person' }]);
    expect(readText(text).chain('six people').chain[0]?.office).toBe(office);
  });

  it('local authorities are the Gaza ministry only in a story about Gaza', () => {
    const words = 'at least 24 people were killed, according to local health authorities.';
    expect(chainOf(`In Gaza ${words}`, '24 people')).toBe(
      'gaza-health-ministry authority → gaza-health-ministry',
    );
    expect(chainOf(`In Aleppo ${words}`, '24 people')).toBe(
      'local-health-authorities authority → local-health-authorities',
    );
  });
});

describe('attributions on any input', () => {
  const piece = fc.constantFrom(
    ...[
      'He',
      'said',
      '“',
      '”',
      '"',
      "'",
      ',',
      '.',
      'according',
      'to',
      'the',
      'ministry',
      'Al-Hayya',
      'who',
      'and',
    ],
    ...[
      'that',
      'told',
      'AFP',
      '’s',
      '(',
      ')',
      '—',
      'sources',
      'cited',
      'by',
      'is',
      'expected',
      '\n',
      'It',
      ':',
      '🙂',
      '12',
    ],
  );

  it('spans stand inside the text and equal their words; nothing throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 60 }).map((words) => words.join(' ')),
          fc.string(),
        ),
        (text) => {
          const { places, names, attributions, chain } = readText(text);
          for (const mention of [...places, ...names, ...attributions]) {
            expect(text.slice(mention.start, mention.end).replace(/\s/gu, ' ')).toBe(mention.text);
          }
          for (const { source, content } of attributions) {
            for (const span of [source, content]) if (span) expect(span.start).toBeLessThan(span.end);
            if (content) chain(text.slice(content.start, content.end));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
