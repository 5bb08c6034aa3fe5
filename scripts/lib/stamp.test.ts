import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isBuilt, markBuilt, sourceHash } from './stamp.ts';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'cockpit-stamp-'));
  for (const folder of ['core', 'src', 'server', 'dist-static', 'dist-demo']) {
    await mkdir(join(root, folder));
  }
  for (const file of ['index.html', 'vite.config.ts', 'package-lock.json', 'package.json']) {
    await writeFile(join(root, file), '');
  }
  await writeFile(join(root, 'src', 'main.tsx'), 'one');
  for (const kind of ['page', 'demo'] as const) {
    await markBuilt(root, kind, await sourceHash(root, kind));
  }
});

afterEach(() => rm(root, { recursive: true, force: true }));

test('what was built is not built again', async () => {
  expect(await isBuilt(root, 'page')).toBe(true);
  expect(await isBuilt(root, 'demo')).toBe(true);
});

test('a changed, a new and a removed source each make the build stale', async () => {
  await writeFile(join(root, 'src', 'main.tsx'), 'two');
  expect(await isBuilt(root, 'page')).toBe(false);
  await writeFile(join(root, 'src', 'main.tsx'), 'one');
  expect(await isBuilt(root, 'page')).toBe(true);

  await writeFile(join(root, 'core', 'new.ts'), '');
  expect(await isBuilt(root, 'page')).toBe(false);
  await rm(join(root, 'core', 'new.ts'));
  await rm(join(root, 'src', 'main.tsx'));
  expect(await isBuilt(root, 'page')).toBe(false);
});

test('a test file does not, and the server is a source of the demo alone', async () => {
  await writeFile(join(root, 'src', 'main.test.tsx'), '');
  expect(await isBuilt(root, 'page')).toBe(true);
  await writeFile(join(root, 'server', 'app.ts'), '');
  expect(await isBuilt(root, 'page')).toBe(true);
  expect(await isBuilt(root, 'demo')).toBe(false);
});

test('without a stamp nothing counts as built', async () => {
  await rm(join(root, 'dist-static'), { recursive: true });
  expect(await isBuilt(root, 'page')).toBe(false);
});
