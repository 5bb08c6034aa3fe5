/** What was typed on the page of entries and is not recorded yet, kept on this device by account and item. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { LintCode, MovementKind, Qualifier } from '#core/contract/lists.ts';
import type { MoneyUnit } from '#core/domain/decimal-text.ts';
import { newKey } from '#src/lib/new-key.ts';

export type Draft = {
  /** Sent with it (Idempotency-Key), so that it counts once however often it is sent. */
  readonly key: string;
  readonly text: string;
  readonly moneyUnit: MoneyUnit;
  readonly movement: MovementKind;
  /** What the movement is called, in each language; both empty = it has no name of its own. */
  readonly labelZh: string;
  readonly labelEn: string;
  readonly qualifier: Qualifier;
  readonly asOf: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
  /** Id of the statement that it corrects; empty = none. */
  readonly supersedes: string;
  readonly reason: string;
  /** The returned submission that it was filled from; empty = none. */
  readonly returned: string;
  readonly confirmed: readonly LintCode[];
};

export const emptyDraft = (asOf: string): Draft => ({
  key: newKey(),
  text: '',
  moneyUnit: 'wan',
  movement: 'disbursed',
  labelZh: '',
  labelEn: '',
  qualifier: 'exact',
  asOf,
  from: '',
  to: '',
  source: '',
  supersedes: '',
  reason: '',
  returned: '',
  confirmed: [],
});

type Drafts = {
  readonly drafts: Readonly<Record<string, Draft>>;
  readonly keep: (name: string, draft: Draft) => void;
  readonly drop: (name: string) => void;
};

/** What drafts of older versions know nothing of. */
const newer = { labelZh: '', labelEn: '', returned: '' };

const isText = (value: unknown): boolean => typeof value === 'string';

/** An older version, or a hand, may have left anything there. */
function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== 'object' || kept === null) return false;
  const row = kept as Record<string, unknown>;
  const { confirmed, ...texts } = row;
  const names = Object.keys(emptyDraft('')).filter((name) => name !== 'confirmed');
  return Array.isArray(confirmed) && names.every((name) => isText(texts[name]));
}

export const useEntryDrafts = create<Drafts>()(
  persist(
    (set) => ({
      drafts: {},
      keep: (name, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [name]: draft } })),
      drop: (name) =>
        set(({ drafts }) => {
          const { [name]: _, ...others } = drafts;
          return { drafts: others };
        }),
    }),
    {
      name: 'reform-cockpit.entry-drafts',
      version: 1,
      partialize: ({ drafts }) => ({ drafts }),
      merge: (kept, now) => {
        const found = (kept as { drafts?: unknown } | null | undefined)?.drafts;
        const rows = typeof found === 'object' && found !== null ? Object.entries(found) : [];
        const read = rows.map(([name, row]) => [name, { ...newer, ...(row as object | null) }]);
        return { ...now, drafts: Object.fromEntries(read.filter(([, row]) => isDraft(row))) };
      },
    },
  ),
);
