import { frameworkListSchema } from '#core/contract/register.ts';
import { frameworkViews } from '#core/domain/register-view.ts';
import { pictureParameters } from '#server/http/parameters.ts';
import { withPicture } from '#server/http/picture.ts';
import { type ReadRoute, readRoute } from '#server/http/read-route.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { readElements, readFrameworks } from './frameworks.repository.ts';

export const frameworkRoutes: readonly ReadRoute[] = [
  readRoute({
    path: '/frameworks',
    // A bureau has a handful of frameworks: they come on one page.
    summary: 'Frameworks with their elements, in the order of the house, on one page',
    parameters: pictureParameters,
    reply: frameworkListSchema,
    answer: (ask) =>
      withPicture(ask, async (db, { asOf, knownAt }) => {
        const records = {
          frameworks: await readFrameworks(db, knownAt),
          elements: await readElements(db, knownAt),
          questions: await readQuestions(db, knownAt),
        };
        return { items: frameworkViews(records, asOf, ask.lang), next: null };
      }),
  }),
];
