import { inflateSync } from 'node:zlib';

export interface Picture {
  width: number;
  height: number;
  /** Red, green and blue of each pixel, as one number, row by row. */
  pixels: number[];
}

const SIGNATURE = '89504e470d0a1a0a';
/** Bytes of a pixel, by the type of its colour: red, green and blue, or alpha as well. */
const BYTES: Readonly<Record<string, number>> = { '0802000000': 3, '0806000000': 4 };

const paeth = (a: number, b: number, c: number): number => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

/** Undoes the filters of the lines: PNG (third edition), 9.2. */
function unfilter(raw: Buffer, width: number, height: number, bytes: number): Buffer {
  const line = width * bytes;
  const out = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const at = y * line + x;
      const left = x < bytes ? 0 : (out[at - bytes] ?? 0);
      const up = y === 0 ? 0 : (out[at - line] ?? 0);
      const corner = x < bytes || y === 0 ? 0 : (out[at - line - bytes] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = (raw[y * (line + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

/** Reads a PNG of eight bits a colour, with or without alpha, not interlaced. @throws for any other */
export function readPng(png: Uint8Array): Picture {
  const file = Buffer.from(png);
  if (file.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('It is no PNG.');
  const parts: Buffer[] = [];
  let [width, height, bytes] = [0, 0, 0];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
      bytes = BYTES[data.subarray(8).toString('hex')] ?? 0;
      if (bytes === 0) throw new Error('It is no plain RGB or RGBA.');
    }
    if (type === 'IDAT') parts.push(data);
    at += 12 + length;
  }
  const plain = unfilter(inflateSync(Buffer.concat(parts)), width, height, bytes);
  const pixels = Array.from({ length: width * height }, (_, index) => plain.readUIntBE(index * bytes, 3));
  return { width, height, pixels };
}
