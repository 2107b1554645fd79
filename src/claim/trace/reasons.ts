/**
 * Why a row was not made, or not kept: the closed list, in the order of how far a candidate came. Of several refusals of
 * one figure the last of this list is told as its own. Each text is shown to people as it stands.
 */
export const REASONS = {
  /** The block is navigation, an advertisement, a list of other articles. */
  boilerplate: 'It stands in words of the page that are not the article’s own.',
  /** Only English is read. */
  'foreign-language': 'It stands in a language that is not read.',
  /** The numeral is inside a URL or a handle. */
  'web-address': 'The number belongs to a web address.',
  /** F-16, Section 427, 12 Hill Street, "2)". */
  name: 'The number belongs to a name, a postal address or a numbered list.',
  /** Dates, times of day, years, ordinals and chains such as telephone numbers. */
  date: 'The number belongs to a date, a time, a year, an ordinal or a chain of numbers.',
  /** "the one", "one another". */
  pronoun: '“one” stands for something else here; nothing is counted.',
  /** "a few hours", "several metres". */
  'vague-measure': 'A measure in “a few” or “several” says no number.',
  /** "3-2", "52 to 48 votes". */
  score: 'The two numbers are a result or a vote.',
  /** "earlier estimates suggested 359", beside a newer figure. */
  superseded: 'It is the figure of an earlier report; the article gives a newer one for the same people.',
  /** The role of the quantity is age, ordinal, name or date-part. */
  'no-figure': 'The number is an age, an ordinal, a name or part of a date; it counts nothing.',
  /** Two mentions share their words; only one stands for them. */
  overlap: 'The same words are read as part of another figure.',
  /** No word of the vocabulary stands in the sentence. */
  'no-trigger': 'No word of the sentence is known to take a figure.',
  /** A generic row needs a verb. */
  'no-verb': 'No verb stands near enough to say what the figure is about.',
  /** "attempted murder". */
  attempt: 'It was only attempted.',
  /** Trigger and figure are both there, but not in a shape such as "X killed N", "N were killed", "toll rose to N". */
  'no-frame': 'The words that could take a figure do not stand to one in any shape that is known.',
  /** A predicate that counts people stands beside things, or the other way round. */
  'other-subject': 'The predicate does not count what is named there.',
  /** A predicate in money beside a length. */
  'other-unit': 'The figure is in a unit that the predicate does not take.',
  /** A duration beside a predicate that takes a count, or a vague number without a value. */
  'other-role':
    'The number does something else here than the predicate takes: a duration, an old value, no number at all.',
  /** "the owners were killed": whoever is not counted counts only for predicates of people, in some shapes. */
  uncounted: 'Nobody is counted there: no number, and nobody whom the predicate counts without one.',
  /** "could be killed". */
  unreal: 'Without a number, what is only expected, feared or denied counts nobody.',
  /** "captured or killed more than 80". */
  alternative: 'So many met one fate or another; nobody says how many met this one.',
  /** "Protesters killed in capital". */
  headline: 'A headline without a number counts nobody.',
  /** Two candidates claim one phrase. */
  'better-reading': 'Another reading of the same words is surer.',
  /** "several", "the insurgents" for a number given before, a headline for its body. */
  'said-again': 'The document says the same again; one row stands for both.',
  /** "captured a leader … The leader was detained". */
  'points-back': 'The words point back to people whom an earlier sentence counts.',
  /** Two rules give one row, letter by letter. */
  'same-row': 'Another rule made the same row.',
} as const;
export type Reason = keyof typeof REASONS;

const ORDER = new Map(Object.keys(REASONS).map((reason, i) => [reason, i]));

/** How far a candidate came before it was refused; larger is further. */
export const progress = (reason: Reason): number => ORDER.get(reason) ?? 0;
