import { watchSchema } from '#core/contract/watch.ts';
import { mayAnywhere, mayEnter } from '#core/domain/rights.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import { submissionViews } from '#server/entries/subject-names.ts';
import { countSubmissions, listSubmissions } from '#server/entries/submissions.repository.ts';
import { readFunds } from '#server/funds/funds.repository.ts';
import { decodeCursor, encodeCursor } from '#server/http/cursor.ts';
import { type PrivateRoute, privateRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { readHonesty, SHOWN } from './honesty.ts';

/** Where a page begins: rows of each list before it, and what waited last on the page before; null = all was told. */
type Start = { readonly from: number; readonly after: string | null };

/** Throws ProblemError `bad-parameter`. */
function startOf(cursor: string | undefined): Start | null {
  if (cursor === undefined) return null;
  const [, from, after] = /^([1-9]\d{0,6}) (.*)$/.exec(decodeCursor(cursor)) ?? [];
  if (from !== undefined) return { from: Number(from), after: after || null };
  const message = 'This cursor is not one that these lists gave out.';
  throw new ProblemError('bad-parameter', message, { fields: [{ path: 'cursor', message }] });
}

export const watchReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/watch',
    summary:
      'The lists of honesty: where words and dates disagree, who has gone silent, what waits for review',
    parameters: ['lang', 'cursor'],
    right: 'read',
    reply: watchSchema,
    answer: (ask) =>
      withSnapshot(ask.db, async (db) => {
        const { lang, principal, today, workspace } = ask;
        const start = startOf(ask.query.cursor);
        const from = start?.from ?? 0;
        const at = { asOf: today, knownAt: null, nearDays: workspace.nearDays };
        const honesty = await readHonesty(db, at, from);
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
        const page =
          start !== null && start.after === null
            ? { items: [], next: null }
            : await listSubmissions(db, { ...asking, after: start?.after ?? null, limit: SHOWN });
        const longest = Math.max(told.disagreementsTotal, told.silentTotal);
        const isAll = page.next === null && longest <= from + SHOWN;
        return {
          today,
          ...told,
          silent: told.silent.map(({ owner, ...row }) => ({
            ...row,
            item: row.item !== null && enters(row.item, owner) ? row.item : null,
          })),
          waiting: await submissionViews(db, page.items, lang),
          waitingTotal: await countSubmissions(db, asking),
          next: isAll ? null : encodeCursor(`${from + SHOWN} ${page.next ?? ''}`),
        };
      }),
  }),
];
