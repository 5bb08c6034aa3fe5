import type { Browser, Page } from 'playwright-core';
import type { Dataset } from '#core/domain/records.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { serveCockpit } from '#tests/setup/served-cockpit.ts';
import { generateWorkspace, largeWorkspace } from './generate-workspace.ts';
import { atMost, type Measure, noted } from './measure.ts';

export const title = 'Scale: lists of the large workspace, scrolled in a browser';

/** A busy machine only lengthens a task: the quietest round counts. */
const ROUNDS = 3;
const BOUND_MS = 50;
/** Pages of the task list that are turned in a round. */
const PAGES = 5;

type List = { readonly path: string; readonly name: string; readonly turns: number };
const lists: readonly List[] = [
  { path: '/tasks?lang=zh', name: 'tasks, page by page', turns: PAGES },
  { path: '/definitions?lang=zh', name: 'definitions', turns: 0 },
  { path: '/funds?lang=zh', name: 'funds', turns: 0 },
  { path: '/platforms?lang=zh', name: 'platforms', turns: 0 },
  { path: '/talent?lang=zh', name: 'talent', turns: 0 },
  { path: '/finance?lang=zh', name: 'finance', turns: 0 },
  { path: '/?lang=zh', name: 'overview', turns: 0 },
];

type Watched = Window & { longTasks: number[] };

/** Milliseconds of the tasks over 50 ms from now on. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const tasks: number[] = [];
    (window as unknown as Watched).longTasks = tasks;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ entryTypes: ['longtask'] });
  });

/** Scrolls to the end as a wheel does, a notch for each frame. */
const scrollDown = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    window.scrollTo(0, 0);
    const end = document.documentElement.scrollHeight - window.innerHeight;
    for (let y = 0; y < end; y += 120) {
      window.scrollTo(0, y);
      await frame();
    }
    await frame();
  });

async function longest(browser: Browser, url: string, list: List): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`${url}${list.path}`, { waitUntil: 'networkidle' });
    await page.locator('h1').first().waitFor();
    if (list.turns > 0) await page.getByText(/^第 1–/).waitFor();
    await watch(page);
    await scrollDown(page);
    for (let turn = 1; turn <= list.turns; turn += 1) {
      await page.getByRole('button', { name: '下一页' }).click();
      await page.getByText(new RegExp(`^第 ${turn * 50 + 1}–`)).waitFor();
      await scrollDown(page);
    }
    const tasks = await page.evaluate(() => (window as unknown as Watched).longTasks);
    return Math.max(0, ...tasks);
  } finally {
    await page.close();
  }
}

/** The same records, entered after what the store recorded at its first start. */
function recordedNow({ workspace, ...tables }: Dataset): Partial<Dataset> {
  const recordedAt = new Date().toISOString();
  const entries = Object.entries(tables).map(([table, rows]) => [
    table,
    rows.map((row) => ({ ...row, recordedAt })),
  ]);
  return { workspace, ...(Object.fromEntries(entries) as Omit<Dataset, 'workspace'>) };
}

export async function run(): Promise<readonly Measure[]> {
  const cockpit = await serveCockpit({ SAMPLE: 'none' });
  const browser = await launchChromium();
  try {
    await loadDataset(cockpit.home.store.db, recordedNow(generateWorkspace(largeWorkspace)));
    const measures: Measure[] = [];
    for (const list of lists) {
      const rounds: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        rounds.push(await longest(browser, cockpit.url, list));
        if (rounds.at(-1) === 0) break;
      }
      const value = Math.min(...rounds);
      const what = `Longest task over ${BOUND_MS} ms: ${list.name}`;
      measures.push(value === 0 ? noted(what, 'none') : atMost(what, value, BOUND_MS, 'ms', 0));
    }
    return measures;
  } finally {
    await browser.close();
    await cockpit.close();
  }
}
