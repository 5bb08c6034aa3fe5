import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromiumAdvice, ensureChineseFont, ensureChromium } from './lib/chromium.ts';
import { root, runNode } from './lib/run-node.ts';
import { type BuildKind, isBuilt } from './lib/stamp.ts';
import { add, failures, type Tally, tally, type VitestReport } from './lib/vitest-results.ts';

/**
 * The whole proof, or `browser` alone. Goes on after a failure, so that one run says all,
 * and ends with one line, `N passed, N failed`.
 */
const onlyBrowser = process.argv[2] === 'browser';
const results = join(root, 'test-results');
let total: Tally = { passed: 0, failed: 0 };
const failed: string[] = [];

function heading(text: string): void {
  console.log(`\n== ${text} ==`);
}

const bin = (path: string): string => join('node_modules', path);

async function check(name: string, ...commands: readonly (readonly string[])[]): Promise<boolean> {
  heading(name);
  let ok = true;
  for (const command of commands) ok = (await runNode(command)) === 0 && ok;
  console.log(ok ? `${name}: passed` : `${name}: FAILED`);
  total = add(total, ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  if (!ok) failed.push(name);
  return ok;
}

async function tests(name: string, projects: readonly string[]): Promise<void> {
  heading(name);
  const file = join(results, `${projects.join('-')}.json`);
  await rm(file, { force: true });
  await runNode([
    bin('vitest/vitest.mjs'),
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const report = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as VitestReport,
    () => null,
  );
  total = add(total, tally(report));
  failed.push(...failures(report));
}

async function built(kind: BuildKind, command: readonly string[]): Promise<boolean> {
  return (await isBuilt(root, kind)) || (await check(`build of the ${kind}`, command));
}

async function browserTests(): Promise<void> {
  const chromium = ensureChromium();
  if (!chromium) {
    heading('browser tests');
    console.error(chromiumAdvice);
    total = add(total, { passed: 0, failed: 1 });
    failed.push(chromiumAdvice);
    return;
  }
  if (ensureChineseFont() === false) {
    console.warn('No Chinese font is installed: widths and pictures will differ from a real desk.');
  }
  process.env.CHROMIUM_PATH = chromium;
  const page = await built('page', ['scripts/build.ts']);
  const bundle = await built('bundle', ['scripts/build.ts', 'bundle']);
  const demo = await built('demo', ['scripts/build.ts', 'demo']);
  if (!page || !bundle || !demo) return;
  if (!onlyBrowser) await check('weight', [bin('size-limit/bin.js')]);
  await tests('browser tests', ['browser']);
}

if (!onlyBrowser) {
  const tsc = bin('typescript/bin/tsc');
  await check(
    'types',
    [tsc, '-p', '.'],
    [tsc, '-p', 'tsconfig.pure.json'],
    [tsc, '-p', 'tsconfig.worker.json'],
  );
  await check('lint', [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings']);
  await check('boundaries', ['scripts/boundaries.ts']);
  await check('unused code', [bin('knip/bin/knip.js')]);
  await tests('unit, property, component and contract tests', ['unit', 'component', 'contract']);
}
await browserTests();

if (failed.length > 0) {
  heading('what failed');
  console.log(failed.join('\n\n'));
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
