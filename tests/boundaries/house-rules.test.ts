import { expect, test } from 'vitest';
import { houseFaults } from '../../scripts/lib/house-rules.ts';

test('a file of 400 lines passes and one of 401 does not', () => {
  expect(houseFaults('src/a.ts', 'x\n'.repeat(400))).toEqual([]);
  expect(houseFaults('src/a.ts', 'x\n'.repeat(401))).toHaveLength(1);
});

test('a barrel is named', () => {
  expect(houseFaults('src/ui/index.ts', '')).toMatchObject([{ file: 'src/ui/index.ts' }]);
});

test.each([
  '@container (min-width: 10px) {}',
  '.a { container-type: inline-size }',
  '.a { width: 10cqw }',
  '.a:has(b) {}',
  '@layer base {}',
  '.a { aspect-ratio: 1 }',
  '.a { height: 100dvh }',
  '.a { color: color-mix(in srgb, red, blue) }',
])('CSS that Chromium 87 does not know is refused: %s', (css) => {
  expect(houseFaults('src/ui/a.css', `.ok {}\n${css}\n`)).toMatchObject([{ line: 2 }]);
});

test('a comment about such CSS is not such CSS', () => {
  expect(houseFaults('src/ui/a.css', '/* no @layer, no :has() */\n.a { height: 100vh }\n')).toEqual(
    [],
  );
});

test.each(['(max-aspect-ratio: 1 / 1)', '(aspect-ratio: 16 / 9)'])(
  'the media feature %s is old',
  (feature) => {
    expect(houseFaults('src/ui/a.css', `@media ${feature} {\n}\n`)).toEqual([]);
  },
);

test.each([
  '.a { font-size: 14px }',
  '@media (max-width: 720px) { .a { color: red; line-height: 17px } }',
  '.a { font: 700 12.5px/1.2 serif }',
  'html .a { font-size: 14px }',
])('letters that do not follow the reader’s text size are refused: %s', (css) => {
  expect(houseFaults('src/ui/a.css', `.ok {}\n${css}\n`)).toMatchObject([{ line: 2 }]);
});

test.each([
  'html[data-shell="desk"] { font-size: 12.5px }',
  'html[data-shell="desk"],\nhtml[data-shell="desk"][data-text] { font-size: 12px }',
  '.a { font-size: 1.2rem; height: 44px; border: 1px solid }',
])('the root is in px, and so may be what is not a letter: %s', (css) => {
  expect(houseFaults('src/ui/a.css', `${css}\n`)).toEqual([]);
});
