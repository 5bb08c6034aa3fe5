import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select, Switch } from 'antd';
import type { RegisterName } from '#core/contract/lists.ts';
import { registerQuery } from '#src/api/registers.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import type { FieldDescription } from './fields.ts';
import { recordName } from './record-name.ts';
import { useRegisterWords } from './words.ts';

/** Picks from another register; form items hand value, id and change down. */
function RecordSelect({
  of,
  mode,
  ...given
}: {
  of: RegisterName;
  mode?: 'multiple';
  allowClear?: boolean;
}) {
  const w = useRegisterWords();
  const lang = useLanguage();
  const { data, isPending } = useQuery(registerQuery(of));
  return (
    <Select
      {...given}
      {...(mode === undefined ? {} : { mode })}
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      options={(data?.items ?? []).map((entry) => {
        const { retiredOn } = entry.record;
        const name = `${recordName(entry, lang)} · ${entry.key}`;
        return {
          value: entry.key,
          label: typeof retiredOn === 'string' ? `${name} · ${w.retiredFrom(retiredOn)}` : name,
        };
      })}
    />
  );
}

function Control({ field, isNew, ...given }: { field: FieldDescription; isNew: boolean }) {
  const w = useRegisterWords();
  const allowClear = field.optional === true;
  switch (field.kind) {
    case 'key':
      return <Input {...given} disabled={!isNew} maxLength={80} />;
    case 'number':
      return <InputNumber {...given} controls={false} />;
    case 'day':
      return <Input {...given} type="date" />;
    case 'date':
      return <Input {...given} placeholder={w.partialHint} maxLength={10} />;
    case 'lines':
    case 'pairs':
    case 'points':
      return <Input.TextArea {...given} rows={3} />;
    case 'choice':
    case 'choices':
      return (
        <Select
          {...given}
          {...(field.kind === 'choices' ? { mode: 'multiple' as const } : {})}
          allowClear={allowClear}
          options={field.of.map((value) => ({ value, label: w.option(value, field.path) }))}
        />
      );
    case 'record':
      return <RecordSelect {...given} of={field.of} allowClear={allowClear} />;
    case 'records':
      return <RecordSelect {...given} of={field.of} mode="multiple" />;
    default:
      return <Input {...given} />;
  }
}

/** Both halves of a text, beside each other. */
function Both({ field }: { field: FieldDescription }) {
  const w = useRegisterWords();
  const rules = field.optional ? [] : [{ required: true, whitespace: true, message: w.required }];
  return (
    <fieldset className="rg-both">
      <legend>
        {w.label(field.path)}
        {field.optional ? <small>{w.optional}</small> : null}
      </legend>
      {(['zh', 'en'] as const).map((lang) => (
        <Form.Item
          key={lang}
          name={[...field.path.split('.'), lang]}
          label={lang === 'zh' ? w.inChinese : w.inEnglish}
          rules={rules}
        >
          {field.kind === 'long' ? <Input.TextArea rows={3} /> : <Input />}
        </Form.Item>
      ))}
    </fieldset>
  );
}

const needsWord = (field: FieldDescription): boolean =>
  field.optional !== true &&
  !['switch', 'lines', 'pairs', 'choices', 'records', 'points'].includes(field.kind);

export function RecordFields({
  described,
  isNew,
}: {
  described: readonly FieldDescription[];
  isNew: boolean;
}) {
  const w = useRegisterWords();
  return described.map((field) => {
    const name = field.path.split('.');
    if (field.kind === 'both' || field.kind === 'long')
      return <Both key={field.path} field={field} />;
    if (field.kind === 'switch') {
      return (
        <Form.Item key={field.path} name={name} label={w.label(field.path)} valuePropName="checked">
          <Switch />
        </Form.Item>
      );
    }
    return (
      <Form.Item
        key={field.path}
        name={name}
        label={w.label(field.path)}
        rules={needsWord(field) ? [{ required: true, message: w.required }] : []}
      >
        <Control field={field} isNew={isNew} />
      </Form.Item>
    );
  });
}
