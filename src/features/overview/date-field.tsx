import { type FormEvent, useId, useState } from 'react';
import { isIsoDate } from '#core/domain/dates.ts';
import type { IsoDate } from '#core/domain/records.ts';
import { useOverviewWords } from './words.ts';

export type DateFieldProps = {
  label: string;
  value: IsoDate;
  /** Dates that have figures, offered while typing. */
  offered: readonly IsoDate[];
  /** Why a date that exists cannot be taken; null = it can. */
  refuse: (date: IsoDate) => string | null;
  onChange: (date: IsoDate) => void;
};

/** A date to type, YYYY-MM-DD in every language, checked when it is entered; what is wrong is said at the field. */
export function DateField({ label, value, offered, refuse, onChange }: DateFieldProps) {
  const w = useOverviewWords();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const enter = (event?: FormEvent) => {
    event?.preventDefault();
    const text = (draft ?? value).trim();
    const found = isIsoDate(text) ? refuse(text) : w.badDate;
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
        list={`${id}-dates`}
        value={draft ?? value}
        size={10}
        maxLength={24}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
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
      {fault === null ? null : (
        <span className="date-fault" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      )}
    </form>
  );
}
