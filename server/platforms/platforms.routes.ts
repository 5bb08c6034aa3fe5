import { platformListSchema } from '#core/contract/register.ts';
import { platformViews } from '#core/domain/register-view.ts';
import { pageReply, sliceOf } from '#server/http/paging.ts';
import { listParameters } from '#server/http/parameters.ts';
import { withPicture } from '#server/http/picture.ts';
import { type ReadRoute, readRoute } from '#server/http/read-route.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { listPlatforms } from './platforms.repository.ts';

export const platformRoutes: readonly ReadRoute[] = [
  readRoute({
    path: '/platforms',
    summary: 'Platforms registered by the asked date, by id',
    parameters: listParameters,
    reply: platformListSchema,
    answer: (ask) =>
      withPicture(ask, async (db, { asOf, knownAt }) => {
        const page = await listPlatforms(db, { knownAt, asOfLast: asOf, ...sliceOf(ask.query) });
        const questions = await readQuestions(db, knownAt);
        return pageReply(platformViews(page.items, questions, asOf, ask.lang), page.next);
      }),
  }),
];
