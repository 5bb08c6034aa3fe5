/** The whole overview, assembled and judged: the one place where the picture is put together. */
import type { Board } from '../contract/board.ts';
import { type Language, lightStates, platformStages } from '../contract/lists.ts';
import { type CalendarEntry, calendarOf, datesOf, freshnessOf } from './calendar.ts';
import { changesBetween, type Side } from './changes.ts';
import { exceptionsOf } from './exceptions.ts';
import { figureView } from './figure-view.ts';
import { findingsOf } from './findings.ts';
import { fundViews } from './fund-view.ts';
import { platformMatrix } from './matrix.ts';
import { standingsAt } from './observations.ts';
import { panelViews } from './panel-view.ts';
import { openNumbers } from './questions.ts';
import type { Dataset, Instant, IsoDate } from './records.ts';
import { frameworkViews, platformViews, questionViews, sourceViews } from './register-view.ts';
import { countLights, taskViews } from './task-view.ts';
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
};

/** Assembles the board. Pure: the same input gives the same board. */
export function assembleBoard(input: BoardInput): Board {
  const { dataset, asOf, compare, lang } = input;
  const calendar = input.calendar ?? calendarOf(dataset);
  const numbersOf = openNumbers(dataset.questions, 'indicators', asOf);
  const side = (on: IsoDate): Side => ({
    standings: standingsAt(dataset, on),
    tasks: taskViews(dataset.tasks, dataset, on, lang),
    funds: fundViews(dataset.funds, dataset, on, lang),
  });
  const now = side(asOf);
  const figures = dataset.indicators.flatMap((row) => {
    const standing = now.standings.get(row.code);
    return standing === undefined ? [] : [figureView(row, standing, numbersOf, asOf, lang)];
  });
  const byCode = new Map(figures.map((figure) => [figure.code, figure]));
  const platforms = platformViews(dataset.platforms, dataset.questions, asOf, lang);
  const questions = questionViews(dataset.questions, asOf, lang);
  const { workspace } = dataset;
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
        tasks: now.tasks,
        funds: now.funds,
        platforms,
        figures: byCode,
        questions,
        panels: dataset.panels,
        asOf,
      },
      lang,
    ),
    exceptions: exceptionsOf({ tasks: now.tasks, funds: now.funds, questions, asOf }, lang),
    lights: countLights(now.tasks, lightStates),
    frameworks: frameworkViews(dataset, asOf, lang),
    tasks: [...now.tasks],
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
              before: side(compare),
              after: now,
              indicators: dataset.indicators,
              numbersOf,
            },
            lang,
          ),
    questions,
    sources: sourceViews(dataset.sources, lang),
    freshness: freshnessOf(calendar, dataset, asOf),
  };
}
