import { useState } from 'react';
import type { Submission } from '#core/contract/entry.ts';
import { entryLimits, type LightState } from '#core/contract/lists.ts';
import type { Task, TaskDetail } from '#core/contract/task.ts';
import { checkInFaults, type StatusChoice, statusChoices } from '#core/domain/check-in-rules.ts';
import { lightOf } from '#core/domain/light.ts';
import type { IsoDate } from '#core/domain/records.ts';
import { newKey } from '#src/lib/new-key.ts';
import type { ApiError } from '#src/lib/request.ts';
import { useCheckInWords, useProblemWords } from './check-in-words.ts';
import {
  baseOf,
  type Draft,
  draftName,
  draftTexts,
  emptyDraft,
  returnedDraft,
  useDrafts,
} from './drafts.ts';
import { forgetFile } from './kept-files.ts';
import { type Outcome, useSendDraft } from './send-draft.ts';

export const lengthOf = (text: string): number => [...text.trim()].length;

/** What keeps a draft from being taken, by field: `status`, `progress` …, `files`, `tick:<milestone>`. */
export type Faults = ReadonlyMap<string, string>;

type Shape = {
  readonly choices: readonly StatusChoice[];
  /** What the dates alone say, with the ticks of the draft. */
  readonly light: LightState;
  readonly open: number;
  /** The draft as it would be sent: a status that may be chosen, ticks of what is still open. */
  readonly sent: Draft;
};

/** What the draft comes to on the task as it stands. */
function shapeOf(draft: Draft, task: Task, today: IsoDate, nearDays: number): Shape {
  const openIds = new Set(
    task.milestones.filter((row) => row.doneOn === null).map((row) => row.id),
  );
  const ticks = Object.fromEntries(Object.entries(draft.ticks).filter(([id]) => openIds.has(id)));
  const milestones = task.milestones.map((row) => ({
    ...row,
    doneOn: ticks[row.id] ?? row.doneOn,
  }));
  const { state: light } = lightOf({
    asOf: today,
    nearDays,
    due: task.due,
    milestones,
    declared: null,
    reportedOn: today,
    rhythmDays: null,
  });
  const open = milestones.filter((row) => row.doneOn === null).length;
  const choices = statusChoices(light, open === 0);
  const isAllowed = choices.some((row) => row.isAllowed && row.status === draft.status);
  const status = isAllowed ? draft.status : 'in_progress';
  return { choices, light, open, sent: { ...draft, status, ticks } };
}

function useFaults() {
  const w = useCheckInWords();
  /** A path of the contract as the field of the form. */
  const fieldOf = (path: string, draft: Draft): string => {
    const [name = '', index = ''] = path.split('.');
    if (name !== 'ticks') return name;
    return `tick:${Object.keys(draft.ticks)[Number(index)] ?? ''}`;
  };
  const own = (sent: Draft, task: Task, today: IsoDate): Faults => {
    const ticks = Object.entries(sent.ticks).map(([milestone, doneOn]) => ({ milestone, doneOn }));
    const { status, difficulty } = sent;
    const found = new Map<string, string>();
    for (const row of checkInFaults(task, { status, ticks, difficulty }, today))
      found.set(fieldOf(row.path, sent), w.faults[row.fault]);
    for (const name of draftTexts)
      if (lengthOf(sent[name]) > entryLimits.note) found.set(name, w.tooLong(entryLimits.note));
    return found;
  };
  const ofServer = (error: ApiError, sent: Draft): Faults =>
    new Map((error.problem?.fields ?? []).map((row) => [fieldOf(row.path, sent), row.message]));
  return { own, ofServer };
}

const none: Faults = new Map();

export type CheckInAsk = {
  readonly account: string;
  readonly task: Task;
  /** undefined = not read yet: what is entered meanwhile goes on top of whatever is there. */
  readonly detail: TaskDetail | undefined;
  /** The reader's update that came back from review; null = none did. The form begins as what it was. */
  readonly returned: Submission | null;
  readonly today: IsoDate;
  readonly nearDays: number;
};

/** The draft of a task, kept at every change, and the way to send it. */
export function useCheckIn({ account, task, detail, returned, today, nearDays }: CheckInAsk) {
  const w = useCheckInWords();
  const problems = useProblemWords();
  const kept = useDrafts((state) => state.drafts[draftName({ account, task: task.id })]);
  const keep = useDrafts((state) => state.keep);
  const drop = useDrafts((state) => state.drop);
  const send = useSendDraft();
  const { own, ofServer } = useFaults();
  const [key] = useState(newKey);
  const of = { account, task: task.id, title: task.short, base: null };
  const fresh: Draft = {
    ...(returned === null ? emptyDraft(of) : returnedDraft(returned, of)),
    key,
  };
  const [faults, setFaults] = useState<Faults>(none);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isSending, setIsSending] = useState(false);

  const draft = kept ?? fresh;
  const newest = detail?.task ?? task;
  const shape = shapeOf(draft, newest, today, nearDays);
  const withBase = (row: Draft): Draft => ({
    ...row,
    base: row.base ?? (detail === undefined ? null : baseOf(detail)),
  });

  /** The newest draft, since files arrive later than other changes; a new one has a key of its own. */
  const current = (): Draft =>
    useDrafts.getState().drafts[draftName(draft)] ?? { ...fresh, key: newKey() };

  const change = (next: Partial<Draft>) => {
    keep(withBase({ ...current(), ...next, keptAt: Date.now() }));
    setOutcome(null);
    setRefusal(null);
  };
  const changeFiles = (next: (files: Draft['files']) => Draft['files']) => {
    change({ files: next(current().files) });
  };

  const discard = () => {
    for (const file of draft.files) void forgetFile(file.id);
    drop(draft);
    setFaults(none);
    setRefusal(null);
  };

  /** What was returned takes the place of the draft. */
  const takeReturned = () => {
    discard();
    if (returned !== null) change(returnedDraft(returned, of));
  };

  const submit = async () => {
    const { key } = current();
    const sent = withBase({ ...shape.sent, key, keptAt: draft.keptAt || Date.now() });
    const found = own(sent, newest, today);
    setFaults(found);
    setRefusal(null);
    if (found.size > 0) return;
    keep(sent);
    setIsSending(true);
    const came = await send(sent);
    setIsSending(false);
    setOutcome(came);
    if (came.kind === 'signed-out') keep({ ...sent, queuedAt: Date.now() });
    if (came.kind === 'conflict') setRefusal(problems.code('stale-version'));
    if (came.kind === 'file-lost') {
      const lost = sent.files.find((file) => file.id === came.file);
      changeFiles((files) => files.filter((file) => file.id !== came.file));
      setFaults(new Map([['files', w.fileLost(lost?.name ?? '')]]));
    }
    if (came.kind === 'refused') {
      const at = ofServer(came.error, sent);
      setFaults(at);
      const { problem, status } = came.error;
      if (at.size === 0)
        setRefusal(problem === null ? problems.status(status) : problems.code(problem.code));
    }
  };

  const isConflict =
    !isSending &&
    kept !== undefined &&
    kept.base !== null &&
    detail !== undefined &&
    kept.base.version !== detail.version;

  return {
    draft,
    isKept: kept !== undefined,
    isConflict,
    shape,
    faults,
    refusal,
    outcome,
    isSending,
    change,
    changeFiles,
    discard,
    takeReturned,
    submit,
    goOn: () => setOutcome(null),
  };
}

export type CheckInState = ReturnType<typeof useCheckIn>;
