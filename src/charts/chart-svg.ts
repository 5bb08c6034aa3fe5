import type { OptionBuilder } from '#src/charts/option.ts';
import { echarts } from '#src/charts/register.ts';
import { themeFrom } from '#src/charts/theme.ts';
import { faces, type ThemeName, tokensOf } from '#src/charts/tokens.ts';

/** Widths in em of letters that are not as wide as most; rather too wide than too narrow. */
const WIDTHS: readonly (readonly [letters: RegExp, em: number])[] = [
  [/[\u2E80-\uFFFF]/, 1],
  [/[mwMW%@]/, 0.9],
  [/[A-Z=+<>]/, 0.68],
  [/[ijl.,:;'|!()-]/, 0.33],
  [/ /, 0.27],
];

// What the library supposes of letters without a canvas is too narrow for English: numbers would lie on their units.
echarts.setPlatformAPI({
  measureText: (text, font = '') => {
    const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 12);
    const em = (letter: string) => WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? 0.57;
    return { width: [...text].reduce((sum, letter) => sum + em(letter) * size, 0) };
  },
});

/**
 * A chart as SVG text, drawn without a page by the same option builder.
 * Widths of letters are estimated where there is no canvas, so wrapped lines may differ by a few pixels.
 */
export function chartSvg(
  build: OptionBuilder,
  box: {
    readonly width: number;
    readonly height: number;
    readonly u: number;
    readonly theme: ThemeName;
  },
): string {
  const tokens = tokensOf[box.theme];
  const chart = echarts.init(null, themeFrom({ tokens, face: faces.cjk, u: box.u }), {
    renderer: 'svg',
    ssr: true,
    width: box.width,
    height: box.height,
  });
  try {
    chart.setOption(build({ tokens, face: faces.cjk, ground: tokens.bg, ...box }));
    return chart.renderToSVGString({ useViewBox: true });
  } finally {
    chart.dispose();
  }
}
