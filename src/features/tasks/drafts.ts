/**
 * What was filled in and is not recorded yet, kept on this device by account and task. A draft that was submitted
 * without a link waits (`queuedAt`) and is sent once under its own key.
 */
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { CheckInInput, Submission } from '#core/contract/entry.ts';
import { type DeclaredStatus, declaredStatuses } from '#core/contract/lists.ts';
import type { CheckIn, TaskDetail } from '#core/contract/task.ts';
import type { IsoDate } from '#core/domain/records.ts';
import { newKey } from '#src/lib/new-key.ts';

export type DraftFile = {
  /** Its place among this device's kept files. */
  readonly id: string;
  readonly name: string;
  /** null = not known: it was taken in with an earlier update. */
  readonly bytes: number | null;
  /** null = not taken in by the server yet. */
  readonly hash: string | null;
};

/** What the update is made on. */
type Base = {
  readonly version: string;
  /** The newest check-in of then; null = there was none. */
  readonly checkIn: string | null;
};

export type DraftText = 'progress' | 'difficulty' | 'next';
export const draftTexts: readonly DraftText[] = ['progress', 'difficulty', 'next'];

export type Draft = {
  /** Sent with it (Idempotency-Key), so that it counts once however often it is sent. */
  readonly key: string;
  readonly account: string;
  readonly task: string;
  readonly title: string;
  /** null = made while the task could not be read; it goes on top of whatever is there. */
  readonly base: Base | null;
  readonly status: DeclaredStatus;
  /** Day of completion by milestone. */
  readonly ticks: Readonly<Record<string, IsoDate>>;
  readonly files: readonly DraftFile[];
  /** The returned submission that it was filled from; null = none. */
  readonly returned: string | null;
  /** In ms since 1970. */
  readonly keptAt: number;
  /** null = not submitted. */
  readonly queuedAt: number | null;
} & Readonly<Record<DraftText, string>>;

/** The newest on record; null = never reported. */
export const newestOf = ({ checkIns }: Pick<TaskDetail, 'checkIns'>) =>
  checkIns.reduce<CheckIn | null>(
    (best, row) => (best === null || row.recordedAt > best.recordedAt ? row : best),
    null,
  );

export const baseOf = (detail: TaskDetail): Base => ({
  version: detail.version,
  checkIn: newestOf(detail)?.id ?? null,
});

export type DraftOf = {
  readonly account: string;
  readonly task: string;
  readonly title: string;
  readonly base: Base | null;
};

export const emptyDraft = (of: DraftOf): Draft => ({
  ...of,
  key: newKey(),
  status: 'in_progress',
  ticks: {},
  progress: '',
  difficulty: '',
  next: '',
  files: [],
  returned: null,
  keptAt: 0,
  queuedAt: null,
});

/** The draft that a returned submission was, to be mended. */
export function returnedDraft({ id, input }: Submission, of: DraftOf): Draft {
  const { status, ticks, progress, difficulty, next, files } = input as CheckInInput;
  return {
    ...emptyDraft(of),
    status,
    ticks: Object.fromEntries(ticks.map((row) => [row.milestone, row.doneOn])),
    progress: progress ?? '',
    difficulty: difficulty ?? '',
    next: next ?? '',
    files: files.map(({ hash, name }) => ({ id: `taken-in:${hash}`, name, bytes: null, hash })),
    returned: id,
  };
}

export const draftName = ({ account, task }: Pick<Draft, 'account' | 'task'>): string =>
  `${account} ${task}`;

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== 'object' || kept === null) return false;
  const row = kept as Record<string, unknown>;
  const texts = ['key', 'account', 'task', 'title', 'progress', 'difficulty', 'next'];
  return (
    texts.every((name) => typeof row[name] === 'string') &&
    declaredStatuses.some((status) => status === row.status) &&
    typeof row.ticks === 'object' &&
    row.ticks !== null &&
    Array.isArray(row.files) &&
    typeof row.keptAt === 'number' &&
    (row.queuedAt === null || typeof row.queuedAt === 'number')
  );
}

/** What drafts of older versions know nothing of. */
const noReturn = { returned: null };

/** What can be used of what the device kept; an older version, or a hand, may have left anything there. */
function usable(kept: unknown): Record<string, Draft> {
  const drafts = (kept as { drafts?: unknown } | null | undefined)?.drafts;
  if (typeof drafts !== 'object' || drafts === null) return {};
  const rows = Object.entries(drafts).filter((entry): entry is [string, Draft] =>
    isDraft(entry[1]),
  );
  return Object.fromEntries(rows.map(([name, row]) => [name, { ...noReturn, ...row }]));
}

type Drafts = {
  readonly drafts: Readonly<Record<string, Draft>>;
  /** True where the device has no room for them, or bars it: they last as long as the page. */
  readonly isUnkept: boolean;
  readonly keep: (draft: Draft) => void;
  readonly drop: (draft: Pick<Draft, 'account' | 'task'>) => void;
};

const DRAFTS_KEY = 'reform-cockpit.drafts';

/** Storage that is full or barred costs what it keeps, never the form. */
const storage = createJSONStorage<Pick<Drafts, 'drafts'>>(() => ({
  getItem: (name) => localStorage.getItem(name),
  setItem: (name, text) => {
    try {
      localStorage.setItem(name, text);
      setUnkept(false);
    } catch {
      setUnkept(true);
    }
  },
  removeItem: (name) => localStorage.removeItem(name),
}));

export const useDrafts = create<Drafts>()(
  persist(
    (set) => ({
      drafts: {},
      isUnkept: false,
      keep: (draft) => set(({ drafts }) => ({ drafts: { ...drafts, [draftName(draft)]: draft } })),
      drop: (draft) =>
        set(({ drafts }) => {
          const { [draftName(draft)]: _, ...others } = drafts;
          return { drafts: others };
        }),
    }),
    {
      name: DRAFTS_KEY,
      version: 1,
      ...(storage === undefined ? {} : { storage }),
      partialize: ({ drafts }) => ({ drafts }),
      merge: (kept, now) => ({ ...now, drafts: usable(kept) }),
    },
  ),
);

/** After the write that found out: the store is not changed while it is being changed. */
function setUnkept(isUnkept: boolean): void {
  queueMicrotask(() => {
    if (useDrafts.getState().isUnkept !== isUnkept) useDrafts.setState({ isUnkept });
  });
}

/** Another tab of this device kept or sent something. */
export function followOtherTabs(): () => void {
  const handle = ({ key }: StorageEvent) => {
    if (key === DRAFTS_KEY) void useDrafts.persist.rehydrate();
  };
  window.addEventListener('storage', handle);
  return () => window.removeEventListener('storage', handle);
}
