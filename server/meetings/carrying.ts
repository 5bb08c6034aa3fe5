/**
 * What a resolution does to the record once its meeting is closed. Everything goes through the checks of the register
 * that it changes; they are asked when it is decided, too, so that what cannot be done is said in the room.
 */
import type { Language, RegisterName } from '#core/contract/lists.ts';
import { isKnownBy } from '#core/domain/dates.ts';
import type { Bilingual, Instant, IsoDate, Recorded } from '#core/domain/records.ts';
import { isRetired } from '#core/domain/retirement.ts';
import { isInForce } from '#core/domain/task-outline.ts';
import { newId } from '#server/accounts/secrets.ts';
import { currentRow } from '#server/db/revisions.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { ProblemError, quote } from '#server/http/problem.ts';
import { appendQuestions, findQuestion } from '#server/questions/questions.repository.ts';
import { settled } from '#server/questions/settle.ts';
import { type AnyRegister, checked, stated } from '#server/registers/register.ts';
import { registers } from '#server/registers/registers.ts';
import { readTicks } from '#server/tasks/check-ins.repository.ts';
import { findTask, readMilestones, readTasks } from '#server/tasks/tasks.repository.ts';
import type { MeetingRecord } from './meetings.repository.ts';
import type { Carried, ResolutionRecord } from './resolutions.repository.ts';

export type Decided = Pick<ResolutionRecord, 'kind' | 'words' | 'owner' | 'due' | 'subject'>;

export type CarryAsk = {
  readonly db: Db;
  readonly lang: Language;
  /** The workspace's day. */
  readonly today: IsoDate;
  readonly meeting: MeetingRecord;
  readonly stamp: { readonly recordedAt: Instant; readonly recordedBy: string };
  /** Source that new tasks name; null = it is not on record yet, and they are only checked. */
  readonly source: string | null;
};

export type Effect = Carried & {
  /** As the audit trail names it. */
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly put: () => Promise<void>;
};

type Field = 'words' | 'owner' | 'due' | 'subject';

function refuse(path: Field, zh: string, en: string, lang: Language): ProblemError {
  const message = lang === 'zh' ? zh : en;
  return new ProblemError('not-accepted', message, { fields: [{ path, message }] });
}

const registerOf = (name: RegisterName): AnyRegister => {
  const found = registers.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no register of ${name}`);
  return found;
};

/** Which field of a resolution a field of a register came from. */
const FIELDS: Readonly<Record<string, Field>> = {
  due: 'due',
  ownerDepartment: 'owner',
  title: 'words',
  short: 'words',
  note: 'words',
};

type Row = Recorded & Record<string, unknown>;

/** Checks a record by its register; its faults are told at the resolution's own fields. */
async function checkedRecord(
  { db, lang, today, stamp }: CarryAsk,
  name: RegisterName,
  fields: Record<string, unknown>,
  before: Row | null,
): Promise<Row> {
  const kept = registerOf(name);
  const parsed = kept.input.safeParse(fields);
  if (!parsed.success) {
    const path = FIELDS[String(parsed.error.issues[0]?.path[0])] ?? 'subject';
    throw refuse(path, '不能按这样登记。', 'It cannot be put on record so.', lang);
  }
  try {
    const input = parsed.data as Record<string, unknown>;
    return await checked(kept, { db, lang, input, before, today, stamp });
  } catch (error) {
    if (!(error instanceof ProblemError) || error.details.fields === undefined) throw error;
    throw new ProblemError(error.code, error.message, {
      fields: error.details.fields.map(({ path, message }) => ({
        path: FIELDS[path.split('.')[0] ?? ''] ?? 'subject',
        message,
      })),
    });
  }
}

async function registerEffect(
  ask: CarryAsk,
  carried: Carried,
  name: RegisterName,
  fields: Record<string, unknown>,
  before: Row | null,
): Promise<Effect> {
  const record = await checkedRecord(ask, name, fields, before);
  return {
    ...carried,
    subject: `${name}:${carried.id}`,
    before: before === null ? null : stated(before),
    after: stated(record),
    put: () => registerOf(name).append(ask.db, record),
  };
}

const both = (text: string): Bilingual => ({ zh: text, en: text });

/** At most so many UTF-16 units, as the registers count; no letter is cut in two. */
function clipped(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${text
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/** Longest title and short name of a task, see the register's schema. */
const TITLE = 300;
const SHORT = 40;

/** A task in no framework, of the day of the meeting; its words are those of the resolution, in both languages. */
async function newTask(ask: CarryAsk, { words, owner, due }: Decided): Promise<Effect> {
  const { db, lang, meeting, today } = ask;
  if (owner === null)
    throw refuse('owner', '请写明责任单位。', 'Name the department that owns it.', lang);
  const known = await readTasks(db, { knownAt: null, asOfLast: null });
  const last = known.reduce((most, row) => Math.max(most, row.ordinal), 0);
  const id = `t.${newId(Date.parse(ask.stamp.recordedAt))}`;
  const title = clipped(words, TITLE);
  const fields = {
    id,
    framework: null,
    element: null,
    placedByDefault: false,
    title: both(title),
    short: words.length > SHORT ? both(clipped(words, SHORT)) : null,
    group: { zh: '会议决议', en: 'Decided at meetings' },
    ownerDepartment: owner,
    partners: [],
    crossFlags: [],
    start: null,
    due,
    registeredOn: meeting.date < today ? meeting.date : today,
    sources: ask.source === null ? [] : [ask.source],
    rhythmDays: null,
    ordinal: Math.min(last + 1, 9999),
    note: words.length > TITLE ? both(words) : null,
    indicators: [],
  };
  return registerEffect(ask, { kind: 'task', id }, 'tasks', fields, null);
}

function vanished(subject: string, lang: Language): ProblemError {
  const shown = quote(subject);
  return refuse(
    'subject',
    `${shown} 不在册，或已经不在册。`,
    `${shown} is not on record, or not any more.`,
    lang,
  );
}

function sameDay(due: IsoDate, before: string | null, lang: Language): void {
  if (due === before)
    throw refuse('due', `期限本来就是 ${due}。`, `It is due on ${due} already.`, lang);
}

/** The fields that a person states, of a record that has derived ones, too. */
function inputOf(record: Row): Record<string, unknown> {
  const { originalDue: _, postponed: __, ...fields } = stated(record);
  return fields;
}

async function movedTask(ask: CarryAsk, id: string, due: IsoDate): Promise<Effect> {
  const { db, lang, today } = ask;
  const before = await findTask(db, id, null);
  if (before === null || !isInForce(before, today)) throw vanished(`task:${id}`, lang);
  sameDay(due, before.due, lang);
  const row: Row = { ...before };
  return registerEffect(ask, { kind: 'task-due', id }, 'tasks', { ...inputOf(row), due }, row);
}

async function movedMilestone(ask: CarryAsk, id: string, due: IsoDate): Promise<Effect> {
  const { db, lang, today } = ask;
  const task = (await currentRow(db, 'milestones', id, null))?.task ?? null;
  const own = task === null ? null : { knownAt: null, asOfLast: null, task };
  const owner = task === null ? null : await findTask(db, task, null);
  const before =
    own === null ? undefined : (await readMilestones(db, own)).find((row) => row.id === id);
  const isGone = owner === null || isRetired(owner, today);
  if (own === null || before === undefined || isGone || !isKnownBy(before.registeredOn, today))
    throw vanished(`milestone:${id}`, lang);
  const ticks = await readTicks(db, own);
  const gone = new Set(ticks.map((tick) => tick.supersedes));
  if (ticks.some((tick) => tick.milestone === id && !gone.has(tick.id)))
    throw refuse(
      'subject',
      '这个节点已经完成，期限不能再改。',
      'This milestone is done; its date does not move.',
      lang,
    );
  sameDay(due, before.due, lang);
  const row: Row = { ...before };
  const carried = { kind: 'milestone-due', id } as const;
  return registerEffect(ask, carried, 'milestones', { ...inputOf(row), due }, row);
}

async function movedDate(ask: CarryAsk, { due, subject }: Decided): Promise<Effect> {
  const { lang } = ask;
  if (due === null) throw refuse('due', '请写明新期限。', 'Name the new date.', lang);
  const [kind = '', id = ''] = (subject ?? '').split(/:(.*)/s);
  if (kind === 'task' && id !== '') return movedTask(ask, id, due);
  if (kind === 'milestone' && id !== '') return movedMilestone(ask, id, due);
  throw refuse(
    'subject',
    '请选要改期的任务或节点。',
    'Choose the task or milestone whose date moves.',
    lang,
  );
}

async function settledQuestion(ask: CarryAsk, { subject, words }: Decided): Promise<Effect> {
  const { db, lang, meeting, stamp, today } = ask;
  if (subject === null)
    throw refuse('subject', '请选要确认的口径。', 'Choose the question that is settled.', lang);
  const before = await findQuestion(db, subject, null);
  if (before === null) throw vanished(subject, lang);
  if (before.settledOn !== null)
    throw refuse(
      'subject',
      `这个口径已于 ${before.settledOn} 确认。`,
      `This question was settled on ${before.settledOn}.`,
      lang,
    );
  if (before.arisesOn > today)
    throw refuse('subject', '今天早于这个问题出现的日期。', 'Today is before it arose.', lang);
  const reason = `会议决定 / Decided at a meeting: ${meeting.title}, ${meeting.date}`;
  const record = settled(before, { resolution: both(words), reason, today, lang, stamp });
  return {
    kind: 'question',
    id: subject,
    subject: `questions:${subject}`,
    before: stated(before),
    after: stated(record),
    put: () => appendQuestions(db, [record]),
  };
}

/** Throws ProblemError where a date lies before the numbers or before today, or a department is not on record. */
async function checkCommon(ask: CarryAsk, { owner, due, subject, kind }: Decided): Promise<void> {
  const { db, lang, meeting, today } = ask;
  const earliest = meeting.asOf > today ? meeting.asOf : today;
  if (due !== null && due < earliest)
    throw refuse(
      'due',
      `期限 ${due} 已经过去，最早可以是 ${earliest}。`,
      `${due} is past; the earliest is ${earliest}.`,
      lang,
    );
  if (owner !== null && (await readDepartments(db, null)).every((row) => row.id !== owner))
    throw refuse('owner', '没有这个部门。', 'There is no such department.', lang);
  if (subject === null || kind === 'due-date' || kind === 'settle') return;
  const task = subject.startsWith('task:') ? await findTask(db, subject.slice(5), null) : null;
  if (task === null) throw vanished(subject, lang);
}

/**
 * What the resolution would do; null = nothing, it stands in the minutes only.
 * @throws ProblemError `not-accepted` with the fields for which it cannot be done
 */
export async function effectOf(ask: CarryAsk, decided: Decided): Promise<Effect | null> {
  await checkCommon(ask, decided);
  switch (decided.kind) {
    case 'task':
      return newTask(ask, decided);
    case 'due-date':
      return movedDate(ask, decided);
    case 'settle':
      return settledQuestion(ask, decided);
    case 'words':
      return null;
  }
}
