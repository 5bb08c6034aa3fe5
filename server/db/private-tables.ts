/** Tables that are no part of any picture: people, secrets, counters, the audit trail. */
import type {
  AccountState,
  AuditOutcome,
  ColourTheme,
  EvidenceType,
  Language,
  SubmissionKind,
  Verdict,
} from '#core/contract/lists.ts';

type Statement = { id: string; recorded_at: string; recorded_by: string };

/** A register: a further revision per change. */
export type AccountRow = Statement & {
  revision: number;
  login: string;
  name: string;
  department: string | null;
  roles: string;
  state: AccountState;
};

export type SubmissionRow = Statement & {
  kind: SubmissionKind;
  /** Task, indicator or fund. */
  subject: string;
  department: string;
  input: string;
  /** The returned one that it mends; null = none. */
  mends: string | null;
};

export type ReviewRow = Statement & {
  submission: string;
  verdict: Verdict;
  comment: string | null;
  /** The statement that came of it; null where it was returned. */
  result: string | null;
};

/** The id is the SHA-256 of the content. */
export type FileRow = Statement & { bytes: number; type: EvidenceType };

export type CheckInFileRow = Statement & {
  check_in: string;
  ordinal: number;
  file: string;
  name: string;
};

/** `password_hash` in PHC format. */
export type CredentialRow = { account: string; password_hash: string; changed_at: string };
/** Who an outside provider says somebody is. */
export type IdentityRow = { issuer: string; subject: string; account: string };
/** The id is the SHA-256 of the cookie's token. */
export type SessionRow = {
  id: string;
  account: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
  address: string | null;
};
/** Outlives the sessions. */
export type SignInRow = { account: string; last_at: string };
/** The id is the SHA-256 of the link's secret part. */
export type InvitationRow = {
  id: string;
  account: string;
  created_at: string;
  created_by: string;
  expires_at: string;
  used_at: string | null;
};
export type SignInFailureRow = {
  /** `account:<login>` or `address:<address>`. */
  subject: string;
  failures: number;
  last_at: string;
  locked_until: string | null;
};
/** A way to a provider and back that has begun. */
export type SignInAttemptRow = { id: string; door: string; payload: string; expires_at: string };
export type IdempotencyRow = {
  account: string;
  key: string;
  /** SHA-256 of method, path and body. */
  request: string;
  status: number;
  reply: string;
  created_at: string;
};
export type AuditRow = {
  seq: number;
  at: string;
  actor: string | null;
  actor_name: string | null;
  address: string | null;
  action: string;
  subject: string;
  outcome: AuditOutcome;
  code: string | null;
  before: string | null;
  after: string | null;
  prev: string;
  hash: string;
};
/** `token`: SHA-256 of the secret in the wall's cookie. `pages` and `command` are JSON. */
export type ScreenRow = {
  id: string;
  token: string;
  name: string;
  place: string;
  pages: string;
  seconds: number;
  theme: ColourTheme;
  lang: Language;
  /** Centimetres; null = not said. */
  distance_cm: number | null;
  side_cm: number | null;
  version: number;
  registered_at: string;
  registered_by: string;
  revoked_at: string | null;
  command: string | null;
  command_at: string | null;
};
/** The id is the SHA-256 of the secret in the device's cookie; `device` is JSON. */
export type ScreenCodeRow = {
  id: string;
  code: string;
  device: string;
  address: string | null;
  created_at: string;
  expires_at: string;
};
/** The last heartbeat of a wall; `said` is JSON, `picture` base64. */
export type ScreenBeatRow = {
  screen: string;
  at: string;
  said: string;
  picture: string | null;
  picture_hash: string | null;
  picture_type: string | null;
  picture_at: string | null;
  /** Build that the wall was told to take over, at its hour; it is told once. */
  told_build: string | null;
};
export type ScreenSettingsRow = { id: number; reload_hour: number };
/** Where the chain ends, so that rows cut off its end are missed. */
export type AuditHeadRow = { id: number; seq: number; hash: string };
/** A freeze that is under way. */
export type FreezeRow = {
  id: string;
  meeting: string;
  account_name: string;
  permille: number;
  begun_at: string;
  beat_at: string;
};
/** A job that makes a file. `file`: SHA-256 of its content. */
export type ExportRow = {
  id: string;
  meeting: string;
  version: number;
  format: string;
  lang: string;
  account: string;
  state: string;
  permille: number;
  fault: string | null;
  name: string;
  bytes: number | null;
  file: string | null;
  created_at: string;
  beat_at: string;
  expires_at: string;
};
