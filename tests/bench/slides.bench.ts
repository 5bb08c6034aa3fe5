/** The meeting on the projector: its first slide beside a static page, and every next one. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import type { MeetingHead } from '#core/contract/meeting.ts';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { openSession } from '#server/accounts/sessions.repository.ts';
import { launchChromium } from '#tests/setup/browser.ts';
import { type ServedCockpit, serveCockpit } from '#tests/setup/served-cockpit.ts';
import {
  besideStatic,
  type Conditions,
  conditions,
  openContext,
  slowDown,
} from './beside-static.ts';
import { atMost, type Measure, median, noted } from './measure.ts';

export const title =
  'Slides: the first one against a static page with the same picture, each next one';

const FIRST_ROUNDS = 5;
/** Times that the whole deck is gone through. */
const DECK_ROUNDS = 5;
const MEETING = '改革例会 bench';

/** A frozen meeting over the sample, and the cookie of who holds it. */
async function prepare({ home, url }: ServedCockpit): Promise<{ id: string; cookie: string }> {
  const { db } = home.store;
  const now = new Date().toISOString();
  await appendAccount(db, {
    id: 'office',
    login: 'office',
    name: 'office',
    department: null,
    roles: ['reviewer'],
    state: 'active',
    recordedAt: now,
    recordedBy: 'bench',
  });
  const { secret } = await openSession(db, 'office', null, now);
  const cookie = `cockpit=${secret}`;
  const post = async (target: string, body: unknown): Promise<MeetingHead> => {
    const headers = { cookie, origin: url };
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const reply = await fetch(`${url}/api${target}`, init);
    if (reply.status !== 201) throw new Error(`${target}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as MeetingHead;
  };
  const dates = { date: '2021-06-02', asOf: '2021-05-31', compare: '2021-04-30' };
  const { id } = await post('/meetings', { title: MEETING, ...dates });
  await post(`/meetings/${id}/snapshot`, {});
  return { id, cookie };
}

/** Milliseconds from the key press to the frame that shows the next slide, for each slide of the deck. */
async function nextSlides(
  browser: Browser,
  url: string,
  cookie: string,
  how: Conditions,
): Promise<number[][]> {
  const context = await openContext(browser, { url, cookie });
  try {
    const page = await context.newPage();
    await slowDown(await context.newCDPSession(page), how);
    await page.addInitScript(() => {
      const shown: number[] = [];
      Object.assign(window, { shown });
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          // After the frame that follows: what was rendered for it is handed to the screen by then.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => shown.push(performance.now() - timeStamp);
            port2.postMessage(null);
          });
        },
        { capture: true },
      );
    });
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForSelector('.mt-slide');
    // The frozen document is brought meanwhile, as at every start.
    await sleep(3000);
    const slide = () => page.locator('.mt-slide').innerText();
    /** null = nothing else is shown: the deck is at its end. */
    const press = async (key: string): Promise<number | null> => {
      const before = await slide();
      const count = await page.evaluate(() => (window as unknown as Shown).shown.length);
      await page.keyboard.press(key);
      await page.waitForFunction((n) => (window as unknown as Shown).shown.length > n, count);
      if ((await slide()) === before) return null;
      return page.evaluate(() => (window as unknown as Shown).shown.at(-1) ?? Number.NaN);
    };
    const times: number[][] = [];
    for (let round = 0; round < DECK_ROUNDS; round += 1) {
      for (let at = 0; ; at += 1) {
        const spent = await press('ArrowRight');
        if (spent === null) break;
        times[at] = [...(times[at] ?? []), spent];
      }
      await press('Home');
    }
    if (times.length < 5) throw new Error(`a deck of ${times.length} slides was gone through`);
    return times;
  } finally {
    await context.close();
  }
}

type Shown = { readonly shown: readonly number[] };

export async function run(): Promise<readonly Measure[]> {
  const cockpit = await serveCockpit();
  const browser = await launchChromium();
  try {
    const { id, cookie } = await prepare(cockpit);
    const url = `${cockpit.url}/meetings/${id}/present?lang=zh`;
    const measures: Measure[] = [];
    const asked = { url, cookie, shows: MEETING };
    const first = await besideStatic(browser, asked, {
      what: 'first slide',
      rounds: FIRST_ROUNDS,
      bounds: { painted: 1.5, settled: null, cpuMs: null },
    });
    measures.push(...first.measures);
    for (const how of conditions) {
      const each = (await nextSlides(browser, url, cookie, how)).map(median);
      measures.push(
        noted(`${how.name}: slides`, `${each.length}`),
        noted(`${how.name}: next slide, the middle of all`, `${median(each).toFixed(0)} ms`),
        how.cpu === 1
          ? atMost(`${how.name}: next slide, the slowest`, Math.max(...each), 50, 'ms', 0)
          : noted(`${how.name}: next slide, the slowest`, `${Math.max(...each).toFixed(0)} ms`),
      );
    }
    return measures;
  } finally {
    await browser.close();
    await cockpit.close();
  }
}
