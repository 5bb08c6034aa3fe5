import { Alert, Button, Checkbox, Form, Input, Select, Switch } from 'antd';
import { useEffect, useState } from 'react';
import type { Account, AccountInput, Invitation } from '#core/contract/account.ts';
import { type Role, roles } from '#core/contract/lists.ts';
import { officers } from '#core/domain/rights.ts';
import { useWorker } from '#src/admin-ui/use-worker.ts';
import type { AccountWritten, useAccountWrite } from '#src/api/accounts.ts';
import type { Department } from '#src/api/departments.ts';
import { fieldFaults } from '#src/lib/field-faults.ts';
import { ApiError } from '#src/lib/request.ts';
import { useRefusal } from '#src/ui/refusal.tsx';
import { useAccountsWords, useRoleWord } from './words.ts';

type Fields = Omit<AccountInput, 'department'> & {
  /** '' = none. */
  department: string;
  enabled: boolean;
};

const fieldNames = ['login', 'name', 'department', 'roles', 'enabled'] as const;

const LOGIN = /^[\p{L}\p{N}._@-]{2,64}$/u;

type Props = {
  /** null = a new one. */
  account: Account | null;
  departments: readonly Department[];
  write: ReturnType<typeof useAccountWrite>;
  onMade: (invitation: Invitation | null) => void;
};

const first: Fields = { login: '', name: '', department: '', roles: ['viewer'], enabled: true };

const fieldsOf = ({ login, name, department, roles: held, state }: Account): Fields => ({
  login,
  name,
  department: department ?? '',
  roles: held,
  enabled: state !== 'disabled',
});

/** What the account is. Keeps what was typed whatever the server says, and shows that at the field. */
export function AccountForm({ account, departments, write, onMade }: Props) {
  const w = useAccountsWords();
  const roleWord = useRoleWord();
  const refusalOf = useRefusal();
  const me = useWorker();
  const [form] = Form.useForm<Fields>();
  const keeps = me?.rights.includes('keep-accounts') ?? false;
  const grants = me?.rights.includes('grant-roles') ?? false;
  const offered = roles.filter((role) => !officers.includes(role) || me?.separateOfficers);
  const isStale = write.error instanceof ApiError && write.error.problem?.code === 'stale-version';
  const faults = fieldFaults(write.error);

  /** Version that the form was filled from. */
  const [seen, setSeen] = useState(account?.version ?? null);
  useEffect(() => {
    // A form that nobody has touched follows the record; another keeps what was typed.
    if (account === null || account.version === seen || form.isFieldsTouched()) return;
    form.setFieldsValue(fieldsOf(account));
    setSeen(account.version);
  }, [account, form, seen]);

  useEffect(() => {
    const found = fieldFaults(write.error);
    form.setFields(
      fieldNames.map((name) => {
        const at = [...found].find(([path]) => path === name || path.startsWith(`${name}.`));
        return { name, errors: at === undefined ? [] : [at[1]] };
      }),
    );
  }, [form, write.error]);

  const submit = ({ department, enabled, ...rest }: Fields) => {
    const input = { ...rest, department: department === '' ? null : department };
    if (account === null) {
      const onSuccess = ({ invitation }: AccountWritten) => onMade(invitation);
      write.mutate({ do: 'create', input }, { onSuccess });
      return;
    }
    // Whoever was told what changed meanwhile, and saves again, has seen it.
    const version = isStale ? account.version : (seen ?? account.version);
    const onSuccess = ({ account: now }: AccountWritten) => setSeen(now?.version ?? null);
    write.mutate(
      { do: 'change', id: account.id, version, input: { ...input, enabled } },
      { onSuccess },
    );
  };
  const departmentName = (department: string | null) =>
    department === null
      ? w.noDepartment
      : (departments.find(({ id }) => id === department)?.name ?? w.retiredDepartment(department));
  const nowIs = (now: Account) =>
    [
      now.name,
      departmentName(now.department),
      now.roles.map((role) => roleWord(role)).join('、'),
      w.states[now.state],
    ].join(' · ');

  const held = account?.department ?? null;
  const roleOptions: { value: Role; label: string }[] = offered.map((role) => ({
    value: role,
    label: roleWord(role),
  }));
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={account === null ? first : fieldsOf(account)}
      onFinish={submit}
      requiredMark={false}
      scrollToFirstError
    >
      {account?.external ? <Alert type="info" title={w.externalNote} /> : null}
      {keeps === grants ? null : <Alert type="info" title={keeps ? w.onlyFacts : w.onlyRoles} />}
      {isStale && account !== null ? (
        <Alert type="warning" role="alert" title={w.stale} description={w.nowIs(nowIs(account))} />
      ) : null}
      <Form.Item
        name="name"
        label={w.name}
        rules={[{ required: true, whitespace: true, message: w.missingName }]}
      >
        <Input maxLength={80} disabled={!keeps} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="login"
        label={w.login}
        extra={w.loginHint}
        rules={[{ required: true, pattern: LOGIN, message: w.missingLogin }]}
      >
        <Input maxLength={64} disabled={!keeps} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="department" label={w.department}>
        <Select
          disabled={!keeps || (account?.external ?? false)}
          options={[
            { value: '', label: w.noDepartment },
            ...departments.map(({ id, name }) => ({ value: id, label: name })),
            ...(held === null || departments.some(({ id }) => id === held)
              ? []
              : [{ value: held, label: departmentName(held) }]),
          ]}
        />
      </Form.Item>
      <Form.Item
        name="roles"
        label={w.roles}
        rules={[
          {
            // antd's own `required` marks the group with an attribute that groups may not have.
            validator: async (_, held: readonly Role[]) => {
              if (held.length === 0) throw new Error(w.missingRoles);
            },
          },
        ]}
      >
        <Checkbox.Group
          className="ac-roles"
          disabled={!grants || (account?.external ?? false)}
          options={roleOptions}
        />
      </Form.Item>
      {account === null ? null : (
        <Form.Item name="enabled" label={w.enabled} extra={w.enabledNote} valuePropName="checked">
          <Switch disabled={!keeps} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={write.isPending}>
        {write.isPending ? w.saving : account === null ? w.create : w.save}
      </Button>{' '}
      {write.isSuccess ? <span role="status">{w.saved}</span> : null}
      {write.error === null || isStale || faults.size > 0 ? null : (
        <p className="ac-fault" role="alert">
          {refusalOf(write.error)}
        </p>
      )}
    </Form>
  );
}
