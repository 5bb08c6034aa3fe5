import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { LanguageContext } from '#src/i18n/i18n.ts';
import { sampleBoard } from '#tests/fixtures/sample-fund.ts';
import { FinancePage } from './finance-page.tsx';
import { WallFinancePage } from './wall-finance-page.tsx';

const link = { status: 'online', syncedAt: Date.now(), isCopy: false } as const;

const page = (board: Board, Part: typeof FinancePage) => (
  <Router ssrPath="/finance">
    <LanguageContext value={board.lang}>
      <Part board={board} link={link} />
    </LanguageContext>
  </Router>
);

beforeEach(() => {
  // Without a layout there is no box to draw in: these tests are about the page around the chart.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(0);
});
afterEach(() => vi.restoreAllMocks());

const section = (name: RegExp | string): HTMLElement => {
  const found = screen.getByRole('heading', { name }).closest('section');
  if (found === null) throw new Error(`no panel ${name}`);
  return found;
};

test('opens with the finding', () => {
  render(page(sampleBoard(), FinancePage));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    '“科易贷”企业 97 家，“科易贷”累计贷款 1.86 亿元',
  );
});

test.each([
  ['desk', FinancePage],
  ['wall', WallFinancePage],
] as const)('every figure of both themes can be reached on the %s', (_frame, Part) => {
  const board = sampleBoard();
  const html = renderToString(page(board, Part));
  const codes = new Set([...html.matchAll(/data-code="([^"]+)"/g)].map((match) => match[1]));
  const own = board.figures.filter((row) => row.theme === 'finance' || row.theme === 'project');
  expect(own).toHaveLength(16);
  for (const { code } of own) expect(codes).toContain(code);
});

test('the chart says its finding and what it leaves out; T shows its numbers', async () => {
  render(page(sampleBoard(), FinancePage));
  const panel = section('同一把尺：科技支行贷款最大，超 2 亿元');
  expect(panel).toHaveTextContent('总投资 超 8.8 亿元说的是项目');
  expect(within(panel).getByRole('img', { name: /从 0 起同一把尺.*1,750 万元/ })).toBeVisible();
  await userEvent.keyboard('t');
  expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(6);
});

test('the two credit statements stand side by side on one scale, and are never one sum', () => {
  const { container } = render(page(sampleBoard(), FinancePage));
  const panel = section(/授信两说，不相加/);
  const bars = [...panel.querySelectorAll('svg.credit-bar rect')];
  expect(bars.map((bar) => bar.getAttribute('width'))).toEqual(['100.000%', '66.667%']);
  expect(panel).toHaveTextContent('投融资对接1,800 万元6 家');
  expect(panel).toHaveTextContent('“科技贷”签约1,200 万元4 家');
  expect(panel).toHaveTextContent('两笔授信是否重叠不明');
  expect(container.textContent).not.toMatch(/3,000 万元|10 家/);
});

test('projects: talks and intents, landed apart, and the signing of which that is not stated', () => {
  render(page(sampleBoard(), FinancePage));
  const panel = section('项目');
  expect(panel).toHaveTextContent('104 个 在谈，其中 2 个');
  expect(panel).toHaveTextContent('3 个 已落地');
  expect(panel).toHaveTextContent('超 8.8 亿元');
  expect(panel).toHaveTextContent('是否含在已落地的 3 个内，来源未说明');
});

describe('other pictures', () => {
  test('in English no Chinese is left', () => {
    render(page(sampleBoard('en'), FinancePage));
    expect(document.body.textContent).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('before the first figure: which date has one, and a link to it', () => {
    render(page(sampleBoard('zh', '2019-12-31'), FinancePage));
    expect(screen.getByText(/2019-12-31 还没有科技金融数/)).toBeVisible();
    expect(screen.getByRole('link', { name: '看 2020-12-31' })).toHaveAttribute(
      'href',
      expect.stringContaining('asOf=2020-12-31'),
    );
    expect(section('项目')).toHaveTextContent('最早一期是 2021-04-30');
  });

  test('while only one statement is on record there is nothing to keep apart', () => {
    render(page(sampleBoard('zh', '2021-04-30'), FinancePage));
    expect(screen.queryByRole('heading', { name: /授信两说/ })).toBeNull();
    expect(document.querySelector('[data-code="finance.credit.a2.amount"]')).not.toBeNull();
  });
});
