/** Encoded replies, least recently used first out, bounded in bytes. */
import { contentTag, etagOf } from './etag.ts';
import type { Coding } from './negotiate.ts';

/** Compresses with the home's own means; a home without any (a browser page) gives none. */
export type Compress = (
  bytes: Uint8Array<ArrayBuffer>,
  coding: 'br' | 'gzip',
) => Uint8Array<ArrayBuffer>;

/** One content in the codings that were asked for so far, with the ETag of each. */
export class EncodedReply {
  readonly tag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  #forms = new Map<Coding, { bytes: Uint8Array<ArrayBuffer>; etag: string }>();
  #compress: Compress | undefined;

  constructor(plain: Uint8Array<ArrayBuffer>, compress: Compress | undefined) {
    this.plain = plain;
    this.tag = contentTag(plain);
    this.#compress = compress;
    this.#forms.set('identity', { bytes: plain, etag: etagOf(this.tag, 'identity') });
  }

  /** The coding that is really sent: identity where the home cannot compress. */
  coding(asked: Coding): Coding {
    return this.#compress === undefined ? 'identity' : asked;
  }

  /** Bytes and ETag in a coding; compressed once. */
  form(coding: Coding): { bytes: Uint8Array<ArrayBuffer>; etag: string } {
    const known = this.#forms.get(coding);
    if (known !== undefined) return known;
    if (coding === 'identity' || this.#compress === undefined) return this.form('identity');
    const made = { bytes: this.#compress(this.plain, coding), etag: etagOf(this.tag, coding) };
    this.#forms.set(coding, made);
    return made;
  }
}

/** Bounded by the plain bytes of what it holds; one reply may have several keys. */
export class ReplyCache {
  #entries = new Map<string, EncodedReply>();
  #bytes = 0;
  readonly #limit: number;

  constructor(limitBytes: number) {
    this.#limit = limitBytes;
  }

  get(key: string): EncodedReply | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  set(key: string, entry: EncodedReply): void {
    this.#drop(key);
    this.#entries.set(key, entry);
    this.#bytes += entry.plain.length;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limit || this.#entries.size === 1) break;
      this.#drop(oldest);
    }
  }

  get size(): number {
    return this.#entries.size;
  }

  #drop(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#bytes -= entry.plain.length;
    this.#entries.delete(key);
  }
}
