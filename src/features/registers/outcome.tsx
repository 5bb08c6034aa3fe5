import { Alert } from 'antd';
import type { Saving } from './use-save.ts';
import { useRegisterWords } from './words.ts';

/** What came of saving, below its button; a conflict is told above the form. */
export function Outcome({ saving }: { saving: Saving }) {
  const w = useRegisterWords();
  const { conflict, fault, isSaved } = saving;
  return (
    <div role="status">
      {fault !== null ? (
        <Alert type="error" showIcon title={fault} />
      ) : isSaved && conflict === null ? (
        <Alert type="success" showIcon title={w.saved} />
      ) : null}
    </div>
  );
}
