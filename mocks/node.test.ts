import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardSchema } from '#core/contract/board.ts';
import { problemSchema } from '#core/contract/problem.ts';
import { type NodeMock, startNodeMock } from './node.ts';

const BOARD = 'http://cockpit.test/api/board?lang=zh';
let mock: NodeMock;

beforeAll(async () => {
  mock = await startNodeMock();
});
afterAll(() => mock.close());

test('answers with the default dataset', async () => {
  mock.use('normal');
  const reply = await fetch(BOARD);
  expect(reply.status).toBe(200);
  expect(boardSchema.parse(await reply.json()).workspace.organisation).toBe('平湖市科技局');
});

test('stale: the first picture comes, no later one does', async () => {
  mock.use('stale');
  expect((await fetch(BOARD)).status).toBe(200);
  await expect(fetch(BOARD)).rejects.toThrow(TypeError);
});

test('down: nothing answers', async () => {
  mock.use('down');
  await expect(fetch(BOARD)).rejects.toThrow(TypeError);
});

test('unavailable: the server says that its store does not answer', async () => {
  mock.use('unavailable');
  const reply = await fetch(BOARD);
  expect(reply.status).toBe(503);
  expect(problemSchema.parse(await reply.json()).code).toBe('store-unavailable');
});

test('broken-panel: the funds cannot be drawn, the rest of the picture can', async () => {
  mock.use('broken-panel');
  const board = boardSchema.safeParse(await (await fetch(BOARD)).json());
  const broken = board.error?.issues.map(({ path }) => path[0]);
  expect(new Set(broken)).toEqual(new Set(['funds']));
});
