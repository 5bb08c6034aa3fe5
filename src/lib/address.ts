/**
 * The page's address: what is asked (`asOf`, `compare`, `knownAt`) and how it is shown (`lang`, `theme`,
 * `passport`, filters of a list). Read once, checked here, typed from here on. A value that cannot be used is a fault that the page
 * names; it is never dropped in silence.
 */
import {
  type AuditOutcome,
  auditOutcomes,
  type ColourTheme,
  colourThemes,
  type Language,
  type LightState,
  languages,
  lightStates,
  type PlatformKind,
  type PlatformLevel,
  type PlatformStage,
  platformKinds,
  platformLevels,
  platformStages,
  type RegisterName,
  registerNames,
} from '#core/contract/lists.ts';
import { isIsoDate } from '#core/domain/dates.ts';
import type { Instant, IsoDate } from '#core/domain/records.ts';

/** The picture that is asked for. null = the server's choice (its clock, its last meeting, the newest record). */
export type Question = {
  readonly asOf: IsoDate | null;
  readonly compare: IsoDate | 'none' | null;
  readonly knownAt: Instant | null;
};

/** What one page shows of its list, and what lies open on it; it does not travel to another page. */
export type OnPage = {
  /** What lies open in the drawer: a figure's code, `question:4` or `task:<id>`. */
  readonly passport: string | null;
  /** Id of the task that lies open on the page of the tasks. */
  readonly task: string | null;
  readonly department: string | null;
  readonly framework: string | null;
  readonly light: LightState | null;
  readonly stage: PlatformStage | null;
  readonly kind: PlatformKind | null;
  readonly level: PlatformLevel | null;
  /** '1' = only the tasks of the reader's own department. */
  readonly mine: '1' | null;
  /** Which register lies open, and the key of its record. */
  readonly register: RegisterName | null;
  readonly record: string | null;
  /** Filters of the audit trail: who, what and to what (as they begin), how it ended, from and up to which day. */
  readonly actor: string | null;
  readonly action: string | null;
  readonly subject: string | null;
  readonly outcome: AuditOutcome | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** What lies open on a page of entry or review: `figure:<code>`, `fund:<id>`, the id of a submission. */
  readonly item: string | null;
  /** Where signing in leads: path and query of a page of ours. */
  readonly back: string | null;
  /** Secret part of a one-time link. */
  readonly link: string | null;
};

/** The question and the way it is shown. null = not in the address. */
export type Address = Question &
  OnPage & {
    readonly lang: Language | null;
    readonly theme: ColourTheme | null;
    /** Seconds that each page of a wall stays before the next takes its place; null = it does not turn. */
    readonly rotate: string | null;
    /** Metres from a wall to whoever has to read it; null = near enough for everything on it. */
    readonly distance: string | null;
    /** Metres of the wall's shorter side; null = a 55-inch screen. */
    readonly side: string | null;
  };

export const faultKinds = [
  'date',
  'instant',
  'choice',
  'unknown',
  'repeated',
  'order',
  'elsewhere',
] as const;

/** Something in the address that cannot be used. `given` is shown as it was typed. */
export type Fault = {
  readonly param: string;
  readonly given: string;
  readonly kind: (typeof faultKinds)[number];
};

export const nothingOnPage: OnPage = {
  passport: null,
  task: null,
  department: null,
  framework: null,
  light: null,
  stage: null,
  kind: null,
  level: null,
  mine: null,
  register: null,
  record: null,
  actor: null,
  action: null,
  subject: null,
  outcome: null,
  from: null,
  to: null,
  item: null,
  back: null,
  link: null,
};

export const emptyAddress: Address = {
  asOf: null,
  compare: null,
  knownAt: null,
  lang: null,
  theme: null,
  rotate: null,
  distance: null,
  side: null,
  ...nothingOnPage,
};

/** Every parameter by its name, in the order in which they are written. */
export const PARAMS = [
  'asOf',
  'compare',
  'knownAt',
  'lang',
  'theme',
  'rotate',
  'distance',
  'side',
  'department',
  'framework',
  'light',
  'stage',
  'kind',
  'level',
  'mine',
  'register',
  'record',
  'actor',
  'action',
  'subject',
  'outcome',
  'from',
  'to',
  'item',
  'task',
  'passport',
  'back',
  'link',
] as const satisfies readonly (keyof Address)[];
type Param = (typeof PARAMS)[number];

/** Switch of the mocked server, read by the mock itself; an unknown parameter everywhere else. */
const MOCK_PARAMS: readonly string[] = ['mock', 'demo'].includes(import.meta.env?.MODE ?? '')
  ? ['scenario']
  : [];

const isInstant = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));

const isOneOf = <T extends string>(list: readonly T[], text: string): text is T =>
  (list as readonly string[]).includes(text);

type Rule = { readonly kind: Fault['kind']; readonly holds: (text: string) => boolean };

const oneOf = (list: readonly string[]): Rule => ({
  kind: 'choice',
  holds: (text) => isOneOf(list, text),
});

/** Whether such a thing is on record is for the page to say: it knows the date, and what comes nearest. */
const recordName: Rule = { kind: 'choice', holds: (text) => /^[\w.:-]{1,120}$/.test(text) };

/** Never another host: `//host` and `/\\host` are addresses of others. */
const ownPath: Rule = {
  kind: 'choice',
  holds: (text) => /^\/(?![/\\])[^\\\s]{0,500}$/.test(text),
};

/** Metres with at most one decimal (two for a side), never 0. */
const metres = (decimals: 1 | 2): Rule => ({
  kind: 'choice',
  holds: (text) => new RegExp(`^\\d{1,2}(\\.\\d{1,${decimals}})?$`).test(text) && Number(text) > 0,
});

const rules: Record<Param, Rule> = {
  asOf: { kind: 'date', holds: isIsoDate },
  compare: { kind: 'date', holds: (text) => text === 'none' || isIsoDate(text) },
  knownAt: { kind: 'instant', holds: isInstant },
  lang: oneOf(languages),
  theme: oneOf(colourThemes),
  rotate: { kind: 'choice', holds: (text) => /^([1-5]\d|60)$/.test(text) },
  distance: metres(1),
  side: metres(2),
  department: recordName,
  framework: recordName,
  light: oneOf(lightStates),
  stage: oneOf(platformStages),
  kind: oneOf(platformKinds),
  level: oneOf(platformLevels),
  task: recordName,
  passport: recordName,
  mine: oneOf(['1']),
  register: oneOf(registerNames),
  record: { kind: 'choice', holds: (text) => /^[\p{L}\p{N}._-]{1,80}$/u.test(text) },
  actor: recordName,
  action: recordName,
  subject: { kind: 'choice', holds: (text) => text.length <= 200 },
  outcome: oneOf(auditOutcomes),
  from: { kind: 'date', holds: isIsoDate },
  to: { kind: 'date', holds: isIsoDate },
  item: recordName,
  back: ownPath,
  // Whether it opens anything is for the server to say, in one and the same sentence.
  link: { kind: 'choice', holds: (text) => /^\S{1,200}$/.test(text) },
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
      rotate: get('rotate'),
      distance: get('distance'),
      side: get('side'),
      department: get('department'),
      framework: get('framework'),
      light: pick(lightStates, get('light')),
      stage: pick(platformStages, get('stage')),
      kind: pick(platformKinds, get('kind')),
      level: pick(platformLevels, get('level')),
      task: get('task'),
      passport: get('passport'),
      mine: pick(['1'], get('mine')),
      register: pick(registerNames, get('register')),
      record: get('record'),
      actor: get('actor'),
      action: get('action'),
      subject: get('subject'),
      outcome: pick(auditOutcomes, get('outcome')),
      from: get('from'),
      to: get('to'),
      item: get('item'),
      back: get('back'),
      link: get('link'),
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
