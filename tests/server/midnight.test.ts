/** The day changes while nobody writes: a wall that asks again shows the new one. */
import { afterEach, expect, it } from 'vitest';
import type { Instant } from '#core/domain/records.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { openTestApp, RECORDED, type TestApp } from './test-app.ts';

let home: TestApp | null = null;
afterEach(async () => {
  await home?.close();
});

/** A workspace whose clock is not pinned, asked at a moment that can be moved. */
async function open(start: Instant) {
  const clock = { now: start };
  const sample = sampleAt(RECORDED);
  const dataset = { ...sample, workspace: { ...sample.workspace, clockPinnedOn: null } };
  const opened = await openTestApp({ clock: () => clock.now }, dataset);
  home = opened;
  const board = async (tag: string | null) => {
    const reply = await opened.get('/board?lang=zh', tag === null ? {} : { 'if-none-match': tag });
    const body = reply.status === 200 ? ((await reply.json()) as { asOf: string }) : null;
    return { status: reply.status, asOf: body?.asOf ?? null, tag: reply.headers.get('etag') };
  };
  return { clock, board };
}

it.each([
  ['midnight', '2026-03-10T15:59:59.000Z', '2026-03-10', '2026-03-10T16:00:00.000Z', '2026-03-11'],
  [
    'a month ends',
    '2026-02-28T15:59:59.000Z',
    '2026-02-28',
    '2026-02-28T16:00:00.000Z',
    '2026-03-01',
  ],
  [
    'a leap day',
    '2028-02-28T15:59:59.000Z',
    '2028-02-28',
    '2028-02-28T16:00:00.000Z',
    '2028-02-29',
  ],
  [
    'a year ends',
    '2026-12-31T15:59:59.000Z',
    '2026-12-31',
    '2026-12-31T16:00:00.000Z',
    '2027-01-01',
  ],
] as const)('%s where the bureau is', async (_, before, day, after, next) => {
  const { clock, board } = await open(before);
  const first = await board(null);
  expect(first).toMatchObject({ status: 200, asOf: day });
  expect((await board(first.tag)).status).toBe(304);
  clock.now = after;
  const second = await board(first.tag);
  expect(second).toMatchObject({ status: 200, asOf: next });
  // A server whose clock was set back tells the day that it is, not the one that it said before.
  clock.now = before;
  expect(await board(second.tag)).toMatchObject({ status: 200, asOf: day });
});
