import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BenchServer, startBenchServer } from './bench-server.ts';
import { atMost, type Measure, median } from './measure.ts';
import { openStreams } from './streams.ts';

export const title =
  'Live: five thousand open streams on one process, and a hundred with nothing to tell';

const STREAMS = 5000;
const SCREENS = 100;
const BROADCASTS = 9;
/** Longer than the gap between two versions. */
const PAUSE_MS = 1500;
/** Holds at least one beat. */
const IDLE_MS = 20_000;

/** What a write costs beside the telling: with nobody who listens. */
async function costOf(server: BenchServer, tell: (version: number) => Promise<unknown>) {
  const spent: number[] = [];
  for (let n = 0; n < BROADCASTS; n += 1) {
    await sleep(PAUSE_MS);
    const before = await server.cpu();
    await tell(await server.write(n % 2 === 0 ? 'blocked' : 'in_progress'));
    spent.push((await server.cpu()) - before);
  }
  return median(spent);
}

export async function run(): Promise<readonly Measure[]> {
  const place = mkdtempSync(path.join(tmpdir(), 'cockpit-live-'));
  const server = await startBenchServer(place);
  try {
    const alone = await costOf(server, async () => undefined);
    const streams = await openStreams(server.port, STREAMS);
    const last = { version: 0 };
    const together = await costOf(server, async (version) => {
      last.version = version;
      await sleep(PAUSE_MS);
    });
    const hears = streams.heard(last.version + 1);
    await server.write('blocked');
    const times = await hears;
    const memory = server.memory();
    const dropped = STREAMS - streams.open();
    streams.close();
    await sleep(PAUSE_MS);
    const screens = await openStreams(server.port, SCREENS);
    const before = await server.cpu();
    await sleep(IDLE_MS);
    const idle = ((await server.cpu()) - before) / IDLE_MS;
    screens.close();
    return [
      atMost('one broadcast to 5,000 streams, CPU', together - alone, 150, 'ms', 0),
      atMost('the last of them hears after', Math.max(...times), 1000, 'ms', 0),
      atMost('streams that were dropped', dropped, 0, '', 0),
      atMost('memory (RSS) with 5,000 streams', memory, 400, 'MB', 0),
      atMost('idle with 100 screens, of a core', 100 * idle, 2, '%', 2),
    ];
  } finally {
    server.end();
    rmSync(place, { recursive: true, force: true });
  }
}
