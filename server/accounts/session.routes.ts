/** Signing in and out, and what the page is told about the one who asks. */
import { meSchema, signInInputSchema } from '#core/contract/account.ts';
import { type PrivateRoute, personalRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { openRoute, type WriteRoute } from '#server/http/write-route.ts';
import { findAccount, findAccountByLogin } from './accounts.repository.ts';
import { readPasswordHash } from './credentials.repository.ts';
import { me } from './me.ts';
import { findPrincipal, type Principal } from './principal.ts';
import { endSession, openSession } from './sessions.repository.ts';
import { checkSignIn, clearFailures, noteFailure } from './throttle.ts';

export const sessionReads: readonly PrivateRoute[] = [
  personalRoute({
    path: '/me',
    summary: 'Who asks, what they may do, and how one signs in',
    parameters: ['lang'],
    reply: meSchema,
    answer: me,
  }),
];

const wrong = () =>
  new ProblemError('wrong-credentials', 'Account or password is not right.', {
    fields: [{ path: 'password', message: 'Account or password is not right.' }],
  });

export const sessionWrites: readonly WriteRoute[] = [
  openRoute({
    method: 'POST',
    path: '/session',
    summary: 'Signs in',
    action: 'session.open',
    touches: 'private',
    body: signInInputSchema,
    reply: meSchema,
    // Here and not in the transaction: a password takes its time to check, and a failure has to stay on record.
    prepare: async ({ body, db, services, address, now }): Promise<string> => {
      if ('choice' in body) {
        if (!services.choices) throw wrong();
        const chosen = await findAccount(db, body.choice);
        if (chosen?.state !== 'active') throw wrong();
        return chosen.id;
      }
      const { passwords } = services;
      if (passwords === undefined) throw wrong();
      const login = body.login.trim().toLowerCase();
      await checkSignIn(db, login, address, now);
      const account = await findAccountByLogin(db, login);
      const hash = account?.state === 'active' ? await readPasswordHash(db, account.id) : null;
      // An unknown account takes as long as a known one.
      const isRight = await passwords.verify(body.password, hash ?? '');
      if (!isRight || account === null) {
        await noteFailure(db, login, address, now);
        throw wrong();
      }
      // Guesses that came at once and were all let in end here, too.
      await checkSignIn(db, login, address, now);
      await clearFailures(db, login);
      return account.id;
    },
    act: async ({ db, address, now, lang, workspace, services, principal: former }, account) => {
      // A new sign-in never goes on with an old session.
      if (former !== null) await endSession(db, former.session);
      const { secret } = await openSession(db, account, address, now);
      const principal: Principal | null = await findPrincipal(db, secret, now);
      return {
        status: 201,
        reply: await me({ db, lang, principal, workspace, services }),
        audit: { subject: `account:${account}` },
        session: secret,
      };
    },
  }),
  openRoute({
    method: 'DELETE',
    path: '/session',
    summary: 'Signs out; also where nobody was signed in',
    action: 'session.close',
    touches: 'private',
    body: null,
    reply: meSchema,
    act: async ({ db, lang, principal, workspace, services }) => {
      if (principal !== null) await endSession(db, principal.session);
      return {
        status: 200,
        reply: await me({ db, lang, principal: null, workspace, services }),
        audit: { subject: principal === null ? 'nobody' : `account:${principal.account}` },
        session: null,
      };
    },
  }),
];
