/** Every read that has one answer for all who ask, now or of a frozen picture. */
import { boardRoutes } from './board/board.routes.ts';
import { departmentRoutes } from './departments/departments.routes.ts';
import { frameworkRoutes } from './frameworks/frameworks.routes.ts';
import { fundRoutes } from './funds/funds.routes.ts';
import type { ReadRoute } from './http/read-route.ts';
import { indicatorRoutes } from './indicators/indicators.routes.ts';
import { platformRoutes } from './platforms/platforms.routes.ts';
import { questionRoutes } from './questions/questions.routes.ts';
import { sourceRoutes } from './sources/sources.routes.ts';
import { taskRoutes } from './tasks/tasks.routes.ts';

export const readRoutes: readonly ReadRoute[] = [
  ...boardRoutes,
  ...indicatorRoutes,
  ...fundRoutes,
  ...platformRoutes,
  ...frameworkRoutes,
  ...departmentRoutes,
  ...sourceRoutes,
  ...questionRoutes,
  ...taskRoutes,
];
