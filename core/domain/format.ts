/**
 * Numbers as people read them. A qualifier is part of its number: every function here that prints a value
 * returns it with its qualifier and unit, and `speak` joins them for sentences, labels and exports.
 * Money: integer fen in, 万元 / 亿元 or M / bn yuan out (the only place where it is divided).
 */
import type { Language, Qualifier, Unit } from '../contract/lists.ts';
import { calendarYear } from './dates.ts';
import type { IsoDate, PartialDate, Period } from './records.ts';

export type Measured = {
  readonly value: number;
  readonly unit: Unit;
  readonly qualifier: Qualifier;
};
/** The three parts of a printed number. `qualifier` and `unit` may be empty, `number` never is. */
export type FormattedNumber = {
  readonly qualifier: string;
  readonly number: string;
  readonly unit: string;
};

const QUALIFIER: Record<Language, Record<Qualifier, string>> = {
  zh: { exact: '', over: '超', under: '<', cap: '最高' },
  en: { exact: '', over: 'over', under: '<', cap: 'up to' },
};

const UNIT_ZH: Record<Exclude<Unit, 'fen'>, string> = {
  person: '人',
  'person-time': '人次',
  company: '家',
  item: '个',
  event: '场',
  '%': '%',
  m2: '㎡',
  day: '天',
  rank: '',
};

const UNIT_EN: Record<Exclude<Unit, 'fen'>, readonly [one: string, many: string]> = {
  person: ['person', 'people'],
  'person-time': ['nomination', 'nominations'],
  company: ['company', 'companies'],
  item: ['', ''],
  event: ['event', 'events'],
  '%': ['%', '%'],
  m2: ['m²', 'm²'],
  day: ['day', 'days'],
  rank: ['', ''],
};

const FEN_PER_WAN = 1_000_000;
const FEN_PER_YI = 10_000_000_000;
const FEN_PER_MILLION = 100_000_000;
const FEN_PER_BILLION = 100_000_000_000;

/** At most `digits` decimals, zeros dropped, a comma from four digits on. */
function plain(value: number, digits: number): string {
  return value.toLocaleString('en-US', {
    maximumFractionDigits: digits,
    minimumFractionDigits: 0,
    useGrouping: true,
  });
}

function money(fen: number, lang: Language): { number: string; unit: string } {
  const size = Math.abs(fen);
  if (lang === 'zh') {
    if (size >= FEN_PER_YI) return { number: plain(fen / FEN_PER_YI, 2), unit: '亿元' };
    // Below one 万元 the rule "no decimals" would print 0 for money that is there.
    if (size > 0 && size < FEN_PER_WAN) return { number: plain(fen / 100, 2), unit: '元' };
    return { number: plain(fen / FEN_PER_WAN, 0), unit: '万元' };
  }
  if (size >= FEN_PER_BILLION) return { number: plain(fen / FEN_PER_BILLION, 2), unit: 'bn yuan' };
  if (size > 0 && size < FEN_PER_WAN) return { number: plain(fen / 100, 2), unit: 'yuan' };
  return { number: plain(fen / FEN_PER_MILLION, 2), unit: 'M yuan' };
}

/**
 * One unit for a whole money axis or table column, chosen by its largest value (integer fen), so that its numbers
 * can be read against each other: 万元 below 1 亿元, M yuan below 1,000 M yuan.
 */
export function moneyScale(
  largestFen: number,
  lang: Language,
): { readonly unit: string; readonly number: (fen: number) => string } {
  const size = Math.abs(largestFen);
  const [unit, fenPerUnit] =
    size > 0 && size < FEN_PER_WAN
      ? [lang === 'zh' ? '元' : 'yuan', 100]
      : lang === 'zh'
        ? size >= FEN_PER_YI
          ? ['亿元', FEN_PER_YI]
          : ['万元', FEN_PER_WAN]
        : size >= FEN_PER_BILLION
          ? ['bn yuan', FEN_PER_BILLION]
          : ['M yuan', FEN_PER_MILLION];
  return { unit, number: (fen) => plain(fen / fenPerUnit, 2) };
}

/** The qualifier, number and unit of a value; money is given in fen. */
export function formatMeasured(measured: Measured, lang: Language): FormattedNumber {
  const qualifier = QUALIFIER[lang][measured.qualifier];
  if (measured.unit === 'fen') return { qualifier, ...money(measured.value, lang) };
  const number = plain(measured.value, 2);
  if (lang === 'zh') return { qualifier, number, unit: UNIT_ZH[measured.unit] };
  const [one, many] = UNIT_EN[measured.unit];
  return {
    qualifier,
    number,
    unit: Math.abs(measured.value) === 1 && measured.qualifier === 'exact' ? one : many,
  };
}

/** The whole number as one text, to be read aloud, copied or put into a sentence. */
export function speak(measured: Measured, lang: Language): string {
  const { qualifier, number, unit } = formatMeasured(measured, lang);
  if (lang === 'zh') {
    const tight = qualifier === '<' ? '<' : qualifier === '' ? '' : `${qualifier} `;
    return unit === '' || unit === '%' ? `${tight}${number}${unit}` : `${tight}${number} ${unit}`;
  }
  const body = unit === '%' ? `${number}%` : [number, unit].filter((part) => part !== '').join(' ');
  return qualifier === '' ? body : `${qualifier} ${body}`;
}

/** A share or a schedule position: one decimal, with its sign; `16.5%`. */
export function formatPercent(percent: number): string {
  return `${oneDecimal(percent)}%`;
}

/** One decimal, always shown; never "-0.0". */
export function oneDecimal(value: number): string {
  const text = value.toFixed(1);
  return text === '-0.0' ? '0.0' : text;
}

/** A difference of shares, in percentage points: the size only, the word beside it says behind or ahead. */
export function formatPoints(points: number, lang: Language): string {
  const size = oneDecimal(Math.abs(points));
  return lang === 'zh' ? `${size} 个百分点` : `${size} points`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A partial date. With `within`, the year is dropped where both are in the same year and the day is known
 * (`05-31`, `31 May`); facts known to the month stay `2021-05` / `May 2021`.
 */
export function formatDate(
  date: PartialDate,
  lang: Language,
  within: IsoDate | null = null,
): string {
  const [year = '', month, day] = date.split('-');
  const sameYear = within !== null && within.slice(0, 4) === year && day !== undefined;
  if (lang === 'zh') return sameYear ? date.slice(5) : date;
  if (month === undefined) return year;
  const name = MONTHS[Number(month) - 1] ?? month;
  if (day === undefined) return `${name} ${year}`;
  return sameYear ? `${Number(day)} ${name}` : `${Number(day)} ${name} ${year}`;
}

/** `5 月 31 日` / `31 May`: a day in running text. */
export function formatDayInText(
  date: IsoDate,
  lang: Language,
  within: IsoDate | null = null,
): string {
  if (lang === 'en') return formatDate(date, 'en', within);
  const [year = '', month = '', day = ''] = date.split('-');
  const text = `${Number(month)} 月 ${Number(day)} 日`;
  return within !== null && within.slice(0, 4) === year ? text : `${year} 年 ${text}`;
}

/** A period as a label: `2020 年`, `2016–2020`, else both days. */
export function formatPeriod(period: Period, lang: Language): string {
  const year = calendarYear(period);
  if (year !== null) return lang === 'zh' ? `${year} 年` : year;
  if (period.from.endsWith('-01-01') && period.to.endsWith('-12-31')) {
    return `${period.from.slice(0, 4)}–${period.to.slice(0, 4)}`;
  }
  return `${formatDate(period.from, lang)} – ${formatDate(period.to, lang)}`;
}

/** Rank: 第 1 / 1st. Ordinals of English are spelled with their suffix. */
export function formatRank(rank: number, lang: Language): string {
  if (lang === 'zh') return `第 ${rank}`;
  const tail =
    rank % 100 >= 11 && rank % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th');
  return `${rank}${tail}`;
}
