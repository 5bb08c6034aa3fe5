import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { Board } from '#core/contract/board.ts';
import { sampleBoard } from '#tests/setup/sample-board.ts';
import { indexFigures } from './figure.tsx';
import { House } from './house.tsx';
import { houseLayout } from './house-layout.ts';
import { type RenderPartOptions, renderPart } from './render-part.fixture.tsx';

const board = sampleBoard();

const show = (shown: Board, options?: RenderPartOptions) =>
  renderPart(<House board={shown} figures={indexFigures(shown.figures)} />, options);

/** The sample's house with as many pillars as asked for. */
function withPillars(count: number): Board {
  const [house, ...others] = board.frameworks;
  if (house === undefined) throw new Error('the sample has no framework');
  const rest = house.elements.filter((element) => element.slot !== 'pillar');
  const pillars = Array.from({ length: count }, (_, i) => ({
    id: `pillar-${i}`,
    slot: 'pillar' as const,
    name: `支柱 ${i}`,
    questions: [],
  }));
  return { ...board, frameworks: [{ ...house, elements: [...rest, ...pillars] }, ...others] };
}

test('the house of the sample: every task once, in its place', () => {
  const { container } = show(board);
  for (const task of board.tasks) expect(screen.getAllByText(task.short)).toHaveLength(1);
  expect(container.querySelectorAll('.beam')).toHaveLength(5);
  expect(
    screen.getAllByRole('heading', { name: /数字政府|数字经济|数字社会|数字法治|智治/ }),
  ).toHaveLength(5);
});

test('its name counts the lights', () => {
  show(board);
  expect(
    screen.getByRole('group', { name: /改革任务 14 项：.*临期 1 项.*未填报 11 项/ }),
  ).toBeInTheDocument();
});

test('a roof without a name is an open question, a named one is not', () => {
  const { container, unmount } = show(board);
  expect(container.querySelector('.roof-open')).toHaveTextContent('名称待核');
  unmount();
  const named = {
    ...board,
    frameworks: board.frameworks.map((framework) => ({
      ...framework,
      elements: framework.elements.map((element) =>
        element.slot === 'roof' ? { ...element, name: '理论体系' } : element,
      ),
    })),
  };
  const again = show(named);
  expect(again.container.querySelector('.roof-open')).toBeNull();
  expect(screen.getByText('理论体系')).toBeInTheDocument();
});

test('a pillar without tasks says that the source lists none', () => {
  show(board);
  expect(screen.getAllByText('来源未列本级任务').length).toBeGreaterThanOrEqual(3);
});

test('progress is ticked milestones, never a percentage', () => {
  const { container } = show(board);
  const centre = screen.getByText('建设平湖创新中心').closest('.brick') as HTMLElement;
  expect(within(centre).getByText('节点 6/8')).toBeInTheDocument();
  expect(centre.querySelectorAll('.tick-done')).toHaveLength(6);
  expect(container.textContent).not.toContain('%');
});

test('a task that is due today says so beside its shape', () => {
  show(board);
  expect(screen.getByRole('img', { name: '临期 · 今日' })).toBeInTheDocument();
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('%i pillars stand as a house', (count) => {
  const { container } = show(withPillars(count));
  expect(container.querySelectorAll('.pillar')).toHaveLength(count);
});

test('nine pillars fall back to the list, with every task in it', () => {
  const { container } = show(withPillars(9));
  expect(container.querySelector('.walls')).toBeNull();
  const rows = screen.getAllByRole('listitem').map((row) => row.textContent ?? '');
  for (const task of board.tasks) {
    expect(rows.filter((row) => row.startsWith(task.short))).toHaveLength(1);
  }
});

test('of thousands of tasks the list keeps the urgent ones and says how many it leaves out', () => {
  const quiet = board.tasks.find((task) => task.light.state === 'none');
  const urgent = board.tasks.find((task) => task.light.state === 'near');
  if (quiet === undefined || urgent === undefined) throw new Error('the sample has changed');
  const many = Array.from({ length: 99 }, (_, i) => ({
    ...quiet,
    id: `t-${i}`,
    short: `任务 ${i}`,
  }));
  const taskSummary = { ...board.taskSummary, total: 5000 };
  const { container } = show({ ...board, taskSummary, tasks: [...many, urgent] });
  expect(screen.getByText(urgent.short)).toBeInTheDocument();
  const rows = container.querySelectorAll('li').length;
  expect(screen.getByText(`另有 ${5000 - rows} 项未显示，见任务清单`)).toBeInTheDocument();
});

test('nothing registered is said in words', () => {
  show({ ...board, tasks: [], frameworks: [] });
  expect(screen.getByText('还没有登记任务')).toBeInTheDocument();
});

test('on a desk a task can be opened', async () => {
  const onOpen = vi.fn();
  show(board, { onOpen });
  await userEvent.click(screen.getByRole('button', { name: '四个体系梳理' }));
  expect(onOpen).toHaveBeenCalledWith({ kind: 'task', id: 't.four-systems' });
});

test('tasks of unknown frames and elements are never lost', () => {
  const tasks = board.tasks.map((task, i) =>
    i % 2 === 0 ? { ...task, framework: 'gone', element: 'gone' } : { ...task, element: 'gone' },
  );
  const layout = houseLayout({ ...board, tasks });
  const shown = layout === null ? null : layout.groups.flatMap((group) => group.tasks).length;
  show({ ...board, tasks });
  for (const task of tasks) expect(screen.getAllByText(task.short).length).toBeGreaterThan(0);
  expect(shown === null || shown > 0).toBe(true);
});
