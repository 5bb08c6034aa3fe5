import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Board } from '#core/contract/board.ts';
import { LanguageContext } from '#src/i18n/i18n.ts';
import { RotationBar } from '#src/ui/rotation-bar.tsx';
import { sampleBoard } from '#tests/setup/sample-board.ts';
import { findPage } from './pages.ts';
import { RotatingWall, rotationPaths } from './rotation.tsx';

const board = sampleBoard();
const withOverdue: Board = {
  ...board,
  lights: board.lights.map((row) => (row.state === 'over' ? { ...row, count: 1 } : row)),
};

test('the tasks come second while one of them is overdue, last otherwise', () => {
  expect(rotationPaths(board).indexOf('/wall/tasks')).toBe(5);
  expect(rotationPaths(withOverdue).slice(0, 2)).toEqual(['/wall', '/wall/tasks']);
  expect(rotationPaths(withOverdue).toSorted()).toEqual(rotationPaths(board).toSorted());
});

describe('a wall that turns', () => {
  beforeEach(async () => {
    for (const path of rotationPaths(board)) await findPage(path)?.part.load();
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  function open(search: string) {
    const place = memoryLocation({ path: '/wall', searchPath: search, record: true });
    render(
      <Router hook={place.hook} searchHook={place.searchHook}>
        <LanguageContext value="zh">
          <RotatingWall board={board}>
            <RotationBar />
          </RotatingWall>
        </LanguageContext>
      </Router>,
    );
    return () => place.history.at(-1)?.split('?')[0];
  }
  const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

  test('shows every page for its seconds, and comes round', async () => {
    const where = open('rotate=10');
    const seen: (string | undefined)[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      seen.push(where());
      await pass(10);
    }
    expect(seen).toEqual(rotationPaths(board));
    expect(where()).toBe('/wall');
  });

  test('stands still where the address does not say otherwise', async () => {
    const where = open('');
    await pass(600);
    expect(where()).toBe('/wall');
    expect(screen.queryByRole('img')).toBeNull();
  });

  test('waits a minute after a touch, and goes on', async () => {
    const where = open('rotate=10');
    fireEvent.pointerDown(document.body);
    expect(screen.getByRole('img', { name: /已暂停/ })).toBeVisible();
    await pass(59);
    expect(where()).toBe('/wall');
    await pass(1);
    await pass(10);
    expect(where()).toBe('/wall/funds');
  });

  test('is turned by the arrow keys and held by P until P', async () => {
    const where = open('rotate=10');
    fireEvent.keyDown(document.body, { key: 'ArrowLeft' });
    await pass(0);
    expect(where()).toBe('/wall/tasks');
    fireEvent.keyDown(document.body, { key: 'p' });
    await pass(600);
    expect(where()).toBe('/wall/tasks');
    fireEvent.keyDown(document.body, { key: 'p' });
    await pass(10);
    expect(where()).toBe('/wall');
  });
});
