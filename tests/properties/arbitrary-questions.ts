/** Open questions and panels over the things that a generated workspace holds. */
import { addDays } from '#core/domain/dates.ts';
import type {
  ElementRecord,
  IndicatorRecord,
  PanelRecord,
  PlatformRecord,
  QuestionRecord,
  Recorded,
} from '#core/domain/records.ts';
import { named } from './arbitrary-values.ts';

type RawQuestion = {
  readonly arisesOn: string;
  readonly settledAfter: number | null;
  readonly touches: readonly number[];
};

type Things = {
  readonly indicators: readonly IndicatorRecord[];
  readonly platforms: readonly PlatformRecord[];
  readonly elements: readonly ElementRecord[];
};

const some = (ids: readonly string[], picks: readonly number[]): string[] => [
  ...new Set(ids.length === 0 ? [] : picks.flatMap((n) => ids[n % ids.length] ?? [])),
];

/** A settled question is settled on the day it arises or later, with a reason. */
export function questionsOf(
  raw: readonly RawQuestion[],
  { indicators, platforms, elements }: Things,
  stamp: () => Recorded,
): QuestionRecord[] {
  return raw.map(({ arisesOn, settledAfter, touches }, n) => ({
    id: `q${n}`,
    number: n + 1,
    title: named('口径', n),
    summary: named('说法', n),
    statements: [
      { text: named('一说', n), source: 's0', figure: null },
      { text: named('另说', n), source: null, figure: null },
    ],
    indicators: some(
      indicators.map((row) => row.code),
      touches,
    ),
    frameworks: n % 2 === 0 ? ['w0'] : [],
    elements: some(
      elements.map((row) => row.id),
      touches,
    ),
    platforms: some(
      platforms.map((row) => row.id),
      touches,
    ),
    arisesOn,
    settledOn: settledAfter === null ? null : addDays(arisesOn, settledAfter),
    resolution: settledAfter === null ? null : named('结论', n),
    reason: settledAfter === null ? null : 'asked the source',
    ...stamp(),
  }));
}

/** One panel with a block of every kind that the indicators are enough for. */
export function panelsOf(
  indicators: readonly IndicatorRecord[],
  questions: readonly QuestionRecord[],
  stamp: () => Recorded,
): PanelRecord[] {
  const [a, b = a, c = a, d = a] = indicators.map((row) => row.code);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return [];
  const question = questions[0]?.number;
  return [
    {
      id: 'talent',
      title: named('板块', 0),
      note: null,
      blocks: [
        { kind: 'numbers', size: 'l', codes: [a, b], divided: true },
        { kind: 'flow', title: named('流', 0), codes: [a, c] },
        ...(question === undefined
          ? []
          : [
              { kind: 'apart' as const, title: named('并列', 0), question, statements: [[a], [b]] },
            ]),
        { kind: 'pipeline', total: a, part: b, landed: c, investment: d },
        { kind: 'ratio', part: a, whole: b, label: named('比', 0) },
      ],
      ...stamp(),
    },
  ];
}
