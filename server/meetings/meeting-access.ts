/** Who may see a meeting, and in which state it may still be changed. */
import type { Language, MeetingState } from '#core/contract/lists.ts';
import type { Workspace } from '#core/domain/records.ts';
import { mayAnywhere } from '#core/domain/rights.ts';
import type { Principal } from '#server/accounts/principal.ts';
import { ProblemError } from '#server/http/problem.ts';

type Asking = { readonly principal: Principal | null; readonly workspace: Workspace };

/** Whether this reader sees speaker notes and what is still owed. */
export function holdsMeetings({ principal, workspace }: Asking): boolean {
  return principal !== null && mayAnywhere(principal, 'hold-meetings', workspace.separateOfficers);
}

const TOO_LATE = {
  running: { zh: '会议已经开始，不能再改。', en: 'The meeting has begun; this is settled.' },
  closed: { zh: '会议已经结束，不能再改。', en: 'The meeting is closed; it is history.' },
} as const;

/** Throws ProblemError `conflict` where the meeting is beyond the states in which this may be done. */
export function checkState(
  state: MeetingState,
  allowed: readonly MeetingState[],
  lang: Language,
): void {
  if (allowed.includes(state)) return;
  const words =
    state === 'running' || state === 'closed'
      ? TOO_LATE[state][lang]
      : lang === 'zh'
        ? '会议还没有开始。'
        : 'The meeting has not begun.';
  throw new ProblemError('conflict', words);
}
