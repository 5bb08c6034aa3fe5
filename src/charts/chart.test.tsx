import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Chart, type ChartProps } from '#src/charts/chart.tsx';
import { LanguageContext } from '#src/i18n/i18n.ts';

const props: ChartProps = {
  build: ({ u }) => ({
    grid: { left: 60, top: 30, width: 300, height: 200 },
    xAxis: { type: 'value', min: 0, max: 10 },
    yAxis: { type: 'value', min: 0, max: 100, name: `axis at ${u}` },
    series: [
      {
        type: 'line',
        data: [
          [0, 0],
          [10, 100],
        ],
      },
    ],
  }),
  ariaLabel: '年度资金',
  sentence: '已拨付 1,300 万元，落后 16.4 个百分点。',
  table: {
    columns: [
      { label: '日期', numeric: false },
      { label: '累计（万元）', numeric: true },
    ],
    rows: [
      [{ text: '2021-04-30' }, { text: '1,300', value: 1300 }],
      [{ text: '2021-05-31' }, { text: '无新数' }],
    ],
  },
  fileName: '资金',
  tools: true,
  ground: 'bg',
};

beforeEach(() => {
  // happy-dom lays nothing out.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(300);
});
afterEach(() => vi.restoreAllMocks());

const picture = () =>
  screen.getByRole('img', { name: '年度资金: 已拨付 1,300 万元，落后 16.4 个百分点。' });

test('draws what the builder describes, and keeps its own name', async () => {
  render(<Chart {...props} />);
  await waitFor(() => expect(picture()).toHaveTextContent('axis at 1'), { timeout: 10_000 });
  expect(picture()).toHaveAccessibleName('年度资金: 已拨付 1,300 万元，落后 16.4 个百分点。');
});

test('follows the theme of the page', async () => {
  document.documentElement.setAttribute('data-theme', 'light');
  const build: ChartProps['build'] = ({ tokens }) => ({
    xAxis: { type: 'value' },
    yAxis: { type: 'value', name: `ink ${tokens.ink}` },
    series: [],
  });
  render(<Chart {...props} build={build} />);
  await waitFor(() => expect(picture()).toHaveTextContent('ink #15202b'), { timeout: 10_000 });
  document.documentElement.setAttribute('data-theme', 'dark');
  await waitFor(() => expect(picture()).toHaveTextContent('ink #f1f5f9'));
  document.documentElement.removeAttribute('data-theme');
});

test('leaves nothing behind when its page goes', async () => {
  const page = render(<Chart {...props} />);
  await waitFor(() => expect(picture()).toHaveTextContent('axis at 1'), { timeout: 10_000 });
  const host = picture().querySelector('[_echarts_instance_]');
  expect(host).not.toBeNull();
  page.unmount();
  expect(host?.querySelector('svg')).toBeNull();
});

test('T shows and hides the table, Escape hides it', async () => {
  render(<Chart {...props} />);
  expect(screen.queryByRole('table')).toBeNull();
  await userEvent.keyboard('t');
  const table = within(screen.getByRole('table', { name: props.sentence }));
  expect(table.getAllByRole('row').map((row) => row.textContent)).toEqual([
    '日期累计（万元）',
    '2021-04-301,300',
    '2021-05-31无新数',
  ]);
  await userEvent.keyboard('T');
  expect(screen.queryByRole('table')).toBeNull();
  await userEvent.keyboard('t{Escape}');
  expect(screen.queryByRole('table')).toBeNull();
});

test('T in a field is a letter', async () => {
  render(
    <>
      <input aria-label="field" />
      <Chart {...props} />
    </>,
  );
  await userEvent.type(screen.getByLabelText('field'), 'total');
  expect(screen.getByLabelText('field')).toHaveValue('total');
  expect(screen.queryByRole('table')).toBeNull();
});

test('the button opens the table, and has the focus again when the table closes', async () => {
  render(<Chart {...props} />);
  const opener = screen.getByRole('button', { name: /数据表/ });
  await userEvent.click(opener);
  expect(opener).toHaveAttribute('aria-expanded', 'true');
  await userEvent.click(screen.getByRole('button', { name: '收起' }));
  expect(opener).toHaveAttribute('aria-expanded', 'false');
  expect(opener).toHaveFocus();
});

test('the table is copied as rows and tabs', async () => {
  userEvent.setup();
  render(<Chart {...props} />);
  await userEvent.keyboard('t');
  await userEvent.click(screen.getByRole('button', { name: '复制表格' }));
  expect(await navigator.clipboard.readText()).toBe(
    '日期\t累计（万元）\n2021-04-30\t1300\n2021-05-31\t无新数',
  );
  expect(await screen.findByText('已复制')).toBeInTheDocument();
});

test('says so where the browser does not allow copying', async () => {
  const user = userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(
    new DOMException('no', 'NotAllowedError'),
  );
  document.execCommand = () => false;
  render(<Chart {...props} />);
  await user.keyboard('t');
  await user.click(screen.getByRole('button', { name: '复制表格' }));
  expect(await screen.findByText('浏览器不允许复制，请下载 CSV')).toBeInTheDocument();
});

test('the table is saved as CSV under the name given', async () => {
  const saved: { name: string; blob: Blob }[] = [];
  let last: Blob | null = null;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    last = blob as Blob;
    return 'blob:x';
  });
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    if (last !== null) saved.push({ name: this.download, blob: last });
  });
  render(<Chart {...props} />);
  await userEvent.keyboard('t');
  await userEvent.click(screen.getByRole('button', { name: '下载 CSV' }));
  expect(saved.map((file) => file.name)).toEqual(['资金.csv']);
  expect(await saved[0]?.blob.text()).toContain('2021-04-30,1300');
});

test('a wall has no button, but the key', async () => {
  render(<Chart {...props} tools={false} />);
  expect(screen.queryByRole('button')).toBeNull();
  await userEvent.keyboard('t');
  expect(screen.getByRole('table')).toBeInTheDocument();
});

test('the server paints the box with its name, in the page’s language', () => {
  const html = renderToString(
    <LanguageContext value="en">
      <Chart {...props} />
    </LanguageContext>,
  );
  expect(html).toContain('role="img"');
  expect(html).toContain('落后 16.4 个百分点');
  expect(html).toContain('Data table');
  expect(html).not.toContain('<svg');
});

test('the arrow keys walk through the points, and each is said with its headings', async () => {
  render(<Chart {...props} />);
  const points = screen.getByRole('slider', { name: /数据点，2 个/ });
  await userEvent.tab();
  expect(points).toHaveFocus();
  expect(points).toHaveTextContent('第 1 / 2：2021-04-30，累计（万元） 1,300');
  await userEvent.keyboard('{ArrowRight}');
  expect(points).toHaveAttribute('aria-valuetext', '第 2 / 2：2021-05-31，累计（万元） 无新数');
  await userEvent.keyboard('{ArrowRight}{Home}');
  expect(points).toHaveAttribute('aria-valuenow', '1');
  await userEvent.keyboard('{End}');
  expect(points).toHaveAttribute('aria-valuenow', '2');
  await userEvent.tab();
  expect(points).toBeEmptyDOMElement();
});

test('the drawing is saved as SVG that stands alone, under a name that sorts', async () => {
  const saved: { name: string; blob: Blob }[] = [];
  let last: Blob | null = null;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    last = blob as Blob;
    return 'blob:x';
  });
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    if (last !== null) saved.push({ name: this.download, blob: last });
  });
  render(<Chart {...props} />);
  await waitFor(() => expect(picture()).toHaveTextContent('axis at 1'), { timeout: 10_000 });
  await userEvent.keyboard('t');
  await userEvent.click(screen.getByRole('button', { name: '下载 SVG' }));
  expect(saved.map((file) => file.name)).toEqual(['资金.svg']);
  const text = (await saved[0]?.blob.text()) ?? '';
  expect(text).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(text).toContain('viewBox="0 0 400 300"');
  expect(text).toContain('fill="#0f1720"');
  expect(text).toContain('axis at 1');
});
