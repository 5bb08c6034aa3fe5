/** Workers of other builds than the one that is built, and how a page comes to have them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

export const builtWorker = (): Promise<string> =>
  readFile(join(root, 'dist', 'service-worker.js'), 'utf8');

/** What the built worker calls itself. */
export function buildOf(script: string): string {
  const build = /[0-9a-f]{16}/.exec(script.replace(/`\/assets\/[^`]*`/, ''))?.[0];
  if (build === undefined) throw new Error('the worker does not name its build');
  return build;
}

/** The built worker as another build of it would be: with another name and a file of its own. */
export async function workerOf(build: string, file: string): Promise<string> {
  const script = await builtWorker();
  const files = /`\/assets\/[^`]*`/.exec(script)?.[0];
  if (files === undefined) throw new Error('the worker does not list its files');
  return script.replace(files, `\`${file}\``).split(buildOf(script)).join(build);
}

export const caches = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await window.caches.keys()).filter((name) => name.includes('build')));

/** Asks for the newest worker until the one of this build is in charge: an install that was cut off is tried again. */
export async function renew(page: Page, build: string): Promise<void> {
  const ask = (): Promise<void> =>
    page.evaluate(async () => {
      const known = await navigator.serviceWorker.getRegistration();
      if (known === undefined) await navigator.serviceWorker.register('/service-worker.js');
      else if (known.installing === null) await known.update().catch(() => undefined);
    });
  await expect
    .poll(
      async () => {
        await ask();
        return caches(page);
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toContainEqual(expect.stringContaining(build));
  await page.waitForFunction(
    async () =>
      (await navigator.serviceWorker.ready).active?.state === 'activated' &&
      navigator.serviceWorker.controller !== null,
  );
}
