import { type ReactNode, useId } from 'react';

export type FieldProps = {
  label: string;
  className?: string;
  /** Draws what is labelled, under the given id. */
  children: (id: string) => ReactNode;
};

/** A control under its label, outside of a form of antd's. */
export function Field({ label, className, children }: FieldProps) {
  const id = useId();
  return (
    <div className={className === undefined ? 'admin-field' : `admin-field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
