/**
 * Runs a wall for as long as is asked (`npm run soak -- 60` for an hour; 10 minutes by default) while somebody writes all
 * the time and the wall is turned through its pages, and looks whether it gathers anything. Fails where the heap grows by
 * 1 MB an hour or more after warm-up, where nodes, listeners, charts or streams do not stay, or where anything was
 * written to the console.
 */
import { launchChromium } from '#tests/setup/browser.ts';
import { serveCockpit } from '#tests/setup/served-cockpit.ts';
import { ROUND, turnRound, type Vitals, watchPage } from '#tests/setup/vitals.ts';
import { addWriter, report, TASKS } from '#tests/setup/writer.ts';
import { ensureChromium } from './lib/chromium.ts';
import { root } from './lib/run-node.ts';
import { isBuilt } from './lib/stamp.ts';

const HOUR_MS = 3_600_000;
const BOUND_MB_AN_HOUR = 1;
/** The part of the run in which code is still being compiled and caches fill. */
const WARM_UP = 0.3;
const WRITE_EVERY_MS = 250;
const MEASURE_EVERY_MS = 15_000;
/** Between two rounds through the pages: turning without a rest leaves the page no time to take what is written. */
const REST_MS = 4_000;

type Sample = Vitals & { readonly at: number; readonly updates: number; readonly turns: number };

/** Growth of a straight line through the samples, per hour. */
function slope(samples: readonly Sample[]): number {
  const middle = (of: (one: Sample) => number) =>
    samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const [at, heap] = [middle((one) => one.at), middle((one) => one.heapMb)];
  const above = samples.reduce((sum, one) => sum + (one.at - at) * (one.heapMb - heap), 0);
  const below = samples.reduce((sum, one) => sum + (one.at - at) ** 2, 0);
  return (above / below) * HOUR_MS;
}

const cells = (row: readonly (string | number)[]): string =>
  row.map((cell) => String(cell).padStart(10)).join('');

function print(sample: Sample): void {
  const { at, updates, turns, heapMb, nodes, listeners, charts, streams } = sample;
  const minutes = (at / 60_000).toFixed(1);
  console.log(
    cells([minutes, updates, turns, heapMb.toFixed(2), nodes, listeners, charts, streams]),
  );
}

const minutes = Number(process.argv[2] ?? 10);
if (!(minutes > 0)) throw new Error(`${process.argv[2]} is not a number of minutes.`);
if (!(await isBuilt(root, 'page'))) throw new Error('The page is not built: npm run build.');
ensureChromium();
const cockpit = await serveCockpit();
const browser = await launchChromium();
const writer = await addWriter(cockpit.home.store.db);
const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
// Walls ask spread over half a second; alone, this one asks at once, and takes twice as many pictures.
await page.addInitScript(() => {
  Math.random = () => 0;
});
const watch = await watchPage(page);
await page.goto(`${cockpit.url}/wall?rotate=60&lang=zh`);
await page.waitForRequest((request) => request.resourceType() === 'eventsource');

let isOver = false;
let writes = 0;
const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function writeOn(): Promise<void> {
  while (!isOver) {
    const task = TASKS[writes % TASKS.length] ?? TASKS[0];
    await report(cockpit.url, writer, { task, note: '进展', key: `soak-write-${writes}` });
    writes += 1;
    await rest(WRITE_EVERY_MS);
  }
}

console.log(
  cells(['minutes', 'updates', 'turns', 'heap MB', 'nodes', 'listeners', 'charts', 'streams']),
);
const start = Date.now();
const writing = writeOn();
const samples: Sample[] = [];
let turns = 0;
let measuredAt = start;
while (Date.now() - start < minutes * 60_000) {
  await turnRound(page);
  turns += ROUND;
  await rest(REST_MS);
  if (Date.now() - measuredAt < MEASURE_EVERY_MS) continue;
  measuredAt = Date.now();
  const sample = {
    ...(await watch.measure()),
    at: measuredAt - start,
    updates: watch.updates(),
    turns,
  };
  samples.push(sample);
  print(sample);
}
isOver = true;
await writing;
await browser.close();
await cockpit.close();

const warm = samples.slice(Math.ceil(samples.length * WARM_UP));
const [first, last] = [warm[0], warm.at(-1)];
if (first === undefined || last === undefined || warm.length < 4)
  throw new Error('The run was too short to tell.');
const faults: string[] = [];
const growth = slope(warm);
if (growth >= BOUND_MB_AN_HOUR) faults.push(`the heap grows by ${growth.toFixed(2)} MB an hour`);
for (const what of ['nodes', 'listeners', 'charts', 'streams'] as const) {
  // A page that is just being exchanged may be counted twice.
  const most = Math.max(...warm.slice(0, warm.length >> 1).map((one) => one[what]));
  const least = Math.min(...warm.slice(warm.length >> 1).map((one) => one[what]));
  if (least > most) faults.push(`${what} went from at most ${most} to at least ${least}`);
}
for (const text of new Set(watch.said)) faults.push(`it said: ${text}`);
console.log(
  `${writes} writes, ${last.updates} updates, ${turns} turns; heap ${growth.toFixed(2)} MB an hour after warm-up`,
);
for (const fault of faults) console.error(fault);
process.exit(faults.length === 0 ? 0 : 1);
