import { expect, test } from 'vitest';
import { momentText, readMoment } from './moment.ts';

test.each([
  ['2021-05-31', '2021-05-31T15:59:59.999Z'],
  ['2021-05-31 18:00', '2021-05-31T10:00:59.999Z'],
  ['2021-05-31T00:30', '2021-05-30T16:30:59.999Z'],
  ['2021-02-29', null],
  ['2021-05-31 25:00', null],
  ['yesterday', null],
  ['', null],
])('%j is %s', (text, instant) => {
  expect(readMoment(text)).toBe(instant);
});

test('what was read is shown as it was typed', () => {
  expect(momentText(readMoment('2021-05-31 18:00') ?? '')).toBe('2021-05-31 18:00');
});
