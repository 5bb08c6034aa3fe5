import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { lightStates } from '#core/contract/lists.ts';
import { Light } from './light.tsx';
import { LightKey } from './light-key.tsx';
import { renderPart } from './render-part.fixture.tsx';

const names = {
  done: '已完成',
  ok: '正常',
  near: '临期',
  over: '逾期',
  blocked: '受阻',
  none: '未填报',
} as const;

test.each(lightStates)('the light %s has a name, a word and a shape', (state) => {
  renderPart(<Light state={state} />);
  const light = screen.getByRole('img', { name: names[state] });
  expect(light).toHaveTextContent(names[state]);
  expect(light.querySelector('svg')).not.toBeNull();
});

test('no two lights share a silhouette', () => {
  const shapes = lightStates.map((state) => {
    const { container, unmount } = renderPart(<Light state={state} />);
    const shape = container.querySelector('svg')?.innerHTML;
    unmount();
    return shape;
  });
  expect(new Set(shapes).size).toBe(lightStates.length);
});

test('the key shows counts of zero', () => {
  renderPart(
    <LightKey
      lights={[
        { state: 'done', count: 0 },
        { state: 'none', count: 11 },
      ]}
    />,
  );
  const entries = screen.getAllByRole('listitem').map((entry) => entry.textContent);
  expect(entries).toEqual(['已完成 0', '未填报 11']);
});
