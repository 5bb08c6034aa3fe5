import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './postgres.ts';

const made: TestDatabase[] = [];
afterAll(async () => {
  for (const database of made) await database.drop();
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('two clones of one template share its tables and nothing else', async () => {
  let prepared = 0;
  const template = {
    name: 'setup_test',
    prepare: async (url: string) => {
      prepared += 1;
      await query(url, 'create table kept (word text)');
    },
  };
  const one = await createTestDatabase(template);
  const two = await createTestDatabase(template);
  made.push(one, two);

  await query(one.url, `insert into kept values ('one')`);

  expect(prepared).toBe(1);
  expect(await query(one.url, 'select word from kept')).toEqual([{ word: 'one' }]);
  expect(await query(two.url, 'select word from kept')).toEqual([]);
});

test('orders text by language, so that an order nobody named is noticed', async () => {
  const database = await createTestDatabase();
  made.push(database);
  const rows = await query(
    database.url,
    `select w from (values ('b'), ('A'), ('a')) v(w) order by w`,
  );
  expect(rows).toEqual([{ w: 'a' }, { w: 'A' }, { w: 'b' }]);
});
