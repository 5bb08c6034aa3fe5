import { questionListSchema } from '#core/contract/register.ts';
import { questionViews } from '#core/domain/register-view.ts';
import { pageReply, sliceOf } from '#server/http/paging.ts';
import { listParameters } from '#server/http/parameters.ts';
import { withPicture } from '#server/http/picture.ts';
import { type ReadRoute, readRoute } from '#server/http/read-route.ts';
import { listQuestions } from './questions.repository.ts';

export const questionRoutes: readonly ReadRoute[] = [
  readRoute({
    path: '/questions',
    summary: 'Questions on record by the asked date, open and settled; within a page by number',
    parameters: listParameters,
    reply: questionListSchema,
    answer: (ask) =>
      withPicture(ask, async (db, { asOf, knownAt }) => {
        const page = await listQuestions(db, { knownAt, ...sliceOf(ask.query) });
        return pageReply(questionViews(page.items, asOf, ask.lang), page.next);
      }),
  }),
];
