import fc from 'fast-check';
import type { Api, Shape } from '../described.ts';

/** Texts that have broken programs before: markup, patterns, formulas, queries, paths, headers, odd characters. */
const HOSTILE = [
  ...[
    '',
    ' ',
    '\0',
    '\u0000x',
    '\r\nX-Evil: 1',
    '\ud800',
    '\udfff\ud800',
    '\u202e',
    '\ufeff',
    '👩‍👩‍👧',
    '¼ ½ ٣',
  ],
  ...[
    '"',
    "'",
    "' OR 1=1 --",
    '%',
    '%%',
    '_',
    '*',
    '"a" NEAR(',
    'NOT',
    'a AND',
    '(',
    ')',
    '^',
    'a:b',
    '\\',
    '`',
  ],
  ...[
    '<script>alert(1)</script>',
    '$' + '{x}',
    '{{x}}',
    '=cmd()',
    '+1',
    '-1',
    '@x',
    '../../etc/passwd',
    '%2e%2e',
    '//x',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'null',
    'undefined',
    'NaN',
    'Infinity',
    '-0',
    '0',
    '1e309',
    '0x10',
  ],
  ...[
    '9'.repeat(400),
    'x'.repeat(5_000),
    'é'.repeat(301),
    '2025-02-30',
    '0000-00-00',
    '9999-12-31T23:59:60Z',
  ],
  ...[
    '-271821-04-20T00:00:00Z',
    '0000-01-01T00:00:00Z',
    'a,b,,c',
    ',',
    'conflict,conflict',
    'http://[::1',
    'http://127.0.0.1/',
  ],
];

/** News as it comes, so that what is read has figures, places and times; hostile text among it. */
const PIECES = [
  ...[
    'At least 24 people were killed in Cairo on Sunday',
    'between 10 and 12 were missing',
    'no one was hurt',
  ],
  ...['about 1,400 households', '¼ of 38', '-5 %', '9'.repeat(30), 'on 31 February', 'the ministry said'],
  ...[
    '“We left,” said',
    'who said that who said',
    '\n\n',
    '. ',
    ', ',
    '; ',
    ' — ',
    '\u00a0',
    'Mr. X. Y.',
    'U.S.',
  ],
];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  {
    weight: 3,
    arbitrary: fc.array(fc.constantFrom(...PIECES, ...HOSTILE), { maxLength: 12 }).map((p) => p.join(' ')),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 400 }) },
);

/** JSON that nests so deep that a program which walks down by calling itself falls. */
const deep = fc.constantFrom('[', '{"a":').chain((open) =>
  fc.constantFrom(100, 10_000).map((depth) => {
    const close = open === '[' ? ']' : '}';
    return `${open.repeat(depth)}1${close.repeat(depth)}`;
  }),
);

const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.jsonValue(),
  fc.double(),
  fc.constantFrom(-1, 0, 1e308, true, null, [], {}),
);

export type Values = ReturnType<typeof valuesOf>;

/** Values for the shapes of an API document. `known`: ids and words that are there, so that some requests arrive. */
export function valuesOf(api: Api, known: readonly string[]) {
  const knownText = fc.constantFrom(...known);

  const time = fc.oneof(
    fc
      .date({ min: new Date('2000-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    fc.constantFrom(
      '0001-01-01T00:00:00Z',
      '9999-12-31T23:59:59.999Z',
      '2025-11-03T08:00:00+14:00',
      '2024-02-29T00:00:00-12:00',
    ),
  );

  function texts(shape: Shape): fc.Arbitrary<string> {
    if (shape.format === 'date-time') return time;
    if (shape.format === 'uri')
      return fc.oneof(fc.webUrl(), fc.constantFrom('http://127.0.0.1:1/', 'urn:x:y', 'mailto:a@b'));
    if (shape.pattern !== undefined)
      return fc.oneof(
        fc.stringMatching(new RegExp(shape.pattern)),
        fc.constantFrom('2025-11-02', '0000-00-00'),
      );
    const { minLength = 0, maxLength = 300 } = shape;
    return fc
      .oneof(knownText, text, fc.constantFrom('x'.repeat(Math.min(maxLength, 5_000))))
      .map((value) => value.slice(0, maxLength))
      .filter((value) => value.length >= minLength);
  }

  function numbers({ type, minimum = -1e6, maximum = 1e6 }: Shape): fc.Arbitrary<number> {
    const whole = type === 'integer';
    const inner = whole
      ? fc.integer({ min: Math.ceil(minimum), max: Math.floor(Math.min(maximum, 2 ** 31 - 1)) })
      : fc.double({ min: minimum, max: maximum, noNaN: true });
    return fc.oneof(inner, fc.constantFrom(minimum, maximum));
  }

  function lists(shape: Shape): fc.Arbitrary<unknown[]> {
    if (shape.prefixItems) return fc.tuple(...shape.prefixItems.map((item) => valid(item)));
    const { minItems = 0, maxItems = 4, items } = shape;
    return fc.array(valid(items || {}), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 3) });
  }

  function objects({ properties = {}, required = [] }: Shape): fc.Arbitrary<object> {
    const fields = Object.fromEntries(
      Object.entries(properties).map(([name, shape]) => [name, valid(shape)]),
    );
    return fc.record(fields, { requiredKeys: required });
  }

  /** What the shape allows; its borders too. */
  function valid(shape: Shape): fc.Arbitrary<unknown> {
    if (shape.$ref !== undefined)
      return valid(api.components.schemas[shape.$ref.split('/').at(-1) ?? ''] ?? {});
    if (shape.anyOf) return fc.oneof(...shape.anyOf.map(valid));
    if (shape.enum) return fc.constantFrom(...shape.enum);
    if ('const' in shape) return fc.constant(shape.const);
    const kinds: Record<string, () => fc.Arbitrary<unknown>> = {
      string: () => texts(shape),
      integer: () => numbers(shape),
      number: () => numbers(shape),
      boolean: () => fc.boolean(),
      null: () => fc.constant(null),
      array: () => lists(shape),
      object: () => objects(shape),
    };
    return kinds[shape.type ?? '']?.() ?? anything;
  }

  /** Nearly what the shape allows: one field is another thing, is missing, or is unknown. */
  const broken = (shape: Shape): fc.Arbitrary<unknown> =>
    fc
      .tuple(valid(shape), fc.nat(), anything, fc.constantFrom('other', 'missing', 'unknown'))
      .map(([value, at, thing, how]) => {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) return thing;
        const names = Object.keys(value);
        const name = names[at % Math.max(1, names.length)];
        if (name === undefined || how === 'unknown') return { ...value, [`x${at}`]: thing, __proto__: null };
        const { [name]: _, ...rest } = value as Record<string, unknown>;
        return how === 'missing' ? rest : { ...rest, [name]: thing };
      });

  /** A body as it is sent. */
  const body = (shape: Shape): fc.Arbitrary<string> => {
    const json = (value: unknown): string => JSON.stringify(value) ?? '';
    return fc.oneof(
      { weight: 6, arbitrary: valid(shape).map(json) },
      { weight: 4, arbitrary: broken(shape).map(json) },
      { weight: 1, arbitrary: anything.map(json) },
      { weight: 1, arbitrary: deep },
      {
        weight: 1,
        arbitrary: fc
          .tuple(valid(shape).map(json), fc.nat())
          .map(([whole, at]) => whole.slice(0, at % (whole.length + 1))),
      },
    );
  };

  /** A parameter as it stands in an address. */
  const parameter = (shape: Shape): fc.Arbitrary<string> =>
    fc.oneof(
      { weight: 5, arbitrary: valid(shape).map(String) },
      { weight: 2, arbitrary: knownText },
      { weight: 2, arbitrary: text },
    );

  return { body, parameter };
}
