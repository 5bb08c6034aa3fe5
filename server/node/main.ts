/** Starts the cockpit, says where it is, and ends it cleanly. */
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { type Config, readConfig } from './config.ts';
import { type Home, startHome } from './home.ts';
import { StartError } from './start-error.ts';

const root = path.join(import.meta.dirname, '..', '..');

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

/** Hosts under which the server can be reached from here, and from elsewhere where it listens everywhere. */
function reachableHosts(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address);
  return ['127.0.0.1', ...outside];
}

const contents = {
  loaded: 'the default dataset was loaded 已载入默认数据集',
  empty: 'empty 空库',
  kept: 'as it was left 沿用原有数据',
} as const;

function announce(home: Home, { host, publicUrl }: Config, version: string): void {
  say(`Reform Cockpit ${version} · 数字化改革驾驶舱`);
  for (const name of reachableHosts(host)) {
    const url = `http://${name}:${home.port}`;
    say(`  Desk 桌面  ${url}/`);
    say(`  Wall 大屏  ${url}/wall`);
    say(`  API  接口  ${url}/api/docs`);
  }
  say(`  Data 数据  ${home.store.place} (${contents[home.firstContent]})`);
  const here = publicUrl ?? `http://${reachableHosts(host)[0]}:${home.port}`;
  if (home.firstLinks.length > 0) {
    say('Nobody has signed in yet. Open within 72 hours to set a password:');
    say('还没有人登录过。请在 72 小时内打开以下链接设置密码：');
  }
  for (const { login, link } of home.firstLinks) say(`  ${login}  ${here}${link}`);
  say('Ctrl-C ends it. 按 Ctrl-C 结束。');
}

/** First signal: no new requests, those in flight are answered. Second signal: at once. */
function endOnSignal(home: Home): void {
  let isEnding = false;
  const end = (signal: NodeJS.Signals) => {
    if (isEnding) process.exit(1);
    isEnding = true;
    say(`${signal}: ending … 正在结束 …`);
    home.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
}

/** One clear sentence in each language; the stack only where the fault is ours. */
function fail(error: unknown): void {
  const text =
    error instanceof StartError
      ? error.message
      : `The cockpit failed. 驾驶舱出错。\n${error instanceof Error ? error.stack : String(error)}`;
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const config = readConfig(process.env);
  const logger = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const home = await startHome({ config, root, version: manifest.version, logger });
  announce(home, config, manifest.version);
  endOnSignal(home);
}

main().catch(fail);
