import { expect, test, vi } from 'vitest';
import { forgetLastGood, readLastGood, saveLastGood } from './last-good.ts';

const key = (asOf: string) => ['board', asOf, null, null, 'zh'];

test('what was saved is read back with its time', () => {
  saveLastGood(key('2021-05-31'), { figures: 61 }, 1_000);
  expect(readLastGood(key('2021-05-31'))).toEqual({ savedAt: 1_000, data: { figures: 61 } });
  expect(readLastGood(key('2021-04-30'))).toBeNull();
});

test('only the newest few are kept', () => {
  for (let i = 0; i < 7; i++) saveLastGood(key(`2021-05-0${i + 1}`), i, i);
  const left = [1, 2, 3, 4, 5, 6, 7].filter((n) => readLastGood(key(`2021-05-0${n}`)) !== null);
  expect(left).toEqual([4, 5, 6, 7]);
});

test('the copy just kept stays, also where a wrong clock has dated the others later', () => {
  for (let i = 0; i < 4; i++) saveLastGood(key(`2021-05-0${i + 1}`), i, Date.parse('2040-01-01'));
  saveLastGood(key('2021-05-31'), 'now', 1_000);
  expect(readLastGood(key('2021-05-31'))?.data).toBe('now');
});

test('a broken copy counts as none', () => {
  saveLastGood(key('2021-05-31'), 1, 1);
  const [name = ''] = Object.keys(localStorage);
  localStorage.setItem(name, '{"savedAt":');
  expect(readLastGood(key('2021-05-31'))).toBeNull();
  localStorage.setItem(name, '{"savedAt":"yesterday","data":1}');
  expect(readLastGood(key('2021-05-31'))).toBeNull();
});

test('storage that is full or barred costs the copy, not the page', () => {
  const refuse = () => {
    throw new DOMException('no', 'QuotaExceededError');
  };
  vi.stubGlobal('localStorage', { setItem: refuse, getItem: refuse });
  expect(() => saveLastGood(key('2021-05-31'), 1, 1)).not.toThrow();
  expect(readLastGood(key('2021-05-31'))).toBeNull();
  vi.unstubAllGlobals();
});

test('what was kept is taken off the device, and nothing else', () => {
  saveLastGood(key('2021-05-31'), 1, 1);
  localStorage.setItem('reform-cockpit.preferences', '{}');
  forgetLastGood();
  expect(readLastGood(key('2021-05-31'))).toBeNull();
  expect(localStorage.getItem('reform-cockpit.preferences')).toBe('{}');
});
