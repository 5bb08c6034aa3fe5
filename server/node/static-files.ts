/**
 * The built page's files, read whole at the start. Only what was there then can be asked for, so that no path leads
 * out of the folder, and a new build does not take the files away from a server that still speaks of the old ones.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contentTag, etagOf, matchesTag } from '#server/http/etag.ts';
import { type Coding, codingOf } from '#server/http/negotiate.ts';
import type { Conditions, PlainReply } from '#server/http/reply.ts';
import { securityHeaders } from '#server/http/security-headers.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
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

/** One file in the codings that the build made of it. */
type StaticFile = {
  readonly tag: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly contents: ReadonlyMap<Coding, Uint8Array<ArrayBuffer>>;
};

/** Answers for files of the build; undefined where no such file was built. */
export type StaticFiles = (urlPath: string, conditions: Conditions) => PlainReply | undefined;

/** Pages are painted by pages.ts; the build's own notes are nobody's business. */
const isServed = (urlPath: string): boolean =>
  !urlPath.endsWith('.html') && !urlPath.startsWith('/.');

const read = (file: string): Uint8Array<ArrayBuffer> => Uint8Array.from(readFileSync(file));

function readStaticFile(file: string, urlPath: string, names: ReadonlySet<string>): StaticFile {
  const plain = read(file);
  const contents = new Map<Coding, Uint8Array<ArrayBuffer>>([['identity', plain]]);
  if (names.has(`${file}.br`)) contents.set('br', read(`${file}.br`));
  if (names.has(`${file}.gz`)) contents.set('gzip', read(`${file}.gz`));
  return {
    tag: contentTag(plain),
    contents,
    headers: {
      ...securityHeaders,
      'content-type': types[path.extname(urlPath)] ?? 'application/octet-stream',
      // The build names what it puts there by its content, so that it never changes under its name.
      'cache-control': urlPath.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      vary: 'Accept-Encoding',
    },
  };
}

function replyWith(file: StaticFile, conditions: Conditions): PlainReply {
  const asked = codingOf(conditions.acceptEncoding);
  const coding = file.contents.has(asked) ? asked : 'identity';
  const bytes = file.contents.get(coding) ?? new Uint8Array();
  const headers: Record<string, string> = { ...file.headers, etag: etagOf(file.tag, coding) };
  if (matchesTag(conditions.ifNoneMatch, file.tag)) return { status: 304, headers, body: null };
  headers['content-length'] = String(bytes.length);
  if (coding !== 'identity') headers['content-encoding'] = coding;
  return { status: 200, headers, body: conditions.method === 'HEAD' ? null : bytes };
}

/** Reads a folder; one that is not there has no files. */
export function openStaticFiles(folder: string): StaticFiles {
  const entries = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true, recursive: true })
    : [];
  const names = new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name)),
  );
  const files = new Map<string, StaticFile>();
  for (const name of names) {
    const urlPath = `/${path.relative(folder, name).split(path.sep).join('/')}`;
    const isCoded = /\.(br|gz)$/.test(name) && names.has(name.replace(/\.(br|gz)$/, ''));
    if (!isCoded && isServed(urlPath)) files.set(urlPath, readStaticFile(name, urlPath, names));
  }
  return (urlPath, conditions) => {
    const file = files.get(urlPath);
    return file === undefined ? undefined : replyWith(file, conditions);
  };
}
