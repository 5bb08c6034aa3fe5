import { expect, test } from 'vitest';
import { worstFirst } from './urgency.ts';

test('worst first; of the same light the nearer date, then the order of the list', () => {
  const task = (id: string, state: 'over' | 'none', due: string | null) => ({
    id,
    light: { state },
    next: due === null ? null : { due },
  });
  const sorted = worstFirst([
    task('undated', 'none', null),
    task('also undated', 'none', null),
    task('dated', 'none', '2021-07-01'),
    task('late', 'over', '2021-05-20'),
    task('later', 'over', '2021-05-02'),
  ]);
  expect(sorted.map(({ id }) => id)).toEqual(['later', 'late', 'dated', 'undated', 'also undated']);
});
