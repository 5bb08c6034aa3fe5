import { type Ref, useId, useState } from 'react';
import { password as en } from '#src/i18n/en/password.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { password as zh } from '#src/i18n/zh/password.ts';
import './account-form.css';

const words = { zh, en };

export type PasswordFieldProps = {
  label: string;
  name: string;
  autoComplete: 'new-password' | 'current-password';
  /** What is wrong with it; null = nothing is known to be. */
  fault: string | null;
  inputRef: Ref<HTMLInputElement>;
  /** Id of what explains it. */
  describedBy?: string;
};

/** A password that its owner may look at while typing, with what is wrong below it. */
export function PasswordField(props: PasswordFieldProps) {
  const { label, name, autoComplete, fault, inputRef, describedBy } = props;
  const w = useWords(words);
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  const about = [describedBy, fault === null ? undefined : `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className="ac-field">
      <label htmlFor={id}>{label}</label>
      <span className="ac-password">
        <input
          ref={inputRef}
          id={id}
          name={name}
          type={isShown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={fault !== null}
          aria-describedby={about === '' ? undefined : about}
        />
        <button type="button" className="button" onClick={() => setIsShown((is) => !is)}>
          {isShown ? w.hide : w.show}
        </button>
      </span>
      {fault === null ? null : (
        <span className="ac-fault" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      )}
    </div>
  );
}

/** What a new password has to fulfil, said before it is typed. */
export function PasswordRules({ id }: { id: string }) {
  const w = useWords(words);
  return (
    <div className="ac-rules" id={id}>
      <p>{w.rulesTitle}</p>
      <ul>
        {w.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </div>
  );
}
