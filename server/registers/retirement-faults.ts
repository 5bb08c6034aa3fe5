/** What keeps a record from being taken out of use, and from being named once it is. */
import type {
  FundRecord,
  IndicatorRecord,
  IsoDate,
  Retirable,
  TaskRecord,
} from '#core/domain/records.ts';
import { isRetired } from '#core/domain/retirement.ts';
import type { Db } from '#server/db/tables.ts';
import { readFunds } from '#server/funds/funds.repository.ts';
import { readIndicators } from '#server/indicators/indicators.repository.ts';
import { readTasks } from '#server/tasks/tasks.repository.ts';
import type { FieldFault } from './register.ts';

/** Which records still name the one that is to be retired. */
export type Holders = {
  readonly tasks: (row: TaskRecord) => boolean;
  readonly indicators?: (row: IndicatorRecord) => boolean;
  readonly funds?: (row: FundRecord) => boolean;
};

/** Whoever retires a department or a pillar first hands over what is still in use on that day. */
export async function heldFaults(
  db: Db,
  { retiredOn }: Pick<Retirable, 'retiredOn'>,
  holders: Holders,
): Promise<FieldFault[]> {
  if (retiredOn === null) return [];
  const { indicators = () => false, funds = () => false } = holders;
  const count = <T extends Retirable>(rows: readonly T[], holds: (row: T) => boolean): number =>
    rows.filter((row) => !isRetired(row, retiredOn) && holds(row)).length;
  const tasks = count(await readTasks(db, { knownAt: null, asOfLast: null }), holders.tasks);
  const figures = count(await readIndicators(db, null), indicators);
  const money = count(await readFunds(db, null), funds);
  if (tasks + figures + money === 0) return [];
  const zh = `还有 ${tasks} 项任务、${figures} 个指标、${money} 项资金在用，请先移交或停用。`;
  const en = `Still in use: ${tasks} tasks, ${figures} indicators, ${money} funds. Hand them over or retire them first.`;
  return [{ path: 'retiredOn', message: { zh, en } }];
}

export type Named = {
  readonly path: string;
  readonly key: string | null;
  /** What was named before; undefined = it is a new record. */
  readonly before: string | null | undefined;
  readonly among: readonly (Retirable & { readonly id?: string; readonly code?: string })[];
};

/** What is retired is not named anew; who named it before may go on. */
export function namedFaults(names: readonly Named[], today: IsoDate): FieldFault[] {
  return names.flatMap(({ path, key, before, among }) => {
    const found = among.find((row) => (row.id ?? row.code) === key);
    if (key === null || key === before || found === undefined || !isRetired(found, today))
      return [];
    const zh = '已经停用，请另选。';
    return [{ path, message: { zh, en: 'It is retired; choose another.' } }];
  });
}
