/** Setting a password: by a one-time link, or one's own by the old one. */
import { meSchema, ownPasswordInputSchema, passwordInputSchema } from '#core/contract/account.ts';
import type { Language } from '#core/contract/lists.ts';
import { ProblemError } from '#server/http/problem.ts';
import type { Passwords, Services } from '#server/http/services.ts';
import { openRoute, type WriteRoute } from '#server/http/write-route.ts';
import { appendAccount, findAccount } from './accounts.repository.ts';
import { findLink, readPasswordHash, setPassword } from './credentials.repository.ts';
import { me } from './me.ts';
import { checkPassword } from './password-rules.ts';
import { findPrincipal, type Principal } from './principal.ts';
import { endSession, endSessionsOf, openSession } from './sessions.repository.ts';
import { checkSignIn, clearFailures, noteFailure } from './throttle.ts';

const WRONG: Readonly<Record<Language, string>> = {
  zh: '原密码不对。',
  en: 'This is not the password so far.',
};

/** Unknown, used and expired are told alike. */
const spent = () =>
  new ProblemError(
    'link-spent',
    'The link was used, has expired, or never was; ask for a new one.',
  );

function passwordsOf({ passwords }: Services): Passwords {
  if (passwords === undefined) throw new ProblemError('conflict', 'No passwords are kept here.');
  return passwords;
}

function signed(principal: Principal | null): Principal {
  if (principal === null)
    throw new ProblemError('unauthenticated', 'Sign in first; nothing was done.');
  return principal;
}

export const passwordWrites: readonly WriteRoute[] = [
  openRoute({
    method: 'POST',
    path: '/password',
    summary: 'Sets the password that a one-time link lets one set, and signs in',
    action: 'password.set',
    touches: 'record',
    body: passwordInputSchema,
    reply: meSchema,
    prepare: async ({ db, body, lang, now, services }): Promise<string> => {
      const passwords = passwordsOf(services);
      const id = await findLink(db, body.link, now);
      const account = id === null ? null : await findAccount(db, id);
      if (account === null) throw spent();
      checkPassword(body.password, account.login, lang);
      return passwords.hash(body.password);
    },
    act: async ({ db, body, now, address, lang, workspace, services, principal: former }, hash) => {
      // Asked again: somebody else may have opened the link since.
      const id = await findLink(db, body.link, now);
      const account = id === null ? null : await findAccount(db, id);
      if (account === null || account.state === 'disabled') throw spent();
      await setPassword(db, account.id, hash, now);
      if (account.state === 'invited') {
        const stamp = { recordedAt: now, recordedBy: account.id };
        await appendAccount(db, { ...account, state: 'active', ...stamp });
      }
      await endSessionsOf(db, account.id, null);
      if (former !== null) await endSession(db, former.session);
      await clearFailures(db, account.login);
      const { secret } = await openSession(db, account.id, address, now);
      const principal = await findPrincipal(db, secret, now);
      return {
        status: 201,
        reply: await me({ db, lang, principal, workspace, services }),
        audit: { subject: `account:${account.id}` },
        session: secret,
      };
    },
  }),
  openRoute({
    method: 'PUT',
    path: '/me/password',
    summary: 'Changes one’s own password; every other session of the account ends',
    action: 'password.change',
    touches: 'private',
    body: ownPasswordInputSchema,
    reply: meSchema,
    prepare: async ({ db, body, lang, now, address, principal, services }): Promise<string> => {
      const { account, login } = signed(principal);
      const passwords = passwordsOf(services);
      await checkSignIn(db, login, address, now);
      const hash = await readPasswordHash(db, account);
      if (!(await passwords.verify(body.current, hash ?? ''))) {
        await noteFailure(db, login, address, now);
        throw new ProblemError('not-accepted', 'The present password is not right.', {
          fields: [{ path: 'current', message: WRONG[lang] }],
        });
      }
      await clearFailures(db, login);
      checkPassword(body.password, login, lang);
      return passwords.hash(body.password);
    },
    act: async ({ db, now, lang, workspace, services, principal }, hash) => {
      const { account, session } = signed(principal);
      await setPassword(db, account, hash, now);
      await endSessionsOf(db, account, session);
      return {
        status: 200,
        reply: await me({ db, lang, principal, workspace, services }),
        audit: { subject: `account:${account}` },
      };
    },
  }),
];
