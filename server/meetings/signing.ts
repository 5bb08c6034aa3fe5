/** Signatures of the time at which something was frozen: ECDSA P-256 with SHA-256, keys as JWK. */
import { sha256 } from '#server/accounts/secrets.ts';

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** The key of a home. The private half never leaves it. */
export type Signer = {
  /** Thumbprint of the public key (RFC 7638), hexadecimal. */
  readonly key: string;
  readonly publicKey: JsonWebKey;
  /** base64url. */
  readonly sign: (text: string) => Promise<string>;
};

const toBase64Url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));

/** What is signed of a freeze. */
export const signedText = (seal: {
  readonly sha256: string;
  readonly frozenAt: string;
  readonly meeting: string;
  readonly version: number;
}): string => `${seal.sha256} ${seal.frozenAt} ${seal.meeting} ${seal.version}`;

/** A new key, as its home keeps it. */
export async function newSigningKey(): Promise<JsonWebKey> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify']);
  return crypto.subtle.exportKey('jwk', pair.privateKey);
}

/** Throws where this is not a private key of the curve. */
export async function signerOf(privateKey: JsonWebKey): Promise<Signer> {
  const key = await crypto.subtle.importKey('jwk', privateKey, CURVE, false, ['sign']);
  const { crv = '', kty = '', x = '', y = '' } = privateKey;
  const publicKey = { crv, kty, x, y };
  return {
    key: await sha256(JSON.stringify(publicKey)),
    publicKey,
    sign: async (text) =>
      toBase64Url(await crypto.subtle.sign(SIGNATURE, key, new TextEncoder().encode(text))),
  };
}

/** False also where key or signature are none. */
export async function isSigned(
  publicKey: JsonWebKey,
  text: string,
  signature: string,
): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('jwk', publicKey, CURVE, false, ['verify']);
    const bytes = new TextEncoder().encode(text);
    return await crypto.subtle.verify(SIGNATURE, key, fromBase64Url(signature), bytes);
  } catch {
    return false;
  }
}
