import fc from 'fast-check';
import type { Operation, Parameter } from '../described.ts';
import type { Values } from './values.ts';

export interface FuzzedRequest {
  address: string;
  headers: Record<string, string>;
  body?: string;
}

const TYPES = [
  ...[
    '*/*',
    'application/json',
    'application/x-ndjson',
    'text/csv',
    'application/ld+json',
    'text/html',
    'image/png',
    'image/svg+xml',
    'application/feed+json',
  ],
  ...['application/json;q=0.1, text/csv', 'text/*', 'application/json;q=0', 'nonsense', ';;;', 'a/b;q=x'],
];

/** Half a character cannot stand in an address. */
const wellFormed = (value: string): string => value.replace(/\p{Surrogate}/gu, '\ufffd');

/** A part of a path. A dot or two would lead to another address, and nothing at all to another route. */
const inPath = (value: string): string => {
  const encoded = encodeURIComponent(wellFormed(value));
  return /^\.{0,2}$/.test(encoded) ? 'none' : encoded;
};

const oddHeaders = (json: boolean) =>
  fc.record(
    {
      accept: fc.constantFrom(...TYPES),
      'accept-encoding': fc.constantFrom('gzip', 'br', 'gzip;q=0', '*', ';'),
      'if-none-match': fc.constantFrom('*', '"x"', 'W/"x", "y"', 'x'),
      'idempotency-key': fc.constantFrom('a', 'b', 'c', '', ' ', 'x'.repeat(300)),
      'x-request-id': fc.constantFrom('mine', 'x'.repeat(100), '<b>'),
      'last-event-id': fc.constantFrom('0', 'x', '999999999999999999999'),
      'content-type': fc.constantFrom(
        ...(json
          ? ['text/plain', 'application/x-ndjson', 'application/json; charset=latin1', 'x']
          : ['text/plain']),
      ),
    },
    { requiredKeys: [] },
  );

/** Most callers send none that matter. */
const headers = (json: boolean) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: oddHeaders(json) });

const queryOf = (named: readonly (readonly [string, string])[]): string => {
  const query = new URLSearchParams(
    named.map(([name, value]): [string, string] => [name, wellFormed(value)]),
  ).toString();
  return query === '' ? '' : `?${query}`;
};

/** Requests to one operation: most of them as it wants them, some nearly so, some not at all. */
export function requestsTo(
  path: string,
  { parameters = [], requestBody }: Operation,
  values: Values,
): fc.Arbitrary<FuzzedRequest> {
  const ofPlace = (place: Parameter['in']) => parameters.filter((parameter) => parameter.in === place);
  const filled = (chosen: readonly Parameter[]) =>
    fc.tuple(
      ...chosen.map(({ name, schema }) =>
        values.parameter(schema ?? {}).map((value) => [name, value] as const),
      ),
    );
  const asked = fc
    .subarray(ofPlace('query'))
    .chain((chosen) =>
      filled([...new Set([...ofPlace('query').filter(({ required }) => required), ...chosen])]),
    );
  const odd = fc.oneof(
    { weight: 9, arbitrary: fc.constant([] as (readonly [string, string])[]) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(
          [
            ['limit', '1'],
            ['limit', '2'],
          ] as const,
          [['__proto__', 'x']] as const,
          [['', '']] as const,
        )
        .map((pairs) => [...pairs]),
    },
  );
  const plain = fc.constant('');
  // Behind the name of a file it would be another address.
  const suffix =
    !path.startsWith('/v1/') || /\.\w+$/.test(path)
      ? plain
      : fc.oneof(
          { weight: 9, arbitrary: plain },
          {
            weight: 1,
            arbitrary: fc.constantFrom('.csv', '.ndjson', '.jsonld', '.json', '.svg', '.atom.xml'),
          },
        );
  const json = requestBody?.content['application/json'];
  const body = json ? values.body(json.schema) : fc.constant(undefined);
  return fc
    .tuple(filled(ofPlace('path')), asked, odd, suffix, headers(json !== undefined), body)
    .map(([parts, query, more, ending, sent, content]) => {
      const address = parts.reduce(
        (whole, [name, value]) => whole.replace(`{${name}}`, () => inPath(value)),
        path,
      );
      return {
        address: `${address}${json ? '' : ending}${queryOf([...query, ...more])}`,
        headers: { ...(json ? { 'content-type': 'application/json' } : {}), ...sent },
        ...(content === undefined ? {} : { body: content }),
      };
    });
}
