import { useQuery } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import type { Account } from '#core/contract/account.ts';
import { accountStates } from '#core/contract/lists.ts';
import { AdminFrame } from '#src/admin-ui/frame.tsx';
import { useWorker } from '#src/admin-ui/use-worker.ts';
import { accountsQuery } from '#src/api/accounts.ts';
import { departmentsQuery } from '#src/api/departments.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { LoadingOutline } from '#src/ui/panel-state.tsx';
import { AccountDrawer } from './account-drawer.tsx';
import { AccountTable } from './account-table.tsx';
import { useAccountsWords, useSentenceOf } from './words.ts';

type State = Account['state'] | 'all';

/** Whether an account has the words somewhere in its name, login or department. */
function fits(account: Account, department: string, sought: string): boolean {
  const text = `${account.name} ${account.login} ${department}`.toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Accounts() {
  const w = useAccountsWords();
  const sentenceOf = useSentenceOf();
  const rights = useWorker()?.rights ?? [];
  const accounts = useQuery(accountsQuery());
  const departments = useQuery(departmentsQuery(useLanguage())).data ?? [];
  const [sought, setSought] = useState('');
  const [state, setState] = useState<State>('all');
  const [opened, setOpened] = useState<string | 'new' | null>(null);

  const names = new Map(departments.map(({ id, name }) => [id, name]));
  const all = accounts.data ?? [];
  const shown = all.filter(
    (account) =>
      (state === 'all' || account.state === state) &&
      fits(account, names.get(account.department ?? '') ?? '', sought.trim()),
  );
  const account = all.find(({ id }) => id === opened) ?? null;

  return (
    <section className="ac-admin">
      <header className="ac-head">
        <h1>{w.title}</h1>
        {rights.includes('keep-accounts') ? (
          <Button type="primary" onClick={() => setOpened('new')}>
            {w.create}
          </Button>
        ) : null}
      </header>
      {accounts.isPending ? <LoadingOutline /> : null}
      {accounts.isError ? (
        <div className="state" role="alert">
          <p className="state-title">{w.failed}</p>
          <p className="muted">{sentenceOf(accounts.error)}</p>
          <Button onClick={() => accounts.refetch()}>{w.retry}</Button>
        </div>
      ) : null}
      {accounts.data === undefined ? null : (
        <>
          <div className="ac-filters">
            <Input
              value={sought}
              allowClear
              aria-label={w.find}
              placeholder={w.find}
              onChange={(event) => setSought(event.target.value)}
            />
            <Segmented<State>
              value={state}
              aria-label={w.state}
              options={[
                { value: 'all', label: `${w.all} ${all.length}` },
                ...accountStates.map((value) => ({
                  value,
                  label: `${w.states[value]} ${all.filter((one) => one.state === value).length}`,
                })),
              ]}
              onChange={setState}
            />
          </div>
          <AccountTable
            accounts={shown}
            departments={names}
            opened={opened}
            empty={all.length === 0 ? w.nobody : w.nobodyFound}
            onOpen={(id) => {
              setOpened(id);
              void accounts.refetch();
            }}
          />
        </>
      )}
      {opened === 'new' || account !== null ? (
        <AccountDrawer
          key={opened}
          account={account}
          departments={departments}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </section>
  );
}

/** Who may sign in and as what. */
export function AccountsPage() {
  return (
    <AdminFrame>
      <Accounts />
    </AdminFrame>
  );
}
