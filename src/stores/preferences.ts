/** What this device remembers of its user: never data, never anything that the address already says. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Language } from '#core/contract/lists.ts';

type Preferences = {
  /** The language last chosen on this device; null = none was, the browser's own counts. */
  readonly lang: Language | null;
  readonly chooseLanguage: (lang: Language) => void;
};

export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      lang: null,
      chooseLanguage: (lang) => set({ lang }),
    }),
    { name: 'reform-cockpit.preferences', version: 1 },
  ),
);
