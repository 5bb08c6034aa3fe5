/**
 * Exactly what the charts of this product use. ECharts says nothing where a part is missing: a mark line that is
 * not registered is simply not drawn. So parts are added here alone, with a line in register.test.ts.
 */
import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([
  LineChart,
  CustomChart,
  GridComponent,
  MarkLineComponent,
  MarkAreaComponent,
  SVGRenderer,
]);

export { echarts };
