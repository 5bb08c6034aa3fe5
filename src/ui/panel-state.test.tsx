import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { AsOf } from './as-of.tsx';
import { LinkState } from './link-state.tsx';
import { Panel } from './panel.tsx';
import { EmptyState, ErrorState, LoadingOutline } from './panel-state.tsx';
import { renderPart } from './render-part.fixture.tsx';

test('empty: names the date that has data and offers it', () => {
  renderPart(
    <EmptyState
      what="资金"
      asOf="2021-03-31"
      earliest="2021-04-30"
      action={<a href="/?asOf=2021-04-30">看 2021-04-30</a>}
    />,
  );
  expect(screen.getByText('2021-03-31 还没有资金数')).toBeInTheDocument();
  expect(screen.getByText('最早一期是 2021-04-30')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: '看 2021-04-30' })).toBeInTheDocument();
});

test('empty: offers no date where there has never been one', () => {
  renderPart(
    <EmptyState what="资金" asOf="2021-03-31" earliest={null} action={<a href="/">看</a>} />,
  );
  expect(screen.getByText('还没有录入过')).toBeInTheDocument();
  expect(screen.queryByRole('link')).toBeNull();
});

test('failed: says what stands and can be tried again', async () => {
  const onRetry = vi.fn();
  renderPart(<ErrorState what="资金" onRetry={onRetry} code="store-unavailable" />);
  expect(screen.getByRole('alert')).toHaveTextContent('没有取到资金数');
  expect(screen.getByRole('alert')).toHaveTextContent('store-unavailable');
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('failed on a wall: nobody has to press anything', () => {
  renderPart(<ErrorState what="资金" onRetry={null} code={null} />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByRole('alert')).toHaveTextContent('正在自动重试');
});

test('loading is announced', () => {
  renderPart(<LoadingOutline />);
  expect(screen.getByRole('status')).toHaveTextContent('正在取数');
});

test.each([
  ['online', '在线'],
  ['waiting', '正在重连'],
  ['offline', '离线，显示上次取到的数'],
  ['copy', '离线副本'],
  ['outdated', '版本已更新'],
] as const)('the link %s is told in words', (status, text) => {
  renderPart(<LinkState status={status} synced={null} />);
  expect(screen.getByRole('status')).toHaveTextContent(text);
});

test('an older section carries its date and age; a fresh one only its date', () => {
  const { container, rerender } = renderPart(
    <AsOf on="2021-04-30" ageDays={31} page="2021-05-31" />,
  );
  expect(container).toHaveTextContent('截至 04-30，距今 31 天');
  expect(container.querySelector('svg')).not.toBeNull();
  rerender(<AsOf on="2021-05-31" ageDays={0} page="2021-05-31" />);
  expect(container.textContent).toBe('截至 05-31');
  expect(container.querySelector('svg')).toBeNull();
  rerender(<AsOf on="2021-05-31" ageDays={0} lateSince="2021-05-08" page="2021-05-31" />);
  expect(container.textContent).toBe('截至 05-31，有数据自 05-08 起超期');
  expect(container.querySelector('svg')).not.toBeNull();
});

test('a panel that holds the last good copy is marked by its rule', () => {
  const { container } = renderPart(
    <Panel frame="rule" mood="copy" title="资金">
      内容
    </Panel>,
  );
  expect(container.querySelector('.panel-copy')).toHaveTextContent('内容');
});
