/** The key with which this server signs what it froze: a file of its own, for its user alone. */
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { newSigningKey, type Signer, signerOf } from '#server/meetings/signing.ts';
import { codeOf, StartError, wordsOf } from './start-error.ts';

async function kept(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Under another name first, so that the key is never there by halves. */
async function create(file: string): Promise<string> {
  const text = JSON.stringify(await newSigningKey());
  const draft = `${file}.${crypto.randomUUID()}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return text;
}

/** Reads the key, or makes one. Throws StartError where the file is no key, or cannot be read or written. */
export async function openSigner(file: string): Promise<Signer> {
  try {
    const text = (await kept(file)) ?? (await create(file));
    return await signerOf(JSON.parse(text) as JsonWebKey);
  } catch (error) {
    throw new StartError(
      'signing-key',
      `The signing key ${file} cannot be used (${wordsOf(error)}). Restore it from a backup, or move it away: a new one is made.`,
      `签名密钥 ${file} 无法使用（${wordsOf(error)}）。请从备份恢复，或将其移走，系统会生成新的密钥。`,
      error,
    );
  }
}
