import { Button, Form } from 'antd';
import { Link } from 'wouter';
import type { RegisterName } from '#core/contract/lists.ts';
import type { RegisterEntry } from '#core/contract/registers.ts';
import { useMe } from '#src/api/session.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { momentText } from '#src/lib/moment.ts';
import { useHref } from '#src/lib/use-address.ts';
import { Conflict } from './conflict.tsx';
import { fields } from './fields.ts';
import { formValues, statedValues } from './form-values.ts';
import { Outcome } from './outcome.tsx';
import { RecordFields } from './record-fields.tsx';
import { recordName } from './record-name.ts';
import { useSave } from './use-save.ts';
import { useRegisterWords } from './words.ts';

/** Who changed it last and when, and the way to all its changes for whoever may read the trail. */
export function LastChange({ register, entry }: { register: RegisterName; entry: RegisterEntry }) {
  const w = useRegisterWords();
  const href = useHref();
  const me = useMe();
  const subject = register === 'workspace' ? register : `${register}:${entry.key}`;
  return (
    <p className="muted">
      {w.lastChange} {momentText(entry.version)}
      {entry.recordedByName === null ? null : `, ${w.by(entry.recordedByName)}`}
      {me?.rights.includes('read-audit') ? (
        <>
          {' · '}
          <Link href={href({ path: '/admin/audit', change: { subject } })}>{w.history}</Link>
        </>
      ) : null}
    </p>
  );
}

export type RecordFormProps = {
  register: Exclude<RegisterName, 'questions'>;
  /** null = a new record. */
  entry: RegisterEntry | null;
  onSaved: (entry: RegisterEntry) => void;
};

/** One record, from the description of its register. */
export function RecordForm({ register, entry, onSaved }: RecordFormProps) {
  const w = useRegisterWords();
  const lang = useLanguage();
  const [form] = Form.useForm();
  const described = fields[register];
  const saving = useSave(register, form, onSaved);
  const stated = () => statedValues(described, form.getFieldsValue(true));
  const { conflict } = saving;
  const { postponed, originalDue } = entry?.record ?? {};
  return (
    <section className="rg-form" aria-labelledby="rg-form-title">
      <h2 id="rg-form-title">
        {entry === null ? w.created(w.names[register]) : recordName(entry, lang)}
      </h2>
      {entry === null ? null : <LastChange register={register} entry={entry} />}
      {typeof postponed === 'number' && postponed > 0 ? (
        <p>{w.postponedNote(postponed, String(originalDue))}</p>
      ) : null}
      {conflict === null ? null : (
        <Conflict
          current={conflict}
          mine={stated()}
          onKeep={() => saving.save(stated(), conflict)}
          onTake={() => {
            form.setFieldsValue(formValues(described, conflict.record));
            saving.dropConflict();
          }}
        />
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={formValues(described, entry?.record ?? null)}
        onFinish={() => saving.save(stated(), entry)}
      >
        <RecordFields described={described} isNew={entry === null} />
        <div className="admin-actions">
          <Button type="primary" htmlType="submit" loading={saving.isPending}>
            {saving.isPending ? w.saving : w.save}
          </Button>
        </div>
      </Form>
      <Outcome saving={saving} />
    </section>
  );
}
