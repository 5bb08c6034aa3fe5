/** Pages as a bundle takes them: their sheet is there from the beginning. Takes the place of what loads it late. */
import { lazyPart } from '#src/lib/lazy-part.tsx';

export const meetingPart = lazyPart;
export const paintedMeetingPart = lazyPart;
export const adminPart = lazyPart;
