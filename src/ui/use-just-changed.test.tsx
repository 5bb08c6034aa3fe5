import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Num } from './num.tsx';
import { QuestionContext } from './use-just-changed.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const part = (number: string, question: string) => (
  <QuestionContext value={question}>
    <Num parts={{ qualifier: '', number, unit: '项' }} size="m" code={null} />
  </QuestionContext>
);
const isMarked = () => screen.getByText(/\d/).closest('.num')?.classList.contains('num-changed');

test('a number that becomes another one is marked for a minute', () => {
  const { rerender } = render(part('1', 'today'));
  expect(isMarked()).toBe(false);
  rerender(part('2', 'today'));
  expect(isMarked()).toBe(true);
  act(() => vi.advanceTimersByTime(59_000));
  rerender(part('3', 'today'));
  act(() => vi.advanceTimersByTime(59_000));
  expect(isMarked()).toBe(true);
  act(() => vi.advanceTimersByTime(1_000));
  expect(isMarked()).toBe(false);
});

test('a number of another question has not changed', () => {
  const { rerender } = render(part('1', 'today'));
  rerender(part('2', 'a year ago'));
  expect(isMarked()).toBe(false);
  rerender(part('3', 'a year ago'));
  expect(isMarked()).toBe(true);
  rerender(part('1', 'today'));
  expect(isMarked()).toBe(false);
});
