/** What a home brings along beside the store; a home that leaves one out does without what needs it. */

import type { SignInDoor } from '#server/accounts/door.ts';
import type { ExportJobs } from '#server/exports/export-jobs.ts';
import type { Freezer } from '#server/meetings/freezer.ts';
import type { Signer } from '#server/meetings/signing.ts';

/** Keeps passwords as PHC strings (argon2id). */
export type Passwords = {
  hash(password: string): Promise<string>;
  /** False also where the hash is not one. Takes equally long for every hash. */
  verify(password: string, hash: string): Promise<boolean>;
};

/** Contents named by their SHA-256. */
export type FileStore = {
  /** Puts a content by; the same content again changes nothing. */
  put(hash: string, content: Uint8Array<ArrayBuffer>): Promise<void>;
  /** null = there is none of that name. */
  get(hash: string): Promise<Uint8Array<ArrayBuffer> | null>;
};

export type Services = {
  /** Left out: nobody signs in with a password here. */
  readonly passwords?: Passwords;
  readonly files?: FileStore;
  /** Other ways to sign in; left out: none. */
  readonly doors?: readonly SignInDoor[];
  /** Makes files of frozen meetings; left out: none can be had here. */
  readonly exports?: ExportJobs;
  /** The build of the page that the home serves; left out = it does not know. */
  readonly build?: string;
  /** Left out: what is frozen here is not signed. */
  readonly signer?: Signer;
  /** Computes what is frozen elsewhere than on this thread; left out: on this one, in slices. */
  readonly freezer?: Freezer;
  /** The demo: one signs in by choosing an account. */
  readonly choices?: boolean;
};
