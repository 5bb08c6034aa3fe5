/**
 * Who may read a workspace that is not open to everybody: whoever signed in and has the right, registered
 * walls, and phones that are paired with a presentation.
 */
import type { Instant } from '#core/domain/records.ts';
import { mayAnywhere } from '#core/domain/rights.ts';
import type { Db } from '#server/db/tables.ts';
import { ProblemError } from '#server/http/problem.ts';
import { stageReading, stageSecret } from '#server/meetings/stage-key.ts';
import { deviceSecret } from '#server/screens/screen-cookie.ts';
import { screenReading } from '#server/screens/screen-reading.ts';
import { findWorkspace } from '#server/workspace/workspace.repository.ts';
import { findPrincipal, sessionSecret } from './principal.ts';

type Cookies = string | null | undefined;

export type Readers = {
  /** Whether whoever carries these cookies may read the target (path and query as sent). */
  mayRead(cookies: Cookies, target: string): Promise<boolean>;
  /** Throws ProblemError `unauthenticated`, or `screen-revoked` for what was a wall. */
  check(cookies: Cookies, target: string): Promise<void>;
};

type Parts = {
  readonly db: Db;
  readonly readDb: Db;
  readonly clock: () => Instant;
  readonly secure: boolean;
};

export function createReaders({ db, readDb, clock, secure }: Parts): Readers {
  const reading = async (cookies: Cookies, target: string): Promise<'may' | 'revoked' | 'no'> => {
    const now = clock();
    if (await stageReading(readDb, stageSecret(cookies, secure), target, now)) return 'may';
    const principal = await findPrincipal(readDb, sessionSecret(cookies, secure), now, db);
    if (principal === null) return screenReading(readDb, deviceSecret(cookies, secure), target);
    const workspace = await findWorkspace(readDb, null);
    return mayAnywhere(principal, 'read', workspace?.separateOfficers ?? false) ? 'may' : 'no';
  };
  return {
    mayRead: async (cookies, target) => (await reading(cookies, target)) === 'may',
    async check(cookies, target) {
      const result = await reading(cookies, target);
      if (result === 'may') return;
      if (result === 'revoked')
        throw new ProblemError('screen-revoked', 'The registration of this screen was revoked.');
      throw new ProblemError('unauthenticated', 'This workspace is read after signing in.');
    },
  };
}
