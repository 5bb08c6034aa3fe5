import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { atRest } from './alive.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

type Finding = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };

/**
 * What axe finds on the page at rest: while a drawer slides in, what lies under it is measured through it. The page
 * has to be opened with `bypassCSP`: its policy forbids foreign scripts.
 */
export async function violationsOn(page: Page): Promise<string[]> {
  await atRest(page);
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const axe = Reflect.get(globalThis, 'axe') as {
      run: (options: object) => Promise<{ violations: Finding[] }>;
    };
    // Size and distance of what can be pressed: off unless asked for, and what Lighthouse asks for.
    return (await axe.run({ rules: { 'target-size': { enabled: true } } })).violations;
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
