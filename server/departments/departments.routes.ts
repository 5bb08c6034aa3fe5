import { departmentListSchema } from '#core/contract/register.ts';
import { pick } from '#core/domain/text.ts';
import { pageReply, sliceOf } from '#server/http/paging.ts';
import { listParameters } from '#server/http/parameters.ts';
import { withPicture } from '#server/http/picture.ts';
import { type ReadRoute, readRoute } from '#server/http/read-route.ts';
import { listDepartments } from './departments.repository.ts';

export const departmentRoutes: readonly ReadRoute[] = [
  readRoute({
    path: '/departments',
    summary: 'Departments in use at the asked date, by id',
    parameters: listParameters,
    reply: departmentListSchema,
    answer: (ask) =>
      withPicture(ask, async (db, { asOf, knownAt }) => {
        const page = await listDepartments(db, { knownAt, asOf, ...sliceOf(ask.query) });
        return pageReply(
          page.items.map((row) => ({ id: row.id, name: pick(row.name, ask.lang) })),
          page.next,
        );
      }),
  }),
];
