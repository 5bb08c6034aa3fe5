import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkImports } from '../../scripts/lib/boundaries.ts';

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: readonly { readonly name: string }[];
};

const trees: string[] = [];
afterEach(async () => {
  for (const tree of trees.splice(0)) await rm(tree, { recursive: true, force: true });
});

const value = 'export const value = 1;\n';

/** A small house that keeps every rule. */
const clean: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    name: 'fixture',
    type: 'module',
    imports: { '#core/*': './core/*', '#server/*': './server/*', '#mocks/*': './mocks/*' },
    dependencies: { zod: '1.0.0', echarts: '1.0.0', antd: '1.0.0', other: '1.0.0' },
    devDependencies: { tool: '1.0.0' },
  }),
  'core/contract/lists.ts': value,
  'core/contract/task.ts': `import { z } from 'zod';\nexport type Task = string;\nexport const task = z;\n`,
  'core/domain/light.ts': `import { value } from '../contract/lists.ts';\nimport type { Task } from '../contract/task.ts';\nexport const light: Task = String(value);\n`,
  'core/sample/sample.ts': `import { light } from '../domain/light.ts';\nexport const sample = light;\n`,
  'server/app.ts': `import { task } from '#core/contract/task.ts';\nexport const app = task;\n`,
  'server/node/main.ts': `import { createServer } from 'node:http';\nimport { app } from '../app.ts';\ncreateServer(app);\n`,
  'mocks/browser.ts': `import { app } from '#server/app.ts';\nexport const start = app;\n`,
  'src/main.tsx': `import { page } from './features/tasks/tasks-page.tsx';\nvoid page;\nvoid import('#mocks/browser.ts');\n`,
  'src/bundle/main.tsx': `import '../app/shell.tsx';\nimport '#server/app.ts';\n`,
  'src/app/shell.tsx': value,
  'src/api/tasks.ts': `import type { Task } from '#core/contract/task.ts';\nexport const value: Task = '';\n`,
  'src/charts/chart.tsx': `import * as echarts from 'echarts';\nexport const chart = echarts;\n`,
  'src/ui/light.tsx': `import { light } from '#core/domain/light.ts';\nexport const value = light;\n`,
  'src/features/tasks/tasks-page.tsx': `import { chart } from '../../charts/chart.tsx';\nimport { value } from '../../api/tasks.ts';\nexport const page = [chart, value];\n`,
  'src/features/funds/funds-page.tsx': value,
  'src/features/audit/audit-page.tsx': `import 'antd';\n`,
  'tests/setup/help.ts': value,
  'scripts/build.ts': value,
};

for (const name of ['zod', 'echarts', 'antd', 'other', 'tool']) {
  Object.assign(clean, {
    [`node_modules/${name}/package.json`]: `{"name":"${name}","version":"1.0.0","type":"module","exports":"./index.js"}`,
    [`node_modules/${name}/index.js`]: 'export const z = 1;\n',
  });
}

async function brokenRules(planted: Readonly<Record<string, string>>): Promise<string[]> {
  const root = await mkdtemp(join(tmpdir(), 'cockpit-house-'));
  trees.push(root);
  for (const [file, text] of Object.entries({ ...clean, ...planted })) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  const { violations } = await checkImports(root);
  return [...new Set(violations.map(({ rule }) => rule))].sort();
}

/** Rule by rule, the smallest file that breaks it. */
const plants: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-cycle': {
    'src/ui/one.ts': `import { two } from './two.ts';\nexport const one = () => two;\n`,
    'src/ui/two.ts': `import { one } from './one.ts';\nexport const two = () => one;\n`,
  },
  resolvable: { 'src/ui/lost.ts': `import './nowhere.ts';\n` },
  'core-alone': { 'core/domain/up.ts': `import '../../src/ui/light.tsx';\n` },
  'contract-below-domain': { 'core/contract/up.ts': `import '../domain/light.ts';\n` },
  'domain-without-schemas': { 'core/domain/schema.ts': `import '../contract/task.ts';\n` },
  'core-without-libraries': { 'core/domain/library.ts': `import 'other';\n` },
  'server-imports-core': { 'server/up.ts': `import '../src/ui/light.tsx';\n` },
  'server-without-node': {
    'server/up.ts': `import './node/files.ts';\n`,
    'server/node/files.ts': value,
  },
  'node-only-in-node': { 'server/files.ts': `import 'node:fs';\n` },
  'page-without-server': { 'src/api/short-cut.ts': `import '#server/app.ts';\n` },
  'page-without-schemas': { 'src/api/schema.ts': `import '#core/contract/task.ts';\n` },
  'mocks-from-main': { 'src/app/mocked.ts': `import '#mocks/browser.ts';\n` },
  'mocks-over-the-app': { 'mocks/node-home.ts': `import '#server/node/main.ts';\n` },
  'bundle-without-node': { 'src/bundle/up.ts': `import '../../server/node/main.ts';\n` },
  'features-apart': {
    'src/features/funds/part.ts': `import '../tasks/tasks-page.tsx';\n`,
  },
  'features-below-app': { 'src/features/funds/part.ts': `import '../../app/shell.tsx';\n` },
  'shared-below-features': { 'src/lib/up.ts': `import '../features/funds/funds-page.tsx';\n` },
  'parts-without-requests': { 'src/ui/asks.ts': `import '../api/tasks.ts';\n` },
  'echarts-in-charts': { 'src/ui/draws.ts': `import 'echarts';\n` },
  'antd-for-entry': { 'src/ui/button.tsx': `import 'antd';\n` },
  'no-test-code-in-production': {
    'src/ui/tested.ts': `import './light.test.tsx';\n`,
    'src/ui/light.test.tsx': value,
  },
  'no-development-packages-in-production': { 'server/tool.ts': `import 'tool';\n` },
};

test('every rule of the house has a planted fault', () => {
  expect(Object.keys(plants).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

test('a house that keeps the rules passes', async () => {
  expect(await brokenRules({})).toEqual([]);
});

for (const [rule, planted] of Object.entries(plants)) {
  test(`catches: ${rule}`, async () => {
    expect(await brokenRules(planted)).toEqual([rule]);
  });
}

test('a cruise that has seen nothing is a failure', async () => {
  const root = await mkdtemp(join(tmpdir(), 'cockpit-house-'));
  trees.push(root);
  await mkdir(join(root, 'src'));
  await writeFile(join(root, 'src', 'a.ts'), value);
  await expect(checkImports(root)).rejects.toThrow('has not read');
});
