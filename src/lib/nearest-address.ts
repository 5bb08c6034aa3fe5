/** For a value in the address that cannot be used: the nearest ones that can. */
import { languages } from '#core/contract/lists.ts';
import { isIsoDate } from '#core/domain/dates.ts';
import type { IsoDate } from '#core/domain/records.ts';
import { type Address, colourThemes, type Fault } from './address.ts';

export type Offer = {
  /** What is offered, as it stands in the address. */
  readonly text: string;
  readonly change: Partial<Address>;
};

const pad = (value: number): string => String(value).padStart(2, '0');

/** The day that was probably meant: other separators, a month alone, a day or month that does not exist. */
export function nearestDay(given: string): IsoDate | null {
  const [, y, m, d] =
    /^\D*(\d{4})(?:\D*(\d{1,2})(?:\D*(\d{1,2}))?)?\D*$/.exec(given.slice(0, 40)) ?? [];
  if (y === undefined) return null;
  const month = Math.min(12, Math.max(1, Number(m ?? 12)));
  const last = new Date(Date.UTC(Number(y), month, 0)).getUTCDate();
  const day = Math.min(last, Math.max(1, Number(d ?? last)));
  const text = `${y}-${pad(month)}-${pad(day)}`;
  return isIsoDate(text) ? text : null;
}

/** What can be offered instead of one fault; empty where nothing is near. */
export function offersFor({ param, given, kind }: Fault, address: Address): readonly Offer[] {
  if (kind === 'order') {
    return [
      {
        text: `asOf=${given}, compare=${address.asOf}`,
        change: { asOf: given, compare: address.asOf },
      },
    ];
  }
  if (kind === 'date' && (param === 'asOf' || param === 'compare')) {
    const day = nearestDay(given);
    return day === null ? [] : [{ text: `${param}=${day}`, change: { [param]: day } }];
  }
  if (kind === 'choice' && param === 'lang')
    return languages.map((lang) => ({ text: `lang=${lang}`, change: { lang } }));
  if (kind === 'choice' && param === 'theme')
    return colourThemes.map((theme) => ({ text: `theme=${theme}`, change: { theme } }));
  return [];
}
