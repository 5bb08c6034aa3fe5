import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';

const require = createRequire(import.meta.url);

/** The rooms under the import rules. */
const rooms = ['core', 'server', 'src', 'mocks', 'tests', 'scripts'];

export type Violation = { readonly rule: string; readonly from: string; readonly to: string };

export type BoundariesReport = {
  readonly files: number;
  readonly violations: readonly Violation[];
};

/** Every file under `root`/`rooms` whose name ends so, relative to `root`, with `/`. */
export async function filesOf(
  root: string,
  folders: readonly string[],
  ending: RegExp,
): Promise<string[]> {
  const found: string[] = [];
  for (const folder of folders) {
    const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
      () => [],
    );
    for (const entry of entries) {
      if (!entry.isFile() || !ending.test(entry.name)) continue;
      found.push(relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
    }
  }
  return found.sort();
}

/**
 * Applies .dependency-cruiser.cjs to the tree under `root`. Throws where the cruiser has not
 * looked at every source file: a parser that sees nothing would otherwise pass for a clean tree.
 */
export async function checkImports(root: string): Promise<BoundariesReport> {
  const { forbidden, options } = require('../../.dependency-cruiser.cjs');
  const { enhancedResolveOptions, ...cruiseOptions } = options;
  const files = await filesOf(root, rooms, /\.tsx?$/);
  const present = rooms.filter((room) => files.some((file) => file.startsWith(`${room}/`)));
  const { output } = await cruise(
    present,
    { ...cruiseOptions, baseDir: root, validate: true, ruleSet: { forbidden } },
    enhancedResolveOptions,
  );
  const { modules, summary } = output as ICruiseResult;
  const withImports = modules.filter((module) => module.dependencies.length > 0);
  const seen = new Set(modules.map((module) => module.source));
  const unseen = files.filter((file) => !seen.has(file) && !file.endsWith('.d.ts'));
  if (unseen.length > 0 || withImports.length === 0) {
    throw new Error(
      `The import check has not read ${unseen.length} of ${files.length} files (${unseen.slice(0, 3).join(', ')}).`,
    );
  }
  return {
    files: files.length,
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
