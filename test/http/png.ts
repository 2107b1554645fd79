import { inflateSync } from 'node:zlib';

export interface Picture {
  width: number;
  height: number;
  /** Red, green and blue of each pixel, as one number, row by row. */
  pixels: number[];
}

const SIGNATURE = '89504e470d0a1a0a';
const BYTES = 4;

const paeth = (a: number, b: number, c: number): number => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

/** Undoes the filters of the lines: PNG (third edition), 9.2. */
function unfilter(raw: Buffer, width: number, height: number): Buffer {
  const line = width * BYTES;
  const out = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (line + 1)] ?? 0;
    for (let x = 0; x < line; x += 1) {
      const at = y * line + x;
      const left = x < BYTES ? 0 : (out[at - BYTES] ?? 0);
      const up = y === 0 ? 0 : (out[at - line] ?? 0);
      const corner = x < BYTES || y === 0 ? 0 : (out[at - line - BYTES] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = (raw[y * (line + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

/** Reads a PNG of eight bits, red, green, blue and alpha, not interlaced. @throws for any other */
export function readPng(bytes: Uint8Array): Picture {
  const file = Buffer.from(bytes);
  if (file.subarray(0, 8).toString('hex') !== SIGNATURE) throw new Error('It is no PNG.');
  const parts: Buffer[] = [];
  let [width, height] = [0, 0];
  for (let at = 8; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
      if (data.subarray(8).toString('hex') !== '0806000000') throw new Error('It is no plain RGBA.');
    }
    if (type === 'IDAT') parts.push(data);
    at += 12 + length;
  }
  const plain = unfilter(inflateSync(Buffer.concat(parts)), width, height);
  const pixels = Array.from({ length: width * height }, (_, index) => plain.readUIntBE(index * BYTES, 3));
  return { width, height, pixels };
}
