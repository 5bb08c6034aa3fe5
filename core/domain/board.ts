/** The whole overview, assembled and judged: the one place where the picture is put together. */
import type { Board } from '../contract/board.ts';
import { type Language, platformStages } from '../contract/lists.ts';
import { type CalendarEntry, calendarOf, datesOf, freshnessOf } from './calendar.ts';
import { changesBetween, type Side } from './changes.ts';
import { exceptionsOf } from './exceptions.ts';
import { figureView } from './figure-view.ts';
import { findingsOf } from './findings.ts';
import { fundBefore, fundContexts, fundView } from './fund-view.ts';
import { lateFigures } from './late-figures.ts';
import { platformMatrix } from './matrix.ts';
import { standingsAt } from './observations.ts';
import { panelViews } from './panel-view.ts';
import { openNumbers } from './questions.ts';
import type { Dataset, Instant, IsoDate } from './records.ts';
import { frameworkViews, platformViews, questionViews, sourceViews } from './register-view.ts';
import { isRetired } from './retirement.ts';
import { judge, outlinesOf } from './task-outline.ts';
import { countLights, type TaskField, taskField, taskSummary } from './task-summary.ts';
import { taskViews } from './task-view.ts';
import { pick } from './text.ts';

export type BoardInput = {
  /** Records known by `knownAt`. */
  readonly dataset: Dataset;
  readonly asOf: IsoDate;
  /** Baseline of the table of changes; null = no comparison. Not after `asOf`. */
  readonly compare: IsoDate | null;
  readonly knownAt: Instant;
  readonly lang: Language;
  /** Dates with figures, where the dataset was not read whole; else they are counted from it. */
  readonly calendar?: readonly CalendarEntry[];
  /** All tasks judged, where the dataset holds the records of the named ones only; else they are judged from it. */
  readonly field?: TaskField;
};

/** Assembles the board. Pure: the same input gives the same board. */
export function assembleBoard(input: BoardInput): Board {
  const { dataset, asOf, compare, lang } = input;
  const calendar = input.calendar ?? calendarOf(dataset);
  const numbersOf = openNumbers(dataset.questions, 'indicators', asOf);
  const { workspace } = dataset;
  const field =
    input.field ??
    taskField(
      outlinesOf(dataset).map((task) =>
        judge(task, { asOf, compare, nearDays: workspace.nearDays }),
      ),
      asOf,
    );
  const funds = fundContexts(dataset.funds, dataset);
  const now: Side = {
    standings: standingsAt(dataset, asOf),
    tasks: field.now,
    funds: funds
      .filter(([fund]) => !isRetired(fund, asOf))
      .map(([fund, own]) => fundView(fund, own, asOf, lang)),
  };
  const named = taskViews(
    dataset.tasks.filter((task) => field.named.has(task.id)),
    dataset,
    asOf,
    lang,
  );
  const departments = new Map(dataset.departments.map((row) => [row.id, pick(row.name, lang)]));
  const spoken = {
    tasks: now.tasks,
    named: new Map(named.map((task) => [task.id, task])),
    departments,
    funds: now.funds,
  };
  const figures = dataset.indicators.flatMap((row) => {
    const standing = now.standings.get(row.code);
    return standing === undefined ? [] : [figureView(row, standing, numbersOf, asOf, lang)];
  });
  const byCode = new Map(figures.map((figure) => [figure.code, figure]));
  const late = lateFigures(dataset.indicators, now.standings, asOf);
  const platforms = platformViews(dataset.platforms, dataset.questions, asOf, lang);
  const questions = questionViews(dataset.questions, asOf, lang);
  return {
    workspace: {
      name: pick(workspace.name, lang),
      organisation: pick(workspace.organisation, lang),
      clockPinnedOn: workspace.clockPinnedOn,
      lastMeetingOn: workspace.lastMeetingOn,
      nearDays: workspace.nearDays,
    },
    lang,
    asOf,
    compare,
    knownAt: input.knownAt,
    dates: datesOf(calendar),
    findings: findingsOf(
      {
        ...spoken,
        platforms,
        figures: byCode,
        questions,
        panels: dataset.panels,
        asOf,
      },
      lang,
    ),
    exceptions: exceptionsOf({ ...spoken, late, questions, asOf }, lang),
    lights: countLights(now.tasks),
    frameworks: frameworkViews(dataset, asOf, lang),
    taskSummary: taskSummary(field, named, departments),
    tasks: named.filter((task) => field.carried.has(task.id)),
    funds: [...now.funds],
    figures,
    platforms: {
      matrix: platformMatrix(dataset.indicators, byCode, dataset.questions, asOf),
      stages: platformStages.map((stage) => ({
        stage,
        count: platforms.filter((row) => row.stage === stage).length,
      })),
      register: platforms,
    },
    panels: panelViews(dataset.panels, byCode, questions, lang),
    changes:
      compare === null
        ? null
        : changesBetween(
            {
              since: compare,
              before: {
                standings: standingsAt(dataset, compare),
                tasks: field.before,
                funds: funds
                  .filter(([fund]) => !isRetired(fund, compare))
                  .map(([fund, own]) => fundBefore(fund, own, compare, lang)),
              },
              after: now,
              indicators: dataset.indicators,
              numbersOf,
            },
            lang,
          ),
    questions,
    sources: sourceViews(dataset.sources, lang),
    freshness: freshnessOf(
      calendar,
      { movements: dataset.movements, tasks: field.freshness },
      late,
      asOf,
    ),
  };
}
