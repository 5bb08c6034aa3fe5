import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkImports } from './lib/boundaries.ts';
import { filesOf } from './lib/files.ts';
import { houseFaults } from './lib/house-rules.ts';

const root = join(import.meta.dirname, '..');
const { files, violations } = await checkImports(root);
for (const { rule, from, to } of violations) console.error(`${from} -> ${to}: ${rule}`);

const sources = await filesOf(
  root,
  ['core', 'server', 'src', 'mocks', 'tests', 'scripts'],
  /\.(tsx?|mjs|css)$/,
);
const texts = await Promise.all(
  sources.map(async (file) => [file, await readFile(join(root, file), 'utf8')] as const),
);
const faults = texts.flatMap(([file, text]) => houseFaults(file, text));
for (const { file, line, says } of faults) console.error(`${file}:${line}: ${says}`);

const wrong = violations.length + faults.length;
console.log(`${files} files looked at, ${wrong} rules broken`);
process.exitCode = wrong > 0 ? 1 : 0;
