/**
 * What the store holds, as the domain reads it: plain, immutable records.
 *
 * Two times on everything. Valid time: the partial date a statement is of (`asOf`, `registeredOn`).
 * Transaction time: `recordedAt`, the UTC instant at which the store came to know it. Registers are kept as
 * revisions (the newest revision known by an instant counts); observations, movements, ticks and check-ins are
 * append-only, and a later row may supersede an earlier one with a reason.
 *
 * `null` always means "the source does not say", never zero.
 */
import type {
  CrossFlag,
  Curve,
  DeclaredStatus,
  Direction,
  ElementSlot,
  FigureKind,
  FundKind,
  MovementKind,
  PlatformKind,
  PlatformLevel,
  PlatformStage,
  Qualifier,
  Theme,
  Unit,
} from '../contract/lists.ts';

/** YYYY-MM-DD, YYYY-MM or YYYY: no more precise than the source. */
export type PartialDate = string;
/** YYYY-MM-DD. */
export type IsoDate = string;
/** UTC instant, ISO 8601 with milliseconds and Z. */
export type Instant = string;

/** A name in both languages of the product. */
export type Bilingual = { readonly zh: string; readonly en: string };

/** First and last day of a period, both included. */
export type Period = { readonly from: IsoDate; readonly to: IsoDate };

export type Workspace = {
  readonly name: Bilingual;
  readonly organisation: Bilingual;
  /** The date at which the workspace's clock stands still; null = the real clock. */
  readonly clockPinnedOn: IsoDate | null;
  /** As-of date of the last review meeting, the default baseline; null = none held. */
  readonly lastMeetingOn: IsoDate | null;
  /** A milestone due within so many days (the day itself included) is "due soon". */
  readonly nearDays: number;
  /** Whether boards are open to everybody; else they need a sign-in or a screen's token. */
  readonly openReading: boolean;
  /** Whether system, security and audit officers are separated (三员分立). */
  readonly separateOfficers: boolean;
  /** Department that enters what names no owner; null = nobody does until an owner is named. */
  readonly keeperDepartment: string | null;
};

/** Fields that every recorded row carries. */
export type Recorded = {
  readonly recordedAt: Instant;
  /** Who or what entered it: an account id, `sample` for the default dataset, `system` for a first start. */
  readonly recordedBy: string;
};

/** Taken out of use from a day on, and never deleted: what is on record of it stays, and so do earlier pictures. */
export type Retirable = {
  /** First day on which it is in use no more; null = in use. */
  readonly retiredOn: IsoDate | null;
  /** Why; null = in use, or retired before reasons were asked for. */
  readonly retiredReason: string | null;
};

export type DepartmentRecord = Recorded &
  Retirable & {
    readonly id: string;
    readonly name: Bilingual;
    /** Whether what it enters waits for a reviewer before it counts. */
    readonly review: boolean;
  };

export type SourceRecord = Recorded & {
  readonly id: string;
  readonly title: Bilingual;
  readonly kind: string;
  readonly asOf: PartialDate;
  readonly note: Bilingual | null;
};

export type IndicatorRecord = Recorded &
  Retirable & {
    readonly code: string;
    readonly theme: Theme;
    readonly name: Bilingual;
    /** Label where room is scarce (tables, walls); null = use the name. */
    readonly short: Bilingual | null;
    readonly unit: Unit;
    readonly kind: FigureKind;
    readonly direction: Direction;
    /** e.g. {level: 'national', type: 'incubator'}. */
    readonly dimensions: Readonly<Record<string, string>>;
    readonly definition: Bilingual | null;
    /** Days after which a missing update counts as silence; null = no rhythm set. */
    readonly rhythmDays: number | null;
    readonly ownerDepartment: string | null;
    /** Set where the value is the sum of a fund's movements and is not entered by itself. */
    readonly ledger: {
      readonly fund: string;
      readonly kind: MovementKind;
      readonly period: Period | null;
    } | null;
    /** Place in the overview's table of changes; null = not listed there. */
    readonly highlight: number | null;
    readonly note: Bilingual | null;
  };

/** Value in the unit's own steps: money in fen; everything else as a decimal with at most 6 places. */
export type ObservationRecord = Recorded & {
  readonly id: string;
  readonly indicator: string;
  readonly value: number;
  readonly qualifier: Qualifier;
  readonly period: Period | null;
  readonly asOf: PartialDate;
  readonly source: string | null;
  readonly supersedes: string | null;
  readonly reason: string | null;
  /** The reviewed submission it came from; null = it needed no review. */
  readonly submission: string | null;
};

export type TargetRecord = Recorded & {
  readonly id: string;
  readonly indicator: string;
  readonly period: Period;
  readonly value: number;
  readonly curve: Curve;
  /** Cumulative values by date for `monthly` and `steps`; null for `linear`. */
  readonly points: readonly { readonly on: IsoDate; readonly value: number }[] | null;
};

export type FundRecord = Recorded &
  Retirable & {
    readonly id: string;
    readonly name: Bilingual;
    readonly short: Bilingual;
    readonly kind: FundKind;
    readonly ordinal: number;
    /** null = no source names one. */
    readonly ownerDepartment: string | null;
  };

export type MovementRecord = Recorded & {
  readonly id: string;
  readonly fund: string;
  readonly kind: MovementKind;
  /** Integer, in fen. */
  readonly amountFen: number;
  readonly qualifier: Qualifier;
  /** The year a plan or a payment belongs to; null = not stated. */
  readonly period: Period | null;
  readonly asOf: PartialDate;
  readonly source: string | null;
  /** e.g. "first batch"; null = the kind's own word. */
  readonly label: Bilingual | null;
  readonly supersedes: string | null;
  readonly reason: string | null;
  /** The reviewed submission it came from; null = it needed no review. */
  readonly submission: string | null;
};

export type PlatformRecord = Recorded &
  Retirable & {
    readonly id: string;
    readonly name: Bilingual;
    readonly kind: PlatformKind;
    readonly level: PlatformLevel | null;
    readonly stage: PlatformStage;
    readonly place: Bilingual;
    readonly partner: Bilingual | null;
    /** Year of recognition (YYYY); null = not stated. */
    readonly recognised: PartialDate | null;
    readonly registeredOn: PartialDate;
    readonly source: string;
    readonly note: Bilingual | null;
  };

export type FrameworkRecord = Recorded &
  Retirable & {
    readonly id: string;
    /** As written: "1+5+1". */
    readonly code: string;
    readonly name: Bilingual;
    readonly version: string;
    readonly ordinal: number;
    readonly source: string | null;
  };

export type ElementRecord = Recorded &
  Retirable & {
    readonly id: string;
    readonly framework: string;
    readonly slot: ElementSlot;
    readonly ordinal: number;
    /** null = the name is not known and is to be confirmed. */
    readonly name: Bilingual | null;
  };

export type TaskRecord = Recorded &
  Retirable & {
    readonly id: string;
    /** null = in no framework. */
    readonly framework: string | null;
    /** null within a framework = runs across all its pillars. */
    readonly element: string | null;
    /** True while the place in the framework is the dataset's own choice, not the source's. */
    readonly placedByDefault: boolean;
    readonly title: Bilingual;
    readonly short: Bilingual | null;
    /** Shared heading for tasks in no framework; null elsewhere. */
    readonly group: Bilingual | null;
    readonly ownerDepartment: string;
    readonly partners: readonly Bilingual[];
    readonly crossFlags: readonly CrossFlag[];
    readonly start: PartialDate | null;
    readonly due: PartialDate | null;
    /** As first stated; null = never stated. */
    readonly originalDue: PartialDate | null;
    /** How often the due date was moved to a later day; derived from the revisions, never written. */
    readonly postponed: number;
    readonly registeredOn: PartialDate;
    readonly sources: readonly string[];
    readonly rhythmDays: number | null;
    readonly ordinal: number;
    readonly note: Bilingual | null;
    /** Indicators shown on the task's card, e.g. departments staffed. */
    readonly indicators: readonly string[];
  };

export type MilestoneRecord = Recorded & {
  readonly id: string;
  readonly task: string;
  readonly ordinal: number;
  readonly title: Bilingual;
  readonly due: PartialDate | null;
  /** As first stated; null = never stated. */
  readonly originalDue: PartialDate | null;
  /** How often the due date was moved to a later day; derived from the revisions, never written. */
  readonly postponed: number;
  readonly registeredOn: PartialDate;
  readonly source: string | null;
};

/** One ticked milestone. */
export type TickRecord = Recorded & {
  readonly id: string;
  readonly milestone: string;
  readonly doneOn: PartialDate;
  readonly checkIn: string | null;
  readonly source: string | null;
  readonly supersedes: string | null;
};

export type CheckInRecord = Recorded & {
  readonly id: string;
  readonly task: string;
  readonly asOf: IsoDate;
  readonly status: DeclaredStatus;
  readonly progress: string | null;
  readonly difficulty: string | null;
  readonly next: string | null;
  /** The reviewed submission it came from; null = it needed no review. */
  readonly submission: string | null;
};

/** One side of an open question. `figure` names the indicator it is about; null = about words. */
export type StatementRecord = {
  readonly text: Bilingual;
  readonly source: string | null;
  readonly figure: string | null;
};

export type QuestionRecord = Recorded & {
  readonly id: string;
  /** The n of 核n. */
  readonly number: number;
  readonly title: Bilingual;
  /** One line for the list on a wall. */
  readonly summary: Bilingual;
  readonly statements: readonly StatementRecord[];
  /** Indicators that must not be summed, sliced or rated with each other while it is open. */
  readonly indicators: readonly string[];
  readonly frameworks: readonly string[];
  readonly elements: readonly string[];
  readonly platforms: readonly string[];
  /** First date on which both statements are on record. */
  readonly arisesOn: IsoDate;
  readonly settledOn: IsoDate | null;
  readonly resolution: Bilingual | null;
  readonly reason: string | null;
};

/** One row of a panel; `codes` are indicators. */
export type PanelBlock =
  | {
      readonly kind: 'numbers';
      readonly size: 'l' | 'm';
      readonly codes: readonly string[];
      readonly divided: boolean;
    }
  | { readonly kind: 'flow'; readonly title: Bilingual; readonly codes: readonly string[] }
  | {
      readonly kind: 'apart';
      readonly title: Bilingual;
      readonly question: number;
      /** Each inner list is one statement; they are never added to each other. */
      readonly statements: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'pipeline';
      readonly total: string;
      readonly part: string;
      readonly landed: string;
      readonly investment: string;
    }
  | {
      readonly kind: 'ratio';
      readonly part: string;
      readonly whole: string;
      readonly label: Bilingual;
    };

export type PanelRecord = Recorded & {
  readonly id: 'talent' | 'finance' | 'governance' | 'subsidy' | 'ground' | 'major';
  readonly title: Bilingual;
  readonly note: Bilingual | null;
  readonly blocks: readonly PanelBlock[];
};

/** Everything a workspace holds. `panels` say which indicators the overview shows, and how. */
export type Dataset = {
  readonly workspace: Workspace;
  readonly departments: readonly DepartmentRecord[];
  readonly sources: readonly SourceRecord[];
  readonly indicators: readonly IndicatorRecord[];
  readonly observations: readonly ObservationRecord[];
  readonly targets: readonly TargetRecord[];
  readonly funds: readonly FundRecord[];
  readonly movements: readonly MovementRecord[];
  readonly platforms: readonly PlatformRecord[];
  readonly frameworks: readonly FrameworkRecord[];
  readonly elements: readonly ElementRecord[];
  readonly tasks: readonly TaskRecord[];
  readonly milestones: readonly MilestoneRecord[];
  readonly ticks: readonly TickRecord[];
  readonly checkIns: readonly CheckInRecord[];
  readonly questions: readonly QuestionRecord[];
  readonly panels: readonly PanelRecord[];
};
