/** Reads what a request carries, up to a bound, and says where it does not fit. */
import type { z } from 'zod';
import type { Language } from '#core/contract/lists.ts';
import { fieldMessages, ownWords } from './field-words.ts';
import { ProblemError } from './problem.ts';

/** Longest JSON that is read at all, in bytes. */
export const JSON_LIMIT = 256 * 1024;

/** A bound in bytes as people read it. */
const sizeWords = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${bytes / 1024 / 1024} MB` : `${bytes / 1024} KB`;

/**
 * The bytes of a body. A body that is too large is refused as soon as that is known, by its announced length or while
 * it comes in.
 * @throws ProblemError `too-large`
 */
export async function readBytes(
  request: Request,
  limit: number,
  lang: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const refuse = (): never => {
    const size = sizeWords(limit);
    const message =
      lang === 'zh'
        ? `超过上限 ${size}，没有收下。`
        : `Larger than ${size}, the most that is taken here.`;
    throw new ProblemError('too-large', message, { fields: [{ path: '', message }] });
  };
  const announced = request.headers.get('content-length');
  if (announced !== null) {
    if (Number(announced) > limit) refuse();
    // No home lets a body be longer than it was announced; taken at once it costs a fraction of its stream.
    const whole = await request.arrayBuffer();
    if (whole.byteLength > limit) refuse();
    return new Uint8Array(whole);
  }
  if (request.body === null) return new Uint8Array(0);
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > limit) {
      await reader.cancel().catch(() => undefined);
      refuse();
    }
    parts.push(value);
  }
  const bytes = new Uint8Array(length);
  let start = 0;
  for (const part of parts) {
    bytes.set(part, start);
    start += part.length;
  }
  return bytes;
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Names that reach into an object's prototype are refused wherever they stand. */
function refusePrototypeKeys(key: string, value: unknown): unknown {
  if (FORBIDDEN_KEYS.has(key)) {
    const detail = `The name ${JSON.stringify(key)} may not stand in a body.`;
    throw new ProblemError('bad-body', detail, { fields: [{ path: key, message: detail }] });
  }
  return value;
}

/**
 * The JSON of a body as its schema reads it.
 * @param schema null = the route takes no body; an empty one is fine then
 * @throws ProblemError `bad-body` with one entry per field, in the caller's language
 */
export function readJson(
  bytes: Uint8Array<ArrayBuffer>,
  schema: z.ZodType | null,
  lang: Language,
): unknown {
  if (schema === null) {
    if (bytes.length === 0) return null;
    throw new ProblemError('bad-body', 'This route takes no body.');
  }
  let value: unknown;
  try {
    value = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      refusePrototypeKeys,
    );
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('bad-body', 'The body is not JSON in UTF-8.');
  }
  const result = schema.safeParse(value, fieldMessages(lang));
  if (result.success) return result.data;
  const fields = result.error.issues.flatMap(flat).map((issue) => ({
    path: issue.path.join('.'),
    message: ownWords(issue.message, lang),
  }));
  throw new ProblemError('bad-body', 'Some fields of the body do not fit; see fields.', { fields });
}

type Issue = z.core.$ZodIssue;

/** Of a choice between several shapes, what the nearest shape lacks. */
function flat(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const nearest = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
  return nearest.map((one) => ({ ...one, path: [...issue.path, ...one.path] }));
}
