/**
 * The light (亮灯): the first rule that holds, top down, decides; it is computed from dates, ticks and check-ins.
 * A person may make it worse (blocked) or finish it (all ticked and confirmed), never better. No report, and a report
 * older than the task's rhythm, beat green.
 */
import type { DeclaredStatus, LightRule, LightState } from '../contract/lists.ts';
import { daysBetween, lastDay } from './dates.ts';
import type { IsoDate, PartialDate } from './records.ts';

export type LightMilestone = {
  readonly id: string;
  readonly title: string;
  readonly due: PartialDate | null;
  readonly doneOn: PartialDate | null;
};

/** What of a milestone decides a light. */
type Dated = Pick<LightMilestone, 'due' | 'doneOn'>;

export type LightInput<M extends Dated = LightMilestone> = {
  readonly asOf: IsoDate;
  readonly nearDays: number;
  /** The task's own due date counts as one more open milestone. */
  readonly due: PartialDate | null;
  readonly milestones: readonly M[];
  /** Status of the newest check-in by `asOf`; null = never reported. */
  readonly declared: DeclaredStatus | null;
  /** Date of that check-in; null = never reported. */
  readonly reportedOn: IsoDate | null;
  /** Days after which a missing update counts as silence; null = no rhythm set. */
  readonly rhythmDays: number | null;
};

export type LightVerdict<M extends Dated = LightMilestone> = {
  readonly state: LightState;
  readonly rule: LightRule;
  /** The milestone that decided it; null where none did, or where the task's own date did. */
  readonly milestone: M | null;
  /** The date that decided it; null where no date did. */
  readonly due: IsoDate | null;
  readonly dueInDays: number | null;
  /** The last report or tick by `asOf`; null = there is none. */
  readonly lastSign: IsoDate | null;
};

type OpenDate<M> = { readonly milestone: M | null; readonly due: IsoDate };

/** Ticked by `asOf`: a tick dated later does not count yet. */
export function isTicked(milestone: Dated, asOf: IsoDate): boolean {
  return milestone.doneOn !== null && lastDay(milestone.doneOn) <= asOf;
}

/** Dates that are still open, nearest first. The task's own date is open until all its milestones are ticked. */
export function openDates<M extends Dated>(
  input: Pick<LightInput<M>, 'asOf' | 'due' | 'milestones' | 'declared'>,
): OpenDate<M>[] {
  const open: OpenDate<M>[] = [];
  for (const milestone of input.milestones) {
    if (milestone.due !== null && !isTicked(milestone, input.asOf)) {
      open.push({ milestone, due: lastDay(milestone.due) });
    }
  }
  const allTicked =
    input.milestones.length > 0 && input.milestones.every((m) => isTicked(m, input.asOf));
  if (input.due !== null && !allTicked) {
    const due = lastDay(input.due);
    if (!open.some((entry) => entry.due === due)) open.push({ milestone: null, due });
  }
  return open.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}

/** Newest day with a report or a tick. */
function lastSignOf({ reportedOn, milestones, asOf }: LightInput<Dated>): IsoDate | null {
  let last = reportedOn;
  for (const milestone of milestones) {
    if (milestone.doneOn === null || !isTicked(milestone, asOf)) continue;
    const on = lastDay(milestone.doneOn);
    if (last === null || on > last) last = on;
  }
  return last;
}

/** The light of a task at `asOf`. */
export function lightOf<M extends Dated>(input: LightInput<M>): LightVerdict<M> {
  const { milestones, asOf, declared, nearDays, rhythmDays } = input;
  const lastSign = lastSignOf(input);
  const undated = { milestone: null, due: null, dueInDays: null, lastSign };
  if (declared === 'done' && milestones.every((m) => isTicked(m, asOf)))
    return { state: 'done', rule: 'owner-confirmed-all-ticked', ...undated };

  const nearest = openDates(input)[0];
  const dueInDays = nearest === undefined ? null : daysBetween(asOf, nearest.due);
  const dated = nearest === undefined ? undated : { ...nearest, dueInDays, lastSign };
  if (declared === 'blocked') return { state: 'blocked', rule: 'owner-reported-blocked', ...dated };
  if (dueInDays !== null && dueInDays < 0)
    return { state: 'over', rule: 'milestone-past-due', ...dated };
  if (dueInDays !== null && dueInDays <= nearDays)
    return { state: 'near', rule: 'due-within-days', ...dated };
  if (declared === 'at_risk') return { state: 'near', rule: 'owner-reported-at-risk', ...dated };
  if (lastSign === null) return { state: 'none', rule: 'never-reported', ...dated };
  if (rhythmDays !== null && daysBetween(lastSign, asOf) > rhythmDays)
    return { state: 'none', rule: 'report-too-old', ...dated };
  return { state: 'ok', rule: 'reported-nothing-due', ...dated };
}

const SEVERITY: Record<LightState, number> = {
  done: 0,
  ok: 1,
  none: 2,
  near: 3,
  over: 4,
  blocked: 4,
};

/**
 * Whether a declared status may stand beside a computed light: it may be worse or equal, never better.
 * `done` is accepted only where every milestone is ticked. `computed` is the light with the new report counted in,
 * so that a first report is not held against itself.
 */
export function mayDeclare(
  computed: LightState,
  declared: LightState,
  allTicked: boolean,
): boolean {
  if (declared === 'done') return allTicked;
  return SEVERITY[declared] >= SEVERITY[computed];
}
