import { boardSchema } from '#core/contract/board.ts';
import { assembleBoard } from '#core/domain/board.ts';
import { withPicture } from '#server/http/picture.ts';
import { type ReadRoute, readRoute } from '#server/http/read-route.ts';
import { readBoardRecords } from './board-records.ts';

export const boardRoutes: readonly ReadRoute[] = [
  readRoute({
    path: '/board',
    summary: 'The whole overview in one reply',
    parameters: ['asOf', 'compare', 'knownAt', 'lang'],
    reply: boardSchema,
    answer: (ask) =>
      withPicture(ask, async (db, picture) => {
        const { asOf, compare, knownAtShown } = picture;
        return assembleBoard({
          ...(await readBoardRecords(db, ask.kept, picture)),
          asOf,
          compare,
          knownAt: knownAtShown,
          lang: ask.lang,
        });
      }),
  }),
];
