import type { Browser, Page } from 'playwright-core';

export type DrawnPage = {
  readonly page: Page;
  /** Everything that the page said to its console. */
  readonly said: string[];
  readonly close: () => Promise<void>;
};

/** Opens an address and waits for its drawing; how far the page moved is kept as `moved`. */
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
  await page.addInitScript(() => {
    Reflect.set(globalThis, 'moved', 0);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const before = Reflect.get(globalThis, 'moved');
        Reflect.set(globalThis, 'moved', before + Reflect.get(entry, 'value'));
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url);
  await page.locator('.chart-box svg text').first().waitFor();
  return { page, said, close: () => context.close() };
}
