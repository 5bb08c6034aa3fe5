/** Tables of review meetings. No picture is read from them. */
import type { CarriedKind, ResolutionKind } from '#core/contract/lists.ts';

type Statement = { id: string; recorded_at: string; recorded_by: string };
type Revision = Statement & { revision: number };

export type MeetingRow = Revision & {
  title: string;
  date: string;
  as_of: string;
  compare_meeting: string | null;
  compare: string | null;
  /** Department ids, as JSON. */
  participants: string;
};

/** The id is the meeting's; `items` is JSON. */
export type AgendaRow = Revision & { items: string };

/** `public_key` is a JWK; the id is its thumbprint (RFC 7638). */
export type SigningKeyRow = Statement & { public_key: string };

/** Recorded when it was frozen. `sha256` and `bytes` are of the whole document, see snapshot-text.ts. */
export type SnapshotRow = Statement & {
  meeting: string;
  version: number;
  as_of: string;
  compare: string | null;
  known_at: string;
  sha256: string;
  bytes: number;
  signing_key: string | null;
  signature: string | null;
  rest: string;
};

/** Answers in the order of their questions, packed with gzip. */
export type SnapshotPartRow = {
  snapshot: string;
  ordinal: number;
  first_question: string;
  content: Uint8Array<ArrayBuffer>;
};

export type MeetingStepRow = Statement & { meeting: string; step: 'begun' | 'closed' };

/** What a department was reminded of, as JSON. */
export type MeetingReminderRow = Statement & { meeting: string; department: string; owed: string };

export type ResolutionRow = Statement & {
  meeting: string;
  item: string;
  kind: ResolutionKind;
  option: string | null;
  words: string;
  owner: string | null;
  due: string | null;
  subject: string | null;
};

export type ResolutionWithdrawalRow = Statement & { resolution: string };

/** What a resolution became when its meeting was closed: `result` is the id of that. */
export type CarriedResolutionRow = Statement & {
  resolution: string;
  kind: CarriedKind;
  result: string;
};

/** Where a presentation stands; `presenter` is an account. */
export type StageRow = {
  meeting: string;
  item: string | null;
  black: number;
  focus: number | null;
  since: string;
  turn: number;
  presenter: string | null;
  presenter_name: string | null;
};

/** `code`: SHA-256 of the digits; a meeting has one at a time, and it is spent once. */
export type StageCodeRow = { meeting: string; code: string; account: string; expires_at: string };

/** The id is the SHA-256 of the cookie's secret; `account`: who let the device in. */
export type StageKeyRow = { id: string; meeting: string; account: string; expires_at: string };
