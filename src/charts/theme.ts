import type { ChartContext } from '#src/charts/option.ts';

/** An ECharts theme; plain data, so that it can be compared and tested. */
export type ChartTheme = Readonly<Record<string, unknown>>;

/**
 * The ECharts theme of a set of tokens: faces, axes, hairlines; no animation anywhere.
 * Lines and letters are in drawing pixels times `u`, so that they grow with the wall.
 */
export function themeFrom({
  tokens,
  face,
  u,
}: Pick<ChartContext, 'tokens' | 'face' | 'u'>): ChartTheme {
  const axis = {
    axisLine: { show: false },
    nameTextStyle: { color: tokens.ink2, fontSize: 18 * u },
    axisTick: { show: false, length: 8 * u, lineStyle: { color: tokens.ink3, width: u } },
    axisLabel: { color: tokens.ink2, fontSize: 18 * u, margin: 14 * u },
    splitLine: { show: false, lineStyle: { color: tokens.line, width: u } },
  };
  return {
    animation: false,
    backgroundColor: 'transparent',
    color: [tokens.data],
    textStyle: { fontFamily: face, fontSize: 16 * u, color: tokens.ink2 },
    valueAxis: axis,
    categoryAxis: axis,
    line: { symbol: 'none', lineStyle: { width: 2.5 * u } },
  };
}
