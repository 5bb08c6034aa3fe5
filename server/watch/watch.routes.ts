import { watchSchema } from '#core/contract/watch.ts';
import { mayAnywhere } from '#core/domain/rights.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import { submissionViews } from '#server/entries/subject-names.ts';
import { countSubmissions, listSubmissions } from '#server/entries/submissions.repository.ts';
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
        const page = await listSubmissions(db, { ...asking, after: null, limit: SHOWN });
        return {
          today,
          ...honesty(lang),
          waiting: await submissionViews(db, page.items, lang),
          waitingTotal: await countSubmissions(db, asking),
        };
      }),
  }),
];
