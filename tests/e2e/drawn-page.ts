import type { Browser, Page } from 'playwright-core';
import { atRest } from './alive.ts';
import { watchShifts } from './layout-shift.ts';

export type DrawnPage = {
  readonly page: Page;
  /** Everything that the page said to its console. */
  readonly said: string[];
  readonly close: () => Promise<void>;
};

/** Opens an address and waits for its drawing; `layoutShift` says how far the page moved. */
export async function openDrawn(
  browser: Browser,
  url: string,
  width: number,
  height: number,
): Promise<DrawnPage> {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await watchShifts(page);
  await page.goto(url);
  await page.locator('.chart-box svg text').first().waitFor();
  await atRest(page);
  return { page, said, close: () => context.close() };
}
