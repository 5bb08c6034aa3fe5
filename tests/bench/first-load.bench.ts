import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, CDPSession } from 'playwright-core';
import { launchChromium } from '#tests/setup/browser.ts';
import { serveCockpit } from '#tests/setup/served-cockpit.ts';
import { atMost, type Measure, median, noted } from './measure.ts';

export const title =
  'First load of /wall on a cold cache, against a static page with the same picture';

const ROUNDS = 5;
/** Long enough for the slowest page to have come to rest. */
const REST_MS = 2500;

type Conditions = { readonly name: string; readonly cpu: number; readonly network: boolean };
const conditions: readonly Conditions[] = [
  { name: 'full speed', cpu: 1, network: false },
  { name: 'CPU 4x, 10 Mbit/s, 40 ms', cpu: 4, network: true },
];

type Load = {
  /** Milliseconds from the start of the navigation. */
  readonly painted: number;
  readonly settled: number;
  readonly cpuMs: number;
  readonly wireBytes: number;
  readonly requests: number;
  readonly hosts: readonly string[];
};

/** The painted page without its scripts, its style sheets inlined: what no program can beat. */
async function staticPage(origin: string): Promise<string> {
  const html = await (await fetch(`${origin}/wall?lang=zh`)).text();
  const links = [...html.matchAll(/<link rel="stylesheet"[^>]*href="([^"]+)"[^>]*>/g)];
  const sheets = await Promise.all(
    links.map(async ([, href]) => (await fetch(new URL(href ?? '', origin))).text()),
  );
  return html
    .replace(/<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
    .replace(/<script[^>]*>[\s\S]*?<\/script>/g, '')
    .replace('</head>', () => `<style>${sheets.join('\n')}</style></head>`);
}

/** Serves the static page, and what its styles name (fonts), as plainly as can be. */
async function serveStatic(origin: string): Promise<Server> {
  const page = brotliCompressSync(await staticPage(origin));
  const server = createServer(async (request, reply) => {
    if (request.url === '/') {
      reply.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-encoding': 'br',
      });
      reply.end(page);
      return;
    }
    const file = await fetch(new URL(request.url ?? '', origin));
    reply.writeHead(file.status, { 'content-type': file.headers.get('content-type') ?? '' });
    reply.end(Buffer.from(await file.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Main-thread time in thread ticks: what other work on the machine cannot stretch. */
async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN);
}

async function load(browser: Browser, url: string, how: Conditions): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Network.enable');
  if (how.cpu > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: how.cpu });
  if (how.network) {
    const bytesPerSecond = 10_000_000 / 8;
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 40,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond,
    });
  }
  const hosts = new Set<string>();
  let wireBytes = 0;
  let requests = 0;
  session.on('Network.requestWillBeSent', ({ request }) => {
    if (!request.url.startsWith('http')) return;
    requests += 1;
    hosts.add(new URL(request.url).host);
  });
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    wireBytes += encodedDataLength;
  });
  const frames: { at: number; picture: string }[] = [];
  session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    frames.push({ at: (metadata.timestamp ?? 0) * 1000, picture: data });
    void session.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await session.send('Page.startScreencast', { format: 'png', maxWidth: 960, maxHeight: 540 });
  const before = await taskMs(session);
  await page.goto(url, { waitUntil: 'load' });
  await sleep(REST_MS * (how.cpu > 1 ? 2 : 1));
  const { origin, painted, hasFigures } = await page.evaluate(() => ({
    origin: performance.timeOrigin,
    painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    hasFigures: document.body.innerText.includes('1,300'),
  }));
  if (!hasFigures) throw new Error(`${url} shows no figures`);
  const cpuMs = (await taskMs(session)) - before;
  await session.send('Page.stopScreencast');
  const last = frames.at(-1)?.picture;
  const changes = frames.findLastIndex((frame) => frame.picture !== last);
  const settled = (frames[changes + 1]?.at ?? Number.NaN) - origin;
  await context.close();
  return {
    painted,
    settled: Math.max(settled, painted),
    cpuMs,
    wireBytes,
    requests,
    hosts: [...hosts],
  };
}

const middle = (loads: readonly Load[], key: 'painted' | 'settled' | 'cpuMs'): number =>
  median(loads.map((one) => one[key]));

function compare(name: string, ours: readonly Load[], plain: readonly Load[]): Measure[] {
  const rows: { key: 'painted' | 'settled' | 'cpuMs'; what: string; bound: number }[] = [
    { key: 'painted', what: 'figures painted', bound: 1.5 },
    { key: 'settled', what: 'last pixel change', bound: 3 },
    { key: 'cpuMs', what: 'main-thread CPU', bound: 5 },
  ];
  return rows.flatMap(({ key, what, bound }) => {
    const [our, their] = [middle(ours, key), middle(plain, key)];
    return [
      noted(`${name}: ${what}`, `${our.toFixed(0)} ms against ${their.toFixed(0)} ms`),
      atMost(`${name}: ${what}`, our / their, bound, 'x', 2),
    ];
  });
}

/** Loads both pages in turn, so that a busy moment of the machine strikes both. */
export async function run(): Promise<readonly Measure[]> {
  const cockpit = await serveCockpit();
  const plainServer = await serveStatic(cockpit.url);
  const plainUrl = `http://127.0.0.1:${(plainServer.address() as AddressInfo).port}/`;
  const ourUrl = `${cockpit.url}/wall?lang=zh`;
  const browser = await launchChromium();
  try {
    const measures: Measure[] = [];
    let first: Load | null = null;
    for (const how of conditions) {
      const ours: Load[] = [];
      const plain: Load[] = [];
      await load(browser, plainUrl, how);
      for (let round = 0; round < ROUNDS; round += 1) {
        ours.push(await load(browser, ourUrl, how));
        plain.push(await load(browser, plainUrl, how));
      }
      first ??= ours[0] ?? null;
      measures.push(...compare(how.name, ours, plain));
    }
    if (first !== null) {
      measures.push(
        atMost('over the wire', first.wireBytes / 1000, 190, 'KB'),
        atMost('requests', first.requests, 10, 'requests', 0),
        atMost('hosts asked', first.hosts.length, 1, 'host', 0),
      );
    }
    return measures;
  } finally {
    await browser.close();
    plainServer.close();
    plainServer.closeAllConnections();
    await cockpit.close();
  }
}
