/** For a value in the address that cannot be used: the nearest ones that can. */
import {
  colourThemes,
  languages,
  lightStates,
  platformKinds,
  platformLevels,
  platformStages,
} from '#core/contract/lists.ts';
import { isIsoDate } from '#core/domain/dates.ts';
import { nearest } from '#core/domain/nearest.ts';
import type { IsoDate } from '#core/domain/records.ts';
import { type Address, type Fault, PARAMS, readAddress } from './address.ts';

export type Offer = {
  /** What is offered, as it stands in the address. */
  readonly text: string;
  readonly change: Partial<Address>;
};

/** Values that a parameter can have, where they are few and known without asking. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  lang: languages,
  theme: colourThemes,
  light: lightStates,
  stage: platformStages,
  kind: platformKinds,
  level: platformLevels,
};

/** More are no offer but a list. */
const MOST_OFFERS = 6;

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

const offer = (param: string, value: string): Offer => ({
  text: `${param}=${value}`,
  change: { [param]: value },
});

const isUsable = (param: string, value: string): boolean =>
  readAddress(`?${new URLSearchParams({ [param]: value })}`).faults.length === 0;

/** The one most like what was given; else all, where they are few. */
function choicesNear(given: string, choices: readonly string[]): readonly string[] {
  const one = nearest(given, choices);
  return one === null ? choices.slice(0, MOST_OFFERS) : [one];
}

/** What can be offered instead of one fault; empty where nothing is near. */
export function offersFor({ param, given, kind }: Fault, address: Address): readonly Offer[] {
  switch (kind) {
    case 'order':
      return [
        {
          text: `asOf=${given}, compare=${address.asOf}`,
          change: { asOf: given, compare: address.asOf },
        },
      ];
    case 'date': {
      const day = nearestDay(given);
      return day === null ? [] : [offer(param, day)];
    }
    case 'choice':
      return choicesNear(given, CHOICES[param] ?? []).map((value) => offer(param, value));
    case 'repeated':
      return [...new Set(given.split(', '))]
        .filter((value) => isUsable(param, value))
        .slice(0, MOST_OFFERS)
        .map((value) => offer(param, value));
    case 'unknown': {
      const name = nearest(param, PARAMS);
      return name !== null && isUsable(name, given) ? [offer(name, given)] : [];
    }
    case 'elsewhere':
      return [offer(param, given)];
    case 'instant':
      return [];
    default:
      return kind satisfies never;
  }
}
