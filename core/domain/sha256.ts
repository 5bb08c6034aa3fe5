/**
 * SHA-256 of a text that comes piece by piece (FIPS 180-4). The platform's own takes a content whole only; a snapshot of
 * a large workspace is longer than a page or a small server should hold at once.
 */

const K = new Int32Array([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

const START = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
] as const;

const BLOCK = 64;

/** Where a hash stands: plain values, so that one thread can go on where another stopped. */
export type HashState = {
  readonly words: readonly number[];
  /** Bytes that do not fill a block yet. */
  readonly rest: Uint8Array<ArrayBuffer>;
  /** Bytes so far. */
  readonly length: number;
};

const EMPTY: HashState = { words: START, rest: new Uint8Array(0), length: 0 };

const w = new Int32Array(64);

/** Takes whole blocks in, from `start` to `end`. */
function compress(h: Int32Array, bytes: Uint8Array, start: number, end: number): void {
  for (let block = start; block < end; block += BLOCK) {
    for (let i = 0; i < 16; i += 1) {
      const j = block + i * 4;
      w[i] =
        ((bytes[j] as number) << 24) |
        ((bytes[j + 1] as number) << 16) |
        ((bytes[j + 2] as number) << 8) |
        (bytes[j + 3] as number);
    }
    for (let i = 16; i < 64; i += 1) {
      const x = w[i - 15] as number;
      const y = w[i - 2] as number;
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (w[i - 16] as number) + s0 + (w[i - 7] as number) + s1;
    }
    let [a, b, c, d] = [h[0] as number, h[1] as number, h[2] as number, h[3] as number];
    let [e, f, g, last] = [h[4] as number, h[5] as number, h[6] as number, h[7] as number];
    for (let i = 0; i < 64; i += 1) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (last + s1 + ((e & f) ^ (~e & g)) + (K[i] as number) + (w[i] as number)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      last = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    h[0] = (h[0] as number) + a;
    h[1] = (h[1] as number) + b;
    h[2] = (h[2] as number) + c;
    h[3] = (h[3] as number) + d;
    h[4] = (h[4] as number) + e;
    h[5] = (h[5] as number) + f;
    h[6] = (h[6] as number) + g;
    h[7] = (h[7] as number) + last;
  }
}

export type Hash = {
  /** Takes text in, as UTF-8. A piece never ends within a surrogate pair. */
  add(text: string): void;
  /** Bytes so far. */
  length(): number;
  state(): HashState;
  /** Of all so far, hexadecimal; more may follow. */
  hex(): string;
};

/** Goes on from a state; left out = from the start. */
export function hashFrom(state: HashState = EMPTY): Hash {
  const words = new Int32Array(state.words);
  const encoder = new TextEncoder();
  let rest = state.rest.slice();
  let length = state.length;
  const take = (h: Int32Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> => {
    const whole = new Uint8Array(rest.length + bytes.length);
    whole.set(rest);
    whole.set(bytes, rest.length);
    const end = whole.length - (whole.length % BLOCK);
    compress(h, whole, 0, end);
    return whole.slice(end);
  };
  return {
    add(text) {
      const bytes = encoder.encode(text);
      length += bytes.length;
      rest = take(words, bytes);
    },
    length: () => length,
    state: () => ({ words: [...words], rest: rest.slice(), length }),
    hex() {
      const h = words.slice();
      const padding = new Uint8Array(((119 - (length % BLOCK)) % BLOCK) + 9);
      padding[0] = 0x80;
      const bits = new DataView(padding.buffer);
      bits.setUint32(padding.length - 8, Math.floor(length / 0x2000_0000));
      bits.setUint32(padding.length - 4, (length << 3) >>> 0);
      take(h, padding);
      return Array.from(h, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
    },
  };
}
