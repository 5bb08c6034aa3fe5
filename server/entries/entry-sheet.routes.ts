/** What the caller's department enters, with everything that belongs beside the field. */
import { type EntrySheet, entrySheetSchema } from '#core/contract/entry-sheet.ts';
import { daysBetween, lastDay } from '#core/domain/dates.ts';
import { fundView } from '#core/domain/fund-view.ts';
import { movementView } from '#core/domain/movement-view.ts';
import { groupBy, newest, withoutSuperseded } from '#core/domain/observations.ts';
import { indicatorViews, observationView } from '#core/domain/passport.ts';
import type { PeopleOf } from '#core/domain/people.ts';
import type { MovementRecord, ObservationRecord } from '#core/domain/records.ts';
import { isRetired } from '#core/domain/retirement.ts';
import { mayEnter } from '#core/domain/rights.ts';
import { pick } from '#core/domain/text.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { readFunds, readMovements } from '#server/funds/funds.repository.ts';
import { type PrivateRoute, privateRoute, type SignedInAsk } from '#server/http/private-route.ts';
import { readIndicators } from '#server/indicators/indicators.repository.ts';
import { readNewestObservations } from '#server/indicators/observations.repository.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { peopleOf } from './people.ts';
import { countWaiting } from './submissions.repository.ts';

async function figuresOf(
  ask: SignedInAsk,
  observations: readonly ObservationRecord[],
  people: PeopleOf,
): Promise<EntrySheet['figures']> {
  const { db, lang, principal, today, workspace } = ask;
  const own = (await readIndicators(db, null)).filter(
    (row) =>
      row.ledger === null &&
      !isRetired(row, today) &&
      mayEnter(principal, 'enter-figures', row.ownerDepartment, workspace),
  );
  const records = {
    indicators: own,
    observations,
    movements: [],
    questions: await readQuestions(db, null),
  };
  const byCode = groupBy(withoutSuperseded(observations), (row) => row.indicator);
  const waiting = await countWaiting(db, 'observation');
  return indicatorViews(records, today, lang).map((indicator) => {
    const row = newest(byCode.get(indicator.code) ?? [], today);
    return {
      indicator,
      standing: row === null ? null : observationView(row, false, people),
      ageDays: row === null ? null : daysBetween(lastDay(row.asOf), today),
      waiting: waiting.get(indicator.code) ?? 0,
    };
  });
}

/** Of rows that stand, oldest first; the newest first. */
const newestOfEachKind = (rows: readonly MovementRecord[]): MovementRecord[] =>
  [...new Map(rows.map((row) => [row.kind, row])).values()].toSorted(
    (a, b) => rows.indexOf(b) - rows.indexOf(a),
  );

async function fundsOf(
  ask: SignedInAsk,
  movements: readonly MovementRecord[],
  people: PeopleOf,
): Promise<EntrySheet['funds']> {
  const { db, lang, principal, today, workspace } = ask;
  const own = (await readFunds(db, null)).filter(
    (row) =>
      !isRetired(row, today) && mayEnter(principal, 'enter-money', row.ownerDepartment, workspace),
  );
  const indicators = await readIndicators(db, null);
  const byFund = groupBy(withoutSuperseded(movements), (row) => row.fund);
  const waiting = await countWaiting(db, 'movement');
  const context = { movements, indicators };
  return own
    .sort((a, b) => a.ordinal - b.ordinal)
    .map((row) => ({
      fund: fundView(row, context, today, lang),
      movements: newestOfEachKind(byFund.get(row.id) ?? []).map((one) =>
        movementView(one, lang, people),
      ),
      waiting: waiting.get(row.id) ?? 0,
    }));
}

export const entryReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/entry-sheet',
    summary: 'What the caller’s department enters: figures and funds as they stand, and what waits',
    parameters: ['lang'],
    right: 'read',
    reply: entrySheetSchema,
    answer: (asked) =>
      withSnapshot(asked.db, async (db) => {
        const ask = { ...asked, db };
        const { lang, principal, today } = ask;
        const departments = await readDepartments(db, null);
        const own = departments.find((row) => row.id === principal.department);
        const observations = await readNewestObservations(db, { knownAt: null, days: [today] });
        const movements = await readMovements(db, { knownAt: null, asOfLast: today, fund: null });
        const people = await peopleOf(db, [...observations, ...movements], null);
        return {
          department: own === undefined ? null : { id: own.id, name: pick(own.name, lang) },
          review: own?.review ?? false,
          today,
          figures: await figuresOf(ask, observations, people),
          funds: await fundsOf(ask, movements, people),
        };
      }),
  }),
];
