import { createRequire } from 'node:module';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { filesOf } from './files.ts';

const require = createRequire(import.meta.url);

/** The rooms under the import rules. */
const rooms = ['core', 'server', 'src', 'mocks', 'tests', 'scripts'];

export type Violation = { readonly rule: string; readonly from: string; readonly to: string };

export type BoundariesReport = {
  readonly files: number;
  readonly violations: readonly Violation[];
};

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
