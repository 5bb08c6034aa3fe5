import type { FundDetail } from '../contract/fund.ts';
import type { Language } from '../contract/lists.ts';
import { nobody, type PeopleOf } from './people.ts';
import type { MovementRecord } from './records.ts';
import { pick } from './text.ts';

/** One row of a fund's ledger, as it was entered. */
export function movementView(
  row: MovementRecord,
  lang: Language,
  people: PeopleOf = nobody,
): FundDetail['movements'][number] {
  return {
    id: row.id,
    kind: row.kind,
    amountFen: row.amountFen,
    qualifier: row.qualifier,
    label: pick(row.label, lang),
    period: row.period,
    asOf: row.asOf,
    source: row.source,
    supersedes: row.supersedes,
    reason: row.reason,
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy,
    ...people(row),
  };
}
