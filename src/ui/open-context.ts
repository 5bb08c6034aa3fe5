import { createContext, useContext } from 'react';

/** What a press on a figure or on an open-question mark asks for. */
export type OpenTarget =
  | { readonly kind: 'figure'; readonly code: string }
  | { readonly kind: 'question'; readonly number: number }
  | { readonly kind: 'task' | 'platform' | 'source'; readonly id: string };

/**
 * Set on pages that can open a passport. null (walls, print) = figures and marks are plain text:
 * a wall has no pointer, and its marks are resolved in the list at the bottom.
 */
export const OpenContext = createContext<((target: OpenTarget) => void) | null>(null);

export const useOpen = (): ((target: OpenTarget) => void) | null => useContext(OpenContext);
