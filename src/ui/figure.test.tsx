import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Figure as FigureData } from '#core/contract/figure.ts';
import { speak } from '#core/domain/format.ts';
import { sampleBoard } from '#tests/setup/sample-board.ts';
import { Figure, FigureBlock, indexFigures } from './figure.tsx';
import { renderPart } from './render-part.fixture.tsx';

const zh = indexFigures(sampleBoard().figures);
const en = indexFigures(sampleBoard({ lang: 'en' }).figures);

function get(figures: ReadonlyMap<string, FigureData>, code: string): FigureData {
  const figure = figures.get(code);
  if (figure === undefined) throw new Error(`the sample has no ${code}`);
  return figure;
}

test.each([
  ['project.tsinghua.investment', '超 8.8 亿元'],
  ['governance.problems.days', '<2 天'],
  ['talent.engineer.subsidy.cap', '最高 50 万元'],
  ['talent.highlevel.135', '2,956 人'],
  ['governance.rank.2020', '第 1'],
])('%s is printed with its qualifier and unit: %s', (code, text) => {
  const { container } = renderPart(<Figure figure={get(zh, code)} size="m" />);
  expect(container).toHaveTextContent(text, { normalizeWhitespace: false });
});

test('the copied text of every figure is what is read aloud', () => {
  for (const figure of zh.values()) {
    if (figure.unit === 'rank') continue;
    const { container, unmount } = renderPart(<Figure figure={figure} size="s" />);
    expect(container.textContent).toBe(speak(figure, 'zh'));
    unmount();
  }
});

test('English puts the qualifier in words', () => {
  const { container } = renderPart(
    <Figure figure={get(en, 'project.tsinghua.investment')} size="m" />,
    { lang: 'en' },
  );
  expect(container.textContent).toBe('over 880 M yuan');
});

test('on a wall a figure is text with its code and cannot be pressed', () => {
  const { container } = renderPart(
    <Figure figure={get(zh, 'finance.keyidai.companies')} size="l" />,
  );
  expect(screen.queryByRole('button')).toBeNull();
  expect(container.querySelector('[data-code="finance.keyidai.companies"]')).toHaveTextContent(
    '97 家',
  );
});

test('on a desk a figure opens its passport', async () => {
  const onOpen = vi.fn();
  renderPart(<Figure figure={get(zh, 'finance.keyidai.companies')} size="l" />, { onOpen });
  await userEvent.click(screen.getByRole('button', { name: /97 家/ }));
  expect(onOpen).toHaveBeenCalledWith({ kind: 'figure', code: 'finance.keyidai.companies' });
});

test('an open question of the figure stands beside its caption and can be opened', async () => {
  const onOpen = vi.fn();
  renderPart(
    <FigureBlock figure={get(zh, 'platform.deeproots.major')} size="m" panelAsOf="2021-04-30" />,
    { onOpen },
  );
  await userEvent.click(screen.getByRole('button', { name: '口径待核 1' }));
  expect(onOpen).toHaveBeenCalledWith({ kind: 'question', number: 1 });
});

test('a figure of another date than its panel says so; one of the same date does not', () => {
  const figure = get(zh, 'finance.keyidai.companies');
  const { rerender, container } = renderPart(
    <FigureBlock figure={figure} size="m" panelAsOf="2021-05-31" />,
  );
  expect(container).toHaveTextContent('2021-04-30');
  rerender(<FigureBlock figure={figure} size="m" panelAsOf="2021-04-30" />);
  expect(container).not.toHaveTextContent('2021-04-30');
});

test('a sum over a five-year plan names the plan', () => {
  const { container } = renderPart(
    <FigureBlock figure={get(zh, 'talent.provincial.135')} size="l" panelAsOf="2020-12-31" />,
  );
  expect(container).toHaveTextContent('十三五');
});
