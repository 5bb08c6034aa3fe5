import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import { LanguageContext } from '#src/i18n/i18n.ts';
import { sampleBoard } from '#tests/fixtures/sample-fund.ts';
import { TalentPage } from './talent-page.tsx';
import { WallTalentPage } from './wall-talent-page.tsx';

const link = { status: 'online', syncedAt: Date.now(), isCopy: false } as const;

const page = (
  board: Board,
  Part: typeof TalentPage,
  state: Parameters<typeof TalentPage>[0]['link'] = link,
) => (
  <Router ssrPath="/talent">
    <LanguageContext value={board.lang}>
      <Part board={board} link={state} />
    </LanguageContext>
  </Router>
);

beforeEach(() => {
  // Without a layout there is no box to draw in: these tests are about the page around the chart.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(0);
});
afterEach(() => vi.restoreAllMocks());

test('opens with the finding, its doubt included', () => {
  render(page(sampleBoard(), TalentPage));
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    '引进各类高层次人才 2,956 人，引育省级以上高端人才 168 人；168 人是否含在 2,956 人内未说明',
  );
});

test.each([
  ['desk', TalentPage],
  ['wall', WallTalentPage],
] as const)('every figure of the theme can be reached on the %s', (_frame, Part) => {
  const board = sampleBoard();
  const html = renderToString(page(board, Part));
  const codes = new Set([...html.matchAll(/data-code="([^"]+)"/g)].map((match) => match[1]));
  for (const { code } of board.figures.filter((figure) => figure.theme === 'talent')) {
    expect(codes).toContain(code);
  }
  expect(codes).toContain('talent.engineer.subsidy');
});

test('the chart says its finding, and T shows its numbers', async () => {
  render(page(sampleBoard(), TalentPage));
  expect(screen.getByRole('heading', { name: '12 个数，说的是 7 段不同的时间' })).toBeVisible();
  expect(
    screen.getByRole('img', { name: /每个人才数覆盖的年份.*2,956 人.*不连成走势/ }),
  ).toBeVisible();
  await userEvent.keyboard('t');
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows).toHaveLength(13);
  expect(rows[1]).toHaveTextContent('2,956');
});

test('the two totals and the engineers keep their open questions, statement beside statement', () => {
  render(page(sampleBoard(), TalentPage));
  const panel = screen.getByRole('heading', { name: '2 处口径待核，两说并列' }).closest('section');
  expect(panel).toHaveTextContent('引进各类高层次人才 2,956 人');
  expect(panel).toHaveTextContent('引育省级以上高端人才 168 人');
  expect(panel).toHaveTextContent('近两年 34 名，未写明哪两年');
});

test('says who says so, and leads to the funds', () => {
  render(page(sampleBoard(), TalentPage));
  const panel = screen.getByRole('heading', { name: '谁说的' }).closest('section');
  expect(panel).toHaveTextContent('《我市创新机制加强科技人才队伍建设》 2021-05');
  expect(screen.getByRole('link', { name: '看资金' })).toHaveAttribute('href', '/funds');
});

describe('other pictures', () => {
  test('in English no Chinese is left', () => {
    render(page(sampleBoard('en'), TalentPage));
    expect(document.body.textContent).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('before the first figure: which date has one, and a link to it', () => {
    render(page(sampleBoard('zh', '2019-06-30'), TalentPage));
    expect(screen.getByText(/2019-06-30 还没有人才数/)).toBeVisible();
    expect(screen.getByRole('link', { name: '看 2019-12-31' })).toHaveAttribute(
      'href',
      expect.stringContaining('asOf=2019-12-31'),
    );
    expect(screen.queryByRole('img')).toBeNull();
  });

  test('with one figure on record there is one bar and no series', () => {
    render(page(sampleBoard('zh', '2019-12-31'), TalentPage));
    expect(screen.getByRole('heading', { name: '1 个数说的是同一段时间' })).toBeVisible();
  });

  test('the last good copy is marked on every panel', () => {
    const { container } = render(
      page(sampleBoard(), WallTalentPage, { ...link, status: 'offline', isCopy: true }),
    );
    const panels = [...container.querySelectorAll('.panel')];
    expect(panels.length).toBeGreaterThan(3);
    for (const panel of panels) expect(panel).toHaveClass('panel-copy');
    expect(screen.getByRole('status')).toHaveTextContent('离线');
  });
});
