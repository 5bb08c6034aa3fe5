import { useEffect, useState } from 'react';
import { states as en } from '#src/i18n/en/states.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { states as zh } from '#src/i18n/zh/states.ts';
import { momentText } from './moment.ts';
import type { Link, LinkShown } from './page-props.ts';
import { serverTime } from './server-time.ts';

const words = { zh, en };
const MINUTE_MS = 60_000;

/** `11-22 14:20`: on a wall that hears nothing the year goes without saying. */
const dayAndMinute = (ms: number): string => momentText(new Date(ms).toISOString()).slice(5);

/**
 * How the page stands to its server, and since when. While it hears from it: how long ago, in words; below two minutes
 * always "just", which is longer than the time between two looks, so that the server's first picture says the same as
 * the browser's. Else: of which minute the picture is, by the server's clock and the bureau's zone, since the
 * device's own may be wrong.
 */
export function useSynced(link: Link): { status: LinkShown; synced: string } {
  const w = useWords(words);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  const { syncedAt } = link;
  if (link.isCopy || link.status !== 'online') {
    const status = link.isCopy && link.status === 'offline' ? 'copy' : link.status;
    return { status, synced: w.syncedOn(dayAndMinute(syncedAt)) };
  }
  return { status: 'online', synced: agoText(serverTime(now) - syncedAt, w) };
}

function agoText(ms: number, w: (typeof words)['zh']): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  if (minutes < 2) return w.justSynced;
  if (minutes < 60) return w.minutesAgo(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? w.hoursAgo(hours) : w.daysAgo(Math.floor(hours / 24));
}
