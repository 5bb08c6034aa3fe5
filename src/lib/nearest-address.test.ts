import { expect, test } from 'vitest';
import { emptyAddress, readAddress } from './address.ts';
import { nearestDay, offersFor } from './nearest-address.ts';

test.each([
  ['2021-02-30', '2021-02-28'],
  ['2021-13-01', '2021-12-01'],
  ['2021/5/31', '2021-05-31'],
  ['2021-05', '2021-05-31'],
  ['20210531', '2021-05-31'],
  ['2021年5月31日', '2021-05-31'],
  ['2021', '2021-12-31'],
  ['2021-00-00', '2021-01-01'],
  ['yesterday', null],
  ['', null],
  ['9'.repeat(10_000), null],
])('%s is near %s', (given, day) => {
  expect(nearestDay(given)).toBe(day);
});

const offers = (search: string) => {
  const { address, faults } = readAddress(search);
  return faults.flatMap((fault) => offersFor(fault, address)).map((offer) => offer.change);
};

test('every offer makes an address without that fault', () => {
  expect(offers('?asOf=2021-02-30')).toEqual([{ asOf: '2021-02-28' }]);
  expect(offers('?lang=fr')).toEqual([{ lang: 'zh' }, { lang: 'en' }]);
  expect(offers('?theme=pink').map((change) => change.theme)).toContain('light');
  expect(offers('?asOf=2021-04-30&compare=2021-05-31')).toEqual([
    { asOf: '2021-05-31', compare: '2021-04-30' },
  ]);
  expect(offers('?asof=2021-04-30')).toEqual([{ asOf: '2021-04-30' }]);
  expect(offers('?langs=en')).toEqual([{ lang: 'en' }]);
  expect(offers('?langs=fr')).toEqual([]);
  expect(offers('?stage=sined')).toEqual([{ stage: 'signed' }]);
  expect(offers('?lang=zh&lang=en&lang=zh')).toEqual([{ lang: 'zh' }, { lang: 'en' }]);
  expect(offersFor({ param: 'x', given: 'y', kind: 'unknown' }, emptyAddress)).toEqual([]);
});
