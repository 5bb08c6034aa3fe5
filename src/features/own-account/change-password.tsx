import { useId, useRef, useState } from 'react';
import { entryLimits } from '#core/contract/lists.ts';
import { useChangePassword } from '#src/api/session.ts';
import { password as en } from '#src/i18n/en/password.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { password as zh } from '#src/i18n/zh/password.ts';
import { fieldFaults } from '#src/lib/field-faults.ts';
import { PasswordField, PasswordRefusal, PasswordRules } from '#src/ui/password-field.tsx';

const words = { zh, en };

type Faults = { readonly current: string | null; readonly password: string | null };
const NONE: Faults = { current: null, password: null };

/** The old password and the new one. `login` is for the browser's own book of passwords. */
export function ChangePassword({ login }: { login: string }) {
  const w = useWords(words);
  const change = useChangePassword();
  const form = useRef<HTMLFormElement>(null);
  const current = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const rules = useId();
  const [missing, setMissing] = useState<Faults>(NONE);
  const refused = fieldFaults(change.error);
  const faults: Faults = {
    current: missing.current ?? refused.get('current') ?? null,
    password: missing.password ?? refused.get('password') ?? null,
  };

  const submit = () => {
    const typed = {
      current: current.current?.value ?? '',
      password: password.current?.value ?? '',
    };
    const found: Faults = {
      current: typed.current === '' ? w.missingCurrent : null,
      password:
        typed.password.length < entryLimits.passwordMin ? w.tooShort(typed.password.length) : null,
    };
    setMissing(found);
    change.reset();
    if (found.current !== null) current.current?.focus();
    else if (found.password !== null) password.current?.focus();
    else change.mutate(typed, { onSuccess: () => form.current?.reset() });
  };

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p className="muted">{w.changeNote}</p>
      <input
        className="visually-hidden"
        name="login"
        autoComplete="username"
        value={login}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <PasswordField
        label={w.current}
        name="current"
        autoComplete="current-password"
        fault={faults.current}
        inputRef={current}
      />
      <PasswordRules id={rules} />
      <PasswordField
        label={w.password}
        name="password"
        autoComplete="new-password"
        fault={faults.password}
        inputRef={password}
        describedBy={rules}
      />
      <button type="submit" className="button ac-submit" disabled={change.isPending}>
        {change.isPending ? w.changing : w.change}
      </button>
      <PasswordRefusal error={change.error} />
      {change.isSuccess ? <p role="status">{w.changed}</p> : null}
    </form>
  );
}
