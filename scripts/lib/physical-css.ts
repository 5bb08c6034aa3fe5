/**
 * Directions of writing as sides of the screen. Chromium 86 lacks a part of the logical properties; the bundler would
 * write each of them twice, for either direction, and no text of the product runs from right to left.
 */

const SIDES = {
  'inline-start': 'left',
  'inline-end': 'right',
  'block-start': 'top',
  'block-end': 'bottom',
} as const;

const CORNERS = {
  'start-start': 'top-left',
  'start-end': 'top-right',
  'end-start': 'bottom-left',
  'end-end': 'bottom-right',
} as const;

/** One or two values of a shorthand; blanks within brackets do not part them. */
function pairOf(value: string): [first: string, second: string] {
  const [first = '', second = first] = value.match(/(?:[^\s(]|\((?:[^()]|\([^()]*\))*\))+/g) ?? [];
  return [first, second];
}

/** The same sheet without logical properties, for text from left to right. */
export function physicalCss(css: string): string {
  return css
    .replace(
      /([{;])border-(start-start|start-end|end-start|end-end)-radius:/g,
      (_, before: string, corner: keyof typeof CORNERS) =>
        `${before}border-${CORNERS[corner]}-radius:`,
    )
    .replace(
      /([{;])(inset|margin|padding|border)-(inline|block)-(start|end)(-color|-width|-style)?:/g,
      (_, before: string, base: string, axis: string, end: string, part = '') => {
        const side = SIDES[`${axis}-${end}` as keyof typeof SIDES];
        return `${before}${base === 'inset' ? side : `${base}-${side}`}${part}:`;
      },
    )
    .replace(
      /([{;])(inset|margin|padding|border)-(inline|block)(-color|-width|-style)?:([^;}]*)/g,
      (_, before: string, base: string, axis: 'inline' | 'block', part = '', value: string) => {
        const isBorder = base === 'border';
        const [first, second] = isBorder ? [value, value] : pairOf(value);
        const name = (end: 'start' | 'end') =>
          `${base === 'inset' ? '' : `${base}-`}${SIDES[`${axis}-${end}`]}${part}`;
        return `${before}${name('start')}:${first};${name('end')}:${second}`;
      },
    );
}
