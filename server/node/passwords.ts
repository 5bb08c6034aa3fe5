/** Passwords as argon2id hashes in PHC format (RFC 9106; parameters after OWASP's least recommendation). */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Passwords } from '#server/http/services.ts';

/** KiB of memory, passes, lanes; 19 MiB and about 30 ms for each password that is looked at. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const TAG_BYTES = 32;
/** More would only take memory and the time of those that wait. */
const AT_ONCE = 2;

type Hashed = { readonly salt: Buffer; readonly tag: Buffer };

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

const HEAD = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$`;

/** null = not a hash that this product made. */
function readHash(text: string): Hashed | null {
  if (!text.startsWith(HEAD)) return null;
  const [salt = '', tag = ''] = text.slice(HEAD.length).split('$');
  const read = { salt: Buffer.from(salt, 'base64'), tag: Buffer.from(tag, 'base64') };
  return read.salt.length === SALT_BYTES && read.tag.length === TAG_BYTES ? read : null;
}

/** Lets so many run at once; the others wait their turn. */
function gate(size: number) {
  let free = size;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

/** A password is taken in its composed form, so that two keyboards mean the same. */
const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parameters = {
      message: password.normalize('NFKC'),
      nonce: salt,
      tagLength: TAG_BYTES,
      ...COST,
    };
    argon2('argon2id', parameters, (error, tag) => (error === null ? resolve(tag) : reject(error)));
  });

export function createPasswords(): Passwords {
  const inTurn = gate(AT_ONCE);
  // What a missing hash is compared with, so that it takes as long as one that is there.
  const nobody: Hashed = { salt: randomBytes(SALT_BYTES), tag: randomBytes(TAG_BYTES) };
  return {
    hash: (password) =>
      inTurn(async () => {
        const salt = randomBytes(SALT_BYTES);
        return `${HEAD}${base64(salt)}$${base64(await derive(password, salt))}`;
      }),
    verify: (password, hash) =>
      inTurn(async () => {
        const known = readHash(hash);
        const { salt, tag } = known ?? nobody;
        const isEqual = timingSafeEqual(await derive(password, salt), tag);
        return isEqual && known !== null;
      }),
  };
}
