/** A fund with its ledger. */
import type { FundDetail } from '../contract/fund.ts';
import type { Language } from '../contract/lists.ts';
import { isKnownBy } from './dates.ts';
import { type FundContext, fundView } from './fund-view.ts';
import { movementView } from './movement-view.ts';
import type { PeopleOf } from './people.ts';
import type { FundRecord, IsoDate } from './records.ts';

/**
 * One fund as the API shows it at a date.
 * @param context its own movements, superseded ones among them, oldest first
 */
export function fundDetail(
  fund: FundRecord,
  context: FundContext & { readonly people: PeopleOf },
  asOf: IsoDate,
  lang: Language,
): FundDetail {
  return {
    fund: fundView(fund, context, asOf, lang),
    movements: context.movements
      .filter((row) => isKnownBy(row.asOf, asOf))
      .map((row) => movementView(row, lang, context.people)),
  };
}
