import { faces, type Tokens } from '#src/charts/tokens.ts';

/** An ECharts theme; plain data, so that it can be compared and tested. */
export type ChartTheme = Readonly<Record<string, unknown>>;

/**
 * The ECharts theme of a set of tokens: faces, axes, hairlines; no animation anywhere.
 * @param tokens colours of the page's theme
 * @param u size of one drawing pixel: root font size / 16, so that lines and letters grow with the wall
 */
export function themeFrom(tokens: Tokens, u: number): ChartTheme {
  const axis = {
    axisLine: { show: false },
    axisTick: { show: false, length: 8 * u, lineStyle: { color: tokens.ink3, width: u } },
    axisLabel: { color: tokens.ink2, fontSize: 18 * u, margin: 14 * u },
    splitLine: { show: false, lineStyle: { color: tokens.line, width: u } },
  };
  return {
    animation: false,
    backgroundColor: 'transparent',
    color: [tokens.data],
    textStyle: { fontFamily: faces.cjk, color: tokens.ink2 },
    valueAxis: axis,
    categoryAxis: axis,
    line: { symbol: 'none', lineStyle: { width: 2.5 * u } },
  };
}
