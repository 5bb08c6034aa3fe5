import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faces, themeNames, tokensOf } from '#src/charts/tokens.ts';

// As a file: the test runner empties style sheets that are imported.
const css = readFileSync('src/styles/tokens.css', 'utf8');

/** The custom properties of the rule that names the theme. */
function declared(theme: string): Map<string, string> {
  const body = new RegExp(`\\[data-theme="${theme}"\\]\\s*\\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map(
    [...body.matchAll(/--([a-z0-9]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
}

describe.each(themeNames)('theme %s', (theme) => {
  test('every colour is the one of the style sheet', () => {
    const rule = declared(theme);
    expect(rule.size).toBeGreaterThan(10);
    const { gapInk, ...mirrored } = tokensOf[theme];
    for (const [name, value] of Object.entries(mirrored))
      expect([name, value]).toEqual([name, rule.get(name)]);
    expect([rule.get('near'), rule.get('ink')]).toContain(gapInk);
  });
});

test('the faces are those of the style sheet', () => {
  const flat = (text: string) => text.replace(/,\s+/g, ',').replaceAll('"', "'").trim();
  const face = (name: string) => flat(new RegExp(`--${name}:([^;]+);`).exec(css)?.[1] ?? '');
  expect(face('cjk')).toBe(faces.cjk);
  expect(face('fig')).toBe(faces.fig);
});
