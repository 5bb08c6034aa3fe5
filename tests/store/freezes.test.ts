import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addFreeze,
  findFreeze,
  removeFreeze,
  removeSilent,
  stopFreezes,
  tellFreeze,
} from '#server/meetings/freezes.repository.ts';
import type { Store } from '#server/node/store.ts';
import { engines } from './engines.ts';

const AT = '2026-03-01T08:00:00.000Z';
const LATER = '2026-03-01T08:00:05.000Z';

describe.each(engines)('freezes that are under way, on $engine', ({ open }) => {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  const add = (id: string, meeting: string) =>
    addFreeze(store.db, { id, meeting, accountName: `who froze ${id}`, begunAt: AT });

  test('the one that began last is told, with its share, while it gives signs', async () => {
    await add('a', 'm');
    await add('b', 'm');
    expect(await tellFreeze(store.db, 'b', 0.2504, LATER)).toBe(true);
    expect(await findFreeze(store.db, 'm', AT)).toEqual({
      id: 'b',
      meeting: 'm',
      accountName: 'who froze b',
      done: 0.25,
      begunAt: AT,
    });
    await removeFreeze(store.db, 'b');
    expect(await findFreeze(store.db, 'm', AT)).toMatchObject({ id: 'a', done: 0 });
    expect(await findFreeze(store.db, 'm', LATER)).toBeNull();
    await removeSilent(store.db, LATER);
    expect(await tellFreeze(store.db, 'a', 0.5, LATER)).toBe(false);
  });

  test('all of a meeting are stopped, those of others go on', async () => {
    await add('c', 'm');
    await add('d', 'm');
    await add('e', 'other');
    expect(await stopFreezes(store.db, 'm')).toBe(true);
    expect(await stopFreezes(store.db, 'm')).toBe(false);
    expect(await tellFreeze(store.db, 'c', 0.5, LATER)).toBe(false);
    expect(await tellFreeze(store.db, 'e', 0.5, LATER)).toBe(true);
  });
});
