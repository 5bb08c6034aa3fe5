import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../../scripts/lib/files.ts';

const root = join(import.meta.dirname, '..', '..');
const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/** npm's own words that the documents may use; `npm x` for any other x would not work. */
const ownCommands = ['ci', 'install', 'audit', 'start', 'test', 'pack', 'version', 'outdated'];

async function documents(): Promise<string[]> {
  const atRoot = (await readdir(root)).filter((name) => name.endsWith('.md'));
  return [...atRoot, ...(await filesOf(root, ['docs'], /\.md$/))];
}

/** What a document says in code: its fenced blocks and what stands between backticks. */
function codeOf(text: string): string {
  const code = /^```[\s\S]*?^```|`[^`\n]+`/gm;
  return [...text.matchAll(code)].map(([found]) => found).join('\n');
}

test('every npm command that a document names exists', async () => {
  const named: string[] = [];
  const missing: string[] = [];
  for (const file of await documents()) {
    const text = await readFile(join(root, file), 'utf8');
    for (const [command, , script, own] of codeOf(text).matchAll(
      /\bnpm ((?:run|run-script) ([\w:.-]*\w)|([a-z]+)\b)/g,
    )) {
      named.push(command);
      const known = script ? script in scripts : own !== undefined && ownCommands.includes(own);
      if (!known) missing.push(`${file}: ${command}`);
    }
  }
  expect(missing).toEqual([]);
  expect(named).toContain('npm start');
  expect(named).toContain('npm test');
});

test('every npm script that runs a file of the house finds it', () => {
  const files = Object.entries(scripts).flatMap(([name, command]) =>
    [...command.matchAll(/(?:^|\s)\.?\/?((?:scripts|tests)\/[\w./-]+)/g)].map(
      ([, file = '']) => `${name}: ${file}`,
    ),
  );
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((entry) => !existsSync(join(root, entry.split(': ')[1] ?? '')))).toEqual([]);
});

test('every bench is named to whoever works on the house', async () => {
  const text = codeOf(await readFile(join(root, 'CONTRIBUTING.md'), 'utf8')).split('\n');
  const benches = (await readdir(join(root, 'tests', 'bench')))
    .filter((name) => name.endsWith('.bench.ts'))
    .map((name) => `\`${name.slice(0, -'.bench.ts'.length)}\``);
  expect(benches.length).toBeGreaterThan(5);
  expect(benches.filter((name) => !text.includes(name))).toEqual([]);
});
