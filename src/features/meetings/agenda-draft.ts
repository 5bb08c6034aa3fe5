/** An agenda as its editor left it, kept on this device until it is saved. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { AgendaItem } from '#core/contract/meeting.ts';
import { newKey } from '#src/lib/new-key.ts';

export type AgendaDraft = {
  /** Version that the changes were made on. */
  readonly version: string;
  readonly items: readonly AgendaItem[];
};

type Drafts = { readonly drafts: Readonly<Record<string, AgendaDraft>> };

const isDraft = (kept: unknown): kept is AgendaDraft => {
  const row = kept as Partial<AgendaDraft> | null;
  return (
    typeof row === 'object' &&
    row !== null &&
    typeof row.version === 'string' &&
    Array.isArray(row.items) &&
    row.items.every((item) => typeof item?.key === 'string' && typeof item.shown === 'boolean')
  );
};

export const useAgendaDrafts = create<Drafts>()(
  persist((): Drafts => ({ drafts: {} }), {
    name: 'reform-cockpit.agendas',
    version: 1,
    merge: (kept, now) => {
      const drafts = (kept as Partial<Drafts> | undefined)?.drafts;
      if (typeof drafts !== 'object' || drafts === null) return now;
      return {
        ...now,
        drafts: Object.fromEntries(Object.entries(drafts).filter(([, row]) => isDraft(row))),
      };
    },
  }),
);

export function keepAgenda(meeting: string, draft: AgendaDraft): void {
  useAgendaDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [meeting]: draft } }));
}

export function dropAgenda(meeting: string): void {
  useAgendaDrafts.setState(({ drafts: { [meeting]: _, ...drafts } }) => ({ drafts }));
}

/** The item at `from` put at the place `to`; beyond either end nothing changes. */
export function moved(
  items: readonly AgendaItem[],
  from: number,
  to: number,
): readonly AgendaItem[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return items;
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** An item of the office's own, at the end but before the decisions. */
export function withOwn(items: readonly AgendaItem[], title: string): readonly AgendaItem[] {
  const own: AgendaItem = {
    key: `own:${newKey()}`,
    kind: 'own',
    shown: true,
    title,
    text: null,
    notes: null,
    minutes: null,
    ask: null,
  };
  const last = items.findIndex((item) => item.kind === 'decisions');
  return last === -1 ? [...items, own] : [...items.slice(0, last), own, ...items.slice(last)];
}
