/**
 * Hears from the server that something was written, and asks again for what the page shows. The pages also ask by
 * themselves every minute: this only makes it sooner, and a lost link known.
 */
import type { QueryClient } from '@tanstack/react-query';
import { learnFirstServerTime } from './server-time.ts';

/** The link is opened once the page stands: its first picture does not wait for it. */
const OPEN_AFTER_MS = 3_000;
/** The server speaks every 15 s; after so long a silence the link counts as lost. */
const SILENCE_MS = 35_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** Screens of one building ask within so long, and not all at once. */
export const SPREAD_MS = { wall: 500, desk: 200 } as const;

type Told = { readonly version: number /** The server's instant. */; readonly now: string };

/** Hears `moved` when a presentation went on, and when the link is there and it may have gone on before. */
export const presentations = new EventTarget();
const tellMoved = (): boolean => presentations.dispatchEvent(new Event('moved'));

/** Who else hears what the server says; nobody where left out. */
export type Hearer = {
  readonly version: (version: number) => void;
  /** There is news for the wall that this device is. */
  readonly screen: () => void;
  /** The wall that this device was is one no longer: the last word of its stream. */
  readonly revoked: (event: MessageEvent<string>) => void;
  /** Whether there is nothing to hear, so that nobody is asked. */
  readonly isBarred: () => boolean;
};

/**
 * Opens the link and keeps it open. An older browser without EventSource goes on asking by itself.
 * @param load who else hears: asked for with the link, and again with the next one where it cannot be had; null = nobody
 */
export function startLive(
  client: QueryClient,
  shell: keyof typeof SPREAD_MS,
  load: (() => Promise<Hearer>) | null,
): void {
  let hearer: Hearer | null = null;
  let source: EventSource | null = null;
  let known: number | null = null;
  let wasLost = false;
  let wait = FIRST_WAIT_MS;
  let silence: ReturnType<typeof setTimeout> | null = null;
  let asking: ReturnType<typeof setTimeout> | null = null;
  setTimeout(open, OPEN_AFTER_MS);

  function close(): void {
    source?.close();
    source = null;
    if (silence !== null) clearTimeout(silence);
  }

  function lost(): void {
    close();
    wasLost = true;
    setTimeout(open, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    // Whether the server is really away is found out by asking it; the pages then say so.
    void client.invalidateQueries({ refetchType: 'active' });
  }

  function heard(event: MessageEvent<string>): void {
    if (silence !== null) clearTimeout(silence);
    silence = setTimeout(lost, SILENCE_MS);
    wait = FIRST_WAIT_MS;
    const { version, now } = JSON.parse(event.data) as Told;
    learnFirstServerTime(now);
    if (known === null || wasLost) tellMoved();
    const isNew = known !== null && version !== known;
    known = version;
    // A link that is back says that the server is: the picture need not wait for its next look.
    const isNews = isNew || wasLost;
    wasLost = false;
    hearer?.version(version);
    if (!isNews || asking !== null) return;
    asking = setTimeout(() => {
      asking = null;
      void client.invalidateQueries({ refetchType: 'active' });
    }, Math.random() * SPREAD_MS[shell]);
  }

  async function open(): Promise<void> {
    if (load !== null) hearer ??= await load().catch(() => null);
    if (typeof EventSource === 'undefined') return;
    if (hearer?.isBarred()) {
      setTimeout(open, LONGEST_WAIT_MS);
      return;
    }
    source = new EventSource('/api/events');
    source.addEventListener('version', heard);
    source.addEventListener('beat', heard);
    source.addEventListener('meeting', tellMoved);
    if (hearer !== null) {
      const { screen, revoked } = hearer;
      source.addEventListener('screen', screen);
      source.addEventListener('revoked', (event) => {
        revoked(event);
        close();
        void open();
      });
    }
    source.addEventListener('error', lost);
    silence = setTimeout(lost, SILENCE_MS);
  }
}
