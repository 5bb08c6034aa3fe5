/** What this device knows of itself as a wall: kept, so that it turns through its pages before the server answers. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { type ScreenState, screenStates, wallPages } from '#core/contract/lists.ts';
import type { OwnScreen } from '#core/contract/screen.ts';

export type Known = {
  readonly state: ScreenState;
  /** As last told; stays after a revocation, which takes no picture away. null = was never told. */
  readonly screen: OwnScreen | null;
};

const nothing: Known = { state: 'none', screen: null };

/** What can be used of what the device kept; an older version, or a hand, may have left anything there. */
function usable(kept: unknown): Known {
  if (typeof kept !== 'object' || kept === null) return nothing;
  const { state, screen } = kept as Partial<Known>;
  const isState = screenStates.some((one) => one === state);
  const pages: unknown = screen?.pages;
  const isScreen =
    Array.isArray(pages) &&
    pages.length > 0 &&
    pages.every((page) => wallPages.some((one) => one === page)) &&
    typeof screen?.seconds === 'number';
  return isState && isScreen ? { state: state ?? 'none', screen: screen ?? null } : nothing;
}

type ScreenStore = Known & { readonly learn: (known: Known) => void };

export const useScreen = create<ScreenStore>()(
  persist((set) => ({ ...nothing, learn: (known) => set(known) }), {
    name: 'reform-cockpit.screen',
    version: 1,
    partialize: ({ state, screen }) => ({ state, screen }),
    merge: (kept, now) => ({ ...now, ...usable(kept) }),
  }),
);
