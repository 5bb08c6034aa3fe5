/** A page opened on a cold cache, beside the same picture as a static page: what no program can beat. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, BrowserContext, CDPSession } from 'playwright-core';
import { atMost, type Measure, median, noted } from './measure.ts';

/** Long enough for the slowest page to have come to rest. */
const REST_MS = 2500;

export type Conditions = { readonly name: string; readonly cpu: number; readonly network: boolean };
export const conditions: readonly Conditions[] = [
  { name: 'full speed', cpu: 1, network: false },
  { name: 'CPU 4x, 10 Mbit/s, 40 ms', cpu: 4, network: true },
];

export type Load = {
  /** Milliseconds from the start of the navigation. */
  readonly painted: number;
  readonly settled: number;
  readonly cpuMs: number;
  readonly wireBytes: number;
  readonly requests: number;
  readonly hosts: readonly string[];
};

/** What is opened: a page of the product, and words that it shows once it is painted. */
export type Asked = {
  readonly url: string;
  /** Cookie header of who asks; `''` = nobody in particular. */
  readonly cookie: string;
  readonly shows: string;
};

/** The painted page without its scripts, its style sheets inlined: what no program can beat. */
async function staticPage({ url, cookie }: Asked): Promise<string> {
  const origin = new URL(url).origin;
  const html = await (await fetch(url, { headers: { cookie } })).text();
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
async function serveStatic(asked: Asked): Promise<Server> {
  const origin = new URL(asked.url).origin;
  const page = brotliCompressSync(await staticPage(asked));
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

/** A browser of whoever asks, with nothing in its caches. */
export async function openContext(
  browser: Browser,
  { url, cookie }: Pick<Asked, 'url' | 'cookie'>,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  const [name = '', value = ''] = cookie.split('=');
  if (cookie !== '') await context.addCookies([{ name, value, url }]);
  return context;
}

/** Slows a page down as far as is asked. */
export async function slowDown(session: CDPSession, how: Conditions): Promise<void> {
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
}

async function load(browser: Browser, asked: Asked, how: Conditions): Promise<Load> {
  const { url, shows } = asked;
  const context = await openContext(browser, asked);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await slowDown(session, how);
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
  const { origin, painted, isShown } = await page.evaluate(
    (words) => ({
      origin: performance.timeOrigin,
      painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
      isShown: document.body.innerText.includes(words),
    }),
    shows,
  );
  if (!isShown) throw new Error(`${url} does not show ${shows}`);
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

type Compared = 'painted' | 'settled' | 'cpuMs';

/** How many times the static page's time each may take; null = nothing is promised. */
export type Bounds = Readonly<Record<Compared, number | null>>;

function compare(
  name: string,
  { what, bounds }: Pick<How, 'what' | 'bounds'>,
  ours: readonly Load[],
  plain: readonly Load[],
): Measure[] {
  const rows: readonly (readonly [key: Compared, what: string])[] = [
    ['painted', `${what} painted`],
    ['settled', 'last pixel change'],
    ['cpuMs', 'main-thread CPU'],
  ];
  return rows.flatMap(([key, said]) => {
    const [our, their] = [middle(ours, key), middle(plain, key)];
    const bound = bounds[key];
    return [
      noted(`${name}: ${said}`, `${our.toFixed(0)} ms against ${their.toFixed(0)} ms`),
      ...(bound === null ? [] : [atMost(`${name}: ${said}`, our / their, bound, 'x', 2)]),
    ];
  });
}

export type How = {
  /** What is painted, in a word or two. */
  readonly what: string;
  readonly rounds: number;
  readonly bounds: Bounds;
};

/** Loads both pages in turn, so that a busy moment of the machine strikes both. */
export async function besideStatic(
  browser: Browser,
  asked: Asked,
  options: How,
): Promise<{ readonly measures: readonly Measure[]; readonly first: Load | null }> {
  // Words that only the page's own code brings would be painted by nobody.
  if (!(await staticPage(asked)).includes(asked.shows))
    throw new Error(`${asked.url} is unpainted`);
  const plainServer = await serveStatic(asked);
  const { port } = plainServer.address() as AddressInfo;
  const plainAsked = { ...asked, url: `http://127.0.0.1:${port}/`, cookie: '' };
  try {
    const measures: Measure[] = [];
    let first: Load | null = null;
    for (const how of conditions) {
      const ours: Load[] = [];
      const plain: Load[] = [];
      await load(browser, plainAsked, how);
      for (let round = 0; round < options.rounds; round += 1) {
        ours.push(await load(browser, asked, how));
        plain.push(await load(browser, plainAsked, how));
      }
      first ??= ours[0] ?? null;
      measures.push(...compare(how.name, options, ours, plain));
    }
    return { measures, first };
  } finally {
    plainServer.close();
    plainServer.closeAllConnections();
  }
}
