/** One indicator or task as each meeting saw it, from the frozen pictures. */
import type { Passport } from '#core/contract/indicator.ts';
import { type Timeline, timelineSchema } from '#core/contract/meeting.ts';
import type { TaskDetail } from '#core/contract/task.ts';
import { frozenQuestion } from '#core/domain/frozen-question.ts';
import { pick } from '#core/domain/text.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import type { Db } from '#server/db/tables.ts';
import { notFound } from '#server/http/not-found.ts';
import { type PrivateAsk, type PrivateRoute, readersRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { findIndicator, readIndicators } from '#server/indicators/indicators.repository.ts';
import { findTask, readTasks } from '#server/tasks/tasks.repository.ts';
import { answerOf } from './frozen-reply.ts';
import { meetingKey, readMeetings } from './meetings.repository.ts';
import { readSnapshots, type SnapshotRecord } from './snapshots.repository.ts';
import { isSound } from './soundness.ts';

type Ask = Pick<PrivateAsk, 'db' | 'lang'>;
type Point = Timeline['points'][number];
type Seen = Pick<Point, 'value' | 'qualifier' | 'light' | 'done' | 'total'>;
type Subject = Pick<Timeline, 'subject' | 'name' | 'unit'> & {
  /** Below /api, as frozen pictures name it. */
  readonly path: string;
  readonly seen: (answer: string) => Seen;
};

const NOTHING: Seen = { value: null, qualifier: null, light: null, done: null, total: null };

const ofIndicator = (answer: string): Seen => {
  const { figure } = (JSON.parse(answer) as Passport).indicator;
  return figure === null
    ? NOTHING
    : { ...NOTHING, value: figure.value, qualifier: figure.qualifier };
};

const ofTask = (answer: string): Seen => {
  const { task } = JSON.parse(answer) as TaskDetail;
  return { ...NOTHING, light: task.light.state, done: task.done, total: task.total };
};

async function subjectOf({ db, lang }: Ask, subject: string): Promise<Subject> {
  const [kind = '', id = ''] = subject.split(/:(.*)/s);
  const key = encodeURIComponent(id);
  if (kind === 'indicator' && id !== '') {
    const found = await findIndicator(db, id, null);
    if (found === null)
      throw notFound(
        'indicator',
        id,
        (await readIndicators(db, null)).map((row) => row.code),
      );
    const { name, unit } = found;
    return {
      subject,
      name: pick(name, lang),
      unit,
      path: `/indicators/${key}`,
      seen: ofIndicator,
    };
  }
  if (kind === 'task' && id !== '') {
    const found = await findTask(db, id, null);
    if (found === null)
      throw notFound(
        'task',
        id,
        (await readTasks(db, { knownAt: null, asOfLast: null })).map((row) => row.id),
      );
    const name = pick(found.title, lang);
    return { subject, name, unit: null, path: `/tasks/${key}`, seen: ofTask };
  }
  const message = 'subject is `indicator:CODE` or `task:ID`.';
  throw new ProblemError('bad-parameter', message, { fields: [{ path: 'subject', message }] });
}

async function seenIn(
  db: Db,
  snapshot: SnapshotRecord,
  { path, seen }: Subject,
): Promise<Seen & { sound: boolean }> {
  const { asOf, knownAt } = snapshot;
  if (!(await isSound(db, snapshot))) return { ...NOTHING, sound: false };
  const answer = await answerOf(db, snapshot, frozenQuestion(path, { asOf, knownAt, lang: 'zh' }));
  return { ...(answer === undefined ? NOTHING : seen(answer)), sound: true };
}

export const timelineReads: readonly PrivateRoute[] = [
  readersRoute({
    path: '/timeline',
    summary: 'An indicator or a task as each frozen meeting saw it, the earliest first',
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
