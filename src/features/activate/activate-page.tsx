import { useId, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { entryLimits } from '#core/contract/lists.ts';
import { useSetPassword } from '#src/api/session.ts';
import { password as en } from '#src/i18n/en/password.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { password as zh } from '#src/i18n/zh/password.ts';
import { fieldFaults } from '#src/lib/field-faults.ts';
import { useAddress, useHref } from '#src/lib/use-address.ts';
import { PasswordField, PasswordRefusal, PasswordRules } from '#src/ui/password-field.tsx';

const words = { zh, en };

/** Whoever has a one-time link sets the password of its account, and is in. */
export function ActivatePage() {
  const w = useWords(words);
  const { link } = useAddress().address;
  const href = useHref();
  const [, navigate] = useLocation();
  const set = useSetPassword();
  const field = useRef<HTMLInputElement>(null);
  const rules = useId();
  const [tooShort, setTooShort] = useState<string | null>(null);
  const refused = fieldFaults(set.error).get('password') ?? null;

  const submit = (secret: string) => {
    const password = field.current?.value ?? '';
    const isShort = password.length < entryLimits.passwordMin;
    setTooShort(isShort ? w.tooShort(password.length) : null);
    set.reset();
    field.current?.focus();
    if (isShort) return;
    // The link is spent: the Back key must not lead to it.
    const onSuccess = () => navigate(href({ path: '/' }), { replace: true });
    set.mutate({ link: secret, password }, { onSuccess });
  };

  return (
    <section className="ac-page">
      <h1>{w.title}</h1>
      {link === null ? (
        <p role="alert">{w.noLink}</p>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit(link);
          }}
        >
          <p className="muted">{w.intro}</p>
          <PasswordRules id={rules} />
          <PasswordField
            label={w.password}
            name="password"
            autoComplete="new-password"
            fault={tooShort ?? refused}
            inputRef={field}
            describedBy={rules}
          />
          <button type="submit" className="button ac-submit" disabled={set.isPending}>
            {set.isPending ? w.submitting : w.submit}
          </button>
          <PasswordRefusal error={set.error} />
        </form>
      )}
    </section>
  );
}
