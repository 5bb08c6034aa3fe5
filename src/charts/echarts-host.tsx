/** The one component that draws with ECharts; loaded by chart.tsx when there is a chart to draw. */
import EChartsReactCore from 'echarts-for-react/esm/core.js';
import { type ComponentType, type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { ChartContext, ChartOption, OptionBuilder } from '#src/charts/option.ts';
import { echarts } from '#src/charts/register.ts';
import { type ChartTheme, themeFrom } from '#src/charts/theme.ts';

type Instance = ReturnType<typeof echarts.init>;

/** The part of echarts-for-react's props that is used here; its own types speak of all of echarts. */
type CoreProps = {
  readonly echarts: typeof echarts;
  readonly option: ChartOption;
  readonly theme: ChartTheme;
  readonly opts: { readonly renderer: 'svg' };
  readonly replaceMerge: readonly string[];
  readonly autoResize: boolean;
  readonly onChartReady: (instance: Instance) => void;
  readonly style: { readonly width: string; readonly height: string };
};
const Core = EChartsReactCore as unknown as ComponentType<CoreProps>;

const OPTS = { renderer: 'svg' } as const;
const REPLACED = ['series', 'xAxis', 'yAxis', 'grid'];
const FILL = { width: '100%', height: '100%' };

export type EChartsHostProps = { readonly place: ChartContext; readonly build: OptionBuilder };

/** So that the drawing can be scaled where its box changes without a redraw: on paper. */
function keepViewBox(instance: Instance, width: number, height: number): void {
  instance.getDom().querySelector('svg')?.setAttribute('viewBox', `0 0 ${width} ${height}`);
}

/**
 * echarts-for-react makes a first instance to learn the size and throws it away: only the one that
 * `onChartReady` hands over lasts. A new size or theme is given to that instance; the library would dispose it.
 */
export function EChartsHost({ place, build }: EChartsHostProps): ReactElement {
  const { tokens, face, u } = place;
  const instance = useRef<Instance | null>(null);
  const theme = useMemo(() => themeFrom({ tokens, face, u }), [tokens, face, u]);
  const [firstTheme] = useState(theme);
  const option = useMemo(() => build(place), [build, place]);
  const drawn = useRef(theme);

  useEffect(() => {
    if (drawn.current === theme) return;
    drawn.current = theme;
    const chart = instance.current;
    if (chart === null) return;
    chart.setTheme(theme);
    // A theme brings back colours of the option before it. Drawn at once: paper waits for no frame.
    chart.setOption(option, { replaceMerge: [...REPLACED] });
    chart.getZr().flush();
  }, [theme, option]);

  useEffect(() => {
    instance.current?.resize({ width: place.width, height: place.height });
    if (instance.current !== null) keepViewBox(instance.current, place.width, place.height);
  }, [place.width, place.height]);

  return (
    <Core
      echarts={echarts}
      option={option}
      theme={firstTheme}
      opts={OPTS}
      replaceMerge={REPLACED}
      autoResize={false}
      onChartReady={(ready) => {
        instance.current = ready;
        // Size or theme may have changed while the first instance was being thrown away.
        if (drawn.current !== firstTheme) ready.setTheme(drawn.current);
        const { clientWidth, clientHeight } = ready.getDom();
        ready.resize({ width: clientWidth, height: clientHeight });
        keepViewBox(ready, clientWidth, clientHeight);
      }}
      style={FILL}
    />
  );
}
