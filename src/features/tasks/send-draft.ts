/** The one way by which a draft becomes a check-in, from the form and from the queue. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import type { CheckInReply } from '#core/contract/entry.ts';
import type { Language } from '#core/contract/lists.ts';
import type { TaskDetail } from '#core/contract/task.ts';
import { postCheckIn, postFile } from '#src/api/check-ins.ts';
import { meQuery } from '#src/api/session.ts';
import { taskQuery } from '#src/api/tasks.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { newKey } from '#src/lib/new-key.ts';
import { ApiError, NetworkError } from '#src/lib/request.ts';
import { type Draft, useDrafts } from './drafts.ts';
import { forgetFile, keptFile } from './kept-files.ts';

const TODAY = { asOf: null, knownAt: null };

export type Outcome =
  | { readonly kind: 'sent'; readonly reply: CheckInReply }
  /** No answer: it waits in the queue. */
  | { readonly kind: 'waiting' }
  /** Somebody else was faster, or it arrived before in another wording: the task is shown as it stands now. */
  | { readonly kind: 'conflict' }
  | { readonly kind: 'signed-out' }
  /** A file is not on this device any more. */
  | { readonly kind: 'file-lost'; readonly file: string }
  | { readonly kind: 'refused'; readonly error: ApiError };

class FileLostError extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`the file ${file} is not on this device any more`);
    this.file = file;
  }
}

/** Takes the files in that are not yet, and notes each in the draft, so that none is sent twice. */
async function withHashes(draft: Draft, lang: Language): Promise<Draft> {
  let current = draft;
  for (const file of draft.files) {
    if (file.hash !== null) continue;
    const content = await keptFile(file.id);
    if (content === null) throw new FileLostError(file.id);
    const { hash } = await postFile(file.name, content, lang);
    const files = current.files.map((row) => (row.id === file.id ? { ...row, hash } : row));
    current = { ...current, files };
    useDrafts.getState().keep(current);
  }
  return current;
}

async function post(client: QueryClient, draft: Draft, lang: Language): Promise<CheckInReply> {
  const sent = await withHashes(draft, lang);
  const { task, key, base, status, ticks, progress, difficulty, next, files } = sent;
  const version = base?.version ?? (await client.fetchQuery(taskQuery(task, TODAY, lang))).version;
  return postCheckIn({
    task,
    version,
    key,
    lang,
    input: {
      status,
      ticks: Object.entries(ticks).map(([milestone, doneOn]) => ({ milestone, doneOn })),
      progress,
      difficulty,
      next,
      files: files.flatMap(({ hash, name }) => (hash === null ? [] : [{ hash, name }])),
      mends: sent.returned,
    },
  });
}

function recorded(client: QueryClient, draft: Draft, lang: Language, reply: CheckInReply): void {
  client.setQueryData(taskQuery(draft.task, TODAY, lang).queryKey, reply.detail);
  useDrafts.getState().drop(draft);
  for (const file of draft.files) void forgetFile(file.id);
  void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
}

/** Keys of drafts that are under way, from whichever place. */
const underWay = new Set<string>();

async function sendDraft(client: QueryClient, draft: Draft, lang: Language): Promise<Outcome> {
  const keep = (change: Partial<Draft>) => {
    const newest = useDrafts.getState().drafts[`${draft.account} ${draft.task}`] ?? draft;
    useDrafts.getState().keep({ ...newest, ...change });
  };
  const queued = (): Outcome => {
    keep({ queuedAt: draft.queuedAt ?? Date.now() });
    return { kind: 'waiting' };
  };
  if (underWay.has(draft.key)) return { kind: 'waiting' };
  underWay.add(draft.key);
  try {
    const reply = await post(client, draft, lang);
    recorded(client, draft, lang, reply);
    return { kind: 'sent', reply };
  } catch (error) {
    if (error instanceof FileLostError) {
      keep({ queuedAt: null });
      return { kind: 'file-lost', file: error.file };
    }
    if (!(error instanceof ApiError)) {
      if (error instanceof NetworkError) return queued();
      throw error;
    }
    if (error.status >= 500) return queued();
    if (error.status === 401) {
      void client.invalidateQueries({ queryKey: meQuery(lang).queryKey });
      return { kind: 'signed-out' };
    }
    keep({ queuedAt: null });
    const code = error.problem?.code;
    if (code === 'stale-version' && error.problem?.current !== undefined) {
      const current = error.problem.current as TaskDetail;
      client.setQueryData(taskQuery(draft.task, TODAY, lang).queryKey, current);
      return { kind: 'conflict' };
    }
    if (code === 'key-reused') {
      keep({ key: newKey() });
      await client.refetchQueries({ queryKey: taskQuery(draft.task, TODAY, lang).queryKey });
      return { kind: 'conflict' };
    }
    return { kind: 'refused', error };
  } finally {
    underWay.delete(draft.key);
  }
}

/** Sends a draft and says what came of it; what was not recorded is still kept. */
export function useSendDraft(): (draft: Draft) => Promise<Outcome> {
  const client = useQueryClient();
  const lang = useLanguage();
  return (draft) => sendDraft(client, draft, lang);
}
