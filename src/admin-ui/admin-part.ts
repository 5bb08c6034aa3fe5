import type { ComponentType } from 'react';
import { type LazyPart, lazyPart } from '#src/lib/lazy-part.tsx';
import { loadAdminStyles } from './styles.ts';

/**
 * A page of antd's parts, in a chunk of its own, shown once its sheet is there. The server paints only the frame around
 * it: what is on such a page depends on who asks.
 */
export function adminPart<P extends object>(
  importPart: () => Promise<ComponentType<P>>,
): LazyPart<P> {
  if (typeof document === 'undefined') return { load: async () => undefined, render: () => null };
  return lazyPart(async () => {
    const [part] = await Promise.all([importPart(), loadAdminStyles()]);
    return part;
  });
}
