import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link } from 'wouter';
import { type RegisterName, registerNames } from '#core/contract/lists.ts';
import { AdminFrame } from '#src/admin-ui/frame.tsx';
import { useWorker } from '#src/admin-ui/use-worker.ts';
import { registerQuery } from '#src/api/registers.ts';
import { useAddress, useChangeAddress, useHref } from '#src/lib/use-address.ts';
import { LoadingOutline } from '#src/ui/panel-state.tsx';
import { RecordForm } from './record-form.tsx';
import { RecordList } from './record-list.tsx';
import { SettlementForm } from './settlement-form.tsx';
import { useRegisterWords } from './words.ts';

/** In the address for a record that is not there yet: no key begins so. */
const NEW = '_new';

function Register({ register, record }: { register: RegisterName; record: string | null }) {
  const w = useRegisterWords();
  const change = useChangeAddress();
  const query = useQuery(registerQuery(register));
  if (query.data === undefined) {
    return query.isError ? (
      <Alert
        type="error"
        showIcon
        title={w.failed}
        action={<Button onClick={() => void query.refetch()}>{w.retry}</Button>}
      />
    ) : (
      <LoadingOutline />
    );
  }
  const entries = query.data.items;
  const key = register === 'workspace' ? 'workspace' : record;
  const entry = entries.find((one) => one.key === key) ?? null;
  const form =
    key === null ? (
      <p className="muted">{w.pick}</p>
    ) : entry === null && key !== NEW ? (
      <Alert type="warning" showIcon title={w.unknown(key)} />
    ) : register === 'questions' ? (
      entry === null ? null : (
        <SettlementForm key={key} entry={entry} onSaved={() => undefined} />
      )
    ) : (
      <RecordForm
        key={key}
        register={register}
        entry={entry}
        onSaved={(saved) => {
          if (saved.key !== key) change({ record: saved.key });
        }}
      />
    );
  if (register === 'workspace') return form;
  return (
    <div className={key === null ? 'rg-work' : 'rg-work rg-work-open'}>
      <RecordList
        register={register}
        entries={entries}
        current={key}
        onCreate={register === 'questions' ? null : () => change({ record: NEW })}
      />
      <div className="rg-detail">
        {key === null ? null : (
          <Button className="rg-back" onClick={() => change({ record: null })}>
            {w.back}
          </Button>
        )}
        {form}
      </div>
    </div>
  );
}

/** What the cockpit is made of, kept by administrators: registers, their records, their open questions. */
export function RegistersPage() {
  const w = useRegisterWords();
  const { address } = useAddress();
  const href = useHref();
  const me = useWorker();
  const may = (name: RegisterName) =>
    me?.rights.includes(name === 'questions' ? 'settle-questions' : 'keep-registers') ?? false;
  const offered = registerNames.filter(may);
  const register =
    address.register ?? offered.find((name) => name === 'departments') ?? 'questions';
  return (
    <AdminFrame>
      <div className="admin-page">
        <header className="admin-head">
          <div>
            <h1>{w.title}</h1>
            <p className="muted">{w.lead}</p>
          </div>
        </header>
        <div className="rg-page">
          <nav aria-label={w.choose}>
            <ul>
              {offered.map((name) => (
                <li key={name}>
                  <Link
                    href={href({ change: { register: name, record: null } })}
                    aria-current={name === register ? 'page' : undefined}
                  >
                    {w.names[name]}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <Register key={register} register={register} record={address.record} />
        </div>
      </div>
    </AdminFrame>
  );
}
