/** The last thing that went wrong on this page, for whoever keeps the walls. */
import { screenLimits } from '#core/contract/lists.ts';

export type Noted = { readonly text: string; readonly at: string };

let last: Noted | null = null;

export function noteError(error: unknown): void {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  last = { text: text.slice(0, screenLimits.error), at: new Date().toISOString() };
}

/** null = nothing went wrong since the page was loaded. */
export const lastError = (): Noted | null => last;
