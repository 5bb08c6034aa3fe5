/** Hears of writes by other processes on the same PostgreSQL, over a connection of its own. */
import pg from 'pg';
import { MEETING_CHANNEL, SCREEN_CHANNEL, VERSION_CHANNEL } from '#server/db/dialects.ts';
import type { News } from './store.ts';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

/**
 * Listens until it is stopped. A lost connection is made anew, later and later each time; what was missed meanwhile is
 * made good by reading the version.
 * @returns ends the listening
 */
export function listenForNews(
  url: string,
  readVersion: () => Promise<number>,
  news: News,
): () => Promise<void> {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | null = null;
  let wait = FIRST_WAIT_MS;
  let isStopped = false;

  const again = (): void => {
    client = null;
    if (isStopped || timer !== null) return;
    // Spread, so that all processes do not come back in one moment.
    timer = setTimeout(() => void connect(), wait * (0.5 + Math.random()));
    timer.unref();
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };

  const connect = async (): Promise<void> => {
    timer = null;
    const own = new pg.Client({
      connectionString: url,
      application_name: 'reform-cockpit-listener',
    });
    client = own;
    own.on('error', again);
    own.on('end', again);
    own.on('notification', ({ channel, payload = '' }) => {
      if (channel === SCREEN_CHANNEL) news.screen(payload);
      else if (channel === MEETING_CHANNEL) {
        const [turn = '', meeting = ''] = payload.split(/ (.*)/s);
        news.meeting(meeting, Number(turn));
      } else news.version(Number(payload));
    });
    try {
      await own.connect();
      const channels = [VERSION_CHANNEL, SCREEN_CHANNEL, MEETING_CHANNEL];
      await own.query(channels.map((channel) => `listen ${channel}`).join('; '));
      news.version(await readVersion());
      wait = FIRST_WAIT_MS;
    } catch {
      await own.end().catch(() => undefined);
      again();
    }
  };

  void connect();
  return async () => {
    isStopped = true;
    if (timer !== null) clearTimeout(timer);
    await client?.end().catch(() => undefined);
  };
}
