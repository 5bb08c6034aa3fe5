import { type Ref, useId, useState } from 'react';
import { password as en } from '#src/i18n/en/password.ts';
import { problems as problemsEn } from '#src/i18n/en/problems.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { password as zh } from '#src/i18n/zh/password.ts';
import { problems as problemsZh } from '#src/i18n/zh/problems.ts';
import { fieldFaults } from '#src/lib/field-faults.ts';
import { ApiError } from '#src/lib/request.ts';
import './account-form.css';

const words = { zh, en };
const problemWords = { zh: problemsZh, en: problemsEn };

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

/** What kept a password from being set that is no fault of a field; nothing where there is none. */
export function PasswordRefusal({ error }: { error: Error | null }) {
  const w = useWords(words);
  const problems = useWords(problemWords);
  const faults = fieldFaults(error);
  if (error === null || faults.has('password') || faults.has('current')) return null;
  const problem = error instanceof ApiError ? error.problem : null;
  return (
    <p className="ac-fault" role="alert">
      {problem === null ? w.noConnection : problems.code(problem.code)}
    </p>
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
