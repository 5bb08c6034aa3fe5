/**
 * What a check-in may say. The light decides: a person may make it worse or finish the task, never better; a tick has a
 * day that has come, and not one before the task began.
 */
import type { DeclaredStatus, LightState } from '../contract/lists.ts';
import { firstDay } from './dates.ts';
import type { IsoDate, PartialDate } from './records.ts';

export type CheckInFault =
  | 'done-with-open-milestones'
  | 'blocked-without-difficulty'
  | 'unknown-milestone'
  | 'ticked-twice'
  | 'ticked-already'
  | 'done-in-future'
  | 'done-before-start';

export type FaultAt = { readonly path: string; readonly fault: CheckInFault };

export type CheckInDraft = {
  readonly status: DeclaredStatus;
  readonly ticks: readonly { readonly milestone: string; readonly doneOn: IsoDate }[];
  readonly difficulty: string | null;
};

/** The task as the rules need it, at `today`. */
export type CheckInTask = {
  readonly start: PartialDate | null;
  readonly milestones: readonly { readonly id: string; readonly doneOn: PartialDate | null }[];
};

/** Everything that keeps a check-in from being taken, with the field it is about; empty = it may be taken. */
export function checkInFaults(
  task: CheckInTask,
  draft: CheckInDraft,
  today: IsoDate,
): readonly FaultAt[] {
  const faults: FaultAt[] = [];
  const ticked = new Set<string>();
  const begins = task.start === null ? null : firstDay(task.start);
  const tickFault = (tick: CheckInDraft['ticks'][number]): [string, CheckInFault] | null => {
    const milestone = task.milestones.find((one) => one.id === tick.milestone);
    if (milestone === undefined) return ['milestone', 'unknown-milestone'];
    if (ticked.has(milestone.id)) return ['milestone', 'ticked-twice'];
    ticked.add(milestone.id);
    if (milestone.doneOn !== null) return ['milestone', 'ticked-already'];
    if (tick.doneOn > today) return ['doneOn', 'done-in-future'];
    return begins !== null && tick.doneOn < begins ? ['doneOn', 'done-before-start'] : null;
  };
  for (const [index, tick] of draft.ticks.entries()) {
    const found = tickFault(tick);
    if (found !== null) faults.push({ path: `ticks.${index}.${found[0]}`, fault: found[1] });
  }
  const isAllTicked = task.milestones.every((one) => one.doneOn !== null || ticked.has(one.id));
  if (draft.status === 'done' && !isAllTicked)
    faults.push({ path: 'status', fault: 'done-with-open-milestones' });
  if (draft.status === 'blocked' && (draft.difficulty ?? '').trim() === '')
    faults.push({ path: 'difficulty', fault: 'blocked-without-difficulty' });
  return faults;
}

/** A choice on the form: what the light would read, and whether it may be chosen. */
export type StatusChoice = {
  readonly status: DeclaredStatus;
  readonly light: LightState;
  readonly isAllowed: boolean;
};

/**
 * The four choices of the form, beside a light computed from dates alone. `in_progress` shows as what the dates say
 * where that is worse than green: nobody may call a late task fine.
 * @param computed the light with a report of today and the ticks of the draft, before any declaration
 */
export function statusChoices(computed: LightState, isAllTicked: boolean): readonly StatusChoice[] {
  const isFine = computed === 'ok' || computed === 'none' || computed === 'done';
  return [
    { status: 'in_progress', light: 'ok', isAllowed: isFine },
    isFine
      ? { status: 'at_risk', light: 'near', isAllowed: true }
      : { status: 'in_progress', light: computed === 'over' ? 'over' : 'near', isAllowed: true },
    { status: 'blocked', light: 'blocked', isAllowed: true },
    { status: 'done', light: 'done', isAllowed: isAllTicked },
  ];
}
