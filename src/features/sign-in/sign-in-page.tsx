import { useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Me } from '#core/contract/account.ts';
import { type Credentials, useMe, useSignIn } from '#src/api/session.ts';
import { account as en } from '#src/i18n/en/account.ts';
import { problems as problemsEn } from '#src/i18n/en/problems.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { account as zh } from '#src/i18n/zh/account.ts';
import { problems as problemsZh } from '#src/i18n/zh/problems.ts';
import { emptyAddress, writeAddress } from '#src/lib/address.ts';
import { ApiError } from '#src/lib/request.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { LoadingOutline } from '#src/ui/panel-state.tsx';
import '#src/ui/account-form.css';

const words = { zh, en };
const problemWords = { zh: problemsZh, en: problemsEn };

type Fault = { readonly field: 'login' | 'password' | null; readonly text: string };

function useFaultOf(): (error: Error) => Fault {
  const w = useWords(words);
  const problems = useWords(problemWords);
  return (error) => {
    if (!(error instanceof ApiError)) return { field: null, text: w.noConnection };
    const { problem } = error;
    if (problem === null) return { field: null, text: problems.status(error.status) };
    if (problem.code === 'too-many-attempts' && problem.retryAfter !== undefined)
      return { field: null, text: w.wait(problem.retryAfter) };
    const field = problem.code === 'wrong-credentials' ? 'password' : null;
    return { field, text: problems.code(problem.code) };
  };
}

type FormProps = { fault: Fault | null; isPending: boolean; onSend: (sent: Credentials) => void };

function PasswordForm({ fault: refused, isPending, onSend }: FormProps) {
  const w = useWords(words);
  const login = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [missing, setMissing] = useState<Fault | null>(null);
  const fault = missing ?? refused;
  const faultAt = (field: Fault['field']) =>
    fault?.field === field ? (
      <span className="ac-fault" id={`sign-in-${field}-fault`} role="alert">
        {fault.text}
      </span>
    ) : null;
  const named = (field: 'login' | 'password') => ({
    'aria-invalid': fault?.field === field,
    'aria-describedby': fault?.field === field ? `sign-in-${field}-fault` : undefined,
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const given = {
          login: login.current?.value ?? '',
          password: password.current?.value ?? '',
        };
        const empty =
          given.login.trim() === ''
            ? ({ field: 'login', text: w.missingLogin } as const)
            : given.password === ''
              ? ({ field: 'password', text: w.missingPassword } as const)
              : null;
        setMissing(empty);
        if (empty === null) onSend(given);
        else (empty.field === 'login' ? login : password).current?.focus();
      }}
    >
      <label className="ac-field">
        {w.login}
        <input
          ref={login}
          name="login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...named('login')}
        />
      </label>
      {faultAt('login')}
      <label className="ac-field">
        {w.password}
        <input
          ref={password}
          name="password"
          type="password"
          autoComplete="current-password"
          {...named('password')}
        />
      </label>
      {faultAt('password')}
      <button type="submit" className="button ac-submit" disabled={isPending}>
        {isPending ? w.submitting : w.submit}
      </button>
      {faultAt(null)}
    </form>
  );
}

function Ways({ me, back, onDone }: { me: Me; back: string; onDone: (me: Me) => void }) {
  const w = useWords(words);
  const signIn = useSignIn();
  const faultOf = useFaultOf();
  const { password, doors, choices } = me.signIn;
  const fault = signIn.error === null ? null : faultOf(signIn.error);
  const onSend = (sent: Credentials) => signIn.mutate(sent, { onSuccess: onDone });
  return (
    <>
      {password ? (
        <PasswordForm fault={fault} isPending={signIn.isPending} onSend={onSend} />
      ) : null}
      {doors.length === 0 ? null : (
        <section>
          <h2>{w.doors}</h2>
          <ul className="ac-ways">
            {doors.map((door) => (
              <li key={door.id}>
                <a className="button" href={`${door.path}?returnTo=${encodeURIComponent(back)}`}>
                  {door.name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {choices.length === 0 ? null : (
        <section>
          <h2>{w.choicesTitle}</h2>
          <p className="muted">{w.choicesNote}</p>
          <ul className="ac-ways">
            {choices.map((choice) => (
              <li key={choice.id}>
                <button
                  type="button"
                  className="button"
                  disabled={signIn.isPending}
                  onClick={() => onSend({ choice: choice.id })}
                >
                  {w.who(choice.departmentName, choice.roles)}
                </button>
              </li>
            ))}
          </ul>
          {password || fault === null ? null : <p role="alert">{fault.text}</p>}
        </section>
      )}
      {password || doors.length > 0 || choices.length > 0 ? null : <p>{w.noWay}</p>}
    </>
  );
}

/** The way in, and back to where one came from; whoever reports begins with their own tasks. */
export function SignInPage() {
  const w = useWords(words);
  const me = useMe();
  const { address } = useAddress();
  const [, navigate] = useLocation();
  const { lang, theme } = address;
  const home = (rights: Me['rights']) =>
    rights.includes('check-in')
      ? `/tasks${writeAddress({ ...emptyAddress, lang, theme, mine: '1' })}`
      : `/${writeAddress({ ...emptyAddress, lang, theme })}`;
  const wayBack = (now: Me) => address.back ?? home(now.rights);
  return (
    <section className="ac-page">
      <h1>{w.title}</h1>
      {me === undefined ? (
        <LoadingOutline />
      ) : (
        <>
          {me.account === null ? (
            <p className="muted">{me.openReading ? w.openReading : w.closedReading}</p>
          ) : (
            <p>
              {w.already(w.who(me.account.departmentName, me.account.roles))}{' '}
              <Link href={wayBack(me)}>{w.goOn}</Link>
            </p>
          )}
          <Ways
            me={me}
            back={wayBack(me)}
            onDone={(now) => navigate(wayBack(now), { replace: true })}
          />
        </>
      )}
    </section>
  );
}
