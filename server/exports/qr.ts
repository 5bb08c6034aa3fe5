/** The QR code of an address, as modules and as a small picture. */

import { zlibSync } from 'fflate';
import { encode } from 'uqr';
import { crc32 } from './crc32.ts';
import type { Bytes } from './export-input.ts';

/** Rows of modules with the quiet zone around them; true = dark. */
export function codeOf(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'M', border: 4 }).data;
}

const SCALE = 8;

function chunk(type: string, data: Uint8Array): Uint8Array[] {
  const name = new TextEncoder().encode(type);
  const body = new Uint8Array([...name, ...data]);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, data.length);
  const sum = new Uint8Array(4);
  new DataView(sum.buffer).setUint32(0, crc32(body));
  return [length, body, sum];
}

/** A PNG in two greys: eight pixels to a module. */
export function codePng(text: string): Bytes {
  const modules = codeOf(text);
  const side = modules.length * SCALE;
  const rows = modules.flatMap((row) => {
    const line = new Uint8Array(side + 1);
    row.forEach((isDark, at) => {
      line.fill(isDark ? 0 : 255, 1 + at * SCALE, 1 + (at + 1) * SCALE);
    });
    return Array.from({ length: SCALE }, () => line);
  });
  const pixels = new Uint8Array(rows.length * (side + 1));
  rows.forEach((row, at) => {
    pixels.set(row, at * (side + 1));
  });
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, side);
  view.setUint32(4, side);
  header.set([8, 0, 0, 0, 0], 8);
  const parts = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...chunk('IHDR', header),
    ...chunk('IDAT', zlibSync(pixels, { level: 9 })),
    ...chunk('IEND', new Uint8Array()),
  ];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const png = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    png.set(part, at);
    at += part.length;
  }
  return png;
}
