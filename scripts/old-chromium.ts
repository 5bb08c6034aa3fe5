/**
 * Opens the built product in a real Chromium 87: `npm run old-chromium`. Each page has to come alive, to say its figures
 * and to throw nothing; the pictures go to test-results/old-chromium/. Linux x64; the browser comes from npm.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core';
import { atRest } from '#tests/e2e/alive.ts';
import { bundleFolder } from '#tests/setup/bundle-folder.ts';
import { addServedAccount, PASSWORD } from '#tests/setup/served-account.ts';
import { serveCockpit } from '#tests/setup/served-cockpit.ts';
import { findChromium87 } from './lib/chromium-87.ts';
import { root } from './lib/run-node.ts';
import { isBuilt } from './lib/stamp.ts';

type Look = {
  readonly name: string;
  readonly path: string;
  /** What a reader has to find. */
  readonly says: readonly string[];
};

const WALL = { viewport: { width: 1920, height: 1080 } };
const DESK = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

const boards = (prefix: string): readonly Look[] =>
  [
    { name: 'funds', says: ['16.5', '1.65'] },
    { name: 'platforms', says: ['28'] },
    { name: 'talent', says: ['人才'] },
    { name: 'finance', says: ['1.86', '104'] },
    { name: 'tasks', says: ['14'] },
    { name: 'definitions', says: ['口径'] },
  ].map(({ name, says }) => ({ name, path: `${prefix}/${name}`, says }));

const overview = ['平湖', '16.5', '1.65'];
const own: Look = { name: 'my-tasks', path: '/tasks?mine=1', says: ['我的任务'] };
const update: Look = { name: 'update', path: '/tasks?task=t.jiebang', says: ['揭榜挂帅'] };

type Round = {
  readonly on: string;
  readonly options: BrowserContextOptions;
  readonly isSignedIn: boolean;
  readonly looks: readonly Look[];
};

const rounds: readonly Round[] = [
  {
    on: 'wall',
    options: WALL,
    isSignedIn: false,
    looks: [{ name: 'overview', path: '/wall', says: overview }, ...boards('/wall')],
  },
  {
    on: 'desk',
    options: DESK,
    isSignedIn: false,
    looks: [{ name: 'overview', path: '/', says: overview }, ...boards('')],
  },
  {
    on: 'phone',
    options: PHONE,
    isSignedIn: true,
    looks: [{ name: 'overview', path: '/', says: overview }, own, update],
  },
];

/** Opened from its folder, with the network off. */
const bundled: Round = {
  on: 'bundle',
  options: { ...DESK, offline: true },
  isSignedIn: false,
  looks: [
    { name: 'overview', path: '#/', says: overview },
    ...boards('#'),
    { name: 'task', path: '#/tasks?task=t.jiebang', says: ['揭榜挂帅', '亮灯历史'] },
  ],
};

/** What went wrong on the pages of a round, a line each. */
async function lookAround(browser: Browser, url: string, round: Round): Promise<string[]> {
  const context = await browser.newContext({ ...round.options, locale: 'zh-CN' });
  const page = await context.newPage();
  const faults: string[] = [];
  let name = 'sign-in';
  page.on('pageerror', (error) => faults.push(`${round.on} ${name}: ${error}`));
  page.on('console', (message) => faults.push(`${round.on} ${name}: ${message.text()}`));
  if (round.isSignedIn) {
    await page.goto(`${url}/sign-in?lang=zh`);
    await atRest(page);
    // By keyboard: the driver's own clicks ask the browser what it learned only later.
    for (const [field, text] of [
      ['login', 'reporter'],
      ['password', PASSWORD],
    ]) {
      await page.focus(`input[name="${field}"]`);
      await page.keyboard.type(text ?? '');
    }
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.body.innerText.includes('我的任务'));
  }
  for (const look of round.looks) {
    name = look.name;
    // A bundle's pages are one document: each is opened anew.
    await page.goto('about:blank');
    await page.goto(`${url}${look.path}${look.path.includes('?') ? '&' : '?'}lang=zh`);
    await atRest(page);
    const text = await page.locator('#root').innerText();
    for (const word of look.says)
      if (!text.includes(word)) faults.push(`${round.on} ${name}: does not say ${word}`);
    const picture = join('test-results', 'old-chromium', `${round.on}-${name}.png`);
    await page.screenshot({ path: join(root, picture) });
    console.log(`  ${picture}`);
  }
  await context.close();
  return faults;
}

if (!(await isBuilt(root, 'page')) || !(await isBuilt(root, 'bundle')))
  throw new Error('The page is not built: npm run build.');
const executablePath = await findChromium87();
await mkdir(join(root, 'test-results', 'old-chromium'), { recursive: true });
const bundle = await bundleFolder();
const cockpit = await serveCockpit();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--headless'] });
try {
  console.log(`Chromium ${browser.version()}`);
  await addServedAccount(cockpit, {
    login: 'reporter',
    name: '填报员（市科技局）',
    role: 'reporter',
    department: 'd.bureau',
  });
  const faults: string[] = [];
  for (const round of rounds) faults.push(...(await lookAround(browser, cockpit.url, round)));
  faults.push(...(await lookAround(browser, bundle.url, bundled)));
  for (const fault of faults) console.error(fault);
  const pages = [...rounds, bundled].reduce((sum, { looks }) => sum + looks.length, 0);
  console.log(`${pages} pages looked at, ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await browser.close();
  await cockpit.close();
  await bundle.remove();
}
