import { expect, test } from 'vitest';
import { type ChartTable, toCsv, toTsv } from '#src/charts/table-text.ts';

const table: ChartTable = {
  columns: [
    { label: '日期', numeric: false },
    { label: '累计拨付（万元）', numeric: true },
  ],
  rows: [
    [{ text: '2021-04-30' }, { text: '1,300', value: 1300 }],
    [{ text: '2021-05-31' }, { text: '无新数' }],
  ],
};

test('numbers leave without their commas, missing ones as words', () => {
  expect(toTsv(table)).toBe('日期\t累计拨付（万元）\n2021-04-30\t1300\n2021-05-31\t无新数');
  expect(toCsv(table)).toBe(
    '\uFEFF日期,累计拨付（万元）\r\n2021-04-30,1300\r\n2021-05-31,无新数\r\n',
  );
});

test('quotes, commas, tabs and line breaks in a text cannot move a cell', () => {
  const one = (text: string): ChartTable => ({
    columns: [{ label: 'a', numeric: false }],
    rows: [[{ text }]],
  });
  expect(toCsv(one('say "x", y\nz'))).toBe('\uFEFFa\r\n"say ""x"", y\nz"\r\n');
  expect(toTsv(one('a\tb\nc'))).toBe('a\na b c');
});

test('a text that looks like a formula stays a text, a negative number stays a number', () => {
  const csv = toCsv({
    columns: [{ label: '=cmd()', numeric: false }],
    rows: [[{ text: '+1' }], [{ text: '-3', value: -3 }]],
  });
  expect(csv).toBe("\uFEFF'=cmd()\r\n'+1\r\n-3\r\n");
});
