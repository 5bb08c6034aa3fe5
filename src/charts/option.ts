/** The option types of what register.ts registers; a part that is not registered does not compile. */

import type { CustomSeriesRenderItemReturn } from 'echarts';
import type { CustomSeriesOption, LineSeriesOption } from 'echarts/charts';
import type {
  GridComponentOption,
  MarkAreaComponentOption,
  MarkLineComponentOption,
} from 'echarts/components';
import type { ComposeOption } from 'echarts/core';
import type { Tokens } from '#src/charts/tokens.ts';

export type ChartOption = ComposeOption<
  | LineSeriesOption
  | CustomSeriesOption
  | GridComponentOption
  | MarkLineComponentOption
  | MarkAreaComponentOption
>;
export type RenderedItem = CustomSeriesRenderItemReturn;

/** What an option builder may know of the place where its chart is drawn. */
export type ChartContext = {
  readonly tokens: Tokens;
  /** Face of the words, as the page sets it for its language. */
  readonly face: string;
  /** Colour that the chart lies on: the page, or a card. */
  readonly ground: string;
  /** One drawing pixel in CSS pixels: root font size / 16. */
  readonly u: number;
  /** Size of the box in CSS pixels. */
  readonly width: number;
  readonly height: number;
};

/** A pure function from a place to an ECharts option. */
export type OptionBuilder = (context: ChartContext) => ChartOption;
