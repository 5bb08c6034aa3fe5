import { afterEach, beforeEach, expect, it } from 'vitest';
import { sampleAt } from '#core/sample/sample.ts';
import { loadDataset } from '#server/dataset/load-dataset.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { openTestApp, RECORDED, type TestApp } from './test-app.ts';

const paths = ['/board', '/tasks', '/tasks/t.jiebang', '/indicators', '/funds/work', '/questions'];

let home: TestApp;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
  await addAccount(home, 'leader', ['viewer']);
  await loadDataset(
    home.db,
    { workspace: { ...sampleAt(RECORDED).workspace, openReading: false } },
    { recordedAt: '2026-01-03T00:00:00.000Z', recordedBy: 'test' },
  );
});
afterEach(() => home.close());

it('is read by whoever signed in, and by nobody else, kept reply or not', async () => {
  const cookie = await signIn(home, 'leader');
  for (const path of paths) {
    // Twice: computed, then kept.
    for (const round of [1, 2]) {
      expect((await home.get(path, { cookie })).status, `${path} ${round}`).toBe(200);
      const refused = await home.get(path);
      expect(refused.status, `${path} ${round}`).toBe(401);
      expect(await refused.json()).toMatchObject({ code: 'unauthenticated' });
    }
  }
});

it('still tells everybody how to sign in', async () => {
  expect(await home.json('/me')).toMatchObject({ account: null, openReading: false, rights: [] });
  expect((await home.get('/health')).status).toBe(200);
});

it('closes again with the session', async () => {
  const cookie = await signIn(home, 'leader');
  expect((await home.get('/board', { cookie })).status).toBe(200);
  await send(home, 'DELETE', '/session', undefined, { cookie });
  expect((await home.get('/board', { cookie })).status).toBe(401);
});

it('closes at the moment at which it is closed, also what was kept while it was open', async () => {
  const open = await openTestApp();
  expect((await open.get('/board')).status).toBe(200);
  await loadDataset(
    open.db,
    { workspace: { ...sampleAt(RECORDED).workspace, openReading: false } },
    { recordedAt: '2026-01-03T00:00:00.000Z', recordedBy: 'test' },
  );
  expect((await open.get('/board')).status).toBe(401);
  await open.close();
});
