import { type FormEvent, useId, useState } from 'react';

export type DateFieldProps = {
  label: string;
  value: string;
  /** Dates that have figures, offered while typing. */
  offered: readonly string[];
  /** What the field says about itself; null = its label is enough. */
  hint?: string;
  /** Why a text cannot be taken; null = it can. */
  refuse: (text: string) => string | null;
  onChange: (text: string) => void;
};

/** A date to type, YYYY-MM-DD in every language, checked when it is entered; what is wrong is said at the field. */
export function DateField({ label, value, offered, hint, refuse, onChange }: DateFieldProps) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const enter = (event?: FormEvent) => {
    event?.preventDefault();
    const text = (draft ?? value).trim();
    const found = text === value ? null : refuse(text);
    setFault(found);
    if (found !== null) return;
    setDraft(null);
    if (text !== value) onChange(text);
  };

  return (
    <form className="date-field" onSubmit={enter} noValidate>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="digits"
        list={offered.length === 0 ? undefined : `${id}-dates`}
        value={draft ?? value}
        maxLength={24}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault !== null}
        aria-describedby={
          fault !== null ? `${id}-fault` : hint === undefined ? undefined : `${id}-hint`
        }
        onChange={(event) => {
          setDraft(event.target.value);
          setFault(null);
        }}
        onBlur={() => enter()}
      />
      <datalist id={`${id}-dates`}>
        {offered.map((date) => (
          <option key={date} value={date} />
        ))}
      </datalist>
      {hint === undefined ? null : (
        <span className="date-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {fault === null ? null : (
        <span className="date-fault" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      )}
    </form>
  );
}
