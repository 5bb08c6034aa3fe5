import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MOCK_NOW, type NodeMock, startNodeMock } from '#mocks/node.ts';
import { appendDepartments, readDepartments } from '#server/departments/departments.repository.ts';
import { appendSubmission } from '#server/entries/submissions.repository.ts';
import { appendMovements, readMovements } from '#server/funds/funds.repository.ts';
import { type OpenedPage, openPage } from './open-page.tsx';

const FUND = 'fund:platform';
const FIGURE = 'figure:governance.centre.departments.staffed';

let mock: NodeMock;
let page: OpenedPage;

beforeEach(async () => {
  localStorage.clear();
  mock = await startNodeMock();
});
afterEach(async () => {
  page?.close();
  await mock.close();
});

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const field = (name: string) => screen.findByRole('textbox', { name });

/** Opens a page as somebody; the page itself leads to the sign-in and back. */
async function openAs(role: string, path: string) {
  page = await openPage(path);
  await userEvent.click(await screen.findByRole('link', { name: '去登录' }));
  await userEvent.click(await button(role));
}
const reporter = '市科技局 · 填报员';

async function reviewed() {
  const [bureau] = (await readDepartments(mock.db, null)).filter((row) => row.id === 'd.bureau');
  if (bureau === undefined) throw new Error('the default dataset has the department');
  await appendDepartments(mock.db, [
    { ...bureau, review: true, recordedAt: MOCK_NOW, recordedBy: 'test' },
  ]);
}

async function type(name: string, text: string) {
  const box = await field(name);
  await userEvent.clear(box);
  await userEvent.type(box, text);
}

test('a payment is typed in 万元, shown in fen, and counts at once', async () => {
  await openAs(reporter, `/enter?item=${FUND}`);
  expect(await screen.findByRole('heading', { level: 1, name: '指标与资金录入' })).toBeVisible();
  await type('金额', '700.5');
  expect(await screen.findByText(/= 700,500,000 分/)).toBeVisible();
  expect(screen.getByText('7,005,000 元')).toBeVisible();
  await userEvent.click(await button('提交'));
  expect(await screen.findByText('已记录，看板上已是新的数。')).toBeVisible();
  await waitFor(() =>
    expect(screen.getByRole('region', { name: '上一次' })).toHaveTextContent('拨付 701 万元'),
  );
});

test('what looks odd is asked at its field, and goes through once it was read', async () => {
  await openAs(reporter, `/enter?item=${FUND}`);
  await type('金额', '1300');
  await userEvent.click(screen.getByRole('radio', { name: '元' }));
  await userEvent.click(await button('提交'));
  const asked = await screen.findByRole('alert');
  expect(asked).toHaveTextContent(/相差约一万倍/);
  await userEvent.click(within(asked).getByRole('checkbox', { name: '核对过，没有错' }));
  await userEvent.click(await button('提交'));
  expect(await screen.findByText('已记录，看板上已是新的数。')).toBeVisible();
});

test('faults are said at the field, and a draft outlives the page', async () => {
  await openAs(reporter, `/enter?item=${FIGURE}`);
  await userEvent.click(await button('提交'));
  expect(await screen.findByText('请填写数值。')).toBeVisible();
  await type('数值', '五');
  await userEvent.click(await button('提交'));
  expect(await screen.findByText('这不是一个数，只写数字和小数点。')).toBeVisible();
  await type('数值', '5');
  await type('数据日期', '2021-06-30');
  await userEvent.click(await button('提交'));
  expect(await screen.findByText('这个日期还没有到。')).toBeVisible();
  page.close();
  page = await openPage(`/enter?item=${FIGURE}`);
  expect(await field('数据日期')).toHaveValue('2021-06-30');
  expect(await field('数值')).toHaveValue('5');
});

test('a session that ends in mid-form: nothing typed is lost, and it goes on after signing in', async () => {
  await openAs(reporter, `/enter?item=${FUND}`);
  await type('金额', '700');
  const session = (method: string, body?: unknown) =>
    fetch(new URL('/api/session', location.href), { method, body: JSON.stringify(body) });
  await session('DELETE');
  await userEvent.click(await button('提交'));
  expect(await screen.findByText(/登录已失效，填的内容还在这一页上/)).toBeVisible();
  await page.look();
  expect(await field('金额')).toHaveValue('700');
  await session('POST', { choice: 'demo.1-reporter' });
  await page.look();
  await userEvent.click(await button('提交'));
  expect(await screen.findByText('已记录，看板上已是新的数。')).toBeVisible();
});

test('a correction starts from what is on record and says why', async () => {
  await openAs(reporter, `/enter?item=${FIGURE}`);
  const choice = await screen.findByRole('combobox', { name: '更正已有的一条' });
  const [, standing] = within(choice).getAllByRole('option');
  await userEvent.selectOptions(choice, standing ?? '');
  expect(await field('数值')).not.toHaveValue('');
  await userEvent.click(await button('提交'));
  expect(await screen.findByText('请写明更正的原因。')).toBeVisible();
  await type('更正原因', '抄错一行');
  await userEvent.click(await button('提交'));
  expect(await screen.findByText('已记录，看板上已是新的数。')).toBeVisible();
});

test('a returned entry comes back filled in, with the reviewer’s words', async () => {
  await reviewed();
  await openAs(reporter, `/enter?item=${FIGURE}`);
  await type('数值', '3');
  await userEvent.click(await button('提交'));
  expect(await screen.findByText('已提交，等待审核。')).toBeVisible();
  page.close();

  page = await openPage('/sign-in');
  await userEvent.click(await button('审核员'));
  await waitFor(() => expect(page.address()).not.toContain('sign-in'));
  page.close();
  page = await openPage('/review');
  const waiting = within(await screen.findByRole('navigation', { name: '等待审核' }));
  await userEvent.click(waiting.getByRole('link'));
  const table = await screen.findByRole('table');
  expect(within(table).getByRole('row', { name: /数值/ })).toHaveTextContent('3');
  await userEvent.click(await button('退回'));
  expect(await screen.findByText('退回要写明原因。')).toBeVisible();
  await type('退回时写明原因', '请附名单');
  await userEvent.click(await button('退回'));
  expect(await screen.findByText('没有等待审核的填报')).toBeVisible();
  page.close();

  page = await openPage('/sign-in');
  await userEvent.click(await button(reporter));
  await waitFor(() => expect(page.address()).not.toContain('sign-in'));
  page.close();
  page = await openPage('/enter');
  const list = within(await screen.findByRole('region', { name: '退回，改好再交' }));
  expect(list.getByText('请附名单')).toBeVisible();
  await userEvent.click(list.getByRole('link'));
  expect(await field('数值')).toHaveValue('3');
  const form = within(screen.getByRole('article'));
  expect(form.getByText('请附名单')).toBeVisible();
  // Mended and put forward again, it is done with.
  await type('数值', '4');
  await userEvent.click(await button('提交'));
  expect(await screen.findByText('已提交，等待审核。')).toBeVisible();
  await waitFor(() => expect(screen.queryByText('请附名单')).toBeNull());
  expect(await field('数值')).toHaveValue('');
});

test('a payment has a name, which a correction keeps', async () => {
  await openAs(reporter, `/enter?item=${FUND}`);
  await type('金额', '700');
  await type('名称（可不填）', '首批补助');
  await userEvent.click(await button('提交'));
  expect(await screen.findByText('已记录，看板上已是新的数。')).toBeVisible();
  const choice = await screen.findByRole('combobox', { name: '更正已有的一条' });
  const named = await within(choice).findByRole('option', { name: /拨付 首批补助 700 万元/ });
  await userEvent.selectOptions(choice, named);
  expect(screen.getByText('留空则仍叫“首批补助”')).toBeVisible();
  await type('金额', '710');
  await type('更正原因', '抄错一行');
  await userEvent.click(await button('提交'));
  expect(
    await within(choice).findByRole('option', { name: /拨付 首批补助 710 万元/ }),
  ).toBeVisible();
});

test('a payment of long ago can be corrected: earlier ones come page by page', async () => {
  const [first] = await readMovements(mock.db, { knownAt: null, asOfLast: null, fund: 'platform' });
  if (first === undefined) throw new Error('the default dataset has a payment');
  const days = Array.from({ length: 30 }, (_, n) => `2021-04-${String(n + 1).padStart(2, '0')}`);
  await appendMovements(
    mock.db,
    days.map((asOf) => ({
      ...first,
      id: `m.${asOf}`,
      kind: 'disbursed' as const,
      amountFen: 100_000_000,
      label: { zh: `第 ${asOf} 笔`, en: asOf },
      asOf,
      supersedes: null,
      recordedAt: MOCK_NOW,
    })),
  );
  await openAs(reporter, `/enter?item=${FUND}`);
  const choice = await screen.findByRole('combobox', { name: '更正已有的一条' });
  expect(await within(choice).findByRole('option', { name: /第 2021-04-30 笔/ })).toBeVisible();
  expect(within(choice).queryByRole('option', { name: /第 2021-04-01 笔/ })).toBeNull();
  await userEvent.click(await button('找更早的'));
  const early = await within(choice).findByRole('option', { name: /第 2021-04-01 笔/ });
  await userEvent.selectOptions(choice, early);
  await type('更正原因', '抄错一行');
  page.close();
  // Opened again, the draft names a payment that is not on the first page.
  page = await openPage(`/enter?item=${FUND}`);
  expect(await screen.findByText('留空则仍叫“第 2021-04-01 笔”')).toBeVisible();
  expect(await screen.findByRole('combobox', { name: '更正已有的一条' })).toHaveValue(
    'm.2021-04-01',
  );
});

test('what waits for review goes on beyond its first page', async () => {
  for (let n = 0; n < 52; n += 1)
    await appendSubmission(mock.db, {
      id: `s.${String(n).padStart(3, '0')}`,
      kind: 'movement',
      subject: 'platform',
      department: 'd.bureau',
      input: {
        kind: 'disbursed',
        amountFen: 100_000_000 + n,
        qualifier: 'exact',
        period: null,
        asOf: '2021-05-31',
        label: null,
        source: null,
        supersedes: null,
        reason: null,
        confirmed: [],
        mends: null,
      },
      recordedAt: MOCK_NOW,
      recordedBy: 'somebody',
    });
  await openAs('审核员', '/review');
  const list = within(await screen.findByRole('navigation', { name: '等待审核' }));
  expect(list.getAllByRole('link')).toHaveLength(50);
  await userEvent.click(list.getByRole('button', { name: '列出更多' }));
  await waitFor(() => expect(list.getAllByRole('link')).toHaveLength(52));
  expect(list.queryByRole('button', { name: '列出更多' })).toBeNull();
});

test('accepting puts it on record', async () => {
  await reviewed();
  await openAs(reporter, `/enter?item=${FUND}`);
  await type('金额', '700');
  await userEvent.click(await button('提交'));
  expect(await screen.findByText('已提交，等待审核。')).toBeVisible();
  page.close();
  page = await openPage('/sign-in');
  await userEvent.click(await button('审核员'));
  await waitFor(() => expect(page.address()).not.toContain('sign-in'));
  page.close();
  page = await openPage('/watch');
  const waiting = within(await screen.findByRole('region', { name: /等待审核/ }));
  await userEvent.click(waiting.getByRole('link'));
  expect(await screen.findByRole('region', { name: '通过后' })).toHaveTextContent('2,000');
  expect(screen.getByText('拨付 700 万元')).toBeVisible();
  await userEvent.click(await button('通过'));
  expect(await screen.findByText('已通过，计入看板。')).toBeVisible();
});

test('whoever may not enter is told so', async () => {
  await openAs('领导（查看）', '/enter');
  expect(await screen.findByText('这一页不在您的权限之内')).toBeVisible();
});
