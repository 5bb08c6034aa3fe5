import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Fund } from '#core/contract/fund.ts';
import { sampleBoard } from '#tests/setup/sample-board.ts';
import { FundRow } from './fund-row.tsx';
import { FundVerdict } from './fund-verdict.tsx';
import { renderPart } from './render-part.fixture.tsx';

const { funds } = sampleBoard();

function fund(id: string): Fund {
  const found = funds.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`the sample has no fund ${id}`);
  return found;
}

test('a fund with a plan names both tiers, what is paid, and where the schedule stands', () => {
  const { container } = renderPart(<FundRow fund={fund('platform')} />);
  expect(container).toHaveTextContent('承诺 1.65 亿元');
  expect(container).toHaveTextContent('1,300 万元');
  expect(container).toHaveTextContent('2021 年计划 7,900 万元');
  expect(container).toHaveTextContent('序时 32.9%');
});

test('the bar is an image whose name is the finding', () => {
  const row = fund('platform');
  renderPart(<FundRow fund={row} />);
  expect(screen.getByRole('img', { name: row.sentence })).toBeInTheDocument();
});

test('the gap is drawn between what is paid and the schedule', () => {
  const { container } = renderPart(<FundRow fund={fund('platform')} />);
  const gap = container.querySelector('rect[fill^="url("]');
  expect(Number.parseFloat(gap?.getAttribute('x') ?? '')).toBeCloseTo((1300 / 7900) * 100, 2);
  const width = (120 / 365 - 1300 / 7900) * 100;
  expect(Number.parseFloat(gap?.getAttribute('width') ?? '')).toBeCloseTo(width, 2);
});

test('a fund ahead of its schedule has no gap', () => {
  const row = fund('platform');
  const schedule = row.schedule && { ...row.schedule, actualPercent: 50, gapPoints: 17.1 };
  const { container } = renderPart(<FundRow fund={{ ...row, schedule }} />);
  expect(container.querySelector('rect[fill^="url("]')).toBeNull();
});

test('more than the plan is drawn to its end and no further', () => {
  const row = fund('platform');
  const schedule = row.schedule && { ...row.schedule, actualPercent: 130, gapPoints: 97.1 };
  const { container } = renderPart(<FundRow fund={{ ...row, schedule }} />);
  expect(container.querySelector('.fund-paid')).toHaveAttribute('width', '100.000%');
});

test('a fund without a plan shows its share and no schedule', () => {
  const { container } = renderPart(<FundRow fund={fund('mother')} />);
  expect(container).toHaveTextContent('33.3%');
  expect(container).toHaveTextContent('初期规模 3 亿元');
  expect(container).not.toHaveTextContent('序时');
});

test('what the source does not list is said, not drawn as nothing', () => {
  const { container } = renderPart(
    <FundRow fund={{ ...fund('work'), disbursed: null, share: null }} />,
  );
  expect(container).toHaveTextContent('已拨付 未列');
  expect(screen.queryByRole('img')).toBeNull();
});

test.each([
  [-16.42, '已付，落后序时 16.4 个百分点'],
  [3, '已付，超前序时 3.0 个百分点'],
  [0, '已付，与序时持平'],
])('a gap of %s points reads: %s', (gapPoints, text) => {
  const row = fund('platform');
  const schedule = row.schedule && { ...row.schedule, gapPoints };
  const { container } = renderPart(<FundVerdict fund={{ ...row, schedule }} />);
  expect(container).toHaveTextContent(text);
});
