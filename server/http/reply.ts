/** Replies as plain values, before a home makes its own kind of response of them. */
import { CONTRACT_VERSION } from '#core/contract/lists.ts';
import type { Problem } from '#core/contract/problem.ts';
import { etagOf, matchesTag } from './etag.ts';
import { codingOf } from './negotiate.ts';
import type { Document } from './private-route.ts';
import { type Compress, EncodedReply } from './reply-cache.ts';
import { securityHeaders } from './security-headers.ts';

export type PlainReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** null = no body (HEAD, 304). */
  readonly body: Uint8Array<ArrayBuffer> | null;
};

/** What a reply depends on in the request. */
export type Conditions = {
  readonly method: string;
  readonly acceptEncoding: string | null | undefined;
  readonly ifNoneMatch: string | null | undefined;
};

const jsonHeaders = {
  ...securityHeaders,
  'content-type': 'application/json; charset=utf-8',
  'cache-control': 'no-cache',
  'contract-version': String(CONTRACT_VERSION),
  vary: 'Accept-Encoding, Accept-Language, Cookie',
};

/** A cached content in the coding that is asked for, or 304 where the caller has it. */
export function encodedReply(
  entry: EncodedReply,
  conditions: Conditions,
  headers: Readonly<Record<string, string>> = jsonHeaders,
): PlainReply {
  const coding = entry.coding(codingOf(conditions.acceptEncoding));
  const { bytes, etag } = entry.form(coding);
  if (matchesTag(conditions.ifNoneMatch, entry.tag)) {
    return { status: 304, headers: { ...headers, etag }, body: null };
  }
  const sent: Record<string, string> = { ...headers, etag, 'content-length': String(bytes.length) };
  if (coding !== 'identity') sent['content-encoding'] = coding;
  return { status: 200, headers: sent, body: conditions.method === 'HEAD' ? null : bytes };
}

/** Things that problems show, encoded: fifty who were late are shown the same one in the same words. */
const shown = new WeakMap<object, Map<string, EncodedReply>>();

function encodedProblem(
  { current, ...problem }: Problem,
  compress: Compress | undefined,
): EncodedReply {
  const text = JSON.stringify(problem);
  const encode = (whole: string) => new EncodedReply(new TextEncoder().encode(whole), compress);
  if (typeof current !== 'object' || current === null) return encode(text);
  const known = shown.get(current) ?? new Map<string, EncodedReply>();
  shown.set(current, known);
  const reply =
    known.get(text) ?? encode(`${text.slice(0, -1)},"current":${JSON.stringify(current)}}`);
  known.set(text, reply);
  return reply;
}

/**
 * A problem document as a reply. Never cached. Packed where it shows a thing and the caller can unpack it.
 * @param packing left out = never packed
 */
export function problemReply(
  problem: Problem,
  method: string,
  more: Readonly<Record<string, string>> = {},
  packing: { readonly acceptEncoding: string | null; readonly compress: Compress | undefined } = {
    acceptEncoding: null,
    compress: undefined,
  },
): PlainReply {
  const encoded = encodedProblem(problem, packing.compress);
  const asked = problem.current === undefined ? 'identity' : codingOf(packing.acceptEncoding);
  const coding = encoded.coding(asked);
  const { bytes } = encoded.form(coding);
  return {
    status: problem.status,
    headers: {
      ...securityHeaders,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': String(bytes.length),
      'cache-control': 'no-store',
      ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
      ...more,
    },
    body: method === 'HEAD' ? null : bytes,
  };
}

/** JSON for the one who asked, and nobody else. Never cached. */
export function privateReply(
  status: number,
  json: string,
  more: Readonly<Record<string, string>> = {},
  method = 'POST',
): PlainReply {
  const contentType = 'application/json; charset=utf-8';
  return { ...textReply(json, contentType, method, more), status };
}

/**
 * A file to be saved, never to be shown: should a browser show it all the same, it may load nothing and run nothing.
 */
export function downloadReply(
  content: Uint8Array<ArrayBuffer>,
  contentType: string,
  disposition: string,
  method: string,
): PlainReply {
  return {
    status: 200,
    headers: {
      ...securityHeaders,
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'content-type': contentType,
      'content-length': String(content.length),
      'content-disposition': disposition,
      'cache-control': 'private, no-store',
    },
    body: method === 'HEAD' ? null : content,
  };
}

/** A year. */
const FIXED = 'private, max-age=31536000, immutable';

/** A long document as it is told piece by piece: never held whole, packed where the caller can unpack it. */
export function documentReply(
  { pieces, sha256, isFixed }: Document,
  disposition: string,
  { method, acceptEncoding, ifNoneMatch }: Conditions,
): Response {
  const coding = codingOf(acceptEncoding) === 'identity' ? 'identity' : 'gzip';
  const headers = {
    ...securityHeaders,
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': disposition,
    'cache-control': isFixed ? FIXED : 'private, no-cache',
    vary: 'Accept-Encoding, Cookie',
    etag: etagOf(sha256, coding),
  };
  if (matchesTag(ifNoneMatch, sha256)) return new Response(null, { status: 304, headers });
  const packed = coding === 'gzip' ? { ...headers, 'content-encoding': coding } : headers;
  if (method === 'HEAD') return new Response(null, { headers: packed });
  const encoder = new TextEncoder();
  const text = pieces[Symbol.asyncIterator]();
  const bytes = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return?.();
    },
  });
  const body = coding === 'gzip' ? bytes.pipeThrough(new CompressionStream('gzip')) : bytes;
  return new Response(body, { headers: packed });
}

/** Text that is made anew for each asking (probes, metrics) or is small and fixed. */
export function textReply(
  text: string,
  contentType: string,
  method: string,
  more: Readonly<Record<string, string>> = {},
): PlainReply {
  const body = new TextEncoder().encode(text);
  return {
    status: 200,
    headers: {
      ...securityHeaders,
      'content-type': contentType,
      'content-length': String(body.length),
      'cache-control': 'no-store',
      ...more,
    },
    body: method === 'HEAD' ? null : body,
  };
}

/** The same as a Fetch response. */
export function toResponse(reply: PlainReply): Response {
  return new Response(reply.body, { status: reply.status, headers: { ...reply.headers } });
}

/** Stands for a reply that its home has sent already; read by nobody. */
const SENT = new Response(null);

/** Replies on the way that the caller's home has: at once where it can, else as a Fetch response. */
export function respond(
  caller: { readonly send?: (reply: PlainReply) => void },
  reply: PlainReply,
): Response {
  if (caller.send === undefined) return toResponse(reply);
  caller.send(reply);
  return SENT;
}
