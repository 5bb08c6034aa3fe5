/** Slides of what the record does not say, or says twice. */
import type { Slide, SlideBody } from '../contract/slide.ts';
import { lastDay } from './dates.ts';
import {
  counted,
  type DeckInput,
  deckLimits,
  joined,
  said,
  slideOf,
  sourceTitles,
} from './deck-parts.ts';
import { formatDate } from './format.ts';
import type { TaskState } from './task-outline.ts';
import type { TaskField } from './task-summary.ts';

/** Where an owner's word and the dates differ; null where they agree. */
export function disagreementsSlide({ watch, lang }: DeckInput): Slide | null {
  const total = watch.disagreementsTotal;
  if (total === 0) return null;
  const left = total - watch.disagreements.length;
  return slideOf({
    title: said(
      lang,
      `${total} 项任务的填报与日期不一致`,
      `${counted(total, 'task')} where the report and the dates disagree`,
    ),
    note: said(
      lang,
      `两说并列，亮灯按日期${left > 0 ? `；另有 ${left} 项未列出` : ''}`,
      `Both are shown; the light follows the dates${left > 0 ? `; ${left} more are not listed` : ''}`,
    ),
    page: '/watch',
    body: {
      kind: 'disagreements',
      rows: watch.disagreements.map((row) => ({ ...row })),
      total,
    },
  });
}

/** Open questions; null where none is open. */
export function questionsSlide({ board, lang }: DeckInput): Slide | null {
  const open = board.questions.filter((question) => question.open);
  if (open.length === 0) return null;
  const since = board.changes?.since ?? null;
  const fresh = open.filter((question) => since !== null && lastDay(question.arisesOn) > since);
  const day = since === null ? '' : formatDate(since, lang, board.asOf);
  return slideOf({
    title: joined(lang, [
      said(
        lang,
        `${open.length} 处口径待核`,
        `${counted(open.length, 'definition')} to be confirmed`,
      ),
      fresh.length === 0
        ? null
        : said(
            lang,
            `其中 ${fresh.length} 处是 ${day} 以后的`,
            `${fresh.length} of them since ${day}`,
          ),
    ]),
    sources: sourceTitles(
      board,
      open.flatMap((question) => question.statements.map((one) => one.source)),
    ),
    note: said(
      lang,
      '两说并列，定下以前不合计、不取舍',
      'Both statements are shown; until settled none is chosen or summed',
    ),
    page: '/definitions',
    body: { kind: 'questions', questions: open },
  });
}

/** Tasks that were never reported, by owner, the most first. */
function neverReported({ now }: Pick<TaskField, 'now'>): [owner: string, tasks: TaskState[]][] {
  const never = now.filter((task) => task.light.rule === 'never-reported');
  return [...Map.groupBy(never, (task) => task.owner)].sort(([, a], [, b]) => b.length - a.length);
}

/** Tasks that the slide of silence names. */
export const silentTasks = (field: Pick<TaskField, 'now'>): string[] =>
  neverReported(field)
    .slice(0, deckLimits.owners)
    .flatMap(([, tasks]) => tasks.slice(0, deckLimits.named).map((task) => task.id));

type Silence = Extract<SlideBody, { kind: 'silence' }>;

/** Whoever is silent: never reported, or silent beyond their rhythm; null where nobody is. */
export function silenceSlide(input: DeckInput): Slide | null {
  const { board, field, lang, now, watch } = input;
  const never = neverReported(field);
  if (never.length === 0 && watch.silentTotal === 0) return null;
  const names = new Map(board.taskSummary.owners.map((row) => [row.id, row.name]));
  const tasks = never.reduce((sum, [, own]) => sum + own.length, 0);
  const rows: Silence['rows'] = watch.silent.map(
    ({ kind, id, name, ownerName, lastOn, silentDays }) => ({
      kind,
      id,
      name,
      ownerName,
      lastOn,
      silentDays,
    }),
  );
  return slideOf({
    title: joined(lang, [
      tasks === 0
        ? null
        : said(
            lang,
            `${tasks} 项任务从未填报，分属 ${never.length} 个部门`,
            `${counted(tasks, 'task')} never reported, of ${counted(never.length, 'department')}`,
          ),
      watch.silentTotal === 0
        ? null
        : said(
            lang,
            `${watch.silentTotal} 项超过填报周期两倍没有消息`,
            `${watch.silentTotal} silent for more than twice their rhythm`,
          ),
    ]),
    light: 'none',
    note: said(
      lang,
      '没有定填报周期的，只看有没有填报过',
      'Without a rhythm, only whether there ever was a report is judged',
    ),
    page: '/watch',
    body: {
      kind: 'silence',
      rows,
      total: watch.silentTotal,
      neverReported: never.map(([owner, own], index) => ({
        ownerName: names.get(owner) ?? owner,
        total: own.length,
        tasks:
          index < deckLimits.owners
            ? own.slice(0, deckLimits.named).flatMap(({ id }) => now.get(id)?.short ?? [])
            : [],
      })),
    },
  });
}
