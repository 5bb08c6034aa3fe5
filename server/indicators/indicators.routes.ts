import { indicatorListSchema, passportSchema } from '#core/contract/indicator.ts';
import { indicatorViews, passportOf } from '#core/domain/passport.ts';
import { readDataset } from '#server/dataset/dataset.repository.ts';
import { peopleOf } from '#server/entries/people.ts';
import { readMovements } from '#server/funds/funds.repository.ts';
import { notFound } from '#server/http/not-found.ts';
import { pageReply, sliceOf } from '#server/http/paging.ts';
import { listParameters, pictureParameters } from '#server/http/parameters.ts';
import { withPicture } from '#server/http/picture.ts';
import { type ReadRoute, readRoute } from '#server/http/read-route.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { listIndicators, readIndicators } from './indicators.repository.ts';
import { readNewestObservations, readObservations } from './observations.repository.ts';

export const indicatorRoutes: readonly ReadRoute[] = [
  readRoute({
    path: '/indicators',
    summary: 'Indicators by code, each with its figure at the asked date',
    parameters: listParameters,
    reply: indicatorListSchema,
    answer: (ask) =>
      withPicture(ask, async (db, { asOf, knownAt }) => {
        const page = await listIndicators(db, { knownAt, theme: null, ...sliceOf(ask.query) });
        const codes = page.items.map((row) => row.code);
        const funds = page.items.flatMap((row) => row.ledger?.fund ?? []);
        const records = {
          indicators: page.items,
          observations: await readNewestObservations(db, {
            knownAt,
            days: [asOf],
            indicators: codes,
          }),
          movements: await readMovements(db, { knownAt, asOfLast: asOf, fund: funds }),
          questions: await readQuestions(db, knownAt),
        };
        return pageReply(indicatorViews(records, asOf, ask.lang), page.next);
      }),
  }),
  readRoute({
    path: '/indicators/{code}',
    summary: 'The passport of one figure: definition, history, targets, sources, open questions',
    parameters: pictureParameters,
    reply: passportSchema,
    answer: (ask) =>
      withPicture(ask, async (db, { asOf, knownAt, knownAtShown }) => {
        const latestOnly = { asOf, compare: asOf, tasks: [] };
        const dataset = {
          ...(await readDataset(db, { knownAt, asOfLast: asOf, latestOnly })),
          observations: await readObservations(db, { knownAt, asOfLast: asOf, indicator: ask.key }),
        };
        const fund = dataset.indicators.find((row) => row.code === ask.key)?.ledger?.fund;
        const paid = dataset.movements.filter((row) => row.fund === fund);
        const people = await peopleOf(db, [...dataset.observations, ...paid], knownAt);
        const passport = passportOf({
          people,
          dataset,
          code: ask.key,
          asOf,
          knownAt: knownAtShown,
          lang: ask.lang,
        });
        if (passport !== null) return passport;
        const known = await readIndicators(db, knownAt);
        throw notFound(
          'indicator',
          ask.key,
          known.map((row) => row.code),
        );
      }),
  }),
];
