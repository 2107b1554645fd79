import { lookup as resolve } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Thrown for an address that must not be reached; the message says why. */
export class RefusedAddress extends Error {
  override name = 'RefusedAddress';
  readonly code = 'EREFUSED_ADDRESS';
}

/**
 * Is this IP address on the public internet? Everything else is refused: loopback, private, link-local (which holds
 * the metadata services), carrier-grade NAT, multicast, reserved; and IPv6 forms that carry an IPv4 address
 * (mapped, compatible, NAT64, 6to4, Teredo) whatever they carry. RFC 6890.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast';
  // Only 2000::/3 has been given out; inside it, tunnels and documentation have names of their own.
  const first = (parsed as ipaddr.IPv6).parts[0] ?? 0;
  return parsed.range() === 'unicast' && first >= 0x2000 && first <= 0x3fff;
}

/** The host of a URL without the brackets of IPv6; a closing dot means the same name. */
const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');

/**
 * Refuses a URL that must not be fetched, as far as can be seen without asking the network. Names are checked again
 * when they are resolved. @throws RefusedAddress
 */
export function checkUrl(url: URL, allowPrivate: boolean): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new RefusedAddress(`Only http and https are fetched, not ${url.protocol}`);
  if (url.username !== '' || url.password !== '')
    throw new RefusedAddress('The address holds a user name or password; leave it out.');
  if (allowPrivate) return;
  // The URL parser has turned decimal, octal and hexadecimal IPv4 into dots already.
  const host = bareHost(url);
  if (host === '') throw new RefusedAddress('The address has no host.');
  if (ipaddr.isValid(host)) {
    if (!isPublicAddress(host)) throw new RefusedAddress(`${host} is not on the public internet.`);
  } else if (/(?:^|\.)(?:localhost|local|internal|localdomain|home\.arpa)$/i.test(host)) {
    throw new RefusedAddress(`${host} is a name of a private network.`);
  }
}

/** A name look-up that fails when any of the answers is not public: a name must not lead inside at the second try. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, answers) => {
    if (error) return callback(error, []);
    const wrong = answers.find(({ address }) => !isPublicAddress(address));
    if (wrong)
      return callback(new RefusedAddress(`${hostname} leads to ${wrong.address}, which is not public.`), []);
    const [first] = answers;
    if (!first) return callback(new RefusedAddress(`${hostname} has no address.`), []);
    if (options.all) return callback(null, answers);
    return callback(null, first.address, first.family);
  });
};
