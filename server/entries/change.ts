/** What something put forward would change, if it counted now: the picture before and after, and what stands against it. */
import type { CheckInInput, MovementInput, ObservationInput } from '#core/contract/entry.ts';
import type { SubmissionDetail } from '#core/contract/entry-sheet.ts';
import { fundView } from '#core/domain/fund-view.ts';
import { movementView } from '#core/domain/movement-view.ts';
import { withoutSuperseded } from '#core/domain/observations.ts';
import { indicatorViews, observationView } from '#core/domain/passport.ts';
import { taskViews } from '#core/domain/task-view.ts';
import { findFiles } from '#server/files/files.repository.ts';
import { findFund, readMovements } from '#server/funds/funds.repository.ts';
import { checkMovement, movementOf } from '#server/funds/movement-entry.ts';
import { notFound } from '#server/http/not-found.ts';
import { ProblemError } from '#server/http/problem.ts';
import { findIndicator, readIndicators } from '#server/indicators/indicators.repository.ts';
import { checkObservation, observationOf } from '#server/indicators/observation-entry.ts';
import { readObservations } from '#server/indicators/observations.repository.ts';
import { readQuestions } from '#server/questions/questions.repository.ts';
import { checkCheckIn, checkInRecords } from '#server/tasks/check-in.ts';
import { readTask } from '#server/tasks/task-detail.ts';
import type { EntryAsk } from './entry-checks.ts';
import { peopleOf } from './people.ts';
import type { ReviewedSubmission } from './submissions.repository.ts';

type Change = Omit<SubmissionDetail, 'submission'>;

const LATEST = '9999-12-31T23:59:59.999Z';

/** What a check says: its questions, or the faults for which it refuses. */
async function asked(
  check: Promise<{ questions: readonly SubmissionDetail['questions'][number][] } | undefined>,
): Promise<Pick<Change, 'questions' | 'faults'>> {
  try {
    return { questions: [...((await check)?.questions ?? [])], faults: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const fields = error.details.fields ?? [{ path: '', message: error.message }];
    return { questions: [], faults: [...fields] };
  }
}

async function checkInChange(ask: EntryAsk, row: ReviewedSubmission): Promise<Change> {
  const { db, lang, today, workspace } = ask;
  const input = row.input as CheckInInput;
  const taskAsk = { db, workspace, asOf: today, knownAt: null, lang };
  const { record, task, context } = await readTask(taskAsk, row.subject);
  const stamp = { recordedAt: LATEST, recordedBy: row.recordedBy, submission: row.id };
  const { checkIn, ticks } = checkInRecords(row.subject, input, { ...stamp, asOf: today });
  const with_ = {
    ...context,
    checkIns: [...context.checkIns, checkIn],
    ticks: [...context.ticks, ...ticks],
  };
  const after = taskViews([record], with_, today, lang)[0] ?? task;
  const people = await peopleOf(db, [checkIn], null);
  const known = await findFiles(
    db,
    input.files.map((file) => file.hash),
  );
  const { task: _task, submission: _submission, ...shown } = checkIn;
  return {
    change: {
      kind: 'check-in',
      before: task,
      after,
      checkIn: {
        ...shown,
        recordedAt: row.recordedAt,
        ...people(checkIn),
        files: input.files.flatMap((file) => {
          const found = known.get(file.hash);
          return found === undefined ? [] : [{ ...file, ...found }];
        }),
      },
    },
    ...(await asked(checkCheckIn(taskAsk, { record, task }, input).then(() => undefined))),
  };
}

async function observationChange(ask: EntryAsk, row: ReviewedSubmission): Promise<Change> {
  const { db, lang, today } = ask;
  const input = row.input as ObservationInput;
  const indicator = await findIndicator(db, row.subject, null);
  if (indicator === null) throw notFound('indicator', row.subject, []);
  const bounds = { knownAt: null, asOfLast: today };
  const observations = await readObservations(db, { ...bounds, indicator: row.subject });
  const stamp = { recordedAt: LATEST, recordedBy: row.recordedBy, submission: row.id };
  const questions = await readQuestions(db, null);
  const view = (rows: typeof observations) => {
    const [found] = indicatorViews(
      { indicators: [indicator], observations: rows, movements: [], questions },
      today,
      lang,
    );
    if (found === undefined) throw notFound('indicator', row.subject, []);
    return found;
  };
  const target = observations.find((one) => one.id === input.supersedes);
  const people = await peopleOf(db, observations, null);
  return {
    change: {
      kind: 'observation',
      before: view(observations),
      after: view([...observations, observationOf(row.subject, input, stamp)]),
      corrects:
        target === undefined
          ? null
          : observationView(target, !withoutSuperseded(observations).includes(target), people),
    },
    ...(await asked(checkObservation(ask, indicator, input))),
  };
}

async function movementChange(ask: EntryAsk, row: ReviewedSubmission): Promise<Change> {
  const { db, lang, today } = ask;
  const input = row.input as MovementInput;
  const fund = await findFund(db, row.subject, null);
  if (fund === null) throw notFound('fund', row.subject, []);
  const bounds = { knownAt: null, asOfLast: today };
  const movements = await readMovements(db, { ...bounds, fund: fund.id });
  const indicators = await readIndicators(db, null);
  const stamp = { recordedAt: LATEST, recordedBy: row.recordedBy, submission: row.id };
  const view = (rows: typeof movements) =>
    fundView(fund, { movements: rows, indicators }, today, lang);
  const target = movements.find((one) => one.id === input.supersedes);
  const people = await peopleOf(db, movements, null);
  return {
    change: {
      kind: 'movement',
      before: view(movements),
      after: view([...movements, movementOf(fund.id, input, stamp, target ?? null)]),
      corrects: target === undefined ? null : movementView(target, lang, people),
    },
    ...(await asked(checkMovement(ask, fund, input))),
  };
}

/** Throws ProblemError `not-found` where its subject is not on record. */
export function changeOf(ask: EntryAsk, row: ReviewedSubmission): Promise<Change> {
  switch (row.kind) {
    case 'check-in':
      return checkInChange(ask, row);
    case 'observation':
      return observationChange(ask, row);
    case 'movement':
      return movementChange(ask, row);
  }
}
