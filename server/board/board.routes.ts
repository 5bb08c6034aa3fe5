import { boardSchema } from '#core/contract/board.ts';
import { assembleBoard } from '#core/domain/board.ts';
import { readCalendar } from '#server/dataset/calendar.repository.ts';
import { readDataset } from '#server/dataset/dataset.repository.ts';
import { withPicture } from '#server/http/picture.ts';
import { type ReadRoute, readRoute } from '#server/http/read-route.ts';

export const boardRoutes: readonly ReadRoute[] = [
  readRoute({
    path: '/board',
    summary: 'The whole overview in one reply',
    parameters: ['asOf', 'compare', 'knownAt', 'lang'],
    reply: boardSchema,
    answer: (ask) =>
      withPicture(ask, async (db, { asOf, compare, knownAt, knownAtShown }) => {
        // No bound on valid time: the freshness of a section also names its earliest date after the asked one.
        const latestOnly = { asOf, compare: compare ?? asOf };
        const dataset = await readDataset(db, { knownAt, asOfLast: null, latestOnly });
        const calendar = await readCalendar(db, knownAt);
        return assembleBoard({
          dataset,
          asOf,
          compare,
          knownAt: knownAtShown,
          lang: ask.lang,
          calendar,
        });
      }),
  }),
];
