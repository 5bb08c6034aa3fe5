/** What the build for a server ships: the page, and nothing of the mock, its server, its database or its data. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pages } from '#src/app/pages.ts';
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

type Chunk = {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
};

test('no board and no wall loads anything of antd, nor its sheet', async () => {
  const manifest = JSON.parse(
    await readFile(join(root, 'dist/.vite/manifest.json'), 'utf8'),
  ) as Readonly<Record<string, Chunk>>;
  const loaded = new Set<string>();
  const visit = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const next of manifest[name]?.imports ?? []) visit(next);
  };
  for (const [name, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(name);
  for (const page of pages) if (page.over === 'board') visit(page.module);
  const holding: string[] = [];
  for (const name of loaded) {
    const text = await readFile(join(root, 'dist', manifest[name]?.file ?? ''), 'utf8');
    if (/ant-btn|rc-component|admin-vars/.test(text)) holding.push(name);
  }
  expect(loaded.size).toBeGreaterThan(pages.length / 2);
  expect(holding).toEqual([]);
  const sheet = manifest['style.css']?.file ?? '';
  expect(await readFile(join(root, 'dist', sheet), 'utf8')).not.toMatch(/\.ant-|admin-vars/);
  // The words that are looked for do stand where antd is.
  const audit = new Set<string>();
  const follow = (name: string): void => {
    if (audit.has(name)) return;
    audit.add(name);
    for (const next of manifest[name]?.imports ?? []) follow(next);
  };
  follow('src/features/audit/audit-page.tsx');
  const texts = await Promise.all(
    [...audit].map((name) => readFile(join(root, 'dist', manifest[name]?.file ?? ''), 'utf8')),
  );
  expect(texts.some((text) => text.includes('admin-vars'))).toBe(true);
});
