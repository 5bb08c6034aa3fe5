/** What stands of one thing that is entered, page by page: a correction names one of them. */
import {
  type EntryStatement,
  type EntryStatementList,
  entryStatementListSchema,
} from '#core/contract/entry-sheet.ts';
import { movementView } from '#core/domain/movement-view.ts';
import { observationView } from '#core/domain/passport.ts';
import type { MovementRecord, ObservationRecord } from '#core/domain/records.ts';
import { mayEnter } from '#core/domain/rights.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import { findFund, listStandingMovements } from '#server/funds/funds.repository.ts';
import { notFound } from '#server/http/not-found.ts';
import { pageReply, sliceOf } from '#server/http/paging.ts';
import { type PrivateRoute, privateRoute, type SignedInAsk } from '#server/http/private-route.ts';
import { findIndicator } from '#server/indicators/indicators.repository.ts';
import { listStandingObservations } from '#server/indicators/observations.repository.ts';
import { peopleOf } from './people.ts';

const said = (
  {
    id,
    value,
    qualifier,
    period,
    asOf,
    source,
    recordedByName,
    approvedByName,
  }: Omit<EntryStatement, 'movement' | 'label'>,
  movement: EntryStatement['movement'],
  label: string | null,
): EntryStatement => ({
  id,
  value,
  qualifier,
  period,
  asOf,
  source,
  recordedByName,
  approvedByName,
  movement,
  label,
});

type Shown = { readonly items: EntryStatement[]; readonly next: string | null };

async function ofFigure(ask: SignedInAsk, code: string): Promise<Shown | null> {
  const { db, principal, query, today, workspace } = ask;
  const indicator = await findIndicator(db, code, null);
  if (indicator === null) return null;
  if (!mayEnter(principal, 'enter-figures', indicator.ownerDepartment, workspace)) return null;
  const slice = { ...sliceOf(query), asOf: today };
  const { items, next } = await listStandingObservations(db, code, slice);
  const people = await peopleOf(db, items, null);
  const view = (row: ObservationRecord) => said(observationView(row, false, people), null, null);
  return { items: items.map(view), next };
}

async function ofFund(ask: SignedInAsk, id: string): Promise<Shown | null> {
  const { db, lang, principal, query, today, workspace } = ask;
  const fund = await findFund(db, id, null);
  if (fund === null) return null;
  if (!mayEnter(principal, 'enter-money', fund.ownerDepartment, workspace)) return null;
  const slice = { ...sliceOf(query), asOf: today };
  const { items, next } = await listStandingMovements(db, id, slice);
  const people = await peopleOf(db, items, null);
  const view = (row: MovementRecord) => {
    const { kind, amountFen, label, ...shown } = movementView(row, lang, people);
    return said({ ...shown, value: amountFen }, kind, label);
  };
  return { items: items.map(view), next };
}

export const statementReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/entry-sheet/{item}',
    summary:
      'What stands of one figure (`figure:<code>`) or fund (`fund:<id>`) that the caller’s department enters, newest first',
    parameters: ['lang', 'limit', 'cursor'],
    right: ['enter-figures', 'enter-money'],
    reply: entryStatementListSchema,
    answer: (asked): Promise<EntryStatementList> =>
      withSnapshot(asked.db, async (db) => {
        const ask = { ...asked, db };
        const [kind, ...rest] = ask.key.split(':');
        const id = rest.join(':');
        const page =
          kind === 'figure'
            ? await ofFigure(ask, id)
            : kind === 'fund'
              ? await ofFund(ask, id)
              : null;
        if (page === null) throw notFound('entry', ask.key, []);
        return pageReply(page.items, page.next);
      }),
  }),
];
