import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

// Each test starts whole processes, one after another; a busy machine takes its time over that.
vi.setConfig({ testTimeout: 120_000 });

const main = path.join(import.meta.dirname, '..', '..', 'server', 'node', 'main.ts');

type Run = {
  readonly child: ChildProcess;
  /** What it said so far, on both streams. */
  said(): string;
  /** Resolves with the address it says it serves at. */
  readonly url: Promise<string>;
  readonly code: Promise<number | null>;
};

let folder: string;
let runs: Run[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cockpit-main-'));
  runs = [];
});
afterEach(async () => {
  for (const { child, code } of runs) {
    child.kill('SIGKILL');
    await code;
  }
  rmSync(folder, { recursive: true });
});

function start(env: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, DATA_DIR: path.join(folder, 'var'), PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const heard = Promise.withResolvers<string>();
  const listen = (part: unknown) => {
    text += String(part);
    const found = /Wall 大屏 {2}(http:\/\/\S+)\/wall/.exec(text);
    if (found?.[1] !== undefined && text.includes('Ctrl-C')) heard.resolve(found[1]);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const code = new Promise<number | null>((resolve) => {
    child.once('close', (value) => {
      heard.reject(new Error(`ended with ${value}: ${text}`));
      resolve(value);
    });
  });
  heard.promise.catch(() => undefined); // a run that is meant to fail is asked for its code
  const run = { child, said: () => text, url: heard.promise, code };
  runs.push(run);
  return run;
}

it('says where it serves, serves there, and ends cleanly, leaving the store to the next', async () => {
  const first = start();
  const url = await first.url;
  expect(first.said()).toContain(`Desk 桌面  ${url}/`);
  expect(first.said()).toContain('已载入默认数据集');
  const board = (await (await fetch(`${url}/api/board`)).json()) as { tasks: unknown[] };
  expect(board.tasks).toHaveLength(14);

  const second = start();
  expect(await second.code).toBe(1);
  expect(second.said()).toContain('cockpit.sqlite is in use by process');

  first.child.kill('SIGINT');
  expect(await first.code).toBe(0);
  expect(first.said()).not.toMatch(/error|Error/);

  const third = start();
  const again = await third.url;
  expect(third.said()).toContain('沿用原有数据');
  expect((await fetch(`${again}/api/ready`)).status).toBe(200);
  third.child.kill('SIGTERM');
  expect(await third.code).toBe(0);
});

it('prints the way in for whoever signs in first, and nothing of it into the log', async () => {
  const run = start({ LOG_LEVEL: 'trace', PUBLIC_URL: 'https://cockpit.example' });
  await run.url;
  const links = run.said().match(/https:\/\/cockpit\.example\/activate\?link=[0-9a-f]{64}/g);
  expect(links).toHaveLength(1);
  expect(run.said()).toContain('Open within 72 hours');
  expect(run.said()).toContain('72 小时');
  for (const line of run.said().split('\n'))
    if (line.startsWith('{')) expect(line).not.toContain('link');
});

it('starts empty where no sample is wanted', async () => {
  const run = start({ SAMPLE: 'none' });
  const reply = await fetch(`${await run.url}/api/board?lang=en`);
  // A workspace of one's own is not open to everybody.
  expect(reply.status).toBe(401);
  expect(await reply.json()).toMatchObject({ code: 'unauthenticated' });
});

it('names a port in use, in one sentence per language, and touches nothing', async () => {
  const blocker = createServer();
  await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
  const { port } = blocker.address() as AddressInfo;
  const run = start({ PORT: String(port) });
  expect(await run.code).toBe(1);
  expect(run.said().trim().split('\n')).toEqual([
    `127.0.0.1:${port} is in use by another program. Stop it, or set PORT.`,
    `127.0.0.1:${port} 已被其他程序占用。请停止该程序，或设置 PORT。`,
  ]);
  expect(existsSync(path.join(folder, 'var'))).toBe(false);
  await new Promise((resolve) => blocker.close(resolve));
});

it.each([
  [{ PORT: 'eighty' }, 'PORT'],
  [{ HOST: 'no.such.host.invalid' }, 'no.such.host.invalid'],
  [{ DATABASE_URL: 'postgres://who:secret@127.0.0.1:1/none' }, '127.0.0.1:1'],
])('with %o it says what is wrong and ends with 1', async (env, word) => {
  const run = start(env);
  expect(await run.code).toBe(1);
  const lines = run.said().trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain(word);
  expect(run.said()).not.toMatch(/secret|\bat \//);
});

it('a file that is no database stops it', async () => {
  const file = path.join(folder, 'notes.txt');
  writeFileSync(file, 'not a database, but long enough to have been one: '.repeat(20));
  const run = start({ DATABASE_FILE: file });
  expect(await run.code).toBe(1);
  expect(run.said()).toContain(file);
});
