import type { ComponentType } from 'react';
import { type LazyPart, lazyPart } from '#src/lib/lazy-part.tsx';
import { lateSheet } from '#src/lib/load-sheet.ts';
import href from './meeting.css?url';

const loadMeetingStyles = lateSheet(href);

/**
 * A page of the meetings, in a chunk of its own, shown once its sheet is there. The server paints only the frame around
 * it: what is on such a page is asked for by the page.
 */
export function meetingPart<P extends object>(
  importPart: () => Promise<ComponentType<P>>,
): LazyPart<P> {
  if (typeof document === 'undefined') return { load: async () => undefined, render: () => null };
  return lazyPart(async () => {
    const [part] = await Promise.all([importPart(), loadMeetingStyles()]);
    return part;
  });
}

/** The same for a page that the server paints, with its sheet and with what it shows. */
export const paintedMeetingPart = import.meta.env.SSR ? lazyPart : meetingPart;
