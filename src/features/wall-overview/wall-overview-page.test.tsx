import { render, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Board } from '#core/contract/board.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { LanguageContext } from '#src/i18n/i18n.ts';
import type { Link } from '#src/lib/page-props.ts';
import { type Rotation, RotationContext } from '#src/ui/rotation-bar.tsx';
import { sampleBoard } from '#tests/setup/sample-board.ts';
import { WallOverviewPage } from './wall-overview-page.tsx';

const online: Link = { status: 'online', syncedAt: 0, isCopy: false };

function show(board: Board, link: Link = online, rotation: Rotation | null = null) {
  return render(
    <LanguageContext value={board.lang}>
      <RotationContext value={rotation}>
        <WallOverviewPage board={board} link={link} />
      </RotationContext>
    </LanguageContext>,
  );
}

const zh = sampleBoard();
const turning = { seconds: 20, isPaused: false };

test('the main finding can be read from the page: the share, the schedule, the gap', () => {
  const { container } = show(zh);
  for (const text of ['1,300 万元', '16.5%', '32.9%', '16.4 个百分点', '超 8.8 亿元', '超 100']) {
    expect(container).toHaveTextContent(text);
  }
});

test('what needs somebody stands first, worst first', () => {
  show(zh);
  const band = screen.getByRole('region', { name: '需要关注' });
  const cells = within(band).getAllByRole('listitem');
  expect(cells.map((cell) => cell.textContent)).toEqual([
    expect.stringContaining('临期'),
    expect.stringContaining('落后序时'),
    expect.stringContaining('未填报'),
    expect.stringContaining('口径待核'),
  ]);
  expect(cells[2]).toHaveTextContent('11 /14 项');
});

test('there is nothing to press, to hover or to scroll for', () => {
  const { container } = show(zh);
  expect(container.querySelectorAll('button, a, input, [title], [tabindex]')).toHaveLength(0);
});

test('every open question that is marked is resolved in the list at the bottom', () => {
  const { container } = show(zh);
  const list = screen.getByRole('region', { name: '口径待核' });
  const marks = [...container.querySelectorAll('.question-mark')].map((mark) => mark.textContent);
  for (const mark of new Set(marks)) expect(list).toHaveTextContent(mark ?? '');
  for (const question of zh.questions) expect(list).toHaveTextContent(question.summary);
});

test('every figure on the wall names its indicator', () => {
  const { container } = show(zh);
  const codes = [...container.querySelectorAll('[data-code]')].map((e) =>
    e.getAttribute('data-code'),
  );
  const known = new Set(zh.figures.map((figure) => figure.code));
  expect(codes.length).toBeGreaterThan(30);
  for (const code of codes) expect(known).toContain(code);
});

test('a pinned clock is said to be one', () => {
  const { container } = show(zh);
  expect(container.querySelector('.wall-head')).toHaveTextContent(
    '数据截至 2021-05-31 · 时钟已固定',
  );
});

test('English has words for all of it', () => {
  const { container } = show(sampleBoard({ lang: 'en' }));
  expect(container.textContent).not.toMatch(/[\u4e00-\u9fff]/);
  expect(container).toHaveTextContent('16.4 points behind schedule');
});

test('offline: the figures stay, the link and every panel are marked', () => {
  const { container } = show(zh, { status: 'offline', syncedAt: 0, isCopy: true });
  expect(screen.getByRole('status')).toHaveTextContent('离线副本，本机留存 · 01-01 08:00 同步');
  expect(container).toHaveTextContent('16.5%');
  expect(container.querySelectorAll('.panel-copy')).toHaveLength(
    container.querySelectorAll('.panel').length,
  );
});

test('data older than its rhythm is said, with since when, in the band and at its panel', () => {
  const indicators = sampleAt('2021-06-01T00:00:00.000Z').indicators.map((row) =>
    row.code === 'fund.platform.disbursed.2021' ? { ...row, rhythmDays: 7 } : row,
  );
  show(sampleBoard({ part: { indicators } }));
  const band = screen.getByRole('region', { name: '需要关注' });
  expect(band).toHaveTextContent(/1 项数据超过更新周期.*最近 04-30，周期 7 天，自 05-08 起超期/);
  const panel = screen.getByRole('heading', { name: '资金' }).closest('section');
  expect(panel).toHaveTextContent('截至 04-30，距今 31 天，有数据自 05-08 起超期');
  expect(panel).toHaveClass('panel-older');
});

test('before the first figure the page says from when there is data', () => {
  const { container } = show(sampleBoard({ asOf: '2019-06-30' }));
  const band = screen.getByRole('region', { name: '需要关注' });
  expect(band).toHaveTextContent('2019-06-30 还没有数据，最早一期是 2019-12-31');
  expect(container).toHaveTextContent('2019-06-30 还没有资金数');
  expect(container).not.toHaveTextContent('0 万元');
});

test('nothing to act on is said, without an alarm', () => {
  show({ ...zh, exceptions: [] });
  expect(screen.getByText('当前没有需要处理的事项')).toBeInTheDocument();
});

test('more than four findings: the rest is counted', () => {
  const [first] = zh.exceptions;
  if (first === undefined) throw new Error('the sample has no exception');
  const exceptions = Array.from({ length: 7 }, (_, i) => ({ ...first, ref: `task-${i}` }));
  show({ ...zh, exceptions });
  expect(screen.getByText('另有 3 条，见任务和资金页')).toBeInTheDocument();
});

test('the rotation is shown where there is more than one page, and only there', () => {
  const { unmount } = show(zh, online, { ...turning, names: ['总览', '资金'], current: 1 });
  expect(screen.getByRole('img', { name: '资金: 轮播第 2 页，共 2 页' })).toBeInTheDocument();
  unmount();
  show(zh, online, { ...turning, names: ['总览'], current: 0 });
  expect(screen.queryByRole('img', { name: /轮播/ })).toBeNull();
});
