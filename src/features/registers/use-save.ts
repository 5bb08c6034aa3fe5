import type { FormInstance } from 'antd';
import { type ReactNode, useState } from 'react';
import type { RegisterName } from '#core/contract/lists.ts';
import type { RegisterEntry } from '#core/contract/registers.ts';
import { useSaveRecord } from '#src/api/registers.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { ApiError } from '#src/lib/request.ts';
import { useRefusal } from '#src/ui/refusal.tsx';

export type Saving = {
  readonly isPending: boolean;
  readonly isSaved: boolean;
  /** What kept it from being saved, for the form as a whole; null = nothing, or it stands at the fields. */
  readonly fault: ReactNode;
  /** The record as somebody else left it; null = nobody did. */
  readonly conflict: RegisterEntry | null;
  readonly save: (body: unknown, entry: RegisterEntry | null) => void;
  readonly dropConflict: () => void;
};

/** Saves what a form holds; what is refused stands at its fields, and nothing typed is lost. */
export function useSave(
  register: RegisterName,
  form: FormInstance,
  onSaved: (entry: RegisterEntry) => void,
): Saving {
  const refusalOf = useRefusal();
  const lang = useLanguage();
  const mutation = useSaveRecord();
  const [fault, setFault] = useState<ReactNode>(null);
  const [conflict, setConflict] = useState<RegisterEntry | null>(null);

  const refused = (error: Error) => {
    const problem = error instanceof ApiError ? error.problem : null;
    if (problem === null) return setFault(refusalOf(error));
    if (problem.code === 'stale-version') return setConflict(problem.current as RegisterEntry);
    const known = problem.fields.filter(({ path }) => path !== '');
    form.setFields(
      known.map(({ path, message }) => ({ name: path.split('.'), errors: [message] })),
    );
    const [first] = known;
    if (first !== undefined) form.scrollToField(first.path.split('.'), { focus: true });
    setFault(refusalOf(error));
  };

  return {
    isPending: mutation.isPending,
    isSaved: mutation.isSuccess,
    fault,
    conflict,
    save: (body, entry) => {
      setFault(null);
      setConflict(null);
      mutation.mutate({ register, lang, entry, body }, { onSuccess: onSaved, onError: refused });
    },
    dropConflict: () => setConflict(null),
  };
}
