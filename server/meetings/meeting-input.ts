/** What keeps a meeting or its agenda from being taken as it was sent. */
import type { Language } from '#core/contract/lists.ts';
import type { AgendaItem, MeetingInput } from '#core/contract/meeting.ts';
import type { Db } from '#server/db/tables.ts';
import { readDepartments } from '#server/departments/departments.repository.ts';
import { ProblemError, quote } from '#server/http/problem.ts';
import { findMeeting } from './meetings.repository.ts';

type Fault = { readonly path: string; readonly zh: string; readonly en: string };

function refuse(faults: readonly Fault[], lang: Language): void {
  if (faults.length === 0) return;
  throw new ProblemError('not-accepted', 'The meeting cannot be taken so; see fields.', {
    fields: faults.map((fault) => ({ path: fault.path, message: fault[lang] })),
  });
}

/** Throws ProblemError `not-accepted` with the fields that do not fit. `id` null = a new meeting. */
export async function checkMeeting(
  db: Db,
  input: MeetingInput,
  id: string | null,
  lang: Language,
): Promise<void> {
  const { asOf, compare, compareMeeting, date, participants } = input;
  const faults: Fault[] = [];
  const fault = (path: string, zh: string, en: string) => faults.push({ path, zh, en });
  if (asOf > date)
    fault('asOf', '数据截至日晚于会议日期。', 'The numbers are of a day after the meeting.');
  if (compare !== null && compare >= asOf)
    fault('compare', '对比日要早于数据截至日。', 'The baseline is not before the as-of date.');
  if (compareMeeting !== null) {
    const other = await findMeeting(db, compareMeeting);
    if (other === null) {
      const shown = quote(compareMeeting);
      fault('compareMeeting', `没有会议 ${shown}。`, `There is no meeting ${shown}.`);
    } else if (other.id === id)
      fault('compareMeeting', '不能与自己对比。', 'A meeting is not compared with itself.');
    else if (other.asOf >= asOf)
      fault(
        'compareMeeting',
        `那次会议的数据截至 ${other.asOf}，不早于这一次。`,
        `That meeting’s numbers are of ${other.asOf}, not before these.`,
      );
  }
  const known = new Set((await readDepartments(db, null)).map((row) => row.id));
  for (const [index, one] of participants.entries()) {
    const path = `participants.${index}`;
    if (!known.has(one)) fault(path, '没有这个部门。', 'There is no such department.');
    else if (participants.indexOf(one) < index)
      fault(path, '这个部门已经列过。', 'This department is listed already.');
  }
  refuse(faults, lang);
}

/** Throws ProblemError `not-accepted` where items share a key, or a key belongs to another kind of slide. */
export function checkAgenda(items: readonly AgendaItem[], lang: Language): void {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const [index, { key, kind, ask }] of items.entries()) {
    if (seen.has(key))
      faults.push({
        path: `items.${index}.key`,
        zh: '这一项在议程里已经有了。',
        en: 'This item is in the agenda already.',
      });
    seen.add(key);
    if (key.split(':')[0] !== kind)
      faults.push({
        path: `items.${index}.kind`,
        zh: '类别与编号不一致。',
        en: 'The kind is not that of the key.',
      });
    const ids = ask?.options.map((option) => option.id) ?? [];
    if (new Set(ids).size < ids.length)
      faults.push({
        path: `items.${index}.ask.options`,
        zh: '两个选项的编号相同。',
        en: 'Two options have the same id.',
      });
  }
  refuse(faults, lang);
}
