/** The built page's files. Only files that were there at the start can be asked for, so no path leads out of the folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contentTag, etagOf, matchesTag } from '#server/http/etag.ts';
import { type Coding, codingOf } from '#server/http/negotiate.ts';
import type { Conditions, PlainReply } from '#server/http/reply.ts';
import { securityHeaders } from '#server/http/security-headers.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const suffixes = { identity: '', br: '.br', gzip: '.gz' } as const satisfies Record<Coding, string>;

type Content = { readonly bytes: Uint8Array<ArrayBuffer>; readonly etag: string };

/** One file in its codings, read at first asking. */
class StaticFile {
  readonly #file: string;
  readonly #codings: ReadonlySet<Coding>;
  readonly #read = new Map<Coding, Content>();
  #tag: string | null = null;
  readonly headers: Readonly<Record<string, string>>;

  constructor(file: string, urlPath: string, codings: ReadonlySet<Coding>) {
    this.#file = file;
    this.#codings = codings;
    this.headers = {
      ...securityHeaders,
      'content-type': types[path.extname(urlPath)] ?? 'application/octet-stream',
      // Vite names what it puts there by its content, so that it never changes under its name.
      'cache-control': urlPath.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      vary: 'Accept-Encoding',
    };
  }

  /** Name of the content, whatever the coding. */
  get tag(): string {
    this.#tag ??= contentTag(this.#bytes('identity'));
    return this.#tag;
  }

  pick(asked: Coding): Coding {
    return this.#codings.has(asked) ? asked : 'identity';
  }

  content(coding: Coding): Content {
    const known = this.#read.get(coding);
    if (known !== undefined) return known;
    const content = { bytes: this.#bytes(coding), etag: etagOf(this.tag, coding) };
    this.#read.set(coding, content);
    return content;
  }

  #bytes(coding: Coding): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(readFileSync(`${this.#file}${suffixes[coding]}`));
  }
}

/** Answers for files of the build; undefined where no such file was built. */
export type StaticFiles = (urlPath: string, conditions: Conditions) => PlainReply | undefined;

/** Pages are painted by pages.ts, the build's own notes are nobody's business. */
const isServed = (urlPath: string): boolean =>
  !urlPath.endsWith('.html') && !urlPath.startsWith('/.');

/** Lists a folder; a folder that is not there has no files. */
export function openStaticFiles(folder: string): StaticFiles {
  const names = new Set<string>();
  const entries = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
    : [];
  for (const entry of entries) {
    if (entry.isFile()) names.add(path.join(entry.parentPath, entry.name));
  }
  const files = new Map<string, StaticFile>();
  for (const name of names) {
    const urlPath = `/${path.relative(folder, name).split(path.sep).join('/')}`;
    const isCoded = /\.(br|gz)$/.test(name) && names.has(name.replace(/\.(br|gz)$/, ''));
    if (isCoded || !isServed(urlPath)) continue;
    const codings = new Set<Coding>(['identity']);
    if (names.has(`${name}.br`)) codings.add('br');
    if (names.has(`${name}.gz`)) codings.add('gzip');
    files.set(urlPath, new StaticFile(name, urlPath, codings));
  }
  return (urlPath, conditions) => {
    const file = files.get(urlPath);
    if (file === undefined) return undefined;
    const coding = file.pick(codingOf(conditions.acceptEncoding));
    const { bytes, etag } = file.content(coding);
    if (matchesTag(conditions.ifNoneMatch, file.tag)) {
      return { status: 304, headers: { ...file.headers, etag }, body: null };
    }
    const headers: Record<string, string> = {
      ...file.headers,
      etag,
      'content-length': String(bytes.length),
    };
    if (coding !== 'identity') headers['content-encoding'] = coding;
    return { status: 200, headers, body: conditions.method === 'HEAD' ? null : bytes };
  };
}
