import { describe, expect, test } from 'vitest';
import type { Language } from '#core/contract/lists.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { assembleBoard } from './board.ts';
import type { CheckInRecord, Dataset, MovementRecord } from './records.ts';

const RECORDED = '2026-01-02T03:04:05.678Z';
const sample = sampleAt(RECORDED);
const at = (asOf: string, part: Partial<Dataset> = {}, lang: Language = 'zh') =>
  assembleBoard({ dataset: { ...sample, ...part }, asOf, compare: null, knownAt: RECORDED, lang })
    .exceptions;

const checkIn = (
  task: string,
  status: CheckInRecord['status'],
  asOf = '2021-05-20',
): CheckInRecord => ({
  id: `c.${task}`,
  task,
  asOf,
  status,
  progress: null,
  difficulty: null,
  next: null,
  submission: null,
  recordedAt: RECORDED,
  recordedBy: 'someone',
});

describe('the band of exceptions', () => {
  test('on the day: due today, behind schedule, not reported, definitions', () => {
    expect(at('2021-05-31').map(({ title, detail, more }) => [title, detail, more])).toEqual([
      [
        '临期 · 今日到期',
        '外国人才“揭榜挂帅”服务系统：完成系统框架搭建，5 月 31 日',
        '其后：系统上线使用，06-30',
      ],
      ['支付落后序时', '平台专项 16.5%，序时 32.9%（04-30）', null],
      ['未填报', '这些任务还没有进度记录', '市科技局 7，市属相关部门 4'],
      ['口径待核', '并列两说，不合计、不取舍', '待管理员确认，附理由'],
    ]);
  });

  test('once both dates have passed, the later one says so too', () => {
    const [late] = at('2021-07-02');
    expect(late).toMatchObject({ kind: 'overdue', value: 1, title: '逾期 · 已过 32 天' });
    expect(late?.more).toBe('其后：系统上线使用，06-30，已过 2 天');
    expect(at('2021-07-02', {}, 'en')[0]).toMatchObject({
      title: 'Overdue · by 32 days',
      more: 'Then: System online, 30 Jun, 2 days past due',
    });
  });

  test('a blocked task stands after overdue ones and before those due soon', () => {
    const kinds = at('2021-06-25', { checkIns: [checkIn('t.minghu.plan', 'blocked')] }).map(
      (row) => row.kind,
    );
    expect(kinds).toEqual([
      'overdue',
      'blocked',
      'behind-schedule',
      'not-reported',
      'open-question',
    ]);
    const now = at('2021-05-31', { checkIns: [checkIn('t.minghu.plan', 'blocked')] }).map(
      (row) => row.kind,
    );
    expect(now.slice(0, 2)).toEqual(['blocked', 'due-soon']);
  });

  test('of tasks due on one day the first in the register leads', () => {
    const tasks = sample.tasks.map((task) =>
      ['t.core-business', 't.task-list'].includes(task.id) ? { ...task, due: '2021-05-31' } : task,
    );
    expect(at('2021-05-31', { tasks })[0]).toMatchObject({ value: 3, ref: 't.core-business' });
  });

  test('the most overdue task leads', () => {
    const tasks = sample.tasks.map((task) =>
      task.id === 't.minghu.build' ? { ...task, due: '2021-03' } : task,
    );
    expect(at('2021-06-03', { tasks })[0]).toMatchObject({ value: 2, ref: 't.minghu.build' });
  });

  test('those who have gone silent are told from those who never spoke', () => {
    const tasks = sample.tasks.map((task) => ({ ...task, rhythmDays: 30 }));
    const checkIns = [checkIn('t.minghu.plan', 'in_progress', '2021-04-20')];
    const silent = at('2021-05-31', { tasks, checkIns }).find((row) => row.kind === 'not-reported');
    expect(silent).toMatchObject({ value: 11, detail: '10 项还没有进度记录，1 项超过填报周期' });
  });

  test('a fund on schedule, or nearly, is no exception', () => {
    const paid = (yuan: number): MovementRecord[] =>
      sample.movements.map((row) =>
        row.id === 'm.fund.platform.disbursed.2021' ? { ...row, amountFen: yuan * 100 } : row,
      );
    const isBehind = (yuan: number): boolean =>
      at('2021-05-31', { movements: paid(yuan) }).some((row) => row.kind === 'behind-schedule');
    expect(isBehind(13_000_000)).toBe(true);
    // 120/365 of 79 million, and a little less than what one decimal shows.
    expect(isBehind(25_972_603)).toBe(false);
    expect(isBehind(25_960_000)).toBe(false);
    expect(isBehind(30_000_000)).toBe(false);
  });

  test('a bureau without a case has an empty band', () => {
    expect(at('2019-06-30')).toEqual([]);
  });
});
