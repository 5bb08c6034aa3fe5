/** The static demo, in a folder of a plain file server, in a real browser: the app answers inside the page. */
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '#tests/setup/browser.ts';
import { type FileServer, serveFiles } from './file-server.ts';

const root = join(import.meta.dirname, '../..');
const FOLDER = '/some/where/';
let files: FileServer;
let browser: Browser;

beforeAll(async () => {
  files = await serveFiles(join(root, 'dist-demo'), FOLDER);
  // A name that is not this machine's: pages from it are not in a secure context and get no service worker.
  browser = await launchChromium(['--host-resolver-rules=MAP cockpit.test 127.0.0.1']);
});
afterAll(async () => {
  await browser?.close();
  await files?.close();
});

type Visit = { readonly page: Page; readonly hosts: Set<string>; readonly said: string[] };

/** Opens a page in a new browser profile and notes whom it asks and what it prints. */
async function visit(url: string, size = { width: 1440, height: 900 }): Promise<Visit> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN' });
  const hosts = new Set<string>();
  const said: string[] = [];
  const page = await context.newPage();
  context.on('request', (request) => hosts.add(new URL(request.url()).host));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  await page.goto(url);
  return { page, hosts, said };
}

const textOf = (page: Page): Promise<string> => page.locator('main').innerText();

describe.each([
  ['over a secure address, by its service worker', 'localhost'],
  ['over plain http, without one', 'cockpit.test'],
])('the demo %s', (_how, host) => {
  const home = () => `http://${host}:${files.port}${FOLDER}`;

  test('shows the figures of the default dataset, and asks nobody else', async () => {
    const { page, hosts, said } = await visit(home());
    await page.getByText('落后序时').first().waitFor();
    expect(await textOf(page)).toMatch(/1,300\s*万元/);
    await page.screenshot({ path: join(root, `test-results/demo-${host}.png`) });
    expect([...hosts]).toEqual([`${host}:${files.port}`]);
    expect(said).toEqual([]);
    expect(files.missing).toEqual([]);
  });

  test('goes from page to page, and a page that is loaded again is the same page', async () => {
    const { page, said } = await visit(`${home()}?asOf=2021-04-30`);
    await page.getByRole('link', { name: '资金', exact: true }).first().click();
    await page
      .getByRole('heading', { name: /四大重点平台专项资金/ })
      .first()
      .waitFor();
    expect(page.url()).toBe(`${home()}funds?asOf=2021-04-30`);
    await page.reload();
    await page
      .getByRole('heading', { name: /四大重点平台专项资金/ })
      .first()
      .waitFor();
    expect(said).toEqual([]);
    expect(files.missing).toEqual([]);
  });

  test('has one icon, wherever it was opened and wherever one goes', async () => {
    const { page } = await visit(`${home()}funds/`);
    await page.getByRole('link', { name: '总览', exact: true }).first().click();
    await page.getByText('落后序时').first().waitFor();
    const icon = page.locator('link[rel="icon"]');
    expect(await icon.evaluate((link: HTMLLinkElement) => link.href)).toBe(`${home()}favicon.svg`);
    expect(files.missing).toEqual([]);
  });

  test('opens its wall by its own address', async () => {
    const { page, said } = await visit(`${home()}wall/?lang=en`, { width: 1920, height: 1080 });
    await page.getByText('16.5%').first().waitFor();
    await page.screenshot({ path: join(root, `test-results/demo-wall-${host}.png`) });
    expect(said).toEqual([]);
    expect(files.missing).toEqual([]);
  });
});

test('says no to a bad date in the words of the page', async () => {
  const { page } = await visit(`http://localhost:${files.port}${FOLDER}?asOf=2021-13-01`);
  await page.getByText('2021-13-01').first().waitFor();
  await page.getByRole('link', { name: '总览' }).last().click();
  await page.getByText('落后序时').first().waitFor();
});
