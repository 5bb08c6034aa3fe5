/** Whether what was frozen is still what it was: the document has its hash, and the hash its signature. */
import { hashFrom } from '#core/domain/sha256.ts';
import { sha256 } from '#server/accounts/secrets.ts';
import type { Db } from '#server/db/tables.ts';
import { contentTag } from '#server/http/etag.ts';
import { breathe } from './breathe.ts';
import { isSigned, signedText } from './signing.ts';
import { documentText } from './snapshot-text.ts';
import { findSigningKey, readParts, type SnapshotRecord } from './snapshots.repository.ts';

/** A document up to this length is looked through whenever it is read. */
const SMALL_BYTES = 8 * 1024 * 1024;
/** How long a longer one is taken to be as it was found. */
const TRUSTED_MS = 10 * 60_000;
/** Longer documents whose state is remembered. */
const REMEMBERED = 50;

type Checked = {
  readonly isSound: boolean;
  readonly at: number;
  /** Names of the parts' contents as they were then. */
  readonly parts: readonly string[];
};

/** By snapshot; ids are never used again, in no store. */
const checked = new Map<string, Checked>();

/** Of one that can be held the platform's own hash, where it has one: a page over plain http has none. */
async function hashOf(pieces: AsyncIterable<string>, bytes: number): Promise<string> {
  const isWhole = bytes <= SMALL_BYTES && crypto.subtle !== undefined;
  const hash = hashFrom();
  const whole: string[] = [];
  for await (const text of pieces) {
    if (isWhole) whole.push(text);
    else {
      hash.add(text);
      await breathe();
    }
  }
  return isWhole ? sha256(whole.join('')) : hash.hex();
}

async function look(db: Db, record: SnapshotRecord): Promise<Checked> {
  const { id, meeting, recordedAt, rest, signature, version } = record;
  const parts: string[] = [];
  const noted = async function* () {
    for await (const part of readParts(db, id)) {
      parts.push(contentTag(part.content));
      yield part;
    }
  };
  let isSound = true;
  try {
    isSound = (await hashOf(documentText(noted(), rest), record.bytes)) === record.sha256;
  } catch {
    isSound = false; // a part that cannot be unpacked
  }
  if (isSound && signature !== null) {
    const key = await findSigningKey(db, signature.key);
    const text = signedText({ sha256: record.sha256, frozenAt: recordedAt, meeting, version });
    isSound = key !== null && (await isSigned(key, text, signature.value));
  }
  return { isSound, at: Date.now(), parts };
}

function remember(id: string, found: Checked): void {
  checked.delete(id);
  checked.set(id, found);
  for (const oldest of checked.keys()) {
    if (checked.size <= REMEMBERED) break;
    checked.delete(oldest);
  }
}

async function check(db: Db, record: SnapshotRecord): Promise<Checked> {
  if (record.bytes <= SMALL_BYTES) return look(db, record);
  const known = checked.get(record.id);
  // Others wait for a transaction: what was found before it has to do there.
  const isFresh = known !== undefined && (db.isTransaction || Date.now() - known.at < TRUSTED_MS);
  if (isFresh) return known;
  const found = await look(db, record);
  remember(record.id, found);
  return found;
}

/** Whether the document still has its hash, and the hash its signature. */
export async function isSound(db: Db, record: SnapshotRecord): Promise<boolean> {
  return (await check(db, record)).isSound;
}

/** Whether the document is sound, and this content the one that stands in it. */
export async function isSoundPart(
  db: Db,
  record: SnapshotRecord,
  ordinal: number,
  content: Uint8Array,
): Promise<boolean> {
  const { isSound, parts } = await check(db, record);
  return isSound && parts[ordinal] === contentTag(content);
}

/** Of a document that was made just now: it need not be looked through at once. */
export function rememberSound(
  { id, bytes }: Pick<SnapshotRecord, 'id' | 'bytes'>,
  parts: readonly { readonly content: Uint8Array }[],
): void {
  if (bytes <= SMALL_BYTES) return;
  const tags = parts.map(({ content }) => contentTag(content));
  remember(id, { isSound: true, at: Date.now(), parts: tags });
}
