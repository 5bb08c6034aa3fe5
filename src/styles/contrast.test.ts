/** Contrast of every pair of tokens that meet, by WCAG 2.2's own formula. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('src/styles/tokens.css', 'utf8');

function tokens(theme: string): Map<string, string> {
  const body = new RegExp(`\\[data-theme="${theme}"\\]\\s*\\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  const pairs = [...body.matchAll(/--([a-z0-9]+):\s*(#[0-9a-f]{6});/g)];
  return new Map(pairs.map(([, name = '', value = '']) => [name, value]));
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['bg', 'surface', 'raised'];
/** Text of any size. */
const TEXT = ['ink', 'ink2', 'ink3', 'data', 'q', 'done', 'ok', 'none'];
/** Shapes that carry meaning: lights, bars, rules of a state. */
const SHAPES = ['near', 'over', 'ok', 'done', 'none', 'data', 'data2'];

const pairs = (names: readonly string[]) =>
  GROUNDS.flatMap((ground) => names.map((name) => [name, ground] as const));

describe.each(['dark', 'light', 'projector'])('%s', (theme) => {
  const of = tokens(theme);
  const between = (name: string, ground: string): number =>
    contrast(of.get(name) ?? '', of.get(ground) ?? '');

  test.each(pairs(TEXT))('%s as text on %s reaches 4.5', (name, ground) => {
    expect(between(name, ground)).toBeGreaterThanOrEqual(4.5);
  });

  // The colours of rise and fall stand in cards, the exclamation of a fault on the page.
  test.each(['bg', 'surface'])('over as text on %s reaches 4.5', (ground) => {
    expect(between('over', ground)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(SHAPES))('%s as a shape on %s reaches 3', (name, ground) => {
    expect(between(name, ground)).toBeGreaterThanOrEqual(3);
  });
});

test('black on white is 21, a colour on itself is 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#7b7b7b', '#7b7b7b')).toBe(1);
});
