import { boardSchema } from '#core/contract/board.ts';
import { assembleBoard } from '#core/domain/board.ts';
import { taskField } from '#core/domain/task-summary.ts';
import { readCalendar } from '#server/dataset/calendar.repository.ts';
import { readDataset } from '#server/dataset/dataset.repository.ts';
import { withPicture } from '#server/http/picture.ts';
import { type ReadRoute, readRoute } from '#server/http/read-route.ts';
import { readOutlines } from '#server/tasks/outlines.repository.ts';

export const boardRoutes: readonly ReadRoute[] = [
  readRoute({
    path: '/board',
    summary: 'The whole overview in one reply',
    parameters: ['asOf', 'compare', 'knownAt', 'lang'],
    reply: boardSchema,
    answer: (ask) =>
      withPicture(ask, async (db, { workspace, asOf, compare, knownAt, knownAtShown }) => {
        const field = taskField(await readOutlines(db, { knownAt, asOf, compare }), {
          asOf,
          compare,
          nearDays: workspace.nearDays,
        });
        // No bound on valid time: the freshness of a section also names its earliest date after the asked one.
        const latestOnly = { asOf, compare: compare ?? asOf, tasks: [...field.named] };
        const dataset = await readDataset(db, { knownAt, asOfLast: null, latestOnly });
        const calendar = await readCalendar(db, knownAt);
        return assembleBoard({
          dataset,
          asOf,
          compare,
          knownAt: knownAtShown,
          lang: ask.lang,
          calendar,
          field,
        });
      }),
  }),
];
