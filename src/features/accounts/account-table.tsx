import { Button, Table, type TableProps, Tag } from 'antd';
import type { Account } from '#core/contract/account.ts';
import { momentText } from '#src/lib/moment.ts';
import { useAccountsWords, useRoleWord } from './words.ts';

type Columns = NonNullable<TableProps<Account>['columns']>;

export type AccountTableProps = {
  accounts: readonly Account[];
  /** Names by id. */
  departments: ReadonlyMap<string, string>;
  /** Id of the account that lies open. */
  opened: string | null;
  /** What to say where there is none. */
  empty: string;
  onOpen: (id: string) => void;
};

const ROWS = 50;

/** One row per account; the one that lies open is marked. */
export function AccountTable({ accounts, departments, opened, empty, onOpen }: AccountTableProps) {
  const w = useAccountsWords();
  const roleWord = useRoleWord();
  const columns: Columns = [
    {
      title: w.name,
      key: 'name',
      className: 'ac-name',
      render: (_, { name, login, external }) => (
        <>
          <strong>{name}</strong>
          <span className="ac-login">
            {login}
            {external ? ` · ${w.external}` : ''}
          </span>
        </>
      ),
    },
    {
      title: w.department,
      key: 'department',
      className: 'ac-wide',
      render: (_, { department }) =>
        department === null ? (
          <span className="muted">{w.noDepartment}</span>
        ) : (
          (departments.get(department) ?? w.retiredDepartment(department))
        ),
    },
    {
      title: w.roles,
      key: 'roles',
      render: (_, account) => account.roles.map((role) => <Tag key={role}>{roleWord(role)}</Tag>),
    },
    {
      title: w.state,
      key: 'state',
      render: (_, { state }) => <span className={`ac-state ac-${state}`}>{w.states[state]}</span>,
    },
    {
      title: w.lastSignIn,
      key: 'lastSignIn',
      className: 'ac-wide',
      render: (_, { lastSignInAt }) =>
        lastSignInAt === null ? (
          <span className="muted">{w.never}</span>
        ) : (
          <span className="fig">{momentText(lastSignInAt)}</span>
        ),
    },
    {
      title: w.actions,
      key: 'actions',
      render: (_, { id, name }) => (
        <Button size="small" aria-label={w.editOf(name)} onClick={() => onOpen(id)}>
          {w.edit}
        </Button>
      ),
    },
  ];
  return (
    <Table<Account>
      className="ac-table"
      aria-label={w.table}
      rowKey="id"
      size="middle"
      columns={columns}
      dataSource={[...accounts]}
      rowClassName={({ id }) => (id === opened ? 'ac-open' : '')}
      locale={{ emptyText: empty }}
      pagination={accounts.length > ROWS ? { pageSize: ROWS, showSizeChanger: false } : false}
    />
  );
}
