/** Signing in and out, and what the page is told about the one who asks. */
import { meSchema, signInInputSchema } from '#core/contract/account.ts';
import { rights } from '#core/contract/lists.ts';
import { mayAnywhere } from '#core/domain/rights.ts';
import { pick } from '#core/domain/text.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { type PrivateAsk, type PrivateRoute, personalRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { openRoute, type WriteRoute } from '#server/http/write-route.ts';
import { findAccount, findAccountByLogin, listAccounts } from './accounts.repository.ts';
import { findPrincipal, type Principal } from './principal.ts';
import { endSession, openSession } from './sessions.repository.ts';
import { checkSignIn, clearFailures, noteFailure } from './throttle.ts';

type MeAsk = Pick<PrivateAsk, 'db' | 'lang' | 'principal' | 'workspace' | 'services'>;

async function me({ db, lang, principal, workspace, services }: MeAsk) {
  const { openReading, separateOfficers } = workspace;
  const departments = await readDepartments(db, null);
  const nameOf = (id: string | null | undefined): string | null => {
    const found = departments.find((row) => row.id === id);
    return found === undefined ? null : pick(found.name, lang);
  };
  const choices = services.choices
    ? (await listAccounts(db, { after: null, limit: 100 })).items.filter(
        (account) => account.state === 'active',
      )
    : [];
  return {
    account:
      principal === null
        ? null
        : {
            id: principal.account,
            login: principal.login,
            name: principal.name,
            department: principal.department,
            departmentName: nameOf(principal.department),
            roles: [...principal.roles],
          },
    rights:
      principal === null
        ? openReading
          ? (['read'] as const).slice()
          : []
        : rights.filter((right) => mayAnywhere(principal, right, separateOfficers)),
    openReading,
    separateOfficers,
    signIn: {
      password: services.passwords !== undefined,
      doors: [],
      choices: choices.map(({ id, name, roles, department }) => ({
        id,
        name,
        roles: [...roles],
        departmentName: nameOf(department),
      })),
    },
    expiresAt: principal?.expiresAt ?? null,
    lang,
  };
}

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
      const credential =
        account?.state === 'active'
          ? await db
              .selectFrom('credentials')
              .select('password_hash')
              .where('account', '=', account.id)
              .executeTakeFirst()
          : undefined;
      // An unknown account takes as long as a known one.
      const isRight = await passwords.verify(body.password, credential?.password_hash ?? '');
      if (!isRight || account === null) {
        await noteFailure(db, login, address, now);
        throw wrong();
      }
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
