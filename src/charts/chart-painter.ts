import { createContext } from 'react';
import type { OptionBuilder } from '#src/charts/option.ts';

/** Draws a chart as SVG text where no script will run; null = the page's own code draws it. */
export const ChartPainter = createContext<((build: OptionBuilder) => string) | null>(null);
