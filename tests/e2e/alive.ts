import type { Page } from 'playwright-core';

/** Waits until the page's own code has taken over from what the server painted. */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const root = document.getElementById('root');
    return root !== null && Object.keys(root).some((key) => key.startsWith('__reactContainer'));
  });
}

/** Waits until the page is as it will stay: alive, nothing awaited, every chart drawn, its letters there, nothing sliding. */
export async function atRest(page: Page): Promise<void> {
  await alive(page);
  await page.waitForFunction(() => {
    const charts = [...document.querySelectorAll('.chart-box')];
    // A cancelled animation rejects its own promise, so the page is asked for its state, not awaited.
    const isStill = document
      .getAnimations()
      .every(
        (one) =>
          one.playState !== 'running' ||
          one.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
      );
    return (
      isStill &&
      document.fonts.status === 'loaded' &&
      document.querySelector('.state-loading') === null &&
      charts.every((chart) => chart.clientWidth === 0 || chart.querySelector('svg text') !== null)
    );
  });
}
