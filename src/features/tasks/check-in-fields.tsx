import { useId, useState } from 'react';
import { entryLimits } from '#core/contract/lists.ts';
import type { Milestone } from '#core/contract/task.ts';
import { firstDay } from '#core/domain/dates.ts';
import { formatDate } from '#core/domain/format.ts';
import type { IsoDate, PartialDate } from '#core/domain/records.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { useCheckInWords } from './check-in-words.ts';
import type { DraftText } from './drafts.ts';
import { dueWords } from './task-due.tsx';
import { type CheckInState, lengthOf } from './use-check-in.ts';
import { useTaskWords } from './words.ts';

type FaultProps = { id: string; text: string | undefined };

export function Fault({ id, text }: FaultProps) {
  if (text === undefined) return null;
  return (
    <p className="ci-fault" id={id}>
      <LightIcon state="over" /> {text}
    </p>
  );
}

/** The four choices, each as the light that it would give; one that may not be chosen says why. */
export function StatusTiles({ state }: { state: CheckInState }) {
  const w = useCheckInWords();
  const ui = useUiWords();
  const name = useId();
  const { choices, light, open, sent } = state.shape;
  const isLate = choices.some((row) => row.light === 'ok' && !row.isAllowed);
  const isOpen = choices.some((row) => row.status === 'done' && !row.isAllowed);
  const fault = state.faults.get('status');
  return (
    <fieldset className="ci-part" aria-describedby={`${name}-note ${name}-fault`}>
      <legend>
        {w.status} <small>{w.statusNote}</small>
      </legend>
      <div className="ci-tiles">
        {choices.map((row) => (
          <label
            key={row.light}
            className={`ci-tile ci-tile-${row.light}${row.isAllowed ? '' : ' ci-tile-barred'}`}
          >
            <input
              type="radio"
              name={name}
              disabled={!row.isAllowed}
              checked={row.isAllowed && row.status === sent.status}
              onChange={() => state.change({ status: row.status })}
            />
            <span>
              <LightIcon state={row.light} />
              {row.status === 'at_risk' ? w.atRisk : ui.light[row.light]}
            </span>
          </label>
        ))}
      </div>
      {isLate || isOpen ? (
        <p className="caption" id={`${name}-note`}>
          {isLate ? <span>{w.lighter(ui.light[light])}</span> : null}
          {isLate && isOpen ? <br /> : null}
          {isOpen ? <span>{w.notDone(open)}</span> : null}
        </p>
      ) : null}
      <Fault id={`${name}-fault`} text={fault} />
    </fieldset>
  );
}

type TickProps = {
  step: Milestone;
  today: IsoDate;
  start: PartialDate | null;
  state: CheckInState;
};

function Tick({ step, today, start, state }: TickProps) {
  const w = useCheckInWords();
  const words = useTaskWords();
  const lang = useLanguage();
  const id = useId();
  const doneOn = state.draft.ticks[step.id];
  const fault = state.faults.get(`tick:${step.id}`);
  const tick = (on: IsoDate | null) => {
    const { [step.id]: _, ...others } = state.draft.ticks;
    state.change({ ticks: on === null ? others : { ...others, [step.id]: on } });
  };
  return (
    <li className="ci-tick">
      <label>
        <input
          type="checkbox"
          checked={doneOn !== undefined}
          onChange={(event) => tick(event.target.checked ? today : null)}
        />
        <span>{step.title}</span>
      </label>
      {doneOn === undefined ? (
        <span className="ci-tick-due">
          {step.due === null ? (
            <span className="dim">{words.noDate}</span>
          ) : (
            <>
              {step.due.length === 10 ? <b>{dueWords(step.due, today, words)}</b> : null}
              <span className="digits">{formatDate(step.due, lang, today)}</span>
            </>
          )}
        </span>
      ) : (
        <label className="ci-tick-on">
          <span aria-hidden="true">{w.doneOnShort}</span>
          <input
            type="date"
            aria-label={w.doneOn(step.title)}
            aria-invalid={fault !== undefined}
            aria-describedby={fault === undefined ? undefined : id}
            value={doneOn}
            max={today}
            {...(start === null ? {} : { min: firstDay(start) })}
            onChange={(event) => tick(event.target.value === '' ? today : event.target.value)}
          />
        </label>
      )}
      <Fault id={id} text={fault} />
    </li>
  );
}

export type TickListProps = {
  milestones: readonly Milestone[];
  today: IsoDate;
  start: PartialDate | null;
  state: CheckInState;
};

/** What is still open, to be ticked with its day. */
export function TickList({ milestones, today, start, state }: TickListProps) {
  const w = useCheckInWords();
  const open = milestones.filter((row) => row.doneOn === null);
  const done = milestones.length - open.length;
  if (milestones.length === 0) return null;
  return (
    <fieldset className="ci-part">
      <legend>
        {w.milestones} <small>{w.milestonesNote}</small>
      </legend>
      <ul className="ci-ticks">
        {open.map((step) => (
          <Tick key={step.id} step={step} today={today} start={start} state={state} />
        ))}
      </ul>
      {done === 0 ? null : <p className="caption">{w.doneBefore(done)}</p>}
    </fieldset>
  );
}

type TextProps = { name: DraftText; rows: number; state: CheckInState };

function Text({ name, rows, state }: TextProps) {
  const w = useCheckInWords();
  const id = useId();
  const fault = state.faults.get(name);
  const length = lengthOf(state.draft[name]);
  return (
    <div className="ci-part">
      <label htmlFor={id}>
        {w[name]}{' '}
        <small className={length > entryLimits.note ? 'ci-over' : undefined}>
          {w.counted(length, entryLimits.note)}
        </small>
      </label>
      <textarea
        id={id}
        rows={rows}
        value={state.draft[name]}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onChange={(event) => state.change({ [name]: event.target.value })}
      />
      <Fault id={`${id}-fault`} text={fault} />
    </div>
  );
}

/** One text; the other two where the status asks for them, where they hold something, or on demand. */
export function Note({ state }: { state: CheckInState }) {
  const w = useCheckInWords();
  const { difficulty, next } = state.draft;
  const isBlocked = state.shape.sent.status === 'blocked';
  const [isAsked, setIsAsked] = useState(difficulty !== '' || next !== '');
  const isWide = isAsked || isBlocked || difficulty !== '' || next !== '';
  return (
    <>
      {isBlocked ? <Text name="difficulty" rows={3} state={state} /> : null}
      <Text name="progress" rows={4} state={state} />
      {isWide && !isBlocked ? <Text name="difficulty" rows={2} state={state} /> : null}
      {isWide ? <Text name="next" rows={2} state={state} /> : null}
      {isWide ? null : (
        <button type="button" className="link ci-more" onClick={() => setIsAsked(true)}>
          {w.more}
        </button>
      )}
    </>
  );
}
