/**
 * Many walls without their pixels, in a process of their own: each listens, and at every version asks for the board once,
 * as late as a real page would (src/lib/live.ts). Answers any message over IPC with the boards that came since the last
 * one; ends with its parent.
 */
import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { SPREAD_MS } from '#src/lib/live.ts';

/** That a screen has the board of a version, or a later one; `at` in ms since 1970. */
export type Came = { readonly screen: number; readonly version: number; readonly at: number };

const [url = '', count = '0'] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
let came: Came[] = [];

const ask = (path: string, headers: Record<string, string>): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(`${url}${path}`, { agent, headers }, resolve).on('error', reject);
  });

async function readBoard(tag: string): Promise<string> {
  const reply = await ask('/api/board?lang=zh', {
    accept: 'application/json',
    'accept-encoding': 'br',
    ...(tag === '' ? {} : { 'if-none-match': tag }),
  });
  for await (const _ of reply);
  return reply.headers.etag ?? tag;
}

/** Settles once it listens. */
async function openScreen(screen: number): Promise<void> {
  let tag = await readBoard('');
  let known = -1;
  let isAsking = false;
  const look = async (): Promise<void> => {
    isAsking = true;
    await sleep(Math.random() * SPREAD_MS.wall);
    isAsking = false;
    const version = known;
    tag = await readBoard(tag);
    came.push({ screen, version, at: Date.now() });
  };
  const stream = await ask('/api/events', { accept: 'text/event-stream' });
  stream.setEncoding('latin1');
  const heard = Promise.withResolvers<void>();
  stream.on('data', (text: string) => {
    for (const [, version] of text.matchAll(/event: version\nid: (\d+)/g)) {
      const isNew = known !== -1 && Number(version) > known;
      known = Number(version);
      heard.resolve();
      if (isNew && !isAsking) void look();
    }
  });
  await heard.promise;
}

process.on('disconnect', () => process.exit(0));
await Promise.all(Array.from({ length: Number(count) }, (_, screen) => openScreen(screen)));
process.on('message', () => {
  process.send?.(came);
  came = [];
});
process.send?.('ready');
