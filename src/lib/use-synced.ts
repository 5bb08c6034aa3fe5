import { useEffect, useState } from 'react';
import { states as en } from '#src/i18n/en/states.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { states as zh } from '#src/i18n/zh/states.ts';

const words = { zh, en };
const MINUTE_MS = 60_000;

/**
 * How long ago the data came, in words. Below two minutes it is always "just": that is longer than the time
 * between two looks, and the server's first picture says the same as the browser's.
 */
export function useSynced(syncedAt: number): string {
  const w = useWords(words);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.floor((now - syncedAt) / MINUTE_MS);
  if (minutes < 2) return w.justSynced;
  if (minutes < 60) return w.minutesAgo(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? w.hoursAgo(hours) : w.daysAgo(Math.floor(hours / 24));
}
