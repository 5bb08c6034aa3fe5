/**
 * The tables as Kysely sees them. Register tables hold revisions and never change a row; ledger tables
 * (observations, movements, ticks, check_ins) hold one row per statement, and never change one either.
 *
 * Both engines answer in these JavaScript types: text as string, integers as number (safe integers only).
 * `*_last` is the last day of the partial date beside it, so that SQL can compare "2021-05" with a day.
 * `*_zh` and `*_en` are the two halves of a name: both set or both null.
 */
import type { Kysely } from 'kysely';
import type {
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
} from '#core/contract/lists.ts';
import type { PanelRecord } from '#core/domain/records.ts';
import type {
  AgendaRow,
  CarriedResolutionRow,
  MeetingReminderRow,
  MeetingRow,
  MeetingStepRow,
  ResolutionRow,
  ResolutionWithdrawalRow,
  SigningKeyRow,
  SnapshotPartRow,
  SnapshotRow,
  StageCodeRow,
  StageKeyRow,
  StageRow,
} from './meeting-tables.ts';
import type {
  AccountRow,
  AuditHeadRow,
  AuditRow,
  CheckInFileRow,
  CredentialRow,
  ExportRow,
  FileRow,
  FreezeRow,
  IdempotencyRow,
  IdentityRow,
  InvitationRow,
  ReviewRow,
  ScreenBeatRow,
  ScreenCodeRow,
  ScreenRow,
  ScreenSettingsRow,
  SessionRow,
  SignInAttemptRow,
  SignInFailureRow,
  SignInRow,
  SubmissionRow,
} from './private-tables.ts';

type Recorded = { recorded_at: string; recorded_by: string };
type Revision = Recorded & { id: string; revision: number };
type Statement = Recorded & { id: string };
type Name<P extends string> = Record<`${P}_zh` | `${P}_en`, string>;
type NameOrNull<P extends string> = Record<`${P}_zh` | `${P}_en`, string | null>;
type Span = { period_from: string; period_to: string };
type Retirable = { retired_on: string | null; retired_reason: string | null };
type SpanOrNull = { period_from: string | null; period_to: string | null };

export type WorkspaceRow = Revision &
  Name<'name'> &
  Name<'organisation'> & {
    clock_pinned_on: string | null;
    last_meeting_on: string | null;
    near_days: number;
    open_reading: number;
    separate_officers: number;
    keeper_department: string | null;
  };

export type DepartmentRow = Revision & Retirable & Name<'name'> & { review: number };

export type SourceRow = Revision &
  Name<'title'> &
  NameOrNull<'note'> & { kind: string; as_of: string };

export type IndicatorRow = Revision &
  Retirable &
  Name<'name'> &
  NameOrNull<'short'> &
  NameOrNull<'definition'> &
  NameOrNull<'note'> & {
    theme: Theme;
    unit: Unit;
    kind: FigureKind;
    direction: Direction;
    dimensions: string;
    rhythm_days: number | null;
    owner_department: string | null;
    ledger_fund: string | null;
    ledger_kind: MovementKind | null;
    ledger_from: string | null;
    ledger_to: string | null;
    highlight: number | null;
  };

export type TargetRow = Revision &
  Span & { indicator: string; amount: number; scale: number; curve: Curve; points: string | null };

export type FundRow = Revision &
  Retirable &
  Name<'name'> &
  Name<'short'> & { kind: FundKind; ordinal: number; owner_department: string | null };

export type PlatformRow = Revision &
  Retirable &
  Name<'name'> &
  Name<'place'> &
  NameOrNull<'partner'> &
  NameOrNull<'note'> & {
    kind: PlatformKind;
    level: PlatformLevel | null;
    stage: PlatformStage;
    recognised: string | null;
    registered_on: string;
    registered_last: string;
    source: string;
  };

export type FrameworkRow = Revision &
  Retirable &
  Name<'name'> & { code: string; version: string; ordinal: number; source: string | null };

export type ElementRow = Revision &
  Retirable &
  NameOrNull<'name'> & { framework: string; slot: ElementSlot; ordinal: number };

export type TaskRow = Revision &
  Retirable &
  Name<'title'> &
  NameOrNull<'short'> &
  NameOrNull<'group'> &
  NameOrNull<'note'> & {
    framework: string | null;
    element: string | null;
    placed_by_default: number;
    owner_department: string;
    partners: string;
    cross_flags: string;
    start: string | null;
    due: string | null;
    original_due: string | null;
    registered_on: string;
    registered_last: string;
    sources: string;
    rhythm_days: number | null;
    ordinal: number;
    indicators: string;
  };

export type MilestoneRow = Revision &
  Name<'title'> & {
    task: string;
    ordinal: number;
    due: string | null;
    original_due: string | null;
    registered_on: string;
    registered_last: string;
    source: string | null;
  };

export type QuestionRow = Revision &
  Name<'title'> &
  Name<'summary'> &
  NameOrNull<'resolution'> & {
    number: number;
    statements: string;
    indicators: string;
    frameworks: string;
    elements: string;
    platforms: string;
    arises_on: string;
    settled_on: string | null;
    reason: string | null;
  };

export type PanelRow = Omit<Revision, 'id'> &
  Name<'title'> &
  NameOrNull<'note'> & { id: PanelRecord['id']; blocks: string };

/** value = amount / 10^scale, exactly; see decimal.ts. */
export type ObservationRow = Statement &
  SpanOrNull & {
    indicator: string;
    amount: number;
    scale: number;
    qualifier: Qualifier;
    as_of: string;
    as_of_last: string;
    source: string | null;
    supersedes: string | null;
    reason: string | null;
    submission: string | null;
  };

export type MovementRow = Statement &
  SpanOrNull &
  NameOrNull<'label'> & {
    fund: string;
    kind: MovementKind;
    amount_fen: number;
    qualifier: Qualifier;
    as_of: string;
    as_of_last: string;
    source: string | null;
    supersedes: string | null;
    reason: string | null;
    submission: string | null;
  };

export type TickRow = Statement & {
  milestone: string;
  done_on: string;
  done_last: string;
  check_in: string | null;
  source: string | null;
  supersedes: string | null;
};

export type CheckInRow = Statement & {
  task: string;
  as_of: string;
  status: DeclaredStatus;
  progress: string | null;
  difficulty: string | null;
  next: string | null;
  submission: string | null;
};

/** The only row that changes: how often the store was written to, and up to which instant it knows. */
export type StoreStateRow = { id: number; version: number; last_recorded_at: string | null };

export type Database = {
  workspaces: WorkspaceRow;
  departments: DepartmentRow;
  sources: SourceRow;
  indicators: IndicatorRow;
  targets: TargetRow;
  funds: FundRow;
  platforms: PlatformRow;
  frameworks: FrameworkRow;
  elements: ElementRow;
  tasks: TaskRow;
  milestones: MilestoneRow;
  questions: QuestionRow;
  panels: PanelRow;
  observations: ObservationRow;
  movements: MovementRow;
  ticks: TickRow;
  check_ins: CheckInRow;
  store_state: StoreStateRow;
  accounts: AccountRow;
  submissions: SubmissionRow;
  reviews: ReviewRow;
  files: FileRow;
  check_in_files: CheckInFileRow;
  credentials: CredentialRow;
  identities: IdentityRow;
  sessions: SessionRow;
  sign_ins: SignInRow;
  invitations: InvitationRow;
  sign_in_failures: SignInFailureRow;
  sign_in_attempts: SignInAttemptRow;
  idempotency_keys: IdempotencyRow;
  exports: ExportRow;
  freezes: FreezeRow;
  meetings: MeetingRow;
  agendas: AgendaRow;
  signing_keys: SigningKeyRow;
  snapshots: SnapshotRow;
  snapshot_parts: SnapshotPartRow;
  meeting_steps: MeetingStepRow;
  meeting_reminders: MeetingReminderRow;
  resolutions: ResolutionRow;
  resolution_withdrawals: ResolutionWithdrawalRow;
  carried_resolutions: CarriedResolutionRow;
  stages: StageRow;
  stage_codes: StageCodeRow;
  stage_keys: StageKeyRow;
  screens: ScreenRow;
  screen_codes: ScreenCodeRow;
  screen_beats: ScreenBeatRow;
  screen_settings: ScreenSettingsRow;
  audit: AuditRow;
  audit_head: AuditHeadRow;
};

/** Tables kept as revisions of a natural key. */
export type RegisterTable =
  | 'workspaces'
  | 'departments'
  | 'sources'
  | 'indicators'
  | 'targets'
  | 'funds'
  | 'platforms'
  | 'frameworks'
  | 'elements'
  | 'tasks'
  | 'milestones'
  | 'questions'
  | 'panels'
  | 'accounts'
  | 'meetings'
  | 'agendas';
/** Tables kept as one row per statement. */
export type LedgerTable = 'observations' | 'movements' | 'ticks' | 'check_ins';

/** What every repository takes first: the store, or a transaction on it. */
export type Db = Kysely<Database>;
