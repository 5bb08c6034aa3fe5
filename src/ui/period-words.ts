import type { Language } from '#core/contract/lists.ts';
import { formatPeriod } from '#core/domain/format.ts';
import type { UiWords } from './words.ts';

type Period = { readonly from: string; readonly to: string };

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 13 → 十三; the plans that have been numbered so far stay below thirty. */
function chineseOrdinal(n: number): string {
  const ten = Math.floor(n / 10);
  const head = ten === 0 ? '' : ten === 1 ? '十' : `${DIGITS[ten]}十`;
  return `${head}${DIGITS[n % 10]}`;
}

/**
 * A period as a short word. Five calendar years that coincide with a national five-year plan carry its
 * name: the first ran from 1953, and since the sixth (1981) each begins five years after the last.
 */
export function periodWords(period: Period, lang: Language, w: UiWords): string {
  const from = Number(period.from.slice(0, 4));
  const isPlan =
    from >= 1981 &&
    (from - 1981) % 5 === 0 &&
    period.from === `${from}-01-01` &&
    period.to === `${from + 4}-12-31`;
  if (!isPlan || lang === 'en') return formatPeriod(period, lang);
  return w.fiveYears(chineseOrdinal(6 + (from - 1981) / 5));
}
