import type { Fund, FundAmount } from '#core/contract/fund.ts';
import type { Language } from '#core/contract/lists.ts';
import {
  type FormattedNumber,
  formatMeasured,
  formatPeriod,
  oneDecimal,
} from '#core/domain/format.ts';
import type { UiWords } from './words.ts';

/** The source's own label of an amount comes before the product's word for it. */
export function committedLabel(fund: Fund, w: UiWords): string {
  return fund.committed?.label ?? (fund.kind === 'guidance' ? w.size : w.committed);
}

export function disbursedLabel(fund: Fund, w: UiWords): string {
  return fund.disbursed?.label ?? (fund.kind === 'guidance' ? w.invested : w.disbursed);
}

export function plannedLabel(planned: FundAmount, w: UiWords, lang: Language): string {
  if (planned.label !== null) return planned.label;
  return planned.period === null ? w.planPlain : w.plan(formatPeriod(planned.period, lang));
}

/** The share that is paid, with the qualifier that its parts give it. */
export function shareParts(share: NonNullable<Fund['share']>, lang: Language): FormattedNumber {
  const { percent, qualifier } = share;
  const parts = formatMeasured({ value: percent, unit: '%', qualifier }, lang);
  return { ...parts, number: oneDecimal(percent) };
}
