import { describe, expect, test } from 'vitest';
import { ui } from '#src/i18n/zh/ui.ts';
import { sampleBoard } from '#tests/setup/sample-board.ts';
import { isKnownFilter, matching, noFilter } from './task-filter.ts';
import { groupsByFrame, groupsByLight } from './task-groups.ts';

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

  test('by light, without empty groups', () => {
    expect(groupsByLight(board.tasks).map(({ state, tasks }) => [state, tasks.length])).toEqual([
      ['near', 1],
      ['none', 11],
      ['ok', 2],
    ]);
  });
});

test('filters join; one that names nobody is known to fit nothing', () => {
  expect(matching(board.tasks, { ...noFilter, light: 'none' })).toHaveLength(11);
  const both = { ...noFilter, light: 'none', department: 'd.related' } as const;
  expect(matching(board.tasks, both)).toHaveLength(4);
  expect(matching(board.tasks, { ...both, framework: 'f.reform' })).toEqual([]);
  expect(isKnownFilter(both, board)).toBe(true);
  expect(isKnownFilter({ ...both, department: 'd.nobody' }, board)).toBe(false);
  expect(isKnownFilter({ ...both, framework: 'f.none' }, board)).toBe(false);
});
