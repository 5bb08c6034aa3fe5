import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { CheckInReply } from '#core/contract/entry.ts';
import type { Task } from '#core/contract/task.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { Facts } from '#src/ui/facts.tsx';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { ReturnedNote } from '#src/ui/returned.tsx';
import { useUiWords } from '#src/ui/words.ts';
import './check-in.css';
import './check-in-phone.css';
import { Conflict } from './check-in-conflict.tsx';
import { Note, StatusTiles, TickList } from './check-in-fields.tsx';
import { Files } from './check-in-files.tsx';
import { useCheckInWords } from './check-in-words.ts';
import { timeText } from './clock-text.ts';
import { draftTexts, useDrafts } from './drafts.ts';
import { type CheckInAsk, type CheckInState, useCheckIn } from './use-check-in.ts';
import { useSignInHref } from './use-sign-in-href.ts';
import { useTaskWords } from './words.ts';

/** What is kept on this device, and the way to lose it, which asks once. */
function Kept({ state }: { state: CheckInState }) {
  const w = useCheckInWords();
  const lang = useLanguage();
  const isUnkept = useDrafts((drafts) => drafts.isUnkept);
  const [isAsking, setIsAsking] = useState(false);
  if (!state.isKept) return <p className="ci-kept">{w.offlineNote}</p>;
  if (isAsking) {
    return (
      <p className="ci-kept" role="alert">
        {w.discardSure}{' '}
        <button
          type="button"
          className="link"
          onClick={() => {
            state.discard();
            setIsAsking(false);
          }}
        >
          {w.discardYes}
        </button>{' '}
        <button type="button" className="link" onClick={() => setIsAsking(false)}>
          {w.discardNo}
        </button>
      </p>
    );
  }
  return (
    <p className="ci-kept">
      {isUnkept ? w.unkept : w.kept(timeText(state.draft.keptAt, lang))}{' '}
      <button type="button" className="link" onClick={() => setIsAsking(true)}>
        {w.discard}
      </button>
    </p>
  );
}

type FormProps = CheckInAsk & { state: CheckInState; onClose: () => void };

function Form({ state, task, detail, returned, today, onClose }: FormProps) {
  const w = useCheckInWords();
  const form = useRef<HTMLFormElement>(null);
  const { faults, refusal, isSending } = state;
  const newest = detail?.task ?? task;

  // The first thing to mend is where one is led.
  useEffect(() => {
    if (faults.size > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .ci-fault')?.focus();
  }, [faults]);

  return (
    <form
      ref={form}
      className="drawer-part ci-form"
      aria-label={w.title}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void state.submit();
      }}
    >
      {returned === null ? null : (
        <ReturnedNote
          row={returned}
          onTake={state.draft.returned === returned.id ? null : state.takeReturned}
        />
      )}
      <StatusTiles state={state} />
      <TickList milestones={newest.milestones} today={today} start={newest.start} state={state} />
      <Note state={state} />
      <Files state={state} />
      <div className="ci-foot">
        <p role="alert" className="ci-verdict">
          {faults.size > 0 ? w.faultsCount(faults.size) : null}
          {refusal === null ? null : w.refused(refusal)}
        </p>
        <div className="ci-acts">
          <button type="button" className="button" onClick={onClose}>
            {w.later}
          </button>
          <button type="submit" className="button ci-submit" disabled={isSending}>
            {isSending ? w.sending : w.submit}
          </button>
        </div>
        <Kept state={state} />
      </div>
    </form>
  );
}

type WaitingProps = { state: CheckInState; task: Task; isSignedOut: boolean };

/** It is on this device and goes out by itself; until then it can be read and taken back. */
function Waiting({ state, task, isSignedOut }: WaitingProps) {
  const w = useCheckInWords();
  const words = useTaskWords();
  const { draft } = state;
  const ticked = task.milestones
    .filter((row) => draft.ticks[row.id] !== undefined)
    .map((row) => row.title);
  const rows: readonly (readonly [string, string])[] = [
    [w.status, words.declaredWords[draft.status]],
    [w.milestones, ticked.join(', ')],
    ...draftTexts.map((name) => [w[name], draft[name]] as const),
    [w.files, draft.files.map((file) => file.name).join(', ')],
  ];
  const signIn = useSignInHref();
  return (
    <section className="drawer-part ci-waiting">
      <h3 role="alert">{w.waitingTitle}</h3>
      <p>{isSignedOut ? w.waitingSignedOut : w.waitingOffline}</p>
      <Facts rows={rows.filter(([, text]) => text !== '')} />
      <p className="ci-acts">
        <button type="button" className="button" onClick={() => state.change({ queuedAt: null })}>
          {w.withdraw}
        </button>
        {isSignedOut ? (
          <Link className="button ci-submit" href={signIn}>
            {w.signIn}
          </Link>
        ) : (
          <button
            type="button"
            className="button ci-submit"
            disabled={state.isSending}
            onClick={() => void state.submit()}
          >
            {state.isSending ? w.sending : w.sendNow}
          </button>
        )}
      </p>
    </section>
  );
}

type SentProps = { reply: CheckInReply; onAgain: () => void; onClose: () => void };

function Sent({ reply, onAgain, onClose }: SentProps) {
  const w = useCheckInWords();
  const ui = useUiWords();
  const { state } = reply.detail.task.light;
  const done = useRef<HTMLButtonElement>(null);
  useEffect(() => done.current?.focus(), []);
  return (
    <section className="drawer-part ci-sent">
      <h3 role="status">
        <LightIcon state="done" /> {w.sent}
      </h3>
      <p>
        {reply.outcome === 'waiting' ? (
          w.sentWaiting
        ) : (
          <>
            {w.sentLight(ui.light[state])} <LightIcon state={state} />
          </>
        )}
      </p>
      <p className="ci-acts">
        <button type="button" className="button" onClick={onAgain}>
          {w.again}
        </button>
        <button ref={done} type="button" className="button ci-submit" onClick={onClose}>
          {w.done}
        </button>
      </p>
    </section>
  );
}

export type CheckInProps = CheckInAsk & {
  /** True where the session of the account has ended. */
  isSignedOut: boolean;
  onClose: () => void;
};

/** One update of a task: filled in, waiting for a link, in conflict with another, or sent. */
export function CheckIn(props: CheckInProps) {
  const state = useCheckIn(props);
  const { outcome, draft, isConflict } = state;
  if (outcome?.kind === 'sent')
    return <Sent reply={outcome.reply} onAgain={state.goOn} onClose={props.onClose} />;
  if (draft.queuedAt !== null)
    return <Waiting state={state} task={props.task} isSignedOut={props.isSignedOut} />;
  if (isConflict && props.detail !== undefined)
    return <Conflict detail={props.detail} state={state} />;
  return <Form {...props} state={state} />;
}
