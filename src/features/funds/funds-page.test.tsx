import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { LanguageContext } from '#src/i18n/i18n.ts';
import { fundLike, plannedFund, sampleBoard } from '#tests/fixtures/sample-fund.ts';
import { FundsPage } from './funds-page.tsx';
import { FundsView } from './funds-view.tsx';
import { WallFundsPage } from './wall-funds-page.tsx';

const link = { status: 'online', syncedAt: Date.now(), isCopy: false } as const;

const desk = (board: Board) =>
  render(
    <Router ssrPath="/funds">
      <LanguageContext value={board.lang}>
        <FundsPage board={board} link={link} />
      </LanguageContext>
    </Router>,
  );

beforeEach(() => {
  // Without a layout there is no box to draw in: these tests are about the page around the chart.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(0);
});
afterEach(() => vi.restoreAllMocks());

describe('the default dataset on a desk', () => {
  test('opens with the finding', () => {
    desk(sampleBoard());
    const title = screen.getByRole('heading', { level: 1 });
    expect(title).toHaveTextContent('平台专项资金已付 16.5%，落后序时 16.4 个百分点');
    expect(title.closest('header')).toHaveTextContent('数据截至 2021-04-30，距今 31 天');
  });

  test('the chart has a sentence and, behind T, its numbers', async () => {
    desk(sampleBoard());
    expect(
      screen.getByRole('img', { name: /2021 年拨付与序时进度.*落后 16\.4 个百分点/ }),
    ).toBeInTheDocument();
    await userEvent.keyboard('t');
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' '))).toEqual([
      '日期 记录 累计拨付（万元） 占计划（%） 序时（%） 差（个百分点）',
      '2021-04-30 拨付 1,300 16.5 32.9 -16.4',
      '2021-05-31 无新数 无新数 无新数 41.4 不比较',
      '2021-12-31 计划 7,900 100.0 100.0 不比较',
    ]);
  });

  test('shows each fund in its form, and which ones have no plan', () => {
    desk(sampleBoard());
    expect(screen.getByRole('region', { name: '四大重点平台专项资金' })).toHaveTextContent(
      '序时 32.9%',
    );
    expect(screen.getByRole('region', { name: '科创产业“母基金”' })).toHaveTextContent('33.3%');
    expect(screen.getByText('母基金和工作专项没有年度计划数，不作序时比较。')).toBeInTheDocument();
  });

  test('puts all on one scale, largest first, without adding them up', () => {
    desk(sampleBoard());
    const scale = screen.getByRole('heading', { name: /同一把尺/ }).closest('section');
    const bars = within(scale as HTMLElement).getAllByRole('img');
    expect(bars.map((bar) => bar.getAttribute('aria-label'))).toEqual([
      '母基金：总额 3 亿元，已付 1 亿元',
      '平台专项：总额 1.65 亿元，计划 7,900 万元，已付 1,300 万元',
      '工作专项：总额 1,000 万元，已付 300 万元',
    ]);
  });

  test('the subsidy keeps its qualifiers', () => {
    desk(sampleBoard());
    const panel = screen.getByRole('heading', { name: '海外工程师补助' }).closest('section');
    expect(panel).toHaveTextContent('超 650 万元');
    expect(panel).toHaveTextContent('最高 50 万元');
    expect(panel).toHaveTextContent('2021-05');
  });

  test('says of which date it is, what is older, and where it comes from', () => {
    desk(sampleBoard());
    const foot = screen.getByRole('contentinfo', { hidden: true });
    expect(foot).toHaveTextContent('数据截至 2021-05-31');
    expect(foot).toHaveTextContent('三笔资金停在 04-30');
    expect(foot).toHaveTextContent('《我市高质量推进“深根计划”实施》');
  });
});

test('in English', () => {
  desk(sampleBoard('en'));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    'Platform fund: 16.5% paid, 16.4 points behind schedule',
  );
  expect(
    screen.getByText('No yearly plan, so no schedule: Fund of funds and Work fund.'),
  ).toBeInTheDocument();
  expect(document.body.textContent).not.toMatch(/[\u4e00-\u9fff]/);
});

test('a date before the first fund says so and leads to the first one', () => {
  desk(sampleBoard('zh', '2020-12-31'));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('这一天还没有资金数据');
  expect(screen.getByRole('link')).toHaveAttribute(
    'href',
    expect.stringContaining('asOf=2021-04-30'),
  );
  expect(screen.queryByRole('img')).toBeNull();
});

test('without any plan there is no ramp, and the page says why', () => {
  const board = sampleBoard();
  desk({ ...board, exceptions: [], funds: board.funds.filter((fund) => fund.planned === null) });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    '两笔资金都没有年度计划数，不作序时比较',
  );
  expect(screen.queryByRole('heading', { name: /付到哪里了/ })).toBeNull();
});

test('of several plans the one furthest behind is drawn, and another can be chosen', async () => {
  const board = sampleBoard();
  const base = plannedFund(board);
  const ahead = {
    ...fundLike(base, {
      planFen: 1_000_000_000,
      period: { from: '2021-01-01', to: '2021-12-31' },
      points: [{ on: '2021-05-31', cumulativeFen: 800_000_000 }],
      asOf: board.asOf,
    }),
    id: 'ahead',
    name: '人才专项资金',
    short: '人才专项',
  };
  desk({ ...board, funds: [ahead, ...board.funds] });
  const title = screen.getByRole('heading', { level: 1 });
  expect(title).toHaveTextContent('平台专项资金已付 16.5%');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: '看哪一笔' }), '人才专项资金');
  expect(title).toHaveTextContent('人才专项资金已付 80.0%，超前序时 38.6 个百分点');
});

test('a plan without a payment is told, not drawn as zero', () => {
  const board = sampleBoard();
  const unpaid = {
    ...plannedFund(board),
    disbursed: null,
    schedule: null,
    share: null,
    undisbursedFen: null,
    points: [],
  };
  render(
    <FundsView
      board={{ ...board, funds: [unpaid], exceptions: [] }}
      frame="desk"
      chosen={unpaid}
    />,
  );
  expect(screen.getByText('四大重点平台专项资金有计划，还没有拨付记录。')).toBeInTheDocument();
  expect(screen.queryByText('0.0%')).toBeNull();
});

describe('on a wall', () => {
  const wall = (board: Board, at: Parameters<typeof WallFundsPage>[0]['link'] = link) => (
    <WallFundsPage board={board} link={at} />
  );

  test('there is nothing to press, and the link is told', () => {
    render(wall(sampleBoard()));
    expect(screen.queryAllByRole('button')).toEqual([]);
    expect(screen.queryAllByRole('link')).toEqual([]);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('数字化改革驾驶舱');
    expect(screen.getByText('时钟已固定')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('在线 · 刚刚同步');
  });

  test('the last good copy is told as offline', () => {
    render(wall(sampleBoard(), { ...link, status: 'offline', isCopy: true }));
    expect(screen.getByRole('status')).toHaveTextContent('离线副本');
    expect(document.querySelectorAll('.panel:not(.panel-copy)')).toHaveLength(0);
  });

  test('the server paints every figure and text of the page', () => {
    const html = renderToString(wall(sampleBoard()));
    const text = html.replace(/<[^>]*>/g, '').replaceAll('&lt;', '<');
    for (const piece of [
      '16.5%',
      '16.4',
      '序时 32.9%',
      '7,900',
      '6,600 万元（推算）',
      '今日 05-31，序时 41.4%',
      '超 650',
    ]) {
      expect(text).toContain(piece);
    }
  });
});

test('of many funds the first are listed, and the others on request', async () => {
  const board = sampleBoard();
  const [fund] = board.funds;
  if (fund === undefined) throw new Error('the sample has no fund');
  const funds = Array.from({ length: 25 }, (_, n) => ({
    ...fund,
    id: `fund.${n}`,
    name: `资金 ${n}`,
    short: `资金 ${n}`,
  }));
  desk({ ...board, exceptions: [], funds });
  expect(screen.getAllByRole('region', { name: /^资金 / })).toHaveLength(20);
  await userEvent.click(screen.getByRole('button', { name: '再显示 5 项' }));
  expect(screen.getAllByRole('region', { name: /^资金 / })).toHaveLength(25);
  expect(screen.queryByRole('button', { name: /再显示/ })).toBeNull();
});
