/** What came of a resolution, seen at a date. */
import type { Language } from '../contract/lists.ts';
import type { Resolution } from '../contract/meeting.ts';
import type { Question } from '../contract/register.ts';
import type { ResolutionState } from '../contract/slide.ts';
import type { Task } from '../contract/task.ts';
import { daysBetween, lastDay } from './dates.ts';
import { said } from './deck-parts.ts';
import { formatDate } from './format.ts';
import type { IsoDate } from './records.ts';
import { dueWords } from './sentences.ts';

export type ResolutionStateInput = {
  readonly resolution: Pick<Resolution, 'id' | 'kind' | 'words' | 'ownerName' | 'due' | 'carried'>;
  /** The task that it became, or whose date or milestone's date it moved; null = not on record at the date. */
  readonly task: Task | null;
  /** The question that it settled; null = not on record at the date. */
  readonly question: Pick<Question, 'open'> | null;
  readonly asOf: IsoDate;
  readonly lang: Language;
};

function milestoneSentence(task: Task, id: string, asOf: IsoDate, lang: Language): string {
  const step = task.milestones.find((one) => one.id === id);
  if (step === undefined || step.due === null) return task.light.why;
  if (step.doneOn !== null) {
    const day = formatDate(step.doneOn, lang, asOf);
    return said(lang, `“${step.title}”已于 ${day} 完成。`, `“${step.title}” was done on ${day}.`);
  }
  const day = formatDate(step.due, lang, asOf);
  const when = dueWords(daysBetween(asOf, lastDay(step.due)), lang);
  return said(
    lang,
    `“${step.title}”期限 ${day}，${when}。`,
    `“${step.title}” is due on ${day}: ${when}.`,
  );
}

/** How it stands, in one sentence. */
function sentenceOf({ resolution, task, question, asOf, lang }: ResolutionStateInput): string {
  const { carried, kind } = resolution;
  if (carried === null)
    return kind === 'words'
      ? said(lang, '只作记录。', 'Kept in the minutes only.')
      : said(
          lang,
          '会议还没有关闭，尚未落实。',
          'The meeting is not closed, and this is not carried out yet.',
        );
  if (carried.kind === 'question') {
    if (question === null)
      return said(
        lang,
        '到这一天还没有这个口径待核。',
        'The question is not on record by this day.',
      );
    return question.open
      ? said(lang, '口径仍待核。', 'The definition is still to be confirmed.')
      : said(lang, '口径已经确认。', 'The definition is settled.');
  }
  if (task === null) return said(lang, '到这一天还没有登记。', 'It is not registered by this day.');
  return carried.kind === 'milestone-due'
    ? milestoneSentence(task, carried.id, asOf, lang)
    : task.light.why;
}

/** The state of one resolution at a date. */
export function resolutionState(input: ResolutionStateInput): ResolutionState {
  const { id, kind, words, ownerName, due, carried } = input.resolution;
  return {
    resolution: id,
    kind,
    words,
    ownerName,
    due,
    carried,
    light: input.task?.light.state ?? null,
    sentence: sentenceOf(input),
  };
}
