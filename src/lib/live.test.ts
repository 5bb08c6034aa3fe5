/** What a page does with what it hears, with a stream and a clock that the test holds. */
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SPREAD_MS, startLive } from './live.ts';

const NOW = '2026-01-02T08:00:00.000Z';

class FakeSource extends EventTarget {
  static opened: FakeSource[] = [];
  isClosed = false;
  constructor() {
    super();
    FakeSource.opened.push(this);
  }
  tell(version: number, name = 'version'): void {
    const data = JSON.stringify({ version, now: NOW });
    this.dispatchEvent(new MessageEvent(name, { data }));
  }
  close(): void {
    this.isClosed = true;
  }
}

const newest = (): FakeSource => {
  const source = FakeSource.opened[FakeSource.opened.length - 1];
  if (source === undefined) throw new Error('no stream was opened');
  return source;
};

beforeEach(() => {
  FakeSource.opened = [];
  vi.useFakeTimers({ now: Date.parse(NOW) });
  vi.stubGlobal('EventSource', FakeSource);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A wall with its link open; tells how often it asked again for what it shows. */
async function openWall() {
  const client = new QueryClient();
  const asked = vi.spyOn(client, 'invalidateQueries').mockResolvedValue();
  startLive(client, 'wall', null);
  await vi.advanceTimersByTimeAsync(4_000);
  newest().tell(1);
  await vi.advanceTimersByTimeAsync(SPREAD_MS.wall);
  return asked;
}

test('the version that is shown already is no news, nor is a beat', async () => {
  const asked = await openWall();
  newest().tell(1);
  newest().tell(1, 'beat');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).not.toHaveBeenCalled();
});

test('walls ask spread over half a second, each once, however many versions come meanwhile', async () => {
  const moments: number[] = [];
  for (const chance of [0, 0.25, 0.5, 0.999]) {
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    const asked = await openWall();
    const from = Date.now();
    asked.mockImplementation(async () => {
      moments.push(Date.now() - from);
    });
    newest().tell(2);
    newest().tell(3);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toHaveBeenCalledOnce();
  }
  expect(moments).toEqual([0, 125, 250, 499]);
});

test('a stream that says nothing for longer than a beat counts as lost, and is opened anew', async () => {
  const asked = await openWall();
  const first = newest();
  await vi.advanceTimersByTimeAsync(34_000);
  expect(first.isClosed).toBe(false);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(first.isClosed).toBe(true);
  // Asking tells whether the server is away: within a minute of the loss.
  expect(asked).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(newest()).not.toBe(first);
  // What was written meanwhile is not missed, also where the version is the one known.
  newest().tell(1);
  await vi.advanceTimersByTimeAsync(SPREAD_MS.wall);
  expect(asked).toHaveBeenCalledTimes(2);
});

test.each([
  [0, [500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]],
  [0.5, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]],
])(
  'a link that stays lost is tried later and later, never two walls in step: %d',
  async (chance, expected) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    await openWall();
    for (const gap of expected) {
      const { length } = FakeSource.opened;
      newest().dispatchEvent(new Event('error'));
      await vi.advanceTimersByTimeAsync(gap - 1);
      expect(FakeSource.opened).toHaveLength(length);
      await vi.advanceTimersByTimeAsync(1);
      expect(FakeSource.opened).toHaveLength(length + 1);
    }
  },
);
