/** Later corrections (勘误) of the numbers that a frozen picture shows; they stand beside it, never inside. */
import type { Figure } from '../contract/figure.ts';
import type { Language } from '../contract/lists.ts';
import type { Restatement } from '../contract/meeting.ts';
import type { Standing } from './observations.ts';
import type { IndicatorRecord, Instant, MovementRecord } from './records.ts';
import { pick } from './text.ts';

export type RestatementInput = {
  /** Figures as they were frozen. */
  readonly shown: readonly Pick<Figure, 'code' | 'name' | 'unit' | 'value' | 'qualifier'>[];
  /** What stands today for the same day, by code. */
  readonly now: ReadonlyMap<string, Standing>;
  readonly indicators: readonly IndicatorRecord[];
  readonly movements: readonly MovementRecord[];
  /** The instant up to which the picture knew. */
  readonly knownAt: Instant;
  readonly lang: Language;
};

type Why = Pick<Restatement, 'reason' | 'recordedAt'>;

const NOTHING: Why = { reason: null, recordedAt: null };

/** The newest thing that was recorded after the freeze and makes the number another. */
function whyOf(
  indicator: IndicatorRecord,
  standing: Standing,
  { movements, knownAt }: RestatementInput,
): Why {
  const { ledger } = indicator;
  if (ledger === null)
    return standing.recordedAt > knownAt
      ? { reason: standing.reason, recordedAt: standing.recordedAt }
      : NOTHING;
  let newest: MovementRecord | null = null;
  for (const row of movements) {
    if (row.fund !== ledger.fund || row.kind !== ledger.kind || row.recordedAt <= knownAt) continue;
    if (newest === null || row.recordedAt > newest.recordedAt) newest = row;
  }
  return newest === null ? NOTHING : { reason: newest.reason, recordedAt: newest.recordedAt };
}

/** What is another number today, or with another qualifier, or came on record or left it; by code. */
export function restatementsOf(input: RestatementInput): Restatement[] {
  const shown = new Map(input.shown.map((figure) => [figure.code, figure]));
  const indicators = new Map(input.indicators.map((row) => [row.code, row]));
  const codes = new Set([...shown.keys(), ...input.now.keys()]);
  const rows: Restatement[] = [];
  for (const code of [...codes].sort()) {
    const before = shown.get(code);
    const standing = input.now.get(code);
    const indicator = indicators.get(code);
    if (before?.value === standing?.value && before?.qualifier === standing?.qualifier) continue;
    rows.push({
      code,
      label: indicator === undefined ? (before?.name ?? code) : pick(indicator.name, input.lang),
      unit: indicator?.unit ?? before?.unit ?? null,
      shown: before === undefined ? null : { value: before.value, qualifier: before.qualifier },
      now: standing === undefined ? null : { value: standing.value, qualifier: standing.qualifier },
      ...(indicator === undefined || standing === undefined
        ? NOTHING
        : whyOf(indicator, standing, input)),
    });
  }
  return rows;
}
