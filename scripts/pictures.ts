/**
 * Takes the pictures of README and docs from the running product: `npm run pictures`.
 * It starts the server on a port of its own over an empty folder (so the default dataset is loaded), and stops it.
 */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '#tests/setup/browser.ts';
import { chromiumAdvice, ensureChineseFont, ensureChromium } from './lib/chromium.ts';
import { root } from './lib/run-node.ts';

type Shot = {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
};

const shots: readonly Shot[] = [
  { name: 'desk-overview', path: '/?lang=zh', width: 1440, height: 900 },
  { name: 'desk-overview-en', path: '/?lang=en', width: 1440, height: 900 },
  { name: 'wall-overview', path: '/wall?lang=zh', width: 1920, height: 1080 },
  { name: 'wall-overview-en', path: '/wall?lang=en', width: 1920, height: 1080 },
  { name: 'wall-overview-wide', path: '/wall?lang=zh', width: 3840, height: 1080 },
  { name: 'wall-overview-tall', path: '/wall?lang=zh', width: 1080, height: 1920 },
  { name: 'funds', path: '/funds?lang=zh', width: 1440, height: 900 },
  { name: 'wall-funds', path: '/wall/funds?lang=zh', width: 1920, height: 1080 },
  { name: 'wall-funds-en', path: '/wall/funds?lang=en', width: 1920, height: 1080 },
  { name: 'tasks', path: '/tasks?lang=zh', width: 1440, height: 900 },
  { name: 'wall-tasks', path: '/wall/tasks?lang=zh', width: 1920, height: 1080 },
  { name: 'wall-platforms', path: '/wall/platforms?lang=zh', width: 1920, height: 1080 },
  { name: 'wall-talent', path: '/wall/talent?lang=zh', width: 1920, height: 1080 },
  { name: 'wall-finance', path: '/wall/finance?lang=zh', width: 1920, height: 1080 },
  { name: 'definitions', path: '/definitions?lang=zh', width: 1440, height: 900 },
  { name: 'phone-overview', path: '/?lang=zh', width: 390, height: 844 },
];

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function waitUntilReady(origin: string, hasEnded: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (hasEnded()) throw new Error('The server ended before it was ready; its reason is above.');
    const reply = await fetch(`${origin}/api/ready`).catch(() => null);
    if (reply?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The server was not ready within two minutes.');
}

if (ensureChromium() === null) throw new Error(chromiumAdvice);
ensureChineseFont();

const wanted = process.argv.slice(2);
const folder = join(root, 'docs/pictures');
const data = await mkdtemp(join(tmpdir(), 'reform-cockpit-pictures-'));
const port = await freePort();
const server = spawn(process.execPath, [join(root, 'scripts/start.ts')], {
  cwd: root,
  env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data, LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'inherit', 'inherit'],
});
const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
let hasEnded = false;
void ended.then(() => {
  hasEnded = true;
});

try {
  await mkdir(folder, { recursive: true });
  await waitUntilReady(`http://127.0.0.1:${port}`, () => hasEnded);
  const browser = await launchChromium();
  for (const shot of shots.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const page = await browser.newPage({ viewport: { width: shot.width, height: shot.height } });
    await page.goto(`http://127.0.0.1:${port}${shot.path}`, { waitUntil: 'networkidle' });
    await page.evaluate(async () => {
      await document.fonts.ready;
    });
    await page.screenshot({ path: join(folder, `${shot.name}.png`) });
    await page.close();
    console.log(`docs/pictures/${shot.name}.png`);
  }
  await browser.close();
} finally {
  server.kill('SIGTERM');
  await ended;
  await rm(data, { recursive: true, force: true });
}
