/**
 * Numbers as people read them. A qualifier is part of its number: every function here that prints a value
 * returns it with its qualifier and unit, and `speak` joins them for sentences, labels and exports.
 * Money: integer fen in, 万元 / 亿元 or M / bn yuan out, or whole yuan (the only place where it is divided).
 */
import type { Language, Qualifier, Unit } from '../contract/lists.ts';
import { calendarYear } from './dates.ts';
import type { IsoDate, PartialDate, Period } from './records.ts';

/** scaled: in the unit that suits the amount (万元, 亿元; M, bn); yuan: all of it, in yuan. A reader's choice. */
export const moneyStyles = ['scaled', 'yuan'] as const;
export type MoneyStyle = (typeof moneyStyles)[number];

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

/** Built once: making a formatter costs more than a thousand numbers. */
const DECIMALS = [0, 1, 2, 3].map(
  (digits) => new Intl.NumberFormat('en-US', { maximumFractionDigits: digits }),
);
const SMALL = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 });

/** At most `digits` decimals, zeros dropped, a comma from four digits on. What is not 0 is never printed as 0. */
function plain(value: number, digits: 0 | 2 | 3): string {
  const text = DECIMALS[digits]?.format(value) ?? String(value);
  if (text !== '0' && text !== '-0') return text;
  return value === 0 ? '0' : SMALL.format(value);
}

type MoneyStep = {
  /** Taken where the amount, rounded as it will be printed, reaches so many fen. */
  readonly from: number;
  readonly fenPerUnit: number;
  readonly unit: string;
  readonly digits: 0 | 2 | 3;
};

/**
 * Largest first. Small amounts keep enough digits to stay true: 1.5 万元 is not 2 万元, and 15,000 yuan are not
 * 0.02 M yuan.
 */
const MONEY: Record<Language, readonly MoneyStep[]> = {
  zh: [
    { from: FEN_PER_YI, fenPerUnit: FEN_PER_YI, unit: '亿元', digits: 2 },
    { from: 100 * FEN_PER_WAN, fenPerUnit: FEN_PER_WAN, unit: '万元', digits: 0 },
    { from: FEN_PER_WAN, fenPerUnit: FEN_PER_WAN, unit: '万元', digits: 2 },
    { from: 0, fenPerUnit: 100, unit: '元', digits: 2 },
  ],
  en: [
    { from: FEN_PER_BILLION, fenPerUnit: FEN_PER_BILLION, unit: 'bn yuan', digits: 2 },
    { from: FEN_PER_MILLION, fenPerUnit: FEN_PER_MILLION, unit: 'M yuan', digits: 2 },
    { from: FEN_PER_MILLION / 10, fenPerUnit: FEN_PER_MILLION, unit: 'M yuan', digits: 3 },
    { from: 0, fenPerUnit: 100, unit: 'yuan', digits: 2 },
  ],
};

/** Zero is written in the unit of the amounts that it stands beside. */
const NO_MONEY: Record<Language, string> = { zh: '万元', en: 'M yuan' };

const YUAN: Record<Language, string> = { zh: '元', en: 'yuan' };

function money(fen: number, lang: Language, style: MoneyStyle): { number: string; unit: string } {
  if (style === 'yuan') return { number: plain(fen / 100, 2), unit: YUAN[lang] };
  if (fen === 0) return { number: '0', unit: NO_MONEY[lang] };
  const size = Math.abs(fen);
  const steps = MONEY[lang];
  // 9,999.9 万元 would be printed as 10,000 万元: what rounds up to the next unit is written in it.
  const step = steps.find((row, index) => {
    const next = steps[index + 1];
    const grain = next === undefined ? 1 : next.fenPerUnit / 10 ** next.digits;
    return Math.round(size / grain) * grain >= row.from;
  });
  if (step === undefined) throw new RangeError(`not an amount of fen: ${fen}`);
  return { number: plain(fen / step.fenPerUnit, step.digits), unit: step.unit };
}

/**
 * One unit for a whole money axis or table column, chosen by its largest value (integer fen), so that its numbers
 * can be read against each other: 万元 below 1 亿元, M yuan below 1,000 M yuan.
 */
export function moneyScale(
  largestFen: number,
  lang: Language,
  style: MoneyStyle = 'scaled',
): { readonly unit: string; readonly number: (fen: number) => string } {
  const size = Math.abs(largestFen);
  const [unit, fenPerUnit] =
    style === 'yuan' || (size > 0 && size < FEN_PER_WAN)
      ? [YUAN[lang], 100]
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
export function formatMeasured(
  measured: Measured,
  lang: Language,
  style: MoneyStyle = 'scaled',
): FormattedNumber {
  const qualifier = QUALIFIER[lang][measured.qualifier];
  if (measured.unit === 'fen') return { qualifier, ...money(measured.value, lang, style) };
  const number = plain(measured.value, 2);
  if (lang === 'zh') return { qualifier, number, unit: UNIT_ZH[measured.unit] };
  const [one, many] = UNIT_EN[measured.unit];
  return { qualifier, number, unit: number === '1' || number === '-1' ? one : many };
}

/** The whole number as one text, to be read aloud, copied or put into a sentence. */
export function speak(measured: Measured, lang: Language, style: MoneyStyle = 'scaled'): string {
  const formatted = formatMeasured(measured, lang, style);
  const { qualifier, unit } = formatted;
  const number = measured.unit === 'rank' ? formatRank(measured.value, lang) : formatted.number;
  if (lang === 'zh') {
    const tight = qualifier === '<' ? '<' : qualifier === '' ? '' : `${qualifier} `;
    return unit === '' || unit === '%' ? `${tight}${number}${unit}` : `${tight}${number} ${unit}`;
  }
  const body = unit === '%' ? `${number}%` : [number, unit].filter((part) => part !== '').join(' ');
  return qualifier === '' ? body : `${qualifier} ${body}`;
}

/** A share with the qualifier that its parts give it: `16.5%`, `超 16.5%`, `over 16.5%`. */
export function speakPercent(percent: number, qualifier: Qualifier, lang: Language): string {
  const word = QUALIFIER[lang][qualifier];
  const tight = word === '' || (word === '<' && lang === 'zh');
  return `${word}${tight ? '' : ' '}${formatPercent(percent)}`;
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
