import { watchSchema } from '#core/contract/watch.ts';
import { mayAnywhere, mayEnter } from '#core/domain/rights.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import { submissionViews } from '#server/entries/subject-names.ts';
import { countSubmissions, listSubmissions } from '#server/entries/submissions.repository.ts';
import { readFunds } from '#server/funds/funds.repository.ts';
import { type PrivateRoute, privateRoute } from '#server/http/private-route.ts';
import { readHonesty, SHOWN } from './honesty.ts';

export const watchReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/watch',
    summary:
      'The lists of honesty: where words and dates disagree, who has gone silent, what waits for review',
    parameters: ['lang'],
    right: 'read',
    reply: watchSchema,
    answer: (ask) =>
      withSnapshot(ask.db, async (db) => {
        const { lang, principal, today, workspace } = ask;
        const at = { asOf: today, knownAt: null, nearDays: workspace.nearDays };
        const honesty = await readHonesty(db, at);
        const seesAll = mayAnywhere(principal, 'review', workspace.separateOfficers);
        const asking = {
          state: 'waiting' as const,
          author: seesAll ? null : principal.account,
        };
        const told = honesty(lang);
        const funds = new Map((await readFunds(db, null)).map((row) => [`fund:${row.id}`, row]));
        const enters = (item: string, owner: string | null): boolean => {
          const fund = funds.get(item);
          return fund === undefined
            ? mayEnter(principal, 'enter-figures', owner, workspace)
            : mayEnter(principal, 'enter-money', fund.ownerDepartment, workspace);
        };
        const page = await listSubmissions(db, { ...asking, after: null, limit: SHOWN });
        return {
          today,
          ...told,
          silent: told.silent.map(({ owner, ...row }) => ({
            ...row,
            item: row.item !== null && enters(row.item, owner) ? row.item : null,
          })),
          waiting: await submissionViews(db, page.items, lang),
          waitingTotal: await countSubmissions(db, asking),
        };
      }),
  }),
];
