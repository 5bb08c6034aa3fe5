/** What a wall does of itself, against the mock home. */
import { waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Fleet, ScreenSelf } from '#core/contract/screen.ts';
import { type NodeMock, startNodeMock } from '#mocks/node.ts';
import { leaveCommand, revokeScreen } from '#server/screens/screens.repository.ts';
import { type Keeper, startKeeper } from '#src/features/wall-screen/keeper.ts';
import { createQueryClient } from '#src/lib/query-client.ts';
import { useScreen } from '#src/stores/screen.ts';

const NOW = '2026-01-02T08:00:00.000Z';

let mock: NodeMock;
let keeper: Keeper | null = null;
beforeEach(async () => {
  mock = await startNodeMock();
  history.replaceState(null, '', '/wall?asOf=2021-05-31&distance=9');
});
afterEach(async () => {
  keeper?.end();
  vi.useRealTimers();
  await mock.close();
});

const post = async <T>(path: string, body: unknown): Promise<T> =>
  (await (await fetch(`/api${path}`, { method: 'POST', body: JSON.stringify(body) })).json()) as T;

const fleet = async () => (await (await fetch('/api/screens')).json()) as Fleet;

/** Makes this device a wall; tells its id. */
async function register(): Promise<string> {
  await post('/session', { choice: 'demo.5-administrator' });
  const device = { width: 1920, height: 1080, pixelRatio: 1, userAgent: 'test' };
  const { code } = await post<ScreenSelf>('/screen/code', device);
  const { id } = await post<{ id: string }>('/screens', {
    code,
    name: '大厅左屏',
    place: '',
    pages: ['funds', 'tasks'],
    seconds: 30,
    theme: 'light',
    lang: 'en',
    distance: 5,
    side: 1.1,
  });
  return id;
}

function start() {
  const go = vi.fn(async (path: string, search: string) => {
    history.replaceState(null, '', path + search);
  });
  const reload = vi.fn();
  keeper = startKeeper({
    base: '',
    dataVersion: () => 7,
    client: createQueryClient(),
    go,
    reload,
  });
  return { go, reload, news: keeper.news };
}

test('a registered wall goes where it was told, and says how it is', async () => {
  const id = await register();
  const { go } = start();
  await waitFor(() =>
    expect(go).toHaveBeenCalledWith('/wall/funds', '?lang=en&theme=light&distance=5&side=1.1'),
  );
  expect(useScreen.getState()).toMatchObject({ state: 'registered', screen: { id, seconds: 30 } });
  const { screens } = await fleet();
  expect(screens[0]).toMatchObject({ beat: 'reporting', seen: { dataVersion: 7, error: null } });
});

test('told to show a page it shows it, told to reload it reloads, each once', async () => {
  const id = await register();
  const { go, news, reload } = start();
  await waitFor(() => expect(go).toHaveBeenCalledOnce());
  await leaveCommand(mock.db, id, { kind: 'show', page: 'tasks' }, NOW);
  news();
  await waitFor(() => expect(location.pathname).toBe('/wall/tasks'));
  await leaveCommand(mock.db, id, { kind: 'reload' }, NOW);
  news();
  await waitFor(() => expect(reload).toHaveBeenCalledOnce());
  expect((await fleet()).screens[0]?.pending).toBeNull();
});

test('a revoked wall knows it, and keeps what it was given to show', async () => {
  const id = await register();
  const { go, news } = start();
  await waitFor(() => expect(go).toHaveBeenCalledOnce());
  await revokeScreen(mock.db, id, NOW);
  news();
  await waitFor(() => expect(useScreen.getState().state).toBe('revoked'));
  expect(useScreen.getState().screen?.pages).toEqual(['funds', 'tasks']);
});

test('a wall that waits notices by itself that it was confirmed', async () => {
  await post('/session', { choice: 'demo.5-administrator' });
  const device = { width: 1920, height: 1080, pixelRatio: 1, userAgent: 'test' };
  const { code } = await post<ScreenSelf>('/screen/code', device);
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { go } = start();
  await waitFor(() => expect(useScreen.getState().state).toBe('waiting'));
  const settings = {
    name: 'x',
    place: '',
    pages: ['funds'],
    seconds: 30,
    theme: 'dark',
    lang: 'zh',
  };
  await post('/screens', { code, ...settings });
  await vi.advanceTimersByTimeAsync(6_000);
  await waitFor(() => expect(go).toHaveBeenCalledWith('/wall/funds', '?lang=zh&theme=dark'));
});

test('a wall that was never registered is left alone', async () => {
  const { go } = start();
  await post('/session', { choice: 'demo.5-administrator' });
  expect((await fleet()).screens).toEqual([]);
  expect(useScreen.getState().state).toBe('none');
  expect(go).not.toHaveBeenCalled();
});

test('without its server a wall keeps what it was told, and speaks again when it is back', async () => {
  const id = await register();
  useScreen.getState().learn({
    state: 'registered',
    screen: {
      id,
      name: 'x',
      place: '',
      pages: ['funds'],
      seconds: 30,
      theme: 'light',
      lang: 'en',
      distance: null,
      side: null,
    },
  });
  vi.useFakeTimers({ shouldAdvanceTime: true });
  mock.use('down');
  const { go } = start();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(useScreen.getState()).toMatchObject({ state: 'registered', screen: { seconds: 30 } });
  mock.use('normal');
  await vi.advanceTimersByTimeAsync(30_000);
  await waitFor(() => expect(go).toHaveBeenCalled());
});
