/** The meeting that this window has stepped out of, to look at a board; null = none. The way back stays in sight. */
import { create } from 'zustand';

type Presenting = {
  readonly back: { readonly href: string; readonly title: string } | null;
};

export const usePresenting = create<Presenting>()(() => ({ back: null }));
