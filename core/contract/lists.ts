/**
 * The closed lists of the contract. No schema library here, so that the page may import
 * these values without shipping one. Every list is the single source of its union type.
 */

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** exact; over: the source says "more than"; under: "less than"; cap: a ceiling. */
export const qualifiers = ['exact', 'over', 'under', 'cap'] as const;
export type Qualifier = (typeof qualifiers)[number];

/** `fen` is money: an integer, a hundredth of a yuan. `rank` has no unit word. */
export const units = [
  'person',
  'person-time',
  'company',
  'item',
  'event',
  'fen',
  '%',
  'm2',
  'day',
  'rank',
] as const;
export type Unit = (typeof units)[number];

/** What a figure is: a level at a date, a sum over a period, a plan, a rule, a rank, a mean. */
export const figureKinds = ['stock', 'flow', 'plan', 'policy', 'rank', 'mean'] as const;
export type FigureKind = (typeof figureKinds)[number];

/** Which way is better; `at-least` and `at-most` hold a level; `monitor` judges nothing. */
export const directions = ['up', 'down', 'at-least', 'at-most', 'monitor'] as const;
export type Direction = (typeof directions)[number];

export const themes = ['talent', 'platform', 'fund', 'finance', 'project', 'governance'] as const;
export type Theme = (typeof themes)[number];

/** In the order of the legend; `blocked` is declared, every other state is computed. */
export const lightStates = ['done', 'ok', 'near', 'over', 'blocked', 'none'] as const;
export type LightState = (typeof lightStates)[number];

/** The named rules, top down: the first that holds decides the light. */
export const lightRules = [
  'owner-confirmed-all-ticked',
  'owner-reported-blocked',
  'milestone-past-due',
  'due-within-days',
  'report-too-old',
  'reported-nothing-due',
  'never-reported',
] as const;
export type LightRule = (typeof lightRules)[number];

/** What an owner may declare in a check-in. */
export const declaredStatuses = ['in_progress', 'blocked', 'done'] as const;
export type DeclaredStatus = (typeof declaredStatuses)[number];

export const crossFlags = ['system', 'field', 'department', 'level', 'business'] as const;
export type CrossFlag = (typeof crossFlags)[number];

/** `special`: earmarked money with a commitment; `guidance`: a fund of funds that invests. */
export const fundKinds = ['special', 'guidance'] as const;
export type FundKind = (typeof fundKinds)[number];

export const movementKinds = ['committed', 'planned', 'disbursed', 'spent'] as const;
export type MovementKind = (typeof movementKinds)[number];

export const platformKinds = [
  'major',
  'centre',
  'liaison',
  'institute',
  'makerspace',
  'incubator',
  'park',
  'enclave',
  'overseas-incubator',
  'district',
  'service-centre',
  'workstation',
] as const;
export type PlatformKind = (typeof platformKinds)[number];

export const platformLevels = ['national', 'provincial', 'municipal'] as const;
export type PlatformLevel = (typeof platformLevels)[number];

export const platformStages = ['signed', 'building', 'operating', 'unclear'] as const;
export type PlatformStage = (typeof platformStages)[number];

/** Columns of the platform matrix. */
export const carrierTypes = ['incubator', 'makerspace', 'xingchuang'] as const;
export type CarrierType = (typeof carrierTypes)[number];

/** Where an element of a framework stands in the house. */
export const elementSlots = ['roof', 'pillar', 'base', 'centre', 'root'] as const;
export type ElementSlot = (typeof elementSlots)[number];

export const changeStates = ['new', 'changed', 'restated', 'unchanged', 'no-new-figure'] as const;
export type ChangeState = (typeof changeStates)[number];

export const curves = ['linear', 'monthly', 'steps'] as const;
export type Curve = (typeof curves)[number];

export const sections = [
  'tasks',
  'funds',
  'platforms',
  'talent',
  'finance',
  'projects',
  'governance',
] as const;
export type Section = (typeof sections)[number];

/** The closed codes of problem+json replies; the page translates the code. */
export const problemCodes = [
  'bad-date',
  'bad-instant',
  'bad-parameter',
  'unknown-parameter',
  'compare-after-as-of',
  'query-too-long',
  'not-found',
  'unknown-route',
  'method-not-allowed',
  'not-ready',
  'store-unavailable',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];
