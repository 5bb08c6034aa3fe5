import type { CheckInInput, CheckInReply } from '#core/contract/entry.ts';
import type { Language } from '#core/contract/lists.ts';
import type { Evidence } from '#core/contract/task.ts';
import { send } from '#src/lib/request.ts';

export type CheckInSent = {
  readonly task: string;
  readonly version: string;
  readonly key: string;
  readonly input: CheckInInput;
  readonly lang: Language;
};

export const postCheckIn = ({ task, version, key, input, lang }: CheckInSent) =>
  send<CheckInReply>({
    method: 'POST',
    path: `/tasks/${encodeURIComponent(task)}/check-ins`,
    params: { lang },
    body: input,
    ifMatch: version,
    key,
  });

export const postFile = async (name: string, content: Blob, lang: Language) =>
  send<Evidence>({
    method: 'POST',
    path: '/files',
    params: { name, lang },
    body: await content.arrayBuffer(),
  });

/** Where a file is saved from. */
export const fileAddress = (hash: string, name: string): string =>
  `/api/files/${hash}?name=${encodeURIComponent(name)}`;
