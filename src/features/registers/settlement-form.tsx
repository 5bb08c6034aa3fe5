import { Button, Form, Input } from 'antd';
import { entryLimits } from '#core/contract/lists.ts';
import type { RegisterEntry } from '#core/contract/registers.ts';
import type { Bilingual, QuestionRecord } from '#core/domain/records.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { Conflict } from './conflict.tsx';
import { Outcome } from './outcome.tsx';
import { LastChange } from './record-form.tsx';
import { recordName } from './record-name.ts';
import { useSave } from './use-save.ts';
import { useRegisterWords } from './words.ts';

type Values = { readonly resolution: Bilingual; readonly reason: string };

/** An open question with what is said on it, and the words that settle it. */
export function SettlementForm({
  entry,
  onSaved,
}: {
  entry: RegisterEntry;
  onSaved: (entry: RegisterEntry) => void;
}) {
  const w = useRegisterWords();
  const lang = useLanguage();
  const [form] = Form.useForm<Values>();
  const saving = useSave('questions', form, onSaved);
  const question = entry.record as unknown as QuestionRecord;
  const { conflict } = saving;
  const required = [{ required: true, whitespace: true, message: w.required }];
  const reopen = async () => {
    const { reason } = await form.validateFields(['reason']);
    saving.save({ resolution: null, reason }, entry);
  };
  return (
    <section className="rg-form" aria-labelledby="rg-form-title">
      <h2 id="rg-form-title">{recordName(entry, lang)}</h2>
      <LastChange register="questions" entry={entry} />
      <p>{question.summary[lang]}</p>
      <h3>{w.statements}</h3>
      <ul className="rg-statements">
        {question.statements.map((statement) => (
          <li key={statement.text.zh}>
            {statement.text[lang]}
            {statement.source === null ? null : <small>{statement.source}</small>}
          </li>
        ))}
      </ul>
      <p>
        <b>{question.settledOn === null ? w.isOpen : w.isSettled(question.settledOn)}</b>{' '}
        <span className="muted">{w.settleNote}</span>
      </p>
      {conflict === null ? null : (
        <Conflict
          current={conflict}
          mine={form.getFieldsValue(true)}
          onKeep={() => saving.save(form.getFieldsValue(true), conflict)}
          onTake={() => {
            form.setFieldsValue(conflict.record as Partial<Values>);
            saving.dropConflict();
          }}
        />
      )}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...(question.resolution === null ? {} : { resolution: question.resolution }),
          ...(question.reason === null ? {} : { reason: question.reason }),
        }}
        onFinish={({ resolution, reason }) => saving.save({ resolution, reason }, entry)}
      >
        <fieldset className="rg-both">
          <legend>{w.label('resolution')}</legend>
          <Form.Item name={['resolution', 'zh']} label={w.inChinese} rules={required}>
            <Input.TextArea rows={3} />
          </Form.Item>
          <Form.Item name={['resolution', 'en']} label={w.inEnglish} rules={required}>
            <Input.TextArea rows={3} />
          </Form.Item>
        </fieldset>
        <Form.Item name="reason" label={w.label('reason')} rules={required}>
          <Input.TextArea rows={3} maxLength={entryLimits.reason} />
        </Form.Item>
        <div className="admin-actions">
          <Button type="primary" htmlType="submit" loading={saving.isPending}>
            {question.settledOn === null ? w.settle : w.settleAgain}
          </Button>
          {question.settledOn === null ? null : (
            <Button onClick={() => void reopen().catch(() => undefined)}>{w.reopen}</Button>
          )}
        </div>
      </Form>
      <Outcome saving={saving} />
    </section>
  );
}
