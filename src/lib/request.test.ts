import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NetworkError, request, send } from './request.ts';

/** A server that takes its time for ever. */
const silent: typeof fetch = (_, init) =>
  new Promise((_answer, refuse) => {
    init?.signal?.addEventListener('abort', () => refuse(new DOMException('', 'AbortError')));
  });

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', silent);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Seconds after which a call is given up; null = not within ten minutes. */
async function givenUpAfter(call: Promise<unknown>): Promise<number | null> {
  let failure: unknown = null;
  call.catch((error) => {
    failure = error;
  });
  for (let seconds = 0; seconds <= 600; seconds += 1) {
    if (failure !== null) {
      expect(failure).toBeInstanceOf(NetworkError);
      expect(failure).toHaveProperty('timedOut', true);
      return seconds;
    }
    await vi.advanceTimersByTimeAsync(1000);
  }
  return null;
}

const signal = new AbortController().signal;

test('what is read or written is given up after a quarter of a minute', async () => {
  expect(await givenUpAfter(request('/board', {}, signal))).toBe(15);
  expect(await givenUpAfter(send({ method: 'POST', path: '/tasks/t/check-ins', body: {} }))).toBe(
    15,
  );
});

test('a file on a slow line, a freeze and a frozen picture have five minutes', async () => {
  const path = '/meetings/m/snapshot';
  expect(await givenUpAfter(send({ method: 'POST', path, body: new ArrayBuffer(8) }))).toBe(300);
  expect(await givenUpAfter(send({ method: 'POST', path, isLong: true }))).toBe(300);
  expect(await givenUpAfter(request(path, {}, signal, true))).toBe(300);
});
