import { Button, Checkbox, Input, Segmented } from 'antd';
import { useId } from 'react';
import { entryLimits, movementKinds, qualifiers } from '#core/contract/lists.ts';
import type { Source } from '#core/contract/register.ts';
import { moneyUnits } from '#core/domain/decimal-text.ts';
import { speak } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { Correction } from './correction.tsx';
import { EntryField } from './entry-field.tsx';
import type { Item } from './items.ts';
import { type EntryState, readText } from './use-entry.ts';
import { useStatements } from './use-statements.ts';
import { useEnterWords } from './words.ts';

type PartProps = { item: Item; state: EntryState };

function Amount({ item, state }: PartProps) {
  const w = useEnterWords();
  const lang = useLanguage();
  const id = useId();
  const { draft, change, faults } = state;
  const isMoney = item.unit === 'fen';
  const read = readText(item, draft);
  // All of it, in yuan: what is typed is not rounded.
  const said =
    'value' in read
      ? speak({ value: read.value, qualifier: draft.qualifier, unit: item.unit }, lang, 'yuan')
      : null;
  const fen = 'value' in read ? read.value.toLocaleString('en-US') : null;
  return (
    <EntryField label={isMoney ? w.amount : w.value} control={id} fault={faults.text}>
      <div className="en-amount">
        <Input
          id={id}
          value={draft.text}
          inputMode="decimal"
          autoComplete="off"
          status={faults.text === undefined ? '' : 'error'}
          onChange={(event) => change({ text: event.target.value })}
        />
        {isMoney ? (
          <Segmented
            aria-label={w.unit}
            value={draft.moneyUnit}
            options={moneyUnits.map((unit) => ({ value: unit, label: w.moneyUnits[unit] }))}
            onChange={(moneyUnit) => change({ moneyUnit })}
          />
        ) : null}
      </div>
      {said === null ? null : (
        <p className="en-said" lang={lang} aria-live="polite">
          <strong>{said}</strong> {isMoney && fen !== null ? w.fen(fen) : null}
        </p>
      )}
    </EntryField>
  );
}

/** What the movement is called; of a correction, empty = as before. */
function Label({ state, corrected }: { state: EntryState; corrected: string | null }) {
  const w = useEnterWords();
  const [zh, en] = [useId(), useId()];
  const { draft, change, faults } = state;
  return (
    <>
      <EntryField
        label={w.movementLabel}
        control={zh}
        note={corrected === null ? w.movementLabelNote : w.movementLabelKept(corrected)}
        fault={faults.label}
      >
        <Input
          id={zh}
          value={draft.labelZh}
          maxLength={entryLimits.label}
          autoComplete="off"
          onChange={(event) => change({ labelZh: event.target.value })}
        />
      </EntryField>
      <EntryField label={w.movementLabelEn} control={en}>
        <Input
          id={en}
          value={draft.labelEn}
          maxLength={entryLimits.label}
          autoComplete="off"
          lang="en"
          onChange={(event) => change({ labelEn: event.target.value })}
        />
      </EntryField>
    </>
  );
}

function Dates({ state }: { state: EntryState }) {
  const w = useEnterWords();
  const [asOf, from, to] = [useId(), useId(), useId()];
  const { draft, change, faults } = state;
  return (
    <>
      <EntryField label={w.asOf} control={asOf} note={w.asOfNote} fault={faults.asOf}>
        <Input
          id={asOf}
          value={draft.asOf}
          maxLength={10}
          autoComplete="off"
          status={faults.asOf === undefined ? '' : 'error'}
          onChange={(event) => change({ asOf: event.target.value })}
        />
      </EntryField>
      <fieldset className="en-field en-period">
        <legend>{w.period}</legend>
        <label htmlFor={from}>{w.from}</label>
        <input
          id={from}
          type="date"
          value={draft.from}
          onChange={(event) => change({ from: event.target.value })}
        />
        <label htmlFor={to}>{w.to}</label>
        <input
          id={to}
          type="date"
          value={draft.to}
          onChange={(event) => change({ to: event.target.value })}
        />
        {faults.period === undefined ? null : (
          <p className="en-fault" role="alert">
            <LightIcon state="over" /> {faults.period}
          </p>
        )}
      </fieldset>
    </>
  );
}

function Questions({ state }: { state: EntryState }) {
  const w = useEnterWords();
  const { questions, draft, confirm } = state;
  if (questions.length === 0) return null;
  return (
    <section className="en-questions" role="alert">
      <h3>{w.questions}</h3>
      <ul>
        {questions.map((question) => (
          <li key={question.code}>
            <p>
              <LightIcon state="near" /> {question.sentence}
            </p>
            <Checkbox
              checked={draft.confirmed.includes(question.code)}
              onChange={(event) => confirm(question.code, event.target.checked)}
            >
              {w.right}
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  );
}

export type EntryFormProps = PartProps & { sources: readonly Source[] };

/** The form of one item: number, qualifier, dates, source; a correction says why. */
export function EntryForm({ item, state, sources }: EntryFormProps) {
  const w = useEnterWords();
  const source = useId();
  const { draft, change, faults, refusal, done, isKept, isSending, submit, discard } = state;
  const statements = useStatements(item, draft.supersedes);
  return (
    <form
      className="en-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Correction item={item} state={state} statements={statements} />
      {item.kind === 'fund' ? (
        <EntryField label={w.movement} control={null}>
          <Segmented
            aria-label={w.movement}
            value={draft.movement}
            disabled={draft.supersedes !== ''}
            options={movementKinds.map((kind) => ({ value: kind, label: w.movements[kind] }))}
            onChange={(movement) => change({ movement })}
          />
        </EntryField>
      ) : null}
      <Amount item={item} state={state} />
      {item.kind === 'fund' ? (
        <Label state={state} corrected={statements.corrected?.label ?? null} />
      ) : null}
      <EntryField label={w.qualifier} control={null}>
        <Segmented
          aria-label={w.qualifier}
          value={draft.qualifier}
          options={qualifiers.map((one) => ({ value: one, label: w.qualifiers[one] }))}
          onChange={(qualifier) => change({ qualifier })}
        />
      </EntryField>
      <Dates state={state} />
      <EntryField label={w.source} control={source} fault={faults.source}>
        <select
          id={source}
          value={draft.source}
          onChange={(event) => change({ source: event.target.value })}
        >
          <option value="">{w.sourceNone}</option>
          {sources.map((row) => (
            <option key={row.id} value={row.id}>
              {row.title}
            </option>
          ))}
        </select>
      </EntryField>
      <Questions state={state} />
      {refusal === null ? null : (
        <p className="en-fault" role="alert">
          <LightIcon state="over" /> {refusal}
        </p>
      )}
      <p className="en-actions">
        <Button type="primary" htmlType="submit" disabled={isSending}>
          {isSending ? w.submitting : w.submit}
        </Button>
        {isKept ? <Button onClick={discard}>{w.discard}</Button> : null}
        <span className="caption" role="status">
          {done ?? (isKept ? w.kept : '')}
        </span>
      </p>
    </form>
  );
}
