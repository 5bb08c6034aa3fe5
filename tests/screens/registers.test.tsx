import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type NodeMock, startNodeMock } from '#mocks/node.ts';
import { appendDepartments, readDepartments } from '#server/departments/departments.repository.ts';
import { appendIndicators, findIndicator } from '#server/indicators/indicators.repository.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

let mock: NodeMock;
let page: OpenedPage;

beforeEach(async () => {
  mock = await startNodeMock();
});
afterEach(async () => {
  page?.close();
  await mock.close();
});

/** Opens a page as the demo's administrator. */
async function openAsAdministrator(path: string) {
  page = await openPage(`/sign-in?back=${encodeURIComponent(path)}`);
  await userEvent.click(await screen.findByRole('button', { name: /管理员/ }));
  await screen.findByRole('heading', { level: 1, name: '登记册' });
}

const type = async (name: string, text: string) => {
  const box = await screen.findByRole('textbox', { name });
  await userEvent.clear(box);
  await userEvent.type(box, text);
};

test('a department is found, gets another name, and the store has it', async () => {
  await openAsAdministrator('/admin/registers?register=departments');
  const list = within(await screen.findByRole('region', { name: '部门' }));
  await userEvent.click(await list.findByRole('link', { name: /d\.bureau/ }));
  await waitFor(() => expect(page.address()).toMatch(/record=d\.bureau/));
  await type('中文', '市科学技术局');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('已保存。')).toBeVisible();
  const known = await readDepartments(mock.db, null);
  expect(known.find((row) => row.id === 'd.bureau')?.name.zh).toBe('市科学技术局');
  expect(await list.findByRole('link', { name: /市科学技术局/ })).toBeVisible();
});

test('what is missing or taken is said at the field, and nothing is written', async () => {
  await openAsAdministrator('/admin/registers?register=departments');
  await userEvent.click(await screen.findByRole('button', { name: '新建' }));
  await userEvent.click(await screen.findByRole('button', { name: '保存' }));
  expect((await screen.findAllByText('请填写')).length).toBe(3);
  await type('编号', 'd.bureau');
  await type('中文', '甲');
  await type('English', 'A');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('这个编号已经用过。')).toBeVisible();
  expect(screen.getByRole('textbox', { name: '中文' })).toHaveValue('甲');
});

test('somebody else was faster: both versions stand side by side, and mine can still be saved', async () => {
  await openAsAdministrator('/admin/registers?register=departments&record=d.bureau');
  await type('English', 'Mine');
  const known = (await readDepartments(mock.db, null)).find((row) => row.id === 'd.bureau');
  if (known === undefined) throw new Error('no department');
  const name = { ...known.name, en: 'Theirs' };
  await appendDepartments(mock.db, [{ ...known, name, recordedAt: '2026-01-02T07:00:00.000Z' }]);
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  const table = within(await screen.findByRole('table', { name: /两个版本对照/ }));
  expect(table.getByText('Theirs')).toBeVisible();
  expect(table.getByText('Mine')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '以我填的为准，再保存' }));
  expect(await screen.findByText('已保存。')).toBeVisible();
  const after = await readDepartments(mock.db, null);
  expect(after.find((row) => row.id === 'd.bureau')?.name.en).toBe('Mine');
});

test('a session that ends in mid-form takes nothing of it along', async () => {
  await openAsAdministrator('/admin/registers?record=d.bureau');
  await type('English', 'Typed before it ended');
  const session = (method: string, body?: object) =>
    fetch(new URL('/api/session', location.href), {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  await session('DELETE');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  const said = await screen.findByText(/登录已失效，填的内容还在这一页上/);
  expect(within(said).getByRole('link', { name: '在新页登录' })).toHaveAttribute(
    'target',
    '_blank',
  );
  // Also once the page itself finds out.
  await page.look();
  expect(screen.getByRole('textbox', { name: 'English' })).toHaveValue('Typed before it ended');
  await session('POST', { choice: 'demo.5-administrator' });
  await page.look();
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findByText('已保存。')).toBeVisible();
  const known = await readDepartments(mock.db, null);
  expect(known.find((row) => row.id === 'd.bureau')?.name.en).toBe('Typed before it ended');
});

test('whoever signs out leaves the page', async () => {
  await openAsAdministrator('/admin/registers?record=d.bureau');
  await screen.findByRole('textbox', { name: 'English' });
  await userEvent.click(screen.getByRole('button', { name: /管理员/ }));
  await userEvent.click(await screen.findByRole('button', { name: '退出登录' }));
  expect(await screen.findByText('这里要先登录')).toBeVisible();
  expect(screen.queryByRole('textbox', { name: 'English' })).toBeNull();
});

test('an open question is settled with words and a reason', async () => {
  await openAsAdministrator('/admin/registers?register=questions');
  const list = within(await screen.findByRole('region', { name: '待核口径' }));
  const [first] = await list.findAllByRole('link');
  if (first === undefined) throw new Error('no question');
  await userEvent.click(first);
  await type('中文', '以年报为准');
  await type('English', 'The yearbook counts');
  await type('理由', '与统计局核对');
  await userEvent.click(screen.getByRole('button', { name: '办结' }));
  expect(await screen.findByText('2021-05-31 已办结')).toBeVisible();
  expect(screen.getByRole('button', { name: '重新打开' })).toBeEnabled();
});

test('the page of definitions leads whoever may settle a question to it', async () => {
  page = await openPage('/sign-in?back=%2Fdefinitions');
  await userEvent.click(await screen.findByRole('button', { name: /管理员/ }));
  const [first] = await screen.findAllByRole('link', { name: '去处理' });
  if (first === undefined) throw new Error('no way to a question');
  await userEvent.click(first);
  expect(await screen.findByRole('button', { name: '办结' })).toBeVisible();
  expect(page.address()).toMatch(/^\/admin\/registers\?register=questions&record=q\./);
});

test('a link to a retired indicator says so and offers the nearest in use', async () => {
  const known = await findIndicator(mock.db, 'fund.work.disbursed', null);
  if (known === null) throw new Error('no indicator');
  await appendIndicators(mock.db, [
    {
      ...known,
      retiredOn: '2021-05-01',
      retiredReason: null,
      recordedAt: '2026-01-02T07:00:00.000Z',
    },
  ]);
  page = await openPage('/?passport=fund.work.disbursed');
  const drawer = within(await screen.findByRole('dialog'));
  expect(await drawer.findByText(/自 2021.*起停用，不再更新；已有的数值保留。/)).toBeVisible();
  await userEvent.click(drawer.getByRole('button', { name: /最接近的是/ }));
  await waitFor(() => expect(page.address()).not.toMatch(/fund\.work\.disbursed/));
});
