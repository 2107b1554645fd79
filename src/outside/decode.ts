const SNIFFED = 2_048;

function fromBytes(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** What the first lines say: <meta charset>, <meta http-equiv>, <?xml encoding?>. */
function fromMarkup(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, SNIFFED));
  return (
    /<\?xml[^<>]{0,100}encoding\s*=\s*["']([\w:.-]{1,40})/i.exec(head)?.[1] ??
    /<meta[^<>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head)?.[1] ??
    null
  );
}

const decoderFor = (label: string | null, fatal = false): InstanceType<typeof TextDecoder> | null => {
  if (label === null) return null;
  try {
    return new TextDecoder(label, { fatal });
  } catch {
    return null;
  }
};

const asUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

// Some versions of Node decode windows-1252 as if it were Latin-1, which turns quotation marks into control
// characters. https://encoding.spec.whatwg.org/#windows-1252
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decode(decoder: InstanceType<typeof TextDecoder>, bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  if (decoder.encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (letter) => HIGH.charAt(letter.charCodeAt(0) - 0x80));
}

/**
 * Text out of bytes: byte order mark first, then the header's charset, then what the markup says, then UTF-8, then
 * Windows-1252. Never throws; what cannot be read becomes U+FFFD. https://encoding.spec.whatwg.org/
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null): string {
  const header = /charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null;
  const named = decoderFor(fromBytes(bytes)) ?? decoderFor(header) ?? decoderFor(fromMarkup(bytes));
  if (named) return decode(named, bytes);
  return asUtf8(bytes) ?? decode(new TextDecoder('windows-1252'), bytes);
}
