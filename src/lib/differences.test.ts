import { expect, test } from 'vitest';
import { differencesOf } from './differences.ts';

test('what changed, came and went, by its place', () => {
  const before = {
    name: { zh: '局', en: 'Bureau' },
    review: false,
    note: null,
    gone: 1,
    list: [1],
  };
  const after = { name: { zh: '科技局', en: 'Bureau' }, review: true, note: '新', list: [1, 2] };
  expect(differencesOf(before, after)).toEqual([
    { path: 'name.zh', before: '局', after: '科技局' },
    { path: 'review', before: 'false', after: 'true' },
    { path: 'note', before: null, after: '新' },
    { path: 'list', before: '[1]', after: '[1,2]' },
    { path: 'gone', before: '1', after: null },
  ]);
});

test('something new has no before; the same twice has no difference; a bare value has no path', () => {
  expect(differencesOf(null, { a: 1 })).toEqual([{ path: 'a', before: null, after: '1' }]);
  expect(differencesOf({ a: { b: [] } }, { a: { b: [] } })).toEqual([]);
  expect(differencesOf(null, 7)).toEqual([{ path: '', before: null, after: '7' }]);
});
