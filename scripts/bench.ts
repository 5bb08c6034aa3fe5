/** Runs every tests/bench/*.bench.ts, prints one table, and fails where a stated bound is missed. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Measure } from '#tests/bench/measure.ts';
import { root } from './lib/run-node.ts';

type Bench = { readonly title: string; run(): Promise<readonly Measure[]> };

const folder = path.join(root, 'tests', 'bench');
const asked = process.argv[2] ?? '';
const files = readdirSync(folder).filter(
  (name) => name.endsWith('.bench.ts') && name.includes(asked),
);
if (files.length === 0) throw new Error(`no bench is called ${JSON.stringify(asked)}`);

let missed = 0;
for (const name of files) {
  const bench = (await import(path.join(folder, name))) as Bench;
  console.log(`\n${bench.title} …`);
  const rows = (await bench.run()).map(({ what, value, bound, holds }) => {
    if (!holds) missed += 1;
    return [what, value, bound ?? '', bound === null ? '' : holds ? 'holds' : 'MISSED'];
  });
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  for (const row of rows) {
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
  }
}
console.log(missed === 0 ? '\nEvery stated bound holds.' : `\n${missed} stated bound(s) missed.`);
process.exit(missed === 0 ? 0 : 1);
