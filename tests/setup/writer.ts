/** A reporter who writes over real HTTP, for tests in which something happens to the server meanwhile. */
import type { TaskDetail } from '#core/contract/task.ts';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { openSession } from '#server/accounts/sessions.repository.ts';
import type { Db } from '#server/db/tables.ts';

/** Tasks of the sample that belong to the reporter's department. */
export const TASKS = ['t.jiebang', 't.core-business', 't.task-list'] as const;

export type Writer = {
  /** The session's cookie. */
  readonly cookie: string;
};

/** Puts a reporter of d.bureau on record, signed in. */
export async function addWriter(db: Db): Promise<Writer> {
  const now = new Date().toISOString();
  await appendAccount(db, {
    id: 'reporter',
    login: 'reporter',
    name: '填报员',
    department: 'd.bureau',
    roles: ['reporter'],
    state: 'active',
    recordedAt: now,
    recordedBy: 'test',
  });
  const { secret } = await openSession(db, 'reporter', null, now);
  return { cookie: `cockpit=${secret}` };
}

/** The task with its check-ins. */
export async function readTask(url: string, task: string): Promise<TaskDetail> {
  const reply = await fetch(`${url}/api/tasks/${task}`);
  if (!reply.ok) throw new Error(`${task}: ${reply.status} ${await reply.text()}`);
  return (await reply.json()) as TaskDetail;
}

/** Notes of a task's check-ins, oldest first. */
export async function notesOf(url: string, task: string): Promise<string[]> {
  const { checkIns } = await readTask(url, task);
  return checkIns.map(({ progress }) => progress ?? '');
}

export type Report = {
  readonly task: string;
  readonly note: string;
  /** Idempotency-Key. */
  readonly key: string;
  /** Version of the task that is reported on; left out = as it stands now. */
  readonly version?: string;
};

/** Reports a task as in progress; settles with whatever the server answers. */
export async function report(
  url: string,
  writer: Writer,
  { task, note, key, version }: Report,
): Promise<Response> {
  const ifMatch = version ?? (await readTask(url, task)).version;
  return fetch(`${url}/api/tasks/${task}/check-ins`, {
    method: 'POST',
    headers: {
      origin: url,
      cookie: writer.cookie,
      'if-match': `"${ifMatch}"`,
      'idempotency-key': key,
    },
    body: JSON.stringify({ status: 'in_progress', progress: note }),
  });
}
