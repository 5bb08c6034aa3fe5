/** What the build for a server ships: the page, and nothing of the mock, its server, its database or its data. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../../scripts/lib/files.ts';

const root = join(import.meta.dirname, '../..');

/** Words that survive minifying, by where they come from. */
const traces = {
  'the worker': 'mockServiceWorker',
  msw: 'onUnhandledFrame',
  'SQLite in WebAssembly': 'sqlite3',
  'the query builder': 'kysely_migration',
  'the schema library': 'ZodError',
  'the server': 'application/problem+json; charset',
  'the default dataset': '深根计划',
  'the scenarios': 'broken-panel',
} as const;

async function tracesIn(folder: string): Promise<string[]> {
  const files = await filesOf(root, [folder], /^(?!.*\.(br|gz|woff2|built-from)$)/);
  if (files.length === 0) throw new Error(`${folder}/ holds nothing: it is to be built first`);
  const texts = await Promise.all(
    files.map(async (file) => `${file}\n${await readFile(join(root, file), 'latin1')}`),
  );
  const found = Object.entries(traces).filter(([, word]) => {
    const bytes = Buffer.from(word).toString('latin1');
    return texts.some((text) => text.includes(bytes));
  });
  return found.map(([what]) => what);
}

test('the demo carries all of it, so that the next test looks for the right words', async () => {
  expect(await tracesIn('dist-demo')).toEqual(Object.keys(traces));
});

test('the page that a server sends carries none of it', async () => {
  expect(await tracesIn('dist')).toEqual([]);
});
