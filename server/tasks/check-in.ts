/** What a check-in has to fulfil, and how it gets on record. */
import type { CheckInInput } from '#core/contract/entry.ts';
import type { Language } from '#core/contract/lists.ts';
import type { Evidence } from '#core/contract/task.ts';
import { type CheckInFault, type CheckInTask, checkInFaults } from '#core/domain/check-in-rules.ts';
import type {
  CheckInRecord,
  IsoDate,
  Recorded,
  TaskRecord,
  TickRecord,
} from '#core/domain/records.ts';
import { isRetired } from '#core/domain/retirement.ts';
import { newId } from '#server/accounts/secrets.ts';
import type { Db } from '#server/db/tables.ts';
import { findFiles } from '#server/files/files.repository.ts';
import { ProblemError } from '#server/http/problem.ts';
import { appendCheckIns, appendTicks } from './check-ins.repository.ts';
import { appendEvidence } from './evidence.repository.ts';
import type { TaskAsk } from './task-detail.ts';

const FAULTS: Readonly<
  Record<CheckInFault | 'unknown-file' | 'retired', Readonly<Record<Language, string>>>
> = {
  'done-with-open-milestones': {
    zh: '还有节点没有完成，不能报“已完成”。',
    en: 'A milestone is still open, so it cannot be declared done.',
  },
  'blocked-without-difficulty': {
    zh: '报“受阻”要写明卡在哪里、要谁支持。',
    en: 'A blocked task needs a word on what is stuck and who could help.',
  },
  'unknown-milestone': { zh: '这个任务没有这个节点。', en: 'The task has no such milestone.' },
  'ticked-twice': { zh: '同一节点勾了两次。', en: 'The milestone is ticked twice.' },
  'ticked-already': { zh: '这个节点已经完成。', en: 'The milestone is ticked already.' },
  'done-in-future': { zh: '完成日期还没有到。', en: 'This day has not come yet.' },
  'done-before-start': {
    zh: '完成日期早于任务开始。',
    en: 'This day is before the task began.',
  },
  retired: {
    zh: '这个任务已经停用，不再收填报。',
    en: 'This task is retired: no update is taken.',
  },
  'unknown-file': {
    zh: '这个文件没有上传成功，请重新添加。',
    en: 'This file was not uploaded; please add it again.',
  },
};

const blank = (text: string | null): string | null => (text === '' ? null : text);

/** An input whose empty texts are null. */
export function plainInput(input: CheckInInput): CheckInInput {
  const { progress, difficulty, next } = input;
  return {
    ...input,
    progress: blank(progress),
    difficulty: blank(difficulty),
    next: blank(next),
  };
}

/**
 * Tells what is known of its files.
 * @throws ProblemError `not-accepted` with every field that keeps it from being taken
 */
export async function checkCheckIn(
  ask: TaskAsk,
  { record, task }: { readonly record: TaskRecord; readonly task: CheckInTask },
  input: CheckInInput,
): Promise<Evidence[]> {
  const faults = checkInFaults(task, input, ask.asOf).map(({ path, fault }) => ({
    path,
    message: FAULTS[fault][ask.lang],
  }));
  if (isRetired(record, ask.asOf))
    faults.push({ path: 'status', message: FAULTS.retired[ask.lang] });
  const known = await findFiles(
    ask.db,
    input.files.map((file) => file.hash),
  );
  const files = input.files.flatMap((file, index) => {
    const found = known.get(file.hash);
    if (found !== undefined) return [{ ...file, ...found }];
    faults.push({ path: `files.${index}`, message: FAULTS['unknown-file'][ask.lang] });
    return [];
  });
  if (faults.length > 0)
    throw new ProblemError('not-accepted', 'The check-in cannot be taken; see fields.', {
      fields: faults,
    });
  return files;
}

type Stamp = Recorded & {
  readonly asOf: IsoDate;
  /** The reviewed submission that it came from; null = it needed no review. */
  readonly submission: string | null;
};

/** The statements that an input makes. */
export function checkInRecords(
  task: string,
  input: CheckInInput,
  stamp: Stamp,
): { checkIn: CheckInRecord; ticks: TickRecord[] } {
  const { recordedAt, recordedBy, asOf, submission } = stamp;
  const recorded = { recordedAt, recordedBy };
  const id = newId(Date.parse(recordedAt));
  const { status, progress, difficulty, next, ticks } = plainInput(input);
  return {
    checkIn: { id, task, asOf, status, progress, difficulty, next, submission, ...recorded },
    ticks: ticks.map((tick, ordinal) => ({
      id: `${id}.${ordinal}`,
      milestone: tick.milestone,
      doneOn: tick.doneOn,
      checkIn: id,
      source: null,
      supersedes: null,
      ...recorded,
    })),
  };
}

/** Puts a check-in that was checked on record, with its ticks and files, and tells its statements. */
export async function recordCheckIn(
  db: Db,
  task: string,
  input: CheckInInput,
  stamp: Stamp,
): Promise<{ checkIn: CheckInRecord; ticks: TickRecord[] }> {
  const records = checkInRecords(task, input, stamp);
  const { checkIn, ticks } = records;
  await appendCheckIns(db, [checkIn]);
  await appendTicks(db, ticks);
  await appendEvidence(db, checkIn.id, input.files, checkIn);
  return records;
}
