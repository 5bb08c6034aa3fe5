/** Departments are reminded of what they owe a meeting: recorded, and shown to them; no mail is sent. */
import {
  type Readiness,
  readinessSchema,
  reminderInputSchema,
  reminderListSchema,
} from '#core/contract/meeting.ts';
import { readAccountNames } from '#server/accounts/accounts.repository.ts';
import { newId } from '#server/accounts/secrets.ts';
import { withSnapshot } from '#server/db/dialects.ts';
import { type PrivateAsk, type PrivateRoute, privateRoute } from '#server/http/private-route.ts';
import { ProblemError } from '#server/http/problem.ts';
import { type WriteRoute, writeRoute } from '#server/http/write-route.ts';
import { checkState } from './meeting-access.ts';
import { baselineOf, readMeeting } from './meeting-heads.ts';
import { findMeeting, stepsOf } from './meetings.repository.ts';
import { owedSince } from './previous-meeting.ts';
import { readReadiness, stillOwed } from './readiness.ts';
import {
  appendReminders,
  type Owed,
  type ReminderRecord,
  readReminders,
} from './reminders.repository.ts';

/** What a department can do something about itself. */
const ownDebts = (readiness: Readiness, department: string): Owed[] =>
  (readiness.departments.find((row) => row.department === department)?.owed ?? []).filter(
    (owed) => owed.kind !== 'review',
  );

export const reminderWrites: readonly WriteRoute[] = [
  writeRoute({
    method: 'POST',
    path: '/meetings/{id}/reminders',
    summary: 'Reminds departments of what they still owe a meeting that has not begun',
    action: 'meeting.remind',
    right: 'hold-meetings',
    touches: 'private',
    body: reminderInputSchema,
    reply: readinessSchema,
    act: async ({ db, body, key, lang, now, principal, workspace }) => {
      const { head, record } = await readMeeting(db, key, lang);
      checkState(head.state, ['planned', 'frozen'], lang);
      const readiness = await readReadiness({ db, lang, workspace }, record, head);
      const departments = [...new Set(body.departments)];
      const fields = departments.flatMap((department, index) =>
        ownDebts(readiness, department).length > 0
          ? []
          : [
              {
                path: `departments.${index}`,
                message:
                  lang === 'zh'
                    ? '这个部门没有欠报的，不用提醒。'
                    : 'This department owes nothing; there is nothing to remind it of.',
              },
            ],
      );
      if (fields.length > 0)
        throw new ProblemError('not-accepted', 'Not all can be reminded; see fields.', { fields });
      await appendReminders(
        db,
        departments.map((department) => ({
          id: newId(Date.parse(now)),
          meeting: key,
          department,
          owed: ownDebts(readiness, department),
          recordedAt: now,
          recordedBy: principal.account,
        })),
      );
      return {
        status: 201,
        reply: {
          ...readiness,
          departments: readiness.departments.map((row) =>
            departments.includes(row.department ?? '') ? { ...row, remindedAt: now } : row,
          ),
        },
        audit: { subject: `meeting:${key}`, after: { reminded: departments } },
      };
    },
  }),
];

type Reading = Pick<PrivateAsk, 'db' | 'workspace'>;

/** A reminder with what of it is still owed; null = nothing is, or the meeting has begun. */
async function open({ db, workspace }: Reading, reminder: ReminderRecord) {
  const meeting = await findMeeting(db, reminder.meeting);
  if (meeting === null || (await stepsOf(db, meeting.id)).begunAt !== null) return null;
  const since = await owedSince(db, meeting, await baselineOf(db, meeting));
  const tasks = reminder.owed.filter((one) => one.kind === 'task').map((one) => one.id);
  const debts = await stillOwed({ db, workspace }, { asOf: meeting.asOf, since }, tasks);
  const still = new Set(debts.map((debt) => `${debt.kind} ${debt.id}`));
  const owed = reminder.owed.filter((one) => still.has(`${one.kind} ${one.id}`));
  return owed.length === 0 ? null : { meeting, owed };
}

export const reminderReads: readonly PrivateRoute[] = [
  privateRoute({
    path: '/reminders',
    summary: 'What the caller’s department was reminded of for coming meetings, and still owes',
    parameters: ['lang'],
    right: 'read',
    reply: reminderListSchema,
    answer: (ask) =>
      withSnapshot(ask.db, async (db) => {
        const { department } = ask.principal;
        if (department === null) return { items: [] };
        const names = await readAccountNames(db, null);
        const newest = new Map<string, ReminderRecord>();
        for (const row of await readReminders(db, { department }))
          if (!newest.has(row.meeting)) newest.set(row.meeting, row);
        const items = [];
        for (const reminder of newest.values()) {
          const found = await open({ db, workspace: ask.workspace }, reminder);
          if (found === null) continue;
          const { id, title, date, asOf } = found.meeting;
          items.push({
            meeting: id,
            title,
            date,
            asOf,
            remindedAt: reminder.recordedAt,
            remindedByName: names.get(reminder.recordedBy) ?? null,
            owed: found.owed,
          });
        }
        return { items };
      }),
  }),
];
