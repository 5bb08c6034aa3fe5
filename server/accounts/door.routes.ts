/** The way to another door and back: two addresses that a browser goes to, not ones that a page fetches. */
import type { Context, Hono } from 'hono';
import type { Instant } from '#core/domain/records.ts';
import type { Db } from '#server/db/tables.ts';
import { languageOf } from '#server/http/negotiate.ts';
import type { Logger } from '#server/http/observers.ts';
import { ProblemError } from '#server/http/problem.ts';
import { toResponse } from '#server/http/reply.ts';
import { securityHeaders } from '#server/http/security-headers.ts';
import { type Caller, cookiesOf } from '#server/http/writes.ts';
import { admit } from './admission.ts';
import { ATTEMPT_LIMIT_S, noteAttempt, takeAttempt } from './attempts.repository.ts';
import { DoorRefused, type SignInDoor } from './door.ts';
import { type DoorTrouble, doorPage } from './door-page.ts';
import { cookieName, namedSecret, sessionCookie } from './principal.ts';
import { newSecret } from './secrets.ts';

type Env = { Bindings: { caller: Caller } };

type Parts = {
  readonly db: Db;
  readonly clock: () => Instant;
  readonly doors: readonly SignInDoor[];
  readonly secure: boolean;
  readonly publicHost: string | null;
  readonly logger: Logger | undefined;
};

/** Where to go on after signing in: a path of this server, whatever an address may claim. */
export function safeReturn(asked: string | null): string {
  if (asked === null || !/^\/(?![/\\])/.test(asked) || /[\\\p{Cc}]/u.test(asked)) return '/';
  const here = 'http://here';
  const url = URL.canParse(asked, here) ? new URL(asked, here) : null;
  // Climbing out of a folder may leave two slashes, which again mean another host.
  if (url === null || url.origin !== here || url.pathname.startsWith('//')) return '/';
  return `${url.pathname}${url.search}${url.hash}`;
}

export function doorRoutes(hono: Hono<Env>, parts: Parts): void {
  const { db, clock, doors, secure, publicHost, logger } = parts;
  const binding = `${cookieName(secure)}-door`;

  const doorOf = (context: Context<Env>): SignInDoor => {
    const found = doors.find(({ id }) => id === context.req.param('door'));
    if (found === undefined) throw new ProblemError('not-found', 'There is no such door.');
    return found;
  };
  const originOf = ({ req }: Context<Env>): string =>
    publicHost === null ? new URL(req.url).origin : `${secure ? 'https' : 'http'}://${publicHost}`;
  const browserOf = ({ req, env }: Context<Env>): string | null =>
    namedSecret(cookiesOf(req.raw, env.caller), binding);

  const go = ({ env }: Context<Env>, location: string, cookie: string): Response => {
    env.caller.keepCookie?.(cookie);
    const headers = {
      ...securityHeaders,
      location,
      'cache-control': 'no-store',
      'set-cookie': cookie,
    };
    return new Response(null, { status: 302, headers });
  };
  const turnAway = ({ req }: Context<Env>, trouble: DoorTrouble): Response =>
    toResponse(doorPage(trouble, languageOf(req.header('accept-language')), req.method));

  hono.get('/api/sign-in/:door', async (context) => {
    const door = doorOf(context);
    const returnTo = safeReturn(context.req.query('returnTo') ?? null);
    const state = newSecret();
    // Kept where it is there: a second tab must not spoil the first one's way.
    const browser = browserOf(context) ?? newSecret();
    const callback = `${originOf(context)}/api/sign-in/${door.id}/callback`;
    try {
      const { redirect, keep } = await door.begin({ state, callback });
      await noteAttempt(db, state, { door: door.id, browser, returnTo, keep }, clock());
      const rest = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${ATTEMPT_LIMIT_S}${secure ? '; Secure' : ''}`;
      return go(context, redirect, `${binding}=${browser}; ${rest}`);
    } catch (err) {
      logger?.error({ err, door: door.id }, 'a provider could not be asked');
      return turnAway(context, 'failed');
    }
  });

  hono.get('/api/sign-in/:door/callback', async (context) => {
    const door = doorOf(context);
    const state = context.req.query('state') ?? '';
    const browser = browserOf(context);
    if (browser === null) return turnAway(context, 'lost');
    const attempt = await takeAttempt(db, state, { door: door.id, browser }, clock());
    if (attempt === null) return turnAway(context, 'lost');
    const asked = new URL(context.req.url);
    const answer = new URL(`${asked.pathname}${asked.search}`, originOf(context));
    let identity: Awaited<ReturnType<SignInDoor['finish']>>;
    try {
      identity = await door.finish(answer, { ...attempt.keep, state });
    } catch (err) {
      if (err instanceof DoorRefused) return turnAway(context, 'declined');
      logger?.error({ err, door: door.id }, 'a provider’s answer could not be taken');
      return turnAway(context, 'failed');
    }
    const { address } = context.env.caller;
    const admission = await admit(db, {
      identity,
      grants: door.grants,
      door: door.id,
      address,
      clock,
    });
    if (typeof admission === 'string') return turnAway(context, admission);
    return go(context, attempt.returnTo, sessionCookie(admission.secret, secure));
  });
}
