/**
 * Where the record is not honest yet: an owner's word beside what the dates say, and owners who have gone silent. A
 * rhythm that nobody set judges nobody.
 */
import type { DeclaredStatus, Disagreement, LightState } from '../contract/lists.ts';
import { daysBetween, isKnownBy, lastDay } from './dates.ts';
import { lightOf } from './light.ts';
import type { IsoDate, PartialDate } from './records.ts';
import type { TaskOutline } from './task-outline.ts';

/** Silence begins after so many rhythms without a word. */
const RHYTHMS = 2;

/** Whether `days` without a word are silence; null = no rhythm is set, so that nobody can tell. */
export function isSilent(days: number, rhythmDays: number | null): boolean | null {
  return rhythmDays === null ? null : days > RHYTHMS * rhythmDays;
}

export type TaskWatch = {
  readonly declared: DeclaredStatus | null;
  /** The light that the dates alone would give. */
  readonly computed: LightState;
  /** null = word and dates agree, or there is no word. */
  readonly disagreement: Disagreement | null;
  /** Newest report or tick; null = there was never one. */
  readonly lastOn: IsoDate | null;
  /** Days since then, or since it was registered. */
  readonly silentDays: number;
  /** null = not judged: no rhythm is set, or it is done. */
  readonly silent: boolean | null;
};

function disagreementOf(
  declared: DeclaredStatus | null,
  computed: LightState,
  ticked: { readonly all: boolean; readonly any: boolean },
): Disagreement | null {
  if (declared === null) return null;
  if (declared === 'done') return ticked.all ? null : 'done-not-ticked';
  if (ticked.any && ticked.all) return 'ticked-not-done';
  if (declared === 'in_progress') return computed === 'over' ? 'late-not-said' : null;
  return computed === 'ok' ? 'worse-said' : null;
}

/** One task, registered by `asOf`, as its owner's word and its dates tell it. */
export function watchTask(task: TaskOutline, asOf: IsoDate, nearDays: number): TaskWatch {
  const milestones = task.steps
    .filter((step) => isKnownBy(step.registeredOn, asOf))
    .map((step, index) => ({
      id: String(index),
      title: '',
      due: step.due,
      doneOn: step.ticks.findLast((day) => isKnownBy(day, asOf)) ?? null,
    }));
  const report = task.reports.findLast((row) => row.asOf <= asOf);
  const declared = report?.status ?? null;
  const input = {
    asOf,
    nearDays,
    due: task.due,
    milestones,
    reportedOn: report?.asOf ?? null,
    rhythmDays: task.rhythmDays,
  };
  const computed = lightOf({ ...input, declared: null });
  const ticked = {
    all: milestones.every((step) => step.doneOn !== null),
    any: milestones.length > 0,
  };
  const { lastSign } = computed;
  const silentDays = Math.max(0, daysBetween(lastSign ?? lastDay(task.registeredOn), asOf));
  const isDone = lightOf({ ...input, declared }).state === 'done';
  return {
    declared,
    computed: computed.state,
    disagreement: disagreementOf(declared, computed.state, ticked),
    lastOn: lastSign,
    silentDays,
    silent: isDone ? null : isSilent(silentDays, task.rhythmDays),
  };
}

export type FigureWatch = {
  /** null = there was never a figure. */
  readonly lastOn: IsoDate | null;
  readonly silentDays: number | null;
  /** null = not judged: no rhythm is set. */
  readonly silent: boolean | null;
};

/** An indicator with a rhythm is silent where it never had a figure, or none for twice its rhythm. */
export function watchFigure(
  rhythmDays: number | null,
  figureOf: PartialDate | null,
  asOf: IsoDate,
): FigureWatch {
  if (figureOf === null)
    return { lastOn: null, silentDays: null, silent: rhythmDays === null ? null : true };
  const lastOn = lastDay(figureOf);
  const silentDays = Math.max(0, daysBetween(lastOn, asOf));
  return { lastOn, silentDays, silent: isSilent(silentDays, rhythmDays) };
}
