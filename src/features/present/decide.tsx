/** Beside the slide: what is decided, who does it, by when. Esc closes it; what was typed stays while the slide does. */
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { type ResolutionKind, resolutionKinds } from '#core/contract/lists.ts';
import type { MeetingHead, ResolutionInput } from '#core/contract/meeting.ts';
import { departmentsQuery } from '#src/api/departments.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { newKey } from '#src/lib/new-key.ts';
import type { Shown } from './deck.ts';
import { type Outcome, useRecord } from './queue.ts';
import { usePresentWords } from './words.ts';

type Choice = { readonly id: string; readonly name: string };

/** What a resolution on this slide is likely to be. */
const FIRST_KIND: Partial<Record<Shown['slide']['kind'], ResolutionKind>> = {
  task: 'due-date',
  questions: 'settle',
};

function subjectsOf({ slide }: Shown, kind: ResolutionKind, whole: string): readonly Choice[] {
  const { body } = slide;
  if (kind === 'due-date' && body.kind === 'task') {
    return [
      ...body.task.milestones
        .filter((row) => row.doneOn === null)
        .map((row) => ({ id: `milestone:${row.id}`, name: row.title })),
      { id: `task:${body.task.id}`, name: whole },
    ];
  }
  if (kind === 'settle' && body.kind === 'questions')
    return body.questions.map((row) => ({ id: row.id, name: row.title }));
  return [];
}

/** Kinds that this slide has a subject for. */
const kindsFor = (shown: Shown): readonly ResolutionKind[] =>
  resolutionKinds.filter(
    (kind) => (kind !== 'due-date' && kind !== 'settle') || subjectsOf(shown, kind, '').length > 0,
  );

type Faults = Readonly<Record<string, string>>;

export type DecideProps = {
  meeting: MeetingHead;
  shown: Shown;
  onClose: () => void;
  /** Told what came of it: recorded, or waiting for the network. */
  onRecorded: (outcome: Outcome) => void;
};

export function Decide({ meeting, shown, onClose, onRecorded }: DecideProps) {
  const w = usePresentWords();
  const lang = useLanguage();
  const id = useId();
  const record = useRecord();
  const box = useRef<HTMLFormElement>(null);
  const departments: readonly Choice[] =
    useQuery(departmentsQuery(lang)).data ?? meeting.participants;
  const ask = shown.item.ask;
  const kinds = kindsFor(shown);
  const preferred = FIRST_KIND[shown.slide.kind] ?? 'task';
  const [kind, setKind] = useState<ResolutionKind>(
    kinds.includes(preferred) ? preferred : (kinds[0] ?? 'words'),
  );
  const [option, setOption] = useState('');
  const [words, setWords] = useState('');
  const [owner, setOwner] = useState(
    shown.slide.body.kind === 'task' ? shown.slide.body.task.owner : '',
  );
  const [due, setDue] = useState('');
  const subjects = subjectsOf(shown, kind, w.wholeTask);
  const [chosen, setChosen] = useState('');
  const subject = subjects.some((row) => row.id === chosen) ? chosen : (subjects[0]?.id ?? '');
  const [faults, setFaults] = useState<Faults>({});
  const [isBusy, setIsBusy] = useState(false);

  useEffect(() => {
    const before = document.activeElement;
    box.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const choose = (value: string): void => {
    setOption(value);
    const chosenWords = ask?.options.find((row) => row.id === value)?.words;
    if (chosenWords !== undefined) setWords(chosenWords);
  };

  const handleSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const missing: Record<string, string> = {};
    if (words.trim() === '') missing.words = w.needed;
    if (kind === 'task' && owner === '') missing.owner = w.choose;
    if (kind === 'due-date' && due === '') missing.due = w.needed;
    setFaults(missing);
    if (Object.keys(missing).length > 0) return;
    const input: ResolutionInput = {
      item: shown.key,
      kind,
      option: option === '' ? null : option,
      words: words.trim(),
      owner: owner === '' ? null : owner,
      due: due === '' ? null : due,
      subject: subject === '' ? null : subject,
    };
    setIsBusy(true);
    const outcome = await record({
      key: newKey(),
      meeting: meeting.id,
      input,
      ownerName: departments.find((row) => row.id === owner)?.name ?? null,
      keptAt: new Date().toISOString(),
    });
    setIsBusy(false);
    if (outcome.kind !== 'refused') return onRecorded(outcome);
    const fields = outcome.problem?.fields ?? [];
    setFaults({
      ...Object.fromEntries(fields.map((row) => [row.path.replace(/^\//, ''), row.message])),
      ...(fields.length === 0 ? { whole: w.refused(outcome.problem?.detail ?? '') } : {}),
    });
  };

  const fault = (name: string) =>
    faults[name] === undefined ? null : (
      <p className="mt-fault" id={`${id}-${name}-fault`} role="alert">
        {faults[name]}
      </p>
    );
  const described = (name: string) =>
    faults[name] === undefined
      ? {}
      : { 'aria-invalid': true, 'aria-describedby': `${id}-${name}-fault` };

  return (
    <form
      ref={box}
      className="mt-decide"
      role="dialog"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => void handleSubmit(event)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      <h3 id={`${id}-title`}>{w.decideOn(shown.slide.title)}</h3>
      {ask === null || ask.options.length === 0 ? null : (
        <fieldset>
          <legend>{w.option}</legend>
          {[...ask.options, { id: '', words: w.noOption }].map((row) => (
            <label key={row.id} className="mt-choice">
              <input
                type="radio"
                name={`${id}-option`}
                checked={option === row.id}
                onChange={() => choose(row.id)}
              />
              {row.words}
            </label>
          ))}
          {fault('option')}
        </fieldset>
      )}
      <label className="mt-field">
        {w.words}
        <textarea
          rows={3}
          value={words}
          {...described('words')}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      {fault('words')}
      <label className="mt-field">
        {w.kind}
        <select
          value={kind}
          onChange={(event) => {
            const next = resolutionKinds.find((row) => row === event.target.value);
            if (next !== undefined) setKind(next);
          }}
        >
          {kinds.map((row) => (
            <option key={row} value={row}>
              {w.decideAs[row]}
            </option>
          ))}
        </select>
      </label>
      {fault('kind')}
      {subjects.length === 0 ? null : (
        <label className="mt-field">
          {kind === 'settle' ? w.question : w.subject}
          <select
            value={subject}
            {...described('subject')}
            onChange={(event) => setChosen(event.target.value)}
          >
            {subjects.map((row) => (
              <option key={row.id} value={row.id}>
                {row.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {fault('subject')}
      <label className="mt-field">
        {w.whoOwns}
        <select
          value={owner}
          {...described('owner')}
          onChange={(event) => setOwner(event.target.value)}
        >
          <option value="">{w.choose}</option>
          {departments.map((row) => (
            <option key={row.id} value={row.id}>
              {row.name}
            </option>
          ))}
        </select>
      </label>
      {fault('owner')}
      <label className="mt-field">
        {kind === 'due-date' ? w.newDue : w.due}
        <input
          type="date"
          value={due}
          {...described('due')}
          onChange={(event) => setDue(event.target.value)}
        />
      </label>
      {fault('due')}
      {fault('item')}
      {fault('whole')}
      <p className="mt-small">{w.carriesAtClose}</p>
      <div className="mt-decide-end">
        <button type="submit" className="mt-button mt-button-first" disabled={isBusy}>
          {w.record}
        </button>
        <button type="button" className="mt-button" onClick={onClose}>
          {w.cancel}
        </button>
      </div>
    </form>
  );
}
