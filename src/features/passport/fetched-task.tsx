import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { taskQuery } from '#src/api/tasks.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { ApiError } from '#src/lib/request.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { Drawer } from '#src/ui/drawer.tsx';
import { ErrorState, LoadingOutline } from '#src/ui/panel-state.tsx';
import { TaskPassport, type TaskPassportProps } from './task-passport.tsx';
import { usePassportWords } from './words.ts';

export type FetchedTaskProps = Omit<TaskPassportProps, 'task'> & {
  readonly id: string;
  /** Shown where there is no such task. */
  readonly missing: ReactNode;
};

/** The passport of a task that the board does not carry. */
export function FetchedTask({ id, missing, ...shared }: FetchedTaskProps) {
  const w = usePassportWords();
  const { address } = useAddress();
  const { data, error, refetch } = useQuery(taskQuery(id, address, useLanguage()));
  if (data !== undefined) return <TaskPassport {...shared} task={data.task} />;
  if (error instanceof ApiError && error.status === 404) return missing;
  return (
    <Drawer kind={w.task} title={id} onClose={shared.onClose}>
      <div className="drawer-part">
        {error === null ? (
          <LoadingOutline />
        ) : (
          <ErrorState what={w.task} onRetry={() => void refetch()} code={null} />
        )}
      </div>
    </Drawer>
  );
}
