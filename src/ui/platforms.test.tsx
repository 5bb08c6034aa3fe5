import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sampleBoard } from '#tests/setup/sample-board.ts';
import { indexFigures } from './figure.tsx';
import { PlatformMatrix } from './platform-matrix.tsx';
import { renderPart } from './render-part.fixture.tsx';
import { StageRegister } from './stage-register.tsx';

const board = sampleBoard();
const figures = indexFigures(board.figures);
const matrix = () => <PlatformMatrix cells={board.platforms.matrix} figures={figures} />;

const cells = (name: string): string[] => {
  const row = screen.getByRole('row', { name: new RegExp(`^${name}`) });
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent ?? '');
};

test('level by type, with what the source is silent about in words', () => {
  renderPart(matrix());
  expect(cells('省级')).toEqual(['2', '未列', '1']);
  expect(cells('设区市级')).toEqual(['2', '未列', '3']);
});

test('the two that are counted twice are shown once, with their open question', () => {
  renderPart(matrix());
  expect(cells('国家级')[1]).toBe('2同一批核6');
});

test('a number of the longer period says so and is outlined', () => {
  renderPart(matrix());
  const [incubators] = cells('国家级');
  expect(incubators).toBe('1十三五合计');
  const row = screen.getByRole('row', { name: /^国家级/ });
  const [first] = within(row).getAllByRole('cell');
  expect(first?.querySelector('.square-filled')).toBeNull();
  expect(first?.querySelector('.square')).not.toBeNull();
});

test('the register counts 28 platforms by stage and names them', () => {
  const { container } = renderPart(<StageRegister platforms={board.platforms} />);
  expect(screen.getByRole('row', { name: /^已运营/ })).toHaveTextContent('18');
  for (const platform of board.platforms.register) {
    expect(container).toHaveTextContent(platform.name);
  }
});

test('an empty register says so', () => {
  renderPart(<StageRegister platforms={{ matrix: [], stages: [], register: [] }} />);
  expect(screen.getByText('还没有登记平台')).toBeInTheDocument();
});
