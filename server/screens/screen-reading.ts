/** What a registered wall may read of a workspace that is not open to everybody, and nothing beside. */
import type { Db } from '#server/db/tables.ts';
import { findScreenBySecret } from './screens.repository.ts';

/** The picture as it is now, in either language, and word of its next version. */
const OPEN_TO_SCREENS: readonly string[] = ['/api/board', '/api/events'];

/**
 * Whether the device with this secret may read the target (path and query as sent).
 * `revoked`: it is a wall no longer; `no`: it is none, or this is not for walls.
 */
export async function screenReading(
  db: Db,
  secret: string | null,
  target: string,
): Promise<'may' | 'revoked' | 'no'> {
  const screen = await findScreenBySecret(db, secret);
  if (screen === null) return 'no';
  if (screen.revokedAt !== null) return 'revoked';
  const [path = '', search = ''] = target.split('?');
  const asks = [...new URLSearchParams(search).keys()];
  return OPEN_TO_SCREENS.includes(path) && asks.every((name) => name === 'lang') ? 'may' : 'no';
}
