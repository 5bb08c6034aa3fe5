import type { OptionBuilder } from '#src/charts/option.ts';
import { echarts } from '#src/charts/register.ts';
import { themeFrom } from '#src/charts/theme.ts';
import { faces, type ThemeName, tokensOf } from '#src/charts/tokens.ts';

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
