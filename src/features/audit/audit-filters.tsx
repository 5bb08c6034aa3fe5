import { Button, Input, Select } from 'antd';
import { type AuditOutcome, auditOutcomes, registerNames } from '#core/contract/lists.ts';
import { Field } from '#src/admin-ui/field.tsx';
import type { AuditFilter } from '#src/api/audit.ts';
import { useAuditWords } from './words.ts';

/** Actions by how they begin; the rest is found by what it was done to. */
const ACTIONS = [
  'session',
  'password',
  'account',
  'check-in',
  'file',
  'observation',
  'movement',
  'submission',
  'screen',
  'meeting',
  ...registerNames,
] as const;

const noFilter: AuditFilter = {
  actor: null,
  action: null,
  subject: null,
  outcome: null,
  from: null,
  to: null,
};

export type AuditFiltersProps = {
  filter: AuditFilter;
  onChange: (change: Partial<AuditFilter>) => void;
};

/** What part of the trail is looked at; all of it is in the address. */
export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const w = useAuditWords();
  const say = (subject: string) => {
    const next = subject.trim() || null;
    if (next !== filter.subject) onChange({ subject: next });
  };
  const day = (name: 'from' | 'to') => (
    <Field label={w[name]}>
      {(id) => (
        <Input
          id={id}
          type="date"
          value={filter[name] ?? ''}
          onChange={({ target }) => onChange({ [name]: target.value === '' ? null : target.value })}
        />
      )}
    </Field>
  );
  return (
    <div className="au-filters">
      {day('from')}
      {day('to')}
      <Field label={w.what}>
        {(id) => (
          <Select
            id={id}
            value={filter.action ?? ''}
            onChange={(value) => onChange({ action: value === '' ? null : value })}
            options={[
              { value: '', label: w.anyAction },
              ...ACTIONS.map((value) => ({ value, label: w.group(value) })),
            ]}
          />
        )}
      </Field>
      <Field label={w.outcome}>
        {(id) => (
          <Select<AuditOutcome | ''>
            id={id}
            value={filter.outcome ?? ''}
            onChange={(value) => onChange({ outcome: value === '' ? null : value })}
            options={[
              { value: '', label: w.anyOutcome },
              ...auditOutcomes.map((value) => ({ value, label: w.outcomes[value] })),
            ]}
          />
        )}
      </Field>
      <Field label={w.subject} className="au-subject">
        {(id) => (
          <Input
            id={id}
            key={filter.subject ?? ''}
            defaultValue={filter.subject ?? ''}
            placeholder={w.subjectHint}
            maxLength={200}
            onBlur={({ target }) => say(target.value)}
            onPressEnter={({ currentTarget }) => say(currentTarget.value)}
          />
        )}
      </Field>
      <Button
        disabled={Object.values(filter).every((value) => value === null)}
        onClick={() => onChange(noFilter)}
      >
        {w.clear}
      </Button>
    </div>
  );
}
