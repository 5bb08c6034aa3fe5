/** One indicator or task as each meeting saw it, from the frozen pictures. */
import type { Passport } from '#core/contract/indicator.ts';
import { type Timeline, timelineSchema } from '#core/contract/meeting.ts';
import type { Task, TaskDetail } from '#core/contract/task.ts';
import { frozenQuestion } from '#core/domain/frozen-question.ts';
import { standingsAt } from '#core/domain/observations.ts';
import { restatementsOf } from '#core/domain/restatement.ts';
import { pick } from '#core/domain/text.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import type { Db } from '#server/db/tables.ts';
import { readMovements } from '#server/funds/funds.repository.ts';
import { notFound } from '#server/http/not-found.ts';
import { type PrivateAsk, type PrivateRoute, readersRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { findIndicator, readIndicators } from '#server/indicators/indicators.repository.ts';
import { readObservations } from '#server/indicators/observations.repository.ts';
import { findTask, readTasks } from '#server/tasks/tasks.repository.ts';

import { findWorkspace } from '#server/workspace/workspace.repository.ts';
import { soundAnswer } from './frozen-reply.ts';

import { meetingKey, readMeetings } from './meetings.repository.ts';
import { taskViewsAt } from './resolution-views.ts';
import { readSnapshots, type SnapshotRecord } from './snapshots.repository.ts';
import { isSound } from './soundness.ts';

type Ask = Pick<PrivateAsk, 'db' | 'lang'>;
type Point = Timeline['points'][number];
type Restated = NonNullable<Point['restated']>;
type Seen = Omit<Restated, 'reason' | 'recordedAt'> & Pick<Point, 'on'>;
type Frozen = Pick<SnapshotRecord, 'asOf' | 'knownAt'>;
type Subject = Pick<Timeline, 'subject' | 'name' | 'unit'> & {
  /** Below /api, as frozen pictures name it. */
  readonly path: string;
  readonly seen: (answer: string) => Seen;
  /** What is another today than the picture showed; null = nothing is. */
  readonly restated: (db: Db, frozen: Frozen, seen: Seen) => Promise<Restated | null>;
};

const NOTHING: Seen = {
  value: null,
  qualifier: null,
  light: null,
  done: null,
  total: null,
  on: null,
};

const ofFigure = (answer: string): Seen => {
  const { figure } = (JSON.parse(answer) as Passport).indicator;
  return figure === null
    ? NOTHING
    : { ...NOTHING, value: figure.value, qualifier: figure.qualifier, on: figure.asOf };
};

const seenTask = ({ light, done, total }: Task): Seen => ({
  ...NOTHING,
  light: light.state,
  done,
  total,
});

async function indicatorSubject({ db, lang }: Ask, subject: string, code: string) {
  const indicator = await findIndicator(db, code, null);
  if (indicator === null)
    throw notFound(
      'indicator',
      code,
      (await readIndicators(db, null)).map((row) => row.code),
    );
  const fund = indicator.ledger?.fund ?? null;
  const movements =
    fund === null ? [] : await readMovements(db, { knownAt: null, asOfLast: null, fund });
  const restated: Subject['restated'] = async (from, { asOf, knownAt }, { value, qualifier }) => {
    const bounds = { knownAt: null, asOfLast: null, indicator: code };
    const observations = fund === null ? await readObservations(from, bounds) : [];
    const indicators = [indicator];
    const standings = standingsAt({ indicators, observations, movements }, asOf);
    const shown =
      value === null || qualifier === null
        ? []
        : [{ code, name: pick(indicator.name, lang), unit: indicator.unit, value, qualifier }];
    const [row] = restatementsOf({ shown, now: standings, indicators, movements, knownAt, lang });
    if (row === undefined) return null;
    const { reason, recordedAt } = row;
    const { on: _, ...nothing } = NOTHING;
    return { ...nothing, ...row.now, reason, recordedAt };
  };
  const { name, unit } = indicator;
  const path = `/indicators/${encodeURIComponent(code)}`;
  return { subject, name: pick(name, lang), unit, path, seen: ofFigure, restated };
}

async function taskSubject({ db, lang }: Ask, subject: string, id: string) {
  const record = await findTask(db, id, null);
  if (record === null)
    throw notFound(
      'task',
      id,
      (await readTasks(db, { knownAt: null, asOfLast: null })).map((row) => row.id),
    );
  const restated: Subject['restated'] = async (from, { asOf, knownAt }, shown) => {
    // The settings of then: a light is not restated by how lights are judged today.
    const workspace = await findWorkspace(from, knownAt);
    if (workspace === null) return null;
    const at = { db: from, workspace, asOf, knownAt: null, lang };
    const task = (await taskViewsAt(at, [id])).get(id);
    if (task === undefined) return null;
    const { on: _, ...now } = seenTask(task);
    const isSame =
      now.light === shown.light && now.done === shown.done && now.total === shown.total;
    return isSame ? null : { ...now, reason: null, recordedAt: null };
  };
  const name = pick(record.title, lang);
  const path = `/tasks/${encodeURIComponent(id)}`;
  const seen = (answer: string): Seen => seenTask((JSON.parse(answer) as TaskDetail).task);
  return { subject, name, unit: null, path, seen, restated };
}

async function subjectOf(ask: Ask, subject: string): Promise<Subject> {
  const [kind = '', id = ''] = subject.split(/:(.*)/s);
  if (kind === 'indicator' && id !== '') return indicatorSubject(ask, subject, id);
  if (kind === 'task' && id !== '') return taskSubject(ask, subject, id);
  const message = 'subject is `indicator:CODE` or `task:ID`.';
  throw new ProblemError('bad-parameter', message, { fields: [{ path: 'subject', message }] });
}

async function seenIn(
  db: Db,
  snapshot: SnapshotRecord,
  { path, restated, seen }: Subject,
): Promise<Seen & Pick<Point, 'restated' | 'sound'>> {
  const { asOf, knownAt } = snapshot;
  // Of a damaged picture nobody knows what it showed, so that nothing can be said to differ from it.
  if (!(await isSound(db, snapshot))) return { ...NOTHING, sound: false, restated: null };
  const answer = await soundAnswer(
    db,
    snapshot,
    frozenQuestion(path, { asOf, knownAt, lang: 'zh' }),
  );
  const shown = answer === undefined ? NOTHING : seen(answer);
  return {
    ...shown,
    sound: true,
    restated: await withSnapshot(db, (from) => restated(from, snapshot, shown)),
  };
}

export const timelineReads: readonly PrivateRoute[] = [
  readersRoute({
    path: '/timeline',
    summary:
      'An indicator or a task as each frozen meeting saw it, the earliest first; what stands today beside it where it is another',
    parameters: ['subject', 'lang'],
    reply: timelineSchema,
    answer: async ({ db: store, lang, query }) => {
      const { found, meetings, newest } = await withSnapshot(store, async (db) => {
        const newest = new Map<string, SnapshotRecord>();
        for (const row of await readSnapshots(db, null))
          if (!newest.has(row.meeting)) newest.set(row.meeting, row);
        return {
          found: await subjectOf({ db, lang }, query.subject ?? ''),
          meetings: await readMeetings(db),
          newest,
        };
      });
      // Outside of it: what was frozen stays, and to look through it takes a while.
      const points: Point[] = [];
      for (const meeting of meetings.toSorted((a, b) => (meetingKey(a) < meetingKey(b) ? -1 : 1))) {
        const { id, title, date } = meeting;
        const snapshot = newest.get(id);
        if (snapshot === undefined) continue;
        const seen = await seenIn(store, snapshot, found);
        points.push({ meeting: id, title, date, asOf: snapshot.asOf, ...seen });
      }
      const { subject, name, unit } = found;
      return { subject, name, unit, points };
    },
  }),
];
