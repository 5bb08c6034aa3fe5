import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Panel } from '#core/contract/board.ts';
import { sampleBoard } from '#tests/setup/sample-board.ts';
import { indexFigures } from './figure.tsx';
import { PanelBlocks } from './panel-blocks.tsx';
import { renderPart } from './render-part.fixture.tsx';

const board = sampleBoard();
const figures = indexFigures(board.figures);

function panel(id: Panel['id']): Panel {
  const found = board.panels.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`the sample has no panel ${id}`);
  return found;
}

test('104 in talks are 104 dots, two of them marked, and no rate is made of them', () => {
  const { container } = renderPart(<PanelBlocks panel={panel('finance')} figures={figures} />);
  expect(screen.getByRole('img', { name: '在谈 104 个，其中签意向 2 个' })).toBeInTheDocument();
  const dots = (path: string) =>
    container.querySelector(path)?.getAttribute('d')?.match(/M/g)?.length ?? 0;
  expect(dots('.dot')).toBe(102);
  expect(dots('.dot-marked')).toBe(2);
  expect(container.textContent).not.toContain('%');
});

test('two statements stay two: each with its own date, never a sum', () => {
  const { container } = renderPart(<PanelBlocks panel={panel('finance')} figures={figures} />);
  const statements = [...container.querySelectorAll('.apart-statement')].map((s) => s.textContent);
  expect(statements).toHaveLength(2);
  expect(statements[0]).toContain('1,800 万元');
  expect(statements[1]).toContain('1,200 万元');
  expect(statements[1]).toContain('2021-05');
  expect(container).not.toHaveTextContent('3,000 万元');
});

test('a part of a whole is read as one', () => {
  const { container } = renderPart(<PanelBlocks panel={panel('governance')} figures={figures} />);
  expect(container).toHaveTextContent('4/5');
});

test('a flow keeps the qualifier of each number', () => {
  const { container } = renderPart(<PanelBlocks panel={panel('talent')} figures={figures} />);
  expect(container).toHaveTextContent('超 100 个');
});

test('figures that are not on record yet are said to be missing', () => {
  const early = { ...panel('talent'), asOf: null };
  const { container } = renderPart(<PanelBlocks panel={early} figures={new Map()} />);
  expect(container).toHaveTextContent('未列');
  expect(container).not.toHaveTextContent('0');
});
