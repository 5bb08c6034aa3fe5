/**
 * Numbers as people type them, read exactly: digit by digit, never through a float. What is typed in 万元 is the same
 * amount of fen as what is typed in 元.
 */

export const moneyUnits = ['yuan', 'wan', 'yi'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

/** Decimal places that one of the unit has in fen. */
const PLACES: Readonly<Record<MoneyUnit, number>> = { yuan: 2, wan: 6, yi: 10 };

/** Full-width digits and signs, spaces and thousands marks as a keyboard or a spreadsheet brings them. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s,_']/g, '')
    .replace(/^\+/, '');
}

const NUMBER = /^(-?)(\d{1,15})(?:\.(\d{0,10}))?$/;

/** fault: not a number; fraction: finer than the steps it is counted in; size: beyond what is counted exactly. */
export type NumberFault = 'empty' | 'fault' | 'fraction' | 'size';
export type ReadNumber = { readonly value: number } | { readonly fault: NumberFault };

function scaled(text: string, places: number): { steps: bigint } | { fault: NumberFault } {
  const plain = plainText(text);
  if (plain === '') return { fault: 'empty' };
  const match = NUMBER.exec(plain);
  if (match === null) return { fault: 'fault' };
  const [, sign = '', whole = '', part = ''] = match;
  const significant = part.replace(/0+$/, '');
  if (significant.length > places) return { fault: 'fraction' };
  const steps = BigInt(whole + significant.padEnd(places, '0'));
  return { steps: sign === '-' ? -steps : steps };
}

/** An amount of money in whole fen. */
export function readMoney(text: string, unit: MoneyUnit): ReadNumber {
  const read = scaled(text, PLACES[unit]);
  if ('fault' in read) return read;
  const value = Number(read.steps);
  return Number.isSafeInteger(value) ? { value } : { fault: 'size' };
}

/** A decimal of at most `places` places. */
export function readDecimal(text: string, places: number): ReadNumber {
  const read = scaled(text, places);
  if ('fault' in read) return read;
  if (!Number.isSafeInteger(Number(read.steps))) return { fault: 'size' };
  return { value: Number(plainText(text)) };
}

/** Fen as they would be typed in the unit, without loss. */
export function writeMoney(fen: number, unit: MoneyUnit): string {
  const places = PLACES[unit];
  const digits = String(Math.abs(fen)).padStart(places + 1, '0');
  const part = digits.slice(-places).replace(/0+$/, '');
  const whole = digits.slice(0, -places);
  return `${fen < 0 ? '-' : ''}${whole}${part === '' ? '' : `.${part}`}`;
}

/** The unit in which an amount is read best: the largest in which it needs at most four decimal places. */
export function unitOf(fen: number): MoneyUnit {
  const fits = (unit: MoneyUnit): boolean => {
    const [whole = '', part = ''] = writeMoney(Math.abs(fen), unit).split('.');
    return whole !== '0' && part.length <= 4;
  };
  return fits('yi') ? 'yi' : fits('wan') ? 'wan' : 'yuan';
}
