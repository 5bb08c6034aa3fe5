import { fundDetailSchema, fundListSchema } from '#core/contract/fund.ts';
import { fundDetail } from '#core/domain/fund-detail.ts';
import { fundView } from '#core/domain/fund-view.ts';
import { peopleOf } from '#server/entries/people.ts';
import { notFound } from '#server/http/not-found.ts';
import { pageReply, sliceOf } from '#server/http/paging.ts';
import { listParameters, pictureParameters } from '#server/http/parameters.ts';
import { withPicture } from '#server/http/picture.ts';
import { type ReadRoute, readRoute } from '#server/http/read-route.ts';
import { readIndicators } from '#server/indicators/indicators.repository.ts';
import { findFund, listFunds, readFunds, readMovements } from './funds.repository.ts';

export const fundRoutes: readonly ReadRoute[] = [
  readRoute({
    path: '/funds',
    summary:
      'Funds by id: committed, planned, disbursed, spent, and the schedule at the figure’s own date',
    parameters: listParameters,
    reply: fundListSchema,
    answer: (ask) =>
      withPicture(ask, async (db, { asOf, knownAt }) => {
        const page = await listFunds(db, { knownAt, asOf, ...sliceOf(ask.query) });
        const shown = page.items.map((fund) => fund.id);
        const context = {
          movements: await readMovements(db, { knownAt, asOfLast: asOf, fund: shown }),
          indicators: await readIndicators(db, knownAt),
        };
        const funds = page.items.map((fund) => fundView(fund, context, asOf, ask.lang));
        return pageReply(funds, page.next);
      }),
  }),
  readRoute({
    path: '/funds/{id}',
    summary: 'One fund with its ledger, superseded movements among it, oldest first',
    parameters: pictureParameters,
    reply: fundDetailSchema,
    answer: (ask) =>
      withPicture(ask, async (db, { asOf, knownAt }) => {
        const fund = await findFund(db, ask.key, knownAt);
        if (fund === null) {
          const known = await readFunds(db, knownAt);
          throw notFound(
            'fund',
            ask.key,
            known.map((row) => row.id),
          );
        }
        const movements = await readMovements(db, { knownAt, asOfLast: asOf, fund: fund.id });
        const indicators = await readIndicators(db, knownAt);
        const people = await peopleOf(db, movements, knownAt);
        return fundDetail(fund, { movements, indicators, people }, asOf, ask.lang);
      }),
  }),
];
