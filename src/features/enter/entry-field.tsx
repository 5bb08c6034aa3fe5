import { type ReactNode, useId } from 'react';
import { LightIcon } from '#src/ui/light-icon.tsx';

export type EntryFieldProps = {
  label: string;
  /** Id of the control; null where the group itself is one. */
  control: string | null;
  note?: string;
  fault?: string | undefined;
  children: ReactNode;
};

/** A control of the form under its label, with what keeps it from being taken. */
export function EntryField({ label, control, note, fault, children }: EntryFieldProps) {
  const id = useId();
  const head =
    control === null ? <span id={id}>{label}</span> : <label htmlFor={control}>{label}</label>;
  return (
    <div className="en-field">
      {head}
      {children}
      {note === undefined ? null : <p className="caption">{note}</p>}
      {fault === undefined ? null : (
        <p className="en-fault" role="alert">
          <LightIcon state="over" /> {fault}
        </p>
      )}
    </div>
  );
}
