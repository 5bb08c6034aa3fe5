import { act, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { usePixelShift, useWakeLock } from './wall-care.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  Reflect.deleteProperty(navigator, 'wakeLock');
});

function Wall() {
  useWakeLock();
  return <p>{usePixelShift()}</p>;
}

const comesBack = () => act(() => document.dispatchEvent(new Event('visibilitychange')));

test('the screen is kept on, also after something had covered the wall', async () => {
  const release = vi.fn(async () => undefined);
  const request = vi.fn(async (_: string) => ({ release }));
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
  const { unmount } = render(<Wall />);
  await act(async () => undefined);
  expect(request.mock.calls).toEqual([['screen']]);
  // Browsers let go of it while a page is not seen.
  comesBack();
  await act(async () => undefined);
  expect(request).toHaveBeenCalledTimes(2);
  unmount();
  expect(release).toHaveBeenCalledOnce();
  comesBack();
  expect(request).toHaveBeenCalledTimes(2);
});

test('a box that refuses to stay on, or knows nothing of it, shows the wall all the same', async () => {
  const request = vi.fn(async (_: string) => Promise.reject(new Error('not allowed')));
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
  const refused = render(<Wall />);
  await act(async () => undefined);
  expect(refused.container.textContent).toBe('0');
  refused.unmount();
  Reflect.deleteProperty(navigator, 'wakeLock');
  expect(render(<Wall />).container.textContent).toBe('0');
});

test('the page moves round a square, a step every ten minutes', () => {
  vi.useFakeTimers();
  const { container } = render(<Wall />);
  const places = [0, 1, 2, 3, 4].map(() => {
    const place = container.textContent;
    act(() => vi.advanceTimersByTime(10 * 60_000));
    return place;
  });
  expect(places).toEqual(['0', '1', '2', '3', '0']);
});
