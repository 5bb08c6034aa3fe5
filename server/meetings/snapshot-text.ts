/**
 * The document of a snapshot as text: one JSON object with its keys in order, the answers by their questions, each
 * answer as the API replies it. Its SHA-256 is over these bytes, so that whoever has the document can check it with any
 * tool. It is kept in packed parts and is never held whole.
 */
import type { Instant, IsoDate } from '#core/domain/records.ts';
import { type HashState, hashFrom } from '#core/domain/sha256.ts';
import type { FrozenAnswer, FrozenPicture, FrozenSlides } from './frozen-answers.ts';

const OPEN = '{"answers":{';
const CLOSE = '},';

/** Characters of the answers that one part holds, more or less. */
const PART_LENGTH = 256 * 1024;

export type PackedPart = {
  readonly firstQuestion: string;
  /** gzip. */
  readonly content: Uint8Array<ArrayBuffer>;
};

/** The answers of a snapshot, packed, and where the hash of the document stands after them. */
export type PackedAnswers = { readonly parts: readonly PackedPart[]; readonly hash: HashState };

async function piped(
  content: BlobPart,
  through: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([content]).stream().pipeThrough(through);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const pack = (text: string) => piped(text, new CompressionStream('gzip'));

/** The text in a part. Throws where the part is not what was packed. */
export async function unpack(content: Uint8Array<ArrayBuffer>): Promise<string> {
  return new TextDecoder().decode(await piped(content, new DecompressionStream('gzip')));
}

/**
 * Packs answers as they come.
 * @param pause awaited after each part, so that others have their turn
 */
export async function packAnswers(
  answers: AsyncIterable<FrozenAnswer>,
  pause: () => Promise<void>,
): Promise<PackedAnswers> {
  const hash = hashFrom();
  hash.add(OPEN);
  const parts: PackedPart[] = [];
  let items: string[] = [];
  let length = 0;
  let first: string | null = null;
  let last = '';
  const flush = async (): Promise<void> => {
    if (first === null) return;
    const text = items.join(',');
    hash.add(parts.length === 0 ? text : `,${text}`);
    parts.push({ firstQuestion: first, content: await pack(text) });
    [items, length, first] = [[], 0, null];
    await pause();
  };
  for await (const [question, text] of answers) {
    if (question <= last) throw new RangeError(`${question} comes after ${last}`);
    last = question;
    first ??= question;
    items.push(`${JSON.stringify(question)}:${text}`);
    length += text.length;
    if (length >= PART_LENGTH) await flush();
  }
  await flush();
  return { parts, hash: hash.state() };
}

export type SnapshotFacts = FrozenPicture & {
  readonly meeting: { readonly id: string; readonly title: string; readonly date: IsoDate };
  readonly version: number;
  readonly slides: FrozenSlides;
};

/** What the document says after its answers, without the bracket that closes it. */
export function restOf(facts: SnapshotFacts): string {
  const { asOf, compare, knownAt, meeting, slides, version } = facts;
  const rest: Record<string, unknown> & { readonly knownAt: Instant } = {
    asOf,
    compare,
    format: 1,
    knownAt,
    meeting: { date: meeting.date, id: meeting.id, title: meeting.title },
    slides: { en: slides.en, zh: slides.zh },
    version,
  };
  return JSON.stringify(rest).slice(1, -1);
}

/** Hash and length of the whole document. */
export function sealOf(answers: HashState, rest: string): { sha256: string; bytes: number } {
  const hash = hashFrom(answers);
  hash.add(`${CLOSE}${rest}}`);
  return { sha256: hash.hex(), bytes: hash.length() };
}

/** The document, piece by piece, from its parts in their order. */
export async function* documentText(
  parts: AsyncIterable<Pick<PackedPart, 'content'>>,
  rest: string,
): AsyncGenerator<string> {
  yield OPEN;
  let isFirst = true;
  for await (const { content } of parts) {
    const text = await unpack(content);
    yield isFirst ? text : `,${text}`;
    isFirst = false;
  }
  yield `${CLOSE}${rest}}`;
}

/** One answer out of the text of a part, byte by byte as it was packed; undefined = it is not there. */
export function answerIn(text: string, question: string): string | undefined {
  const answer = (JSON.parse(`{${text}}`) as Record<string, unknown>)[question];
  return answer === undefined ? undefined : JSON.stringify(answer);
}
