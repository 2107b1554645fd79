import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { getPath } from 'hono/utils/url';
import { CrosscheckError } from '../errors.ts';
import type { Format, FormatId } from '../view/format.ts';
import { FORMATS } from '../view/formats/index.ts';
import type { Env } from './services.ts';

/** Only the last part of an address has a suffix, and it has one: chart.svg.csv is no address. */
const SUFFIX = new RegExp(
  `^(/v1/(?:.+/)?[^/.]+)\\.(${FORMATS.map(({ id }) => id.replace('.', '\\.')).join('|')})$`,
);
/** Addresses that end in a name which people give, and that may end in anything; and files, which are themselves. */
const NAMED =
  /^\/v1\/(?:(?:documents|topics|outlets)\/[^/]+|(?:topics\/[^/]+\/)?feed\.json|(?:topics|groups)\/[^/]+\/chart\.svg)$/;

/** The path without the suffix of a format, and that format; null where there is none. */
function splitSuffix(path: string): { path: string; format: FormatId | null } {
  if (path.lastIndexOf('.') < path.lastIndexOf('/')) return { path, format: null };
  const [, base, suffix] = SUFFIX.exec(path) ?? [];
  if (base === undefined || NAMED.test(path)) return { path, format: null };
  return { path: base, format: suffix as FormatId };
}

/** The path that routes are found by: /v1/claims.csv is /v1/claims. */
export const routedPath = (request: Request): string => splitSuffix(getPath(request)).path;

const NAME_WITH_SUFFIX = new RegExp(`^(.+)\\.(${FORMATS.map(({ id }) => id).join('|')})$`);

/** A name, and the format behind it that may be part of it; null where it ends in none. */
export function splitName(name: string): { name: string; format: FormatId } | null {
  const [, base, suffix] = NAME_WITH_SUFFIX.exec(name) ?? [];
  return base === undefined ? null : { name: base, format: suffix as FormatId };
}

/**
 * A thing by the name that people gave it. Where there is none, by the name without the suffix of a format, which the
 * answer then has: a name may end in anything, so that what is there goes first.
 */
export async function findNamed<T>(
  c: Context<Env>,
  name: string,
  read: (name: string) => Promise<T | null>,
): Promise<T | null> {
  const found = await read(name);
  const split = found === null ? splitName(name) : null;
  if (split === null) return found;
  c.set('suffix', split.format);
  return read(split.name);
}

type Wishes = Parameters<NonNullable<Parameters<typeof accepts>[1]['match']>>[0];

const JSON_TYPE = 'application/json';

/** The wanted type by RFC 9110 §12.5.1; "" when none is acceptable. */
function wantedType(c: Context<Env>, types: string[]): string {
  const match = (wishes: Wishes, { supports }: { supports: string[] }): string => {
    const refused = new Set(wishes.filter(({ q }) => q === 0).map(({ type }) => type.toLowerCase()));
    const open = supports.filter((type) => !refused.has(type));
    const named = wishes
      .filter(({ q }) => q > 0)
      .map(({ type, q }) => ({
        q,
        type: open.find((each) => isMeant(type.toLowerCase(), each)),
        any: type === '*/*',
      }))
      .filter(({ type }) => type !== undefined)
      .sort((a, b) => b.q - a.q || Number(a.any) - Number(b.any));
    return named[0]?.type ?? '';
  };
  return accepts(c, { header: 'Accept', supports: types, default: JSON_TYPE, match });
}

const isMeant = (wish: string, type: string): boolean =>
  wish === type || wish === '*/*' || (wish.endsWith('/*') && type.startsWith(wish.slice(0, -1)));

/**
 * The format that an answer is to have: of the suffix, or else of the Accept header.
 * @throws CrosscheckError `not-acceptable` when it is none of those on offer
 */
export function wantedFormat(c: Context<Env>, offered: readonly Format[]): Format {
  const suffix = c.get('suffix') ?? splitSuffix(getPath(c.req.raw)).format;
  const accept = c.req.header('accept');
  const chosen =
    suffix !== null
      ? offered.find(({ id }) => id === suffix)
      : accept === undefined || accept === '*/*'
        ? offered[0]
        : pick(
            offered,
            wantedType(
              c,
              offered.map(({ type }) => type),
            ),
          );
  if (chosen) return chosen;
  const known = offered.map(({ id, type }) => `${type} (.${id})`).join(', ');
  throw new CrosscheckError('not-acceptable', `This is offered as ${known}.`);
}

/** The same for the answer that is being made: tells caches that it depends on Accept. */
export function chooseFormat(c: Context<Env>, offered: readonly Format[]): Format {
  c.header('Vary', 'Accept', { append: true });
  return wantedFormat(c, offered);
}

const pick = (offered: readonly Format[], type: string): Format | undefined =>
  offered.find((format) => format.type === type);
