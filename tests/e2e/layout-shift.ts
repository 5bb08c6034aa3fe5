import type { Page } from 'playwright-core';

/** Sums what moves on the page from the first paint on; to be called before the page is opened. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let sum = 0;
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries) sum += Number(Reflect.get(entry, 'value'));
    };
    const observer = new PerformanceObserver((list) => add(list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    Reflect.set(globalThis, 'readShifts', () => {
      add(observer.takeRecords());
      return sum;
    });
  });
}

/** Everything that moved after it was painted, what was painted a moment ago included; 0 = nothing did. */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // Two frames: what stands in the document now has been painted, and its shifts have been handed out.
    await new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle)));
    return (Reflect.get(globalThis, 'readShifts') as () => number)();
  });
}
