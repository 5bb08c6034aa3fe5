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
  'owner-reported-at-risk',
  'report-too-old',
  'reported-nothing-due',
  'never-reported',
] as const;
export type LightRule = (typeof lightRules)[number];

/** What an owner may declare in a check-in. `at_risk` makes the light worse than its dates alone would. */
export const declaredStatuses = ['in_progress', 'at_risk', 'blocked', 'done'] as const;
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

/** How a list of tasks is sorted. */
export const taskOrders = ['id', 'urgency'] as const;
export type TaskOrder = (typeof taskOrders)[number];

/** The closed codes of problem+json replies; the page translates the code. */
/**
 * Grows whenever a page of before could not show the board of now, or the other way round. Every reply carries it; a page
 * of another version keeps its last picture, says so, and is loaded anew.
 */
export const CONTRACT_VERSION = 4;

export const problemCodes = [
  'bad-date',
  'bad-instant',
  'bad-parameter',
  'unknown-parameter',
  'compare-after-as-of',
  'query-too-long',
  'bad-body',
  'too-large',
  'unsupported-media',
  'not-accepted',
  'confirm-first',
  'unauthenticated',
  'forbidden',
  'foreign-origin',
  'too-many-attempts',
  'wrong-credentials',
  'link-spent',
  'screen-revoked',
  'conflict',
  'stopped',
  'key-reused',
  'stale-version',
  'version-required',
  'not-found',
  'unknown-route',
  'method-not-allowed',
  'not-ready',
  'store-unavailable',
  'store-full',
  'snapshot-damaged',
  'not-in-bundle',
  'internal',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/**
 * What an account may be. viewer: leadership, reads; reporter, head: enter for their own department; reviewer: the
 * office, accepts or returns; administrator: registers, accounts, questions. The three officers exist where the
 * workspace separates them: they exclude each other and every business role.
 */
export const roles = [
  'viewer',
  'reporter',
  'head',
  'reviewer',
  'administrator',
  'system-officer',
  'security-officer',
  'audit-officer',
] as const;
export type Role = (typeof roles)[number];

/** Every thing that a right is needed for; core/domain/rights.ts says who has which. */
export const rights = [
  'read',
  'check-in',
  'enter-figures',
  'enter-money',
  'review',
  'keep-registers',
  'settle-questions',
  'keep-accounts',
  'grant-roles',
  'end-sessions',
  'read-audit',
  'keep-screens',
  'hold-meetings',
] as const;
export type Right = (typeof rights)[number];

/** invited: has not set a password yet; disabled: kept for the record, may not sign in. */
export const accountStates = ['invited', 'active', 'disabled'] as const;
export type AccountState = (typeof accountStates)[number];

/** What may be put forward for review. */
export const submissionKinds = ['check-in', 'observation', 'movement'] as const;
export type SubmissionKind = (typeof submissionKinds)[number];

export const submissionStates = ['waiting', 'accepted', 'returned'] as const;
export type SubmissionState = (typeof submissionStates)[number];

export const verdicts = ['accepted', 'returned'] as const;
export type Verdict = (typeof verdicts)[number];

/** What the checks before submitting may ask about; they ask and do not forbid. */
export const lintCodes = [
  'part-over-whole',
  'ten-times',
  'unit-ten-thousand',
  'outside-period',
  'older-than-last',
  'plan-exceeded',
] as const;
export type LintCode = (typeof lintCodes)[number];

/**
 * How an owner's word and the dates disagree: late, and not said so; done said, and milestones open; all ticked, and
 * not said done; worse said than the dates show.
 */
export const disagreements = [
  'late-not-said',
  'done-not-ticked',
  'ticked-not-done',
  'worse-said',
] as const;
export type Disagreement = (typeof disagreements)[number];

export const auditOutcomes = ['done', 'refused'] as const;
export type AuditOutcome = (typeof auditOutcomes)[number];

/** Media types of evidence, as found in the file's content. */
export const evidenceTypes = [
  'application/pdf',
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
] as const;
export type EvidenceType = (typeof evidenceTypes)[number];

/** Bounds of what a person enters, shared by the form and the API. */
export const entryLimits = {
  /** Characters (code points) of each part of a note. */
  note: 1000,
  /** Characters of a reason or of a reviewer's comment. */
  reason: 500,
  /** Characters of what a movement is called, in each language. */
  label: 80,
  /** Files with one check-in. */
  files: 9,
  /** Bytes of one file. */
  fileBytes: 20 * 1024 * 1024,
  /** Shortest and longest password, in characters. */
  passwordMin: 12,
  passwordMax: 128,
} as const;

/** What administrators keep by hand, as its path and its page name it. */
export const registerNames = [
  'workspace',
  'departments',
  'sources',
  'indicators',
  'targets',
  'funds',
  'platforms',
  'frameworks',
  'elements',
  'tasks',
  'milestones',
  'questions',
] as const;
export type RegisterName = (typeof registerNames)[number];

/** Slides that the data write by themselves, in the order in which a new agenda has them; `own` is the office's. */
export const slideKinds = [
  'resolutions',
  'changes',
  'task',
  'funds',
  'platforms',
  'disagreements',
  'questions',
  'silence',
  'own',
  'decisions',
] as const;
export type SlideKind = (typeof slideKinds)[number];

/** planned: numbers still move; frozen: they are pinned and may be pinned anew; running; closed: it is history. */
export const meetingStates = ['planned', 'frozen', 'running', 'closed'] as const;
export type MeetingState = (typeof meetingStates)[number];

/** What a resolution does once its meeting is closed. */
export const resolutionKinds = ['task', 'due-date', 'settle', 'words'] as const;
export type ResolutionKind = (typeof resolutionKinds)[number];

/** What a resolution became. */
export const carriedKinds = ['task', 'task-due', 'milestone-due', 'question'] as const;
export type CarriedKind = (typeof carriedKinds)[number];

/** What a frozen meeting can be taken away as. */
export const exportFormats = ['pdf', 'pptx', 'xlsx', 'docx', 'csv', 'json', 'bundle'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** waiting: others are made before it; the last three are ends. */
export const exportStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type ExportState = (typeof exportStates)[number];

/** Why none was made: the picture is too much for the memory set aside; the server ended meanwhile; anything else. */
export const exportFaults = ['too-large', 'interrupted', 'failed'] as const;
export type ExportFault = (typeof exportFaults)[number];

export const meetingLimits = {
  items: 200,
  options: 8,
  participants: 200,
} as const;

/** Colours of a page; each is whole by itself. */
export const colourThemes = ['dark', 'light', 'projector'] as const;
export type ColourTheme = (typeof colourThemes)[number];

/** What a wall can show, in the order in which it turns by itself. */
export const wallPages = [
  'overview',
  'funds',
  'platforms',
  'talent',
  'finance',
  'tasks',
  'definitions',
] as const;
export type WallPage = (typeof wallPages)[number];

/**
 * How a device stands with the server. none: it is no registered wall; waiting: it shows a code; registered; revoked: it
 * was one, until somebody took that back.
 */
export const screenStates = ['none', 'waiting', 'registered', 'revoked'] as const;
export type ScreenState = (typeof screenStates)[number];

/** How long ago a wall was heard of; never = not yet since it was registered. */
export const screenBeats = ['reporting', 'late', 'silent', 'never'] as const;
export type ScreenBeat = (typeof screenBeats)[number];

/** Bounds of what is set for a wall and of what it sends. */
export const screenLimits = {
  secondsMin: 10,
  secondsMax: 60,
  name: 60,
  place: 80,
  /** Metres from a wall to whoever has to read it. */
  distanceMin: 0.5,
  distanceMax: 99.9,
  /** Metres of a wall's shorter side. */
  sideMin: 0.1,
  sideMax: 20,
  /** Characters of an error that a wall reports. */
  error: 300,
  /** Bytes of the small picture of what it shows. */
  pictureBytes: 40 * 1024,
} as const;
