/**
 * The page's address: what is asked (`asOf`, `compare`, `knownAt`) and how it is shown (`lang`, `theme`,
 * `passport`). Read once, checked here, typed from here on. A value that cannot be used is a fault that the page
 * names; it is never dropped in silence.
 */
import { type Language, languages } from '#core/contract/lists.ts';
import { isIsoDate } from '#core/domain/dates.ts';
import type { Instant, IsoDate } from '#core/domain/records.ts';

export const colourThemes = ['dark', 'light', 'projector'] as const;
export type ColourTheme = (typeof colourThemes)[number];

/** The picture that is asked for. null = the server's choice (its clock, its last meeting, the newest record). */
export type Question = {
  readonly asOf: IsoDate | null;
  readonly compare: IsoDate | 'none' | null;
  readonly knownAt: Instant | null;
};

/** The question and the way it is shown. null = not in the address. */
export type Address = Question & {
  readonly lang: Language | null;
  readonly theme: ColourTheme | null;
  /** What lies open in the drawer: a figure's code, `question:4` or `task:<id>`. */
  readonly passport: string | null;
};

export const faultKinds = ['date', 'instant', 'choice', 'unknown', 'repeated', 'order'] as const;

/** Something in the address that cannot be used. `given` is shown as it was typed. */
export type Fault = {
  readonly param: string;
  readonly given: string;
  readonly kind: (typeof faultKinds)[number];
};

export const emptyAddress: Address = {
  asOf: null,
  compare: null,
  knownAt: null,
  lang: null,
  theme: null,
  passport: null,
};

const PARAMS = ['asOf', 'compare', 'knownAt', 'lang', 'theme', 'passport'] as const;
type Param = (typeof PARAMS)[number];

/** Switch of the mocked server, read by the mock itself; an unknown parameter everywhere else. */
const MOCK_PARAMS: readonly string[] = ['mock', 'demo'].includes(import.meta.env?.MODE ?? '')
  ? ['scenario']
  : [];

const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);

const rules: Record<
  Param,
  { readonly kind: Fault['kind']; readonly holds: (text: string) => boolean }
> = {
  asOf: { kind: 'date', holds: isIsoDate },
  compare: { kind: 'date', holds: (text) => text === 'none' || isIsoDate(text) },
  knownAt: { kind: 'instant', holds: isInstant },
  lang: { kind: 'choice', holds: (text) => isOneOf(languages, text) },
  theme: { kind: 'choice', holds: (text) => isOneOf(colourThemes, text) },
  passport: { kind: 'choice', holds: (text) => /^[\w.:-]{1,120}$/.test(text) },
};

const pick = <T extends string>(list: readonly T[], text: string | null): T | null =>
  text !== null && isOneOf(list, text) ? text : null;

/** Reads `location.search`. What could be used is in `address`, everything else in `faults`. */
export function readAddress(search: string): {
  readonly address: Address;
  readonly faults: readonly Fault[];
} {
  const params = new URLSearchParams(search);
  const faults: Fault[] = [];
  const good = new Map<Param, string>();
  for (const name of new Set(params.keys())) {
    const [given = '', ...more] = params.getAll(name);
    if (MOCK_PARAMS.includes(name)) continue;
    if (!isOneOf(PARAMS, name)) faults.push({ param: name, given, kind: 'unknown' });
    else if (more.length > 0)
      faults.push({ param: name, given: [given, ...more].join(', '), kind: 'repeated' });
    else if (!rules[name].holds(given)) faults.push({ param: name, given, kind: rules[name].kind });
    else good.set(name, given);
  }
  const get = (name: Param): string | null => good.get(name) ?? null;
  const asOf = get('asOf');
  const compare = get('compare');
  if (asOf !== null && compare !== null && compare !== 'none' && compare > asOf) {
    faults.push({ param: 'compare', given: compare, kind: 'order' });
  }
  return {
    address: {
      asOf,
      compare,
      knownAt: get('knownAt'),
      lang: pick(languages, get('lang')),
      theme: pick(colourThemes, get('theme')),
      passport: get('passport'),
    },
    faults,
  };
}

/** The search text of an address, `''` or with its leading `?`; parameters in one fixed order. */
export function writeAddress(address: Address): string {
  const params = new URLSearchParams();
  for (const name of PARAMS) {
    const value = address[name];
    if (value !== null) params.set(name, value);
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
