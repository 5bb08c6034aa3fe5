import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { chromium } from 'playwright-core';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** What a person has to do where no browser is found and none can be installed. */
export const chromiumAdvice =
  'No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to one.';

/** The path of a Chromium: CHROMIUM_PATH, the usual places, Playwright's own; null = none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
    return named;
  }
  return [...usualPlaces, chromium.executablePath()].find((place) => existsSync(place)) ?? null;
}

function run(command: string, args: readonly string[]): boolean {
  console.log(`  ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

function mayUseApt(): boolean {
  return process.platform === 'linux' && userInfo().uid === 0 && existsSync('/usr/bin/apt-get');
}

/** Ubuntu's package of that name is only a pointer to a snap. */
function isDebian(): boolean {
  return (
    existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

function installChromium(): void {
  const apt = mayUseApt();
  if (apt && isDebian()) {
    const packages = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'];
    if (run('apt-get', ['update']) && run('apt-get', packages)) return;
  }
  const withDeps = apt ? ['--with-deps'] : [];
  run('npx', ['--no-install', 'playwright-core', 'install', ...withDeps, 'chromium']);
}

/** Finds a Chromium, or installs one; null where neither worked. */
export function ensureChromium(): string | null {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found; installing one:');
  installChromium();
  return findChromium();
}

/**
 * Whether this machine can draw Chinese; installs a font where it may.
 * `null` = cannot tell, for want of fontconfig.
 */
export function ensureChineseFont(): boolean | null {
  const has = (): boolean | null => {
    const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
    return listed.error ? null : listed.stdout.trim() !== '';
  };
  if (has() !== false || !mayUseApt()) return has();
  console.log('No Chinese font found; installing one:');
  if (run('apt-get', ['update'])) run('apt-get', ['install', '-y', 'fonts-noto-cjk']);
  return has();
}
