/** Files that nobody should send, over real HTTP: refused early, in words, and the server goes on. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryLimits } from '#core/contract/lists.ts';
import { appendAccount } from '#server/accounts/accounts.repository.ts';
import { openSession } from '#server/accounts/sessions.repository.ts';
import { readConfig } from '#server/node/config.ts';
import { type Home, startHome } from '#server/node/home.ts';
import { zipFile } from './zip-file.ts';

const MEGABYTE = 1024 * 1024;
const HUGE = 200 * MEGABYTE;

type Answer = {
  readonly status: number;
  readonly body: { code?: string; fields?: { message: string }[] };
  /** Bytes of the body that the caller got rid of before it was answered. */
  readonly sent: number;
  /** Settles once the server has let go of the connection, on which the caller sends nothing any more. */
  readonly ended: Promise<void>;
};

let folder: string;
let home: Home;
let cookie: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'cockpit-files-'));
  const silent = () => undefined;
  home = await startHome({
    config: readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'silent' }),
    // Without the page's files: this is about the API.
    root: folder,
    version: '1.2.3',
    logger: { error: silent, debug: silent },
  });
  const { db } = home.store;
  const now = new Date().toISOString();
  await appendAccount(db, {
    id: 'reporter',
    login: 'reporter',
    name: 'a reporter',
    department: 'd.bureau',
    roles: ['reporter'],
    state: 'active',
    recordedAt: now,
    recordedBy: 'test',
  });
  const { secret } = await openSession(db, 'reporter', null, now);
  cookie = `cockpit=${secret}`;
});
afterAll(async () => {
  await home.close();
  await rm(folder, { recursive: true });
});

/** Sends piece by piece until all is sent or the answer has come. `length` null = in chunks, without saying how much. */
function upload(
  name: string,
  { total, piece, length }: { total: number; piece: Buffer; length: number | null },
): Promise<Answer> {
  return new Promise((settle, fail) => {
    const host = `127.0.0.1:${home.port}`;
    const asked = request({
      host: '127.0.0.1',
      port: home.port,
      // A connection of its own, which this side never closes: one that was kept may be closed by the server just then.
      agent: new Agent({ keepAlive: true }),
      method: 'POST',
      path: `/api/files?name=${encodeURIComponent(name)}&lang=zh`,
      headers: {
        host,
        origin: `http://${host}`,
        cookie,
        ...(length === null ? {} : { 'content-length': length }),
      },
    });
    let sent = 0;
    let isAnswered = false;
    const ended = new Promise<void>((end) => {
      asked.once('socket', (socket) => socket.once('close', () => end()));
    });
    asked.on('response', (reply) => {
      isAnswered = true;
      let text = '';
      reply.setEncoding('utf8');
      reply.on('data', (part: string) => {
        text += part;
      });
      reply.on('end', () => {
        settle({ status: reply.statusCode ?? 0, body: JSON.parse(text), sent, ended });
      });
    });
    asked.on('error', (error) => {
      if (!isAnswered) fail(error);
    });
    const write = (): void => {
      while (sent < total && !isAnswered) {
        sent += piece.length;
        if (!asked.write(piece)) {
          asked.once('drain', write);
          return;
        }
      }
      if (!isAnswered) asked.end();
    };
    write();
  });
}

const whole = (name: string, content: Buffer) =>
  upload(name, { total: content.length, piece: content, length: content.length });

const goesOn = async () =>
  expect((await fetch(`http://127.0.0.1:${home.port}/api/health`)).status).toBe(200);

/** Nothing half-written is left beside the database. */
const keptFiles = async () =>
  (await readdir(path.join(folder, 'files'), { recursive: true }).catch(() => [])).length;

describe('a file that is not taken', () => {
  it.each([
    ['as it says itself', HUGE],
    ['as it turns out', null],
  ])('200 MB, %s: refused long before it has come in', async (_, length) => {
    const before = process.memoryUsage().rss;
    const reply = await upload('大文件.pdf', {
      total: HUGE,
      piece: Buffer.alloc(64 * 1024, '%PDF-1.7'),
      length,
    });
    expect(reply.status).toBe(413);
    expect(reply.body.code).toBe('too-large');
    expect(reply.body.fields?.[0]?.message).toBe('超过上限 20 MB，没有收下。');
    // What is under way between two sockets is a few megabytes; it is never the whole.
    expect(reply.sent).toBeLessThan(entryLimits.fileBytes + 40 * MEGABYTE);
    expect(process.memoryUsage().rss - before).toBeLessThan(HUGE);
    expect(await keptFiles()).toBe(0);
    await reply.ended;
    await goesOn();
  });

  it('a program under the name of a PDF', async () => {
    const exe = Buffer.from('MZ\x90\x00 This program cannot be run in DOS mode.', 'latin1');
    const reply = await whole('通知.pdf', exe);
    expect(reply.status).toBe(415);
    expect(reply.body.fields?.[0]?.message).toMatch(/按内容看，这不是 PDF/);
    expect(await keptFiles()).toBe(0);
  });

  it('a workbook that unpacks to far more than it is', async () => {
    const types =
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
    const bomb = zipFile([
      { name: '[Content_Types].xml', content: types },
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(HUGE) },
    ]);
    expect(bomb.length).toBeLessThan(MEGABYTE);
    const before = process.memoryUsage().rss;
    const reply = await whole('台账.xlsx', bomb);
    expect(reply.status).toBe(415);
    expect(reply.body.fields?.[0]?.message).toBe('这个文件解压后过大，不能收。');
    expect(process.memoryUsage().rss - before).toBeLessThan(HUGE);
    expect(await keptFiles()).toBe(0);
    await goesOn();
  });
});
