import { sourceListSchema } from '#core/contract/register.ts';
import { sourceViews } from '#core/domain/register-view.ts';
import { pageReply, sliceOf } from '#server/http/paging.ts';
import { listParameters } from '#server/http/parameters.ts';
import { withPicture } from '#server/http/picture.ts';
import { type ReadRoute, readRoute } from '#server/http/read-route.ts';
import { listSources } from './sources.repository.ts';

export const sourceRoutes: readonly ReadRoute[] = [
  readRoute({
    path: '/sources',
    summary: 'The documents that numbers come from, by id',
    parameters: listParameters,
    reply: sourceListSchema,
    answer: (ask) =>
      withPicture(ask, async (db, { knownAt }) => {
        const page = await listSources(db, { knownAt, ...sliceOf(ask.query) });
        return pageReply(sourceViews(page.items, ask.lang), page.next);
      }),
  }),
];
