import { useQuery } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { MeetingHead, MeetingInput } from '#core/contract/meeting.ts';
import { boardQuery } from '#src/api/board.ts';
import { departmentsQuery } from '#src/api/departments.ts';
import { meetingsQuery, useSaveMeeting } from '#src/api/meetings.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { ApiError } from '#src/lib/request.ts';
import { useMeetingWords, useWhy } from './words.ts';

type Draft = {
  readonly title: string;
  readonly date: string;
  readonly asOf: string;
  /** A meeting's id, `date` or ``. */
  readonly baseline: string;
  readonly compare: string;
  readonly participants: readonly string[];
};

const NOTHING = { asOf: null, compare: null, knownAt: null };

const draftOf = (meeting: MeetingHead): Draft => ({
  title: meeting.title,
  date: meeting.date,
  asOf: meeting.asOf,
  baseline: meeting.compareMeeting ?? (meeting.compare === null ? '' : 'date'),
  compare: meeting.compareMeeting === null ? (meeting.compare ?? '') : '',
  participants: meeting.participants.map((row) => row.id),
});

const inputOf = (draft: Draft): MeetingInput => ({
  title: draft.title.trim(),
  date: draft.date,
  asOf: draft.asOf,
  compareMeeting: draft.baseline === '' || draft.baseline === 'date' ? null : draft.baseline,
  compare: draft.baseline === 'date' ? draft.compare : null,
  participants: [...draft.participants],
});

type Faults = Readonly<Record<string, string>>;

export type MeetingFormProps = {
  /** null = a new one. */
  meeting: MeetingHead | null;
  onDone: (id: string) => void;
  onCancel: () => void;
};

/** Name, day, date of the numbers, what they are compared with, who takes part. */
export function MeetingForm({ meeting, onDone, onCancel }: MeetingFormProps) {
  const w = useMeetingWords();
  const why = useWhy();
  const lang = useLanguage();
  const id = useId();
  const board = useQuery(boardQuery(NOTHING, lang)).data ?? null;
  const meetings = useQuery(meetingsQuery(lang)).data ?? [];
  const departments = useQuery(departmentsQuery(lang)).data ?? [];
  const save = useSaveMeeting(lang);
  const [changes, setChanges] = useState<Partial<Draft>>({});
  const [faults, setFaults] = useState<Faults>({});
  const today = board?.asOf ?? '';
  const earlier = meetings.filter(
    (row) => row.id !== meeting?.id && row.snapshot !== null && row.asOf <= (changes.asOf ?? today),
  );
  const proposal: Draft =
    meeting === null
      ? {
          title: '',
          date: today,
          asOf: today,
          baseline: earlier[0]?.id ?? (board?.workspace.lastMeetingOn == null ? '' : 'date'),
          compare: board?.workspace.lastMeetingOn ?? '',
          participants: departments.map((row) => row.id),
        }
      : draftOf(meeting);
  const draft: Draft = { ...proposal, ...changes };
  const set = (change: Partial<Draft>): void => setChanges((now) => ({ ...now, ...change }));

  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const found: Record<string, string> = {};
    if (draft.title.trim() === '') found.title = w.needed;
    if (draft.date === '') found.date = w.needed;
    if (draft.asOf === '') found.asOf = w.needed;
    else if (draft.asOf > draft.date) found.asOf = w.asOfAfter;
    if (draft.baseline === 'date' && draft.compare === '') found.compare = w.needed;
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    save.mutate(
      {
        kept: meeting === null ? null : { id: meeting.id, version: meeting.version },
        input: inputOf(draft),
      },
      {
        onSuccess: (head) => onDone(head.id),
        onError: (error) => {
          const fields = error instanceof ApiError ? (error.problem?.fields ?? []) : [];
          setFaults(
            fields.length === 0
              ? { whole: why(error) }
              : Object.fromEntries(fields.map((row) => [row.path.replace(/^\//, ''), row.message])),
          );
        },
      },
    );
  };

  const field = (name: string, label: string, part: (bound: object) => ReactNode) => (
    <div className="ms-field">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      {part({
        id: `${id}-${name}`,
        ...(faults[name] === undefined
          ? {}
          : { 'aria-invalid': true, 'aria-describedby': `${id}-${name}-fault` }),
      })}
      {faults[name] === undefined ? null : (
        <p className="ms-fault" id={`${id}-${name}-fault`} role="alert">
          {faults[name]}
        </p>
      )}
    </div>
  );

  return (
    <form className="ms-form panel-card" onSubmit={handleSubmit} noValidate>
      <h2>{meeting === null ? w.newMeeting : w.edit}</h2>
      {field('title', w.name, (bound) => (
        <input
          {...bound}
          type="text"
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      ))}
      <div className="ms-beside">
        {field('date', w.date, (bound) => (
          <input
            {...bound}
            type="date"
            value={draft.date}
            onChange={(event) => set({ date: event.target.value })}
          />
        ))}
        {field('asOf', w.asOfLabel, (bound) => (
          <input
            {...bound}
            type="date"
            value={draft.asOf}
            onChange={(event) => set({ asOf: event.target.value })}
          />
        ))}
        {field('compareMeeting', w.compareLabel, (bound) => (
          <select
            {...bound}
            value={draft.baseline}
            onChange={(event) => set({ baseline: event.target.value })}
          >
            <option value="">{w.compareNothing}</option>
            <option value="date">{w.compareDate}</option>
            {earlier.map((row) => (
              <option key={row.id} value={row.id}>
                {row.title} · {row.asOf}
              </option>
            ))}
          </select>
        ))}
        {draft.baseline === 'date'
          ? field('compare', w.compareDateLabel, (bound) => (
              <input
                {...bound}
                type="date"
                value={draft.compare}
                onChange={(event) => set({ compare: event.target.value })}
              />
            ))
          : null}
      </div>
      <fieldset className="ms-choices">
        <legend>{w.participants}</legend>
        {departments.map((row) => (
          <label key={row.id}>
            <input
              type="checkbox"
              checked={draft.participants.includes(row.id)}
              onChange={(event) =>
                set({
                  participants: event.target.checked
                    ? [...draft.participants, row.id]
                    : draft.participants.filter((one) => one !== row.id),
                })
              }
            />
            {row.name}
          </label>
        ))}
      </fieldset>
      {faults.whole === undefined ? null : (
        <p className="ms-fault" role="alert">
          {w.refused(faults.whole)}
        </p>
      )}
      <div className="ms-row">
        <button type="submit" className="button ms-first" disabled={save.isPending}>
          {meeting === null ? w.create : w.save}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {w.cancel}
        </button>
      </div>
    </form>
  );
}
