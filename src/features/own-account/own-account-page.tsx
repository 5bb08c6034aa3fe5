import { Link } from 'wouter';
import { useMe } from '#src/api/session.ts';
import { account as accountEn } from '#src/i18n/en/account.ts';
import { password as en } from '#src/i18n/en/password.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { account as accountZh } from '#src/i18n/zh/account.ts';
import { password as zh } from '#src/i18n/zh/password.ts';
import { useHref } from '#src/lib/use-address.ts';
import { LoadingOutline } from '#src/ui/panel-state.tsx';
import { ChangePassword } from './change-password.tsx';

const words = { zh, en };
const accountWords = { zh: accountZh, en: accountEn };

/** What one is here, and one's own password. */
export function OwnAccountPage() {
  const w = useWords(words);
  const { held } = useWords(accountWords);
  const me = useMe();
  const href = useHref();
  if (me === undefined) return <LoadingOutline />;
  const { account } = me;
  if (account === null) {
    return (
      <section className="ac-page">
        <h1>{w.ownTitle}</h1>
        <p role="alert">{w.signInFirst}</p>
        <Link className="button" href={href({ path: '/sign-in', change: { back: '/me' } })}>
          {w.signIn}
        </Link>
      </section>
    );
  }
  return (
    <section className="ac-page">
      <h1>{w.ownTitle}</h1>
      <dl className="ac-facts">
        <dt>{w.login}</dt>
        <dd>{account.login}</dd>
        <dt>{w.name}</dt>
        <dd>{account.name}</dd>
        <dt>{w.department}</dt>
        <dd>{account.departmentName ?? w.noDepartment}</dd>
        <dt>{w.roles}</dt>
        <dd>{held(account.roles)}</dd>
      </dl>
      <h2>{w.changeTitle}</h2>
      {account.hasPassword ? <ChangePassword login={account.login} /> : <p>{w.noPassword}</p>}
    </section>
  );
}
