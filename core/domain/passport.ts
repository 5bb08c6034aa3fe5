/** Everything one may ask of a figure: definition, unit, period, source, who and when, history, questions. */
import type { Indicator, Observation, Passport } from '../contract/indicator.ts';
import type { Language } from '../contract/lists.ts';
import { isKnownBy, lastDay } from './dates.ts';
import { figureView } from './figure-view.ts';
import { formatDate, formatPercent, formatPoints, speak, speakPercent } from './format.ts';
import { fundView } from './fund-view.ts';
import { nearest } from './nearest.ts';
import { isMovementOf, standingsAt } from './observations.ts';
import { outlookOf } from './outlook.ts';
import { nobody, type PeopleOf } from './people.ts';
import { openNumbers } from './questions.ts';
import type {
  Dataset,
  IndicatorRecord,
  Instant,
  IsoDate,
  MovementRecord,
  ObservationRecord,
} from './records.ts';
import { questionViews, sourceViews } from './register-view.ts';
import { isRetired } from './retirement.ts';
import { expectedValue, scheduleProgress } from './schedule.ts';
import { outlookSentence } from './sentences.ts';
import { pick } from './text.ts';

function retirementOf(
  record: IndicatorRecord,
  indicators: readonly IndicatorRecord[],
  asOf: IsoDate,
  lang: Language,
): Passport['retired'] {
  if (record.retiredOn === null || !isRetired(record, asOf)) return null;
  const inUse = indicators.filter((row) => row.theme === record.theme && !isRetired(row, asOf));
  const code = nearest(
    record.code,
    inUse.map((row) => row.code),
  );
  const found = inUse.find((row) => row.code === code);
  return {
    on: record.retiredOn,
    reason: record.retiredReason,
    nearest: found === undefined ? null : { code: found.code, name: pick(found.name, lang) },
  };
}

/** An indicator with its figure at the date; `figure` null = nothing on record by then. */
export function indicatorViews(
  dataset: Pick<Dataset, 'indicators' | 'observations' | 'movements' | 'questions'>,
  asOf: IsoDate,
  lang: Language,
): Indicator[] {
  const standings = standingsAt(dataset, asOf);
  const numbersOf = openNumbers(dataset.questions, 'indicators', asOf);
  return dataset.indicators.map((row) => {
    const standing = standings.get(row.code);
    return {
      code: row.code,
      theme: row.theme,
      name: pick(row.name, lang),
      unit: row.unit,
      kind: row.kind,
      direction: row.direction,
      dimensions: { ...row.dimensions },
      definition: pick(row.definition, lang),
      rhythmDays: row.rhythmDays,
      owner: row.ownerDepartment,
      ledger: row.ledger === null ? null : { fund: row.ledger.fund, kind: row.ledger.kind },
      note: pick(row.note, lang),
      questions: numbersOf(row.code),
      figure: standing === undefined ? null : figureView(row, standing, numbersOf, asOf, lang),
    };
  });
}

/** A statement behind a figure, as it was entered. */
export const observationView = (
  row: ObservationRecord | (MovementRecord & { readonly value: number }),
  superseded: boolean,
  people: PeopleOf = nobody,
): Observation => ({
  id: row.id,
  value: row.value,
  qualifier: row.qualifier,
  period: row.period,
  asOf: row.asOf,
  source: row.source,
  recordedAt: row.recordedAt,
  recordedBy: row.recordedBy,
  ...people(row),
  supersedes: row.supersedes,
  reason: row.reason,
  superseded,
});

/**
 * Every row behind the figure, oldest first, superseded ones included and marked. A row is left out where a later
 * correction in its chain is dated after `asOf`: what is known to be wrong must not come back in an earlier picture.
 */
function historyOf(
  indicator: IndicatorRecord,
  dataset: Dataset,
  asOf: IsoDate,
  people: PeopleOf,
): Observation[] {
  const { ledger } = indicator;
  const movements = dataset.movements.filter((row) => row.fund === ledger?.fund);
  const observations = dataset.observations.filter((row) => row.indicator === indicator.code);
  const rows =
    ledger === null
      ? observations
      : movements
          .filter((row) => isMovementOf(row, ledger.kind, ledger.period))
          .map((row) => ({ ...row, value: row.amountFen }));
  const correction = new Map(
    (ledger === null ? observations : movements).map((row) => [row.supersedes, row]),
  );
  const isWholeBy = (row: { readonly id: string; readonly asOf: string }): boolean => {
    const next = correction.get(row.id);
    return isKnownBy(row.asOf, asOf) && (next === undefined || isWholeBy(next));
  };
  return rows
    .filter(isWholeBy)
    .map((row) => observationView(row, correction.has(row.id), people))
    .sort(oldestFirst);
}

const oldestFirst = (a: Observation, b: Observation): number => {
  const [x, y] = [
    `${lastDay(a.asOf)} ${a.recordedAt} ${a.id}`,
    `${lastDay(b.asOf)} ${b.recordedAt} ${b.id}`,
  ];
  return x < y ? -1 : 1;
};

function derivationsOf(
  indicator: IndicatorRecord,
  dataset: Dataset,
  asOf: IsoDate,
  lang: Language,
): Passport['derivations'] {
  const record = dataset.funds.find((row) => row.id === indicator.ledger?.fund);
  if (record === undefined || indicator.ledger?.kind !== 'disbursed') return [];
  const fund = fundView(record, dataset, asOf, lang);
  // The figure of another year is not what this fund's share is made of.
  if (fund.share === null || fund.disbursed?.code !== indicator.code) return [];
  const whole = fund[fund.share.of];
  const inputs = [fund.disbursed.code, whole?.code ?? null].filter((code) => code !== null);
  const paid = speak(
    { value: fund.disbursed.amountFen, unit: 'fen', qualifier: fund.disbursed.qualifier },
    lang,
  );
  const total = speak(
    { value: whole?.amountFen ?? 0, unit: 'fen', qualifier: whole?.qualifier ?? 'exact' },
    lang,
  );
  const share = {
    kind:
      fund.share.of === 'planned' ? ('share-of-plan' as const) : ('share-of-commitment' as const),
    percent: fund.share.percent,
    inputs,
    formula: `${paid} ÷ ${total} = ${speakPercent(fund.share.percent, fund.share.qualifier, lang)}`,
  };
  if (fund.schedule === null) return [share];
  const { schedule } = fund;
  const days = `${schedule.elapsedDays} ÷ ${schedule.totalDays} = ${formatPercent(schedule.expectedPercent)}`;
  const gap = formatPoints(schedule.gapPoints, lang);
  return [
    share,
    {
      kind: 'schedule-gap' as const,
      percent: schedule.gapPoints,
      inputs,
      formula:
        lang === 'zh'
          ? `${formatDate(schedule.on, 'zh')} 序时 ${days}；相差 ${gap}`
          : `Schedule on ${formatDate(schedule.on, 'en')}: ${days}; difference ${gap}`,
    },
  ];
}

/** Targets with how the figure stands against each: at the figure's own date, along the target's own curve. */
function targetsOf(
  dataset: Dataset,
  indicator: Indicator,
  asOf: IsoDate,
  lang: Language,
): Passport['targets'] {
  const { figure } = indicator;
  return dataset.targets
    .filter((row) => row.indicator === indicator.code)
    .map((row) => {
      const progress =
        figure === null
          ? null
          : scheduleProgress({
              actual: figure.value,
              plan: row.value,
              period: row.period,
              asOf: figure.asOf,
              curve: row,
            });
      const outlook = progress === null ? null : outlookOf(progress);
      const expectedToday =
        row.value === 0
          ? 0
          : (expectedValue(row, asOf < row.period.to ? asOf : row.period.to) / row.value) * 100;
      return {
        id: row.id,
        period: row.period,
        value: row.value,
        curve: row.curve,
        points: row.points === null ? null : [...row.points],
        schedule: progress === null ? null : { ...progress, expectedTodayPercent: expectedToday },
        outlook:
          outlook === null
            ? null
            : {
                ...outlook,
                sentence: outlookSentence(
                  outlook,
                  { value: row.value, unit: indicator.unit },
                  lang,
                ),
              },
      };
    });
}

/** The passport of one indicator; null = there is no such code among the records known. */
export function passportOf(input: {
  readonly dataset: Dataset;
  readonly code: string;
  readonly asOf: IsoDate;
  readonly knownAt: Instant;
  readonly lang: Language;
  /** Names of those behind the statements; left out = none are known. */
  readonly people?: PeopleOf;
}): Passport | null {
  const { dataset, code, asOf, lang } = input;
  const record = dataset.indicators.find((row) => row.code === code);
  const indicator = indicatorViews(
    { ...dataset, indicators: record === undefined ? [] : [record] },
    asOf,
    lang,
  )[0];
  if (record === undefined || indicator === undefined) return null;
  const history = historyOf(record, dataset, asOf, input.people ?? nobody);
  const questions = questionViews(dataset.questions, asOf, lang).filter((row) =>
    row.indicators.includes(code),
  );
  const cited = new Set([
    ...history.map((row) => row.source),
    ...questions.flatMap((row) => row.statements.map((s) => s.source)),
  ]);
  const owner = dataset.departments.find((row) => row.id === record.ownerDepartment);
  const { figure } = indicator;
  const missing =
    lang === 'zh'
      ? `${indicator.name}：截至 ${asOf} 还没有记录。`
      : `${indicator.name}: nothing on record by ${formatDate(asOf, 'en')}.`;
  return {
    indicator,
    asOf,
    knownAt: input.knownAt,
    ownerName: pick(owner?.name ?? null, lang),
    retired: retirementOf(record, dataset.indicators, asOf, lang),
    history,
    targets: targetsOf(dataset, indicator, asOf, lang),
    derivations: derivationsOf(record, dataset, asOf, lang),
    questions,
    sources: sourceViews(
      dataset.sources.filter((row) => cited.has(row.id)),
      lang,
    ),
    sentence:
      figure === null
        ? missing
        : lang === 'zh'
          ? `${figure.name}：${speak(figure, 'zh')}，截至 ${formatDate(figure.asOf, 'zh')}。`
          : `${figure.name}: ${speak(figure, 'en')}, as of ${formatDate(figure.asOf, 'en')}.`,
  };
}
