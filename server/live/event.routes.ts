/** The stream of events: for whoever may read, for as long as they may. */
import type { Hono } from 'hono';
import type { Db } from '#server/db/tables.ts';
import { readQuery } from '#server/http/parameters.ts';
import { securityHeaders } from '#server/http/security-headers.ts';
import { type Caller, cookiesOf } from '#server/http/writes.ts';
import { deviceSecret } from '#server/screens/screen-cookie.ts';
import { findScreenBySecret } from '#server/screens/screens.repository.ts';
import type { Live } from './live.ts';

type Env = { Bindings: { caller: Caller } };

type Parts = {
  readonly db: Db;
  readonly live: Live;
  readonly secure: boolean;
  /** Throws where these cookies may not read the target. */
  readonly checkReader: (request: Request, caller: Caller) => Promise<void>;
};

/** No proxy may keep or hold back what has to arrive at once. */
const headers = {
  ...securityHeaders,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
};

export function eventRoutes(hono: Hono<Env>, { db, live, secure, checkReader }: Parts): void {
  hono.get('/api/events', async ({ req, env: { caller } }) => {
    readQuery(new URL(req.url).search.slice(1), []);
    await checkReader(req.raw, caller);
    // A HEAD would open a stream that nobody reads.
    if (req.raw.method !== 'GET') return new Response(null, { headers });
    const wall = await findScreenBySecret(db, deviceSecret(cookiesOf(req.raw, caller), secure));
    // What was a wall reads an open workspace as anybody does.
    const screen = wall === null || wall.revokedAt !== null ? null : wall.id;
    if (caller.openStream === undefined) return new Response(live.listen(screen), { headers });
    let leave: (() => void) | null = null;
    let isGone = false;
    const listener = caller.openStream(headers, () => {
      isGone = true;
      leave?.();
    });
    leave = await live.attach(listener, screen);
    if (isGone) leave();
    return new Response(null, { headers });
  });
}
