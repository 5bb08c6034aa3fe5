import { describe, expect, test } from 'vitest';
import { ui } from '#src/i18n/zh/ui.ts';
import { sampleBoard } from '#tests/setup/sample-board.ts';
import { openDatesOf } from './side-panels.tsx';
import { matching, noFilter, owners } from './task-filter.ts';
import { firstRows, groupsByFrame, groupsByLight, worstFirst } from './task-groups.ts';

const board = sampleBoard();

describe('groups of tasks', () => {
  test('follow the house; a frame without pillars stays one group; every task is in one', () => {
    const groups = groupsByFrame(board.tasks, board.frameworks, ui);
    expect(groups.map(({ code, title, tasks }) => [code, title, tasks.length])).toEqual([
      ['1+5+1', '贯穿各支柱', 5],
      ['1+5+1', '数字政府', 1],
      ['1+5+1', '数字经济', 1],
      ['1+4+N', '深根计划', 5],
      [null, '明湖科创湖区', 2],
    ]);
    const ids = groups.flatMap((group) => group.tasks.map((task) => task.id));
    expect(ids.sort()).toEqual(board.tasks.map((task) => task.id).sort());
  });

  test('tell where the place is not the source’s', () => {
    const groups = groupsByFrame(board.tasks, board.frameworks, ui);
    expect(groups.map((group) => group.byDefault)).toEqual([true, true, true, false, false]);
  });

  test('of a long list the first rows are kept in order, and no empty heading', () => {
    const groups = groupsByFrame(board.tasks, board.frameworks, ui);
    expect(firstRows(groups, 6).map((group) => group.tasks.length)).toEqual([5, 1]);
    expect(firstRows(groups, 99)).toEqual(groups);
  });

  test('worst first, and of the same light the nearer date first', () => {
    const [first, second, third] = board.tasks;
    if (first === undefined || second === undefined || third === undefined) throw new Error('few');
    const next = (due: string) => ({ milestone: null, title: '', due });
    const over = { ...first.light, state: 'over' } as const;
    const sorted = worstFirst([
      { ...first, id: 'none' },
      { ...second, id: 'late', light: over, next: next('2021-05-20') },
      { ...third, id: 'later', light: over, next: next('2021-05-02') },
    ]);
    expect(sorted.map((task) => task.id)).toEqual(['later', 'late', 'none']);
  });

  test('by light, without empty groups', () => {
    expect(groupsByLight(board.tasks).map(({ state, tasks }) => [state, tasks.length])).toEqual([
      ['near', 1],
      ['none', 11],
      ['ok', 2],
    ]);
  });
});

test('filters join; an owner is listed once', () => {
  expect(matching(board.tasks, { ...noFilter, light: 'none' })).toHaveLength(11);
  const both = { ...noFilter, light: 'none', department: 'd.related' } as const;
  expect(matching(board.tasks, both)).toHaveLength(4);
  expect(matching(board.tasks, { ...both, framework: 'f.reform' })).toEqual([]);
  expect(owners(board.tasks).map((row) => row.id)).toEqual(['d.bureau', 'd.centre', 'd.related']);
});

test('open dates: those that are ticked or undated are none, and a task’s own date is not said twice', () => {
  expect(openDatesOf(board.tasks).map(({ due, title }) => [due, title])).toEqual([
    ['2021-05-31', '完成系统框架搭建'],
    ['2021-06-30', '系统上线使用'],
  ]);
});
