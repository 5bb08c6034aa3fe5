/** What a page that runs for months must not gather, measured in a real Chromium. */
import type { CDPSession, Page } from 'playwright-core';

export type Vitals = {
  /** Of JavaScript after garbage collection, in MB. */
  readonly heapMb: number;
  /** DOM nodes, those that nothing shows any more among them. */
  readonly nodes: number;
  readonly listeners: number;
  /** Hosts of charts that are drawn, or that somebody still holds. */
  readonly charts: number;
  /** Streams of events that are open. */
  readonly streams: number;
};

export type Watch = {
  measure(): Promise<Vitals>;
  /** Pictures that came anew from the server, and differed from the one before. */
  updates(): number;
  /** What the page has written to its console, and what it has thrown. */
  readonly said: readonly string[];
};

/** Lines of charts that still exist after garbage collection, wherever they are. */
async function countCharts(session: CDPSession): Promise<number> {
  const objectGroup = 'vitals';
  const prototype = await session.send('Runtime.evaluate', {
    expression: 'HTMLDivElement.prototype',
    objectGroup,
  });
  const { objects } = await session.send('Runtime.queryObjects', {
    prototypeObjectId: prototype.result.objectId ?? '',
    objectGroup,
  });
  const counted = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration:
      'function () { return this.filter((one) => one.hasAttribute("_echarts_instance_")).length; }',
    returnByValue: true,
  });
  await session.send('Runtime.releaseObjectGroup', { objectGroup });
  return Number(counted.result.value);
}

/** Begins to watch a page; call it before the page is opened. */
export async function watchPage(page: Page): Promise<Watch> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  const said: string[] = [];
  const streams = new Set<object>();
  let updates = 0;
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('request', (request) => {
    if (request.resourceType() === 'eventsource') streams.add(request);
  });
  page.on('requestfinished', (request) => streams.delete(request));
  page.on('requestfailed', (request) => streams.delete(request));
  page.on('response', (response) => {
    if (response.url().includes('/api/board') && response.status() === 200) updates += 1;
  });
  return {
    said,
    updates: () => updates,
    async measure() {
      // The second takes what the first has set free.
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0;
      return {
        heapMb: of('JSHeapUsedSize') / 1024 / 1024,
        nodes: of('Nodes'),
        listeners: of('JSEventListeners'),
        charts: await countCharts(session),
        streams: streams.size,
      };
    },
  };
}

/** Pages of a wall's round, as it turns without anything overdue. */
export const ROUND = 6;

/** Turns the wall once through all of its pages and back to where it began. */
export async function turnRound(page: Page): Promise<void> {
  for (let turn = 0; turn < ROUND; turn += 1) {
    const before = page.url();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((url) => location.href !== url, before);
  }
}
