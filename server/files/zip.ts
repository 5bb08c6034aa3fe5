/**
 * What a zip archive says of itself, read from its central directory, and its entries taken apart under a bound. Small
 * and strict: an archive that would be read differently by two programs is refused.
 */

/** Most that an archive may come to once it is unpacked, in bytes. */
export const UNPACKED_LIMIT = 100 * 1024 * 1024;
/** An archive that unpacks to so many times its own size, and to more than a small file, is a bomb. */
const RATIO_LIMIT = 200;
const RATIO_FREE = 10 * 1024 * 1024;
const ENTRY_LIMIT = 5_000;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;

type Bytes = Uint8Array<ArrayBuffer>;

export type ZipEntry = {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly isDeflated: boolean;
  /** Where its local header begins. */
  readonly at: number;
};

/** broken: not an archive that this reads; bomb: it would unpack to more than is taken. */
export type ZipFault = 'broken' | 'bomb';

export class ZipError extends Error {
  readonly fault: ZipFault;
  constructor(fault: ZipFault) {
    super(fault);
    this.name = 'ZipError';
    this.fault = fault;
  }
}

const viewOf = (bytes: Bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Whether an archive of this size may unpack to so much. */
const isBomb = (unpacked: number, size: number): boolean =>
  unpacked > UNPACKED_LIMIT || (unpacked > RATIO_FREE && unpacked > size * RATIO_LIMIT);

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - 0xffff);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    const isEnd = view.getUint32(at, true) === END;
    if (isEnd && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  throw new ZipError('broken');
}

/**
 * The entries of an archive.
 * @throws ZipError where it is broken, split, encrypted, packed in a way that Office does not use, or announces more
 * than is taken
 */
export function zipEntries(bytes: Bytes): readonly ZipEntry[] {
  const view = viewOf(bytes);
  if (view.byteLength < END_LENGTH) throw new ZipError('broken');
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  const isSplit = view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count;
  if (isSplit || count === 0xffff || start > end) throw new ZipError('broken');
  if (count > ENTRY_LIMIT) throw new ZipError('bomb');
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let at = start;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL)
      throw new ZipError('broken');
    const method = view.getUint16(at + 10, true);
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const nameLength = view.getUint16(at + 28, true);
    const rest = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const name = new TextDecoder().decode(
      bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength),
    );
    const entry = {
      name,
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      isDeflated: method === 8,
      at: view.getUint32(at + 42, true),
    };
    if (isEncrypted || (method !== 0 && method !== 8) || names.has(name))
      throw new ZipError('broken');
    names.add(name);
    entries.push(entry);
    total += entry.unpacked;
    at += CENTRAL_LENGTH + nameLength + rest;
  }
  if (isBomb(total, view.byteLength)) throw new ZipError('bomb');
  return entries;
}

/** The packed bytes of an entry. */
function packedBytes(bytes: Bytes, entry: ZipEntry): Bytes {
  const view = viewOf(bytes);
  if (entry.at + LOCAL_LENGTH > view.byteLength || view.getUint32(entry.at, true) !== LOCAL)
    throw new ZipError('broken');
  const extra = view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  const start = entry.at + LOCAL_LENGTH + extra;
  if (start + entry.packed > view.byteLength) throw new ZipError('broken');
  return bytes.subarray(start, start + entry.packed);
}

/** Unpacks an entry piece by piece, and stops as soon as it comes to more than it said. */
async function unpack(bytes: Bytes, entry: ZipEntry, take: (piece: Uint8Array) => void) {
  const packed = packedBytes(bytes, entry);
  if (!entry.isDeflated) {
    if (entry.packed !== entry.unpacked) throw new ZipError('broken');
    return take(packed);
  }
  const reader = new Blob([packed])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader();
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > entry.unpacked) throw new ZipError('bomb');
      take(value);
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error instanceof ZipError ? error : new ZipError('broken');
  }
  if (length !== entry.unpacked) throw new ZipError('broken');
}

/**
 * Unpacks every entry and forgets it, so that what the directory announces is known to be true.
 * @throws ZipError
 */
export async function checkUnpacked(bytes: Bytes, entries: readonly ZipEntry[]): Promise<void> {
  for (const entry of entries) await unpack(bytes, entry, () => undefined);
}

/** The text of an entry. Throws ZipError. */
export async function zipText(bytes: Bytes, entry: ZipEntry): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  await unpack(bytes, entry, (piece) => {
    text += decoder.decode(piece, { stream: true });
  });
  return text + decoder.decode();
}
