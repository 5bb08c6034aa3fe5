/** Opens an offline bundle: nothing of it is shown before its document was found to have its hash. */
import { type Hash, hashFrom } from '#core/domain/sha256.ts';
import { sha256 } from '#server/accounts/secrets.ts';
import { isSigned, signedText } from '#server/meetings/signing.ts';
import { documentText } from '#server/meetings/snapshot-text.ts';
import type { BundledContent, BundledMeeting } from './bundle-content.ts';

export type OpenPart = {
  readonly firstQuestion: string;
  /** gzip. */
  readonly content: Uint8Array<ArrayBuffer>;
};

/** `unchecked`: this browser has no means to look at a signature. */
export type SignatureState = 'fits' | 'unsigned' | 'unchecked';

export type OpenBundle = {
  readonly meeting: BundledMeeting;
  readonly parts: readonly OpenPart[];
  readonly signature: SignatureState;
};

/** Why nothing is shown. */
export type BundleDamage = {
  readonly damage: 'incomplete' | 'hash' | 'signature';
  /** SHA-256 that the document should have; null = that is missing, too. */
  readonly expected: string | null;
  /** The one that it has; null = it cannot be read to its end. */
  readonly found: string | null;
};

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));

async function hashOf(
  parts: readonly OpenPart[],
  rest: string,
  pause: (done: number) => Promise<void>,
): Promise<Hash> {
  const each = async function* () {
    yield* parts;
  };
  const hash = hashFrom();
  let told = 0;
  for await (const text of documentText(each(), rest)) {
    hash.add(text);
    told += 1;
    // Before and after the parts there is a piece each.
    await pause(told / (parts.length + 2));
  }
  return hash;
}

async function signatureOf({ head, publicKey, details }: BundledMeeting) {
  const { signature, frozenAt, version } = head;
  if (signature === null) return 'unsigned';
  if (publicKey === null) return 'wrong';
  if (crypto.subtle === undefined) return 'unchecked';
  const { crv = '', kty = '', x = '', y = '' } = publicKey;
  const isNamed = (await sha256(JSON.stringify({ crv, kty, x, y }))) === signature.key;
  const meeting = details.zh.meeting.id;
  const text = signedText({ sha256: head.sha256, frozenAt, meeting, version });
  return isNamed && (await isSigned(publicKey, text, signature.value)) ? 'fits' : 'wrong';
}

/**
 * @param pause awaited now and then, since a long document takes seconds; told how much is looked through, from 0 to 1
 */
export async function openBundle(
  { meeting, parts: packed }: BundledContent,
  pause: (done: number) => Promise<void>,
): Promise<OpenBundle | BundleDamage> {
  const expected = meeting?.head.sha256 ?? null;
  if (meeting === undefined || packed === undefined)
    return { damage: 'incomplete', expected, found: null };
  let parts: readonly OpenPart[];
  let found: string;
  try {
    parts = packed.map((content, index) => ({
      firstQuestion: meeting.firstQuestions[index] ?? '',
      content: bytesOf(content),
    }));
    found = (await hashOf(parts, meeting.rest, pause)).hex();
  } catch {
    return { damage: 'hash', expected, found: null };
  }
  if (found !== expected) return { damage: 'hash', expected, found };
  const signature = await signatureOf(meeting);
  if (signature === 'wrong') return { damage: 'signature', expected, found };
  return { meeting, parts, signature };
}
