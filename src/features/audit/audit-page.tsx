import { useInfiniteQuery } from '@tanstack/react-query';
import { Alert, Button, Table } from 'antd';
import type { AuditEntry } from '#core/contract/audit.ts';
import { AdminFrame } from '#src/admin-ui/frame.tsx';
import { type AuditFilter, auditFile, auditQuery, useVerifyAudit } from '#src/api/audit.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { differencesOf } from '#src/lib/differences.ts';
import { momentText } from '#src/lib/moment.ts';
import { useAddress, useChangeAddress } from '#src/lib/use-address.ts';
import { DifferenceTable } from '#src/ui/difference-table.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { useAuditWords } from './words.ts';

function Change({ entry }: { entry: AuditEntry }) {
  const w = useAuditWords();
  const rows = differencesOf(entry.before, entry.after);
  return (
    <div className="au-change">
      {entry.code === null ? null : <p>{w.code(entry.code)}</p>}
      {rows.length === 0 ? (
        <p className="muted">{w.noChange}</p>
      ) : (
        <DifferenceTable
          rows={rows}
          caption={w.change}
          field={w.field}
          before={w.before}
          after={w.after}
          nothing={w.nothing}
          fieldName={(path) => path}
        />
      )}
      <p className="au-hash">
        {w.hash} <code>{entry.hash}</code>
      </p>
    </div>
  );
}

function Verdict({ verify }: { verify: ReturnType<typeof useVerifyAudit> }) {
  const w = useAuditWords();
  if (verify.isError) return <Alert type="error" showIcon title={w.verifyFailed} />;
  if (verify.data === undefined) return null;
  const { ok, rows, brokenAt, fault } = verify.data;
  return (
    <Alert
      type={ok ? 'success' : 'error'}
      showIcon
      title={ok ? w.whole(rows) : w.broken(brokenAt, fault)}
    />
  );
}

function Rows({ filter, onOnly }: { filter: AuditFilter; onOnly: (actor: string) => void }) {
  const w = useAuditWords();
  const query = useInfiniteQuery(auditQuery(filter, useLanguage()));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isError && rows.length === 0) {
    return (
      <Alert
        type="error"
        showIcon
        title={w.failed}
        action={<Button onClick={() => void query.refetch()}>{w.retry}</Button>}
      />
    );
  }
  return (
    <>
      <Table<AuditEntry>
        className="au-table"
        size="small"
        rowKey="seq"
        loading={query.isPending}
        pagination={false}
        dataSource={rows}
        locale={{ emptyText: query.isPending ? w.loading : w.none }}
        expandable={{
          columnTitle: <span className="visually-hidden">{w.change}</span>,
          expandedRowRender: (entry) => <Change entry={entry} />,
        }}
        columns={[
          { title: w.number, dataIndex: 'seq', className: 'au-number' },
          {
            title: w.time,
            key: 'at',
            render: (_, { at }) => <time dateTime={at}>{momentText(at)}</time>,
          },
          {
            title: w.who,
            key: 'who',
            render: (_, { actor, actorName, action }) => {
              if (actor === null) return action.startsWith('audit.') ? w.system : w.nobody;
              const name = actorName ?? actor;
              return (
                <Button type="link" size="small" title={w.only(name)} onClick={() => onOnly(actor)}>
                  {name}
                </Button>
              );
            },
          },
          { title: w.what, key: 'what', render: (_, { action }) => w.action(action) },
          { title: w.subject, dataIndex: 'subject', className: 'au-subject-cell' },
          {
            title: w.outcome,
            key: 'outcome',
            render: (_, { outcome }) => (
              <span className={`au-${outcome}`}>{w.outcomes[outcome]}</span>
            ),
          },
          {
            title: w.address,
            key: 'address',
            render: (_, { address }) => address ?? w.unknownAddress,
          },
        ]}
      />
      {query.hasNextPage ? (
        <Button
          className="au-more"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {w.more}
        </Button>
      ) : null}
    </>
  );
}

/** Who did what, when and from where: read, filtered, taken along, and looked through for what does not fit. */
export function AuditPage() {
  const w = useAuditWords();
  const { address } = useAddress();
  const change = useChangeAddress();
  const verify = useVerifyAudit(useLanguage());
  const { actor, action, subject, outcome, from, to } = address;
  const filter: AuditFilter = { actor, action, subject, outcome, from, to };
  return (
    <AdminFrame>
      <div className="admin-page">
        <header className="admin-head">
          <div>
            <h1>{w.title}</h1>
            <p className="muted">{w.lead}</p>
          </div>
          <div className="admin-actions">
            <Button loading={verify.isPending} onClick={() => verify.mutate()}>
              {verify.isPending ? w.verifying : w.verify}
            </Button>
            <Button href={auditFile(filter)} download>
              {w.exportFile}
            </Button>
          </div>
        </header>
        <div role="status">
          <Verdict verify={verify} />
        </div>
        <AuditFilters filter={filter} onChange={(next) => change(next, { replace: true })} />
        <Rows filter={filter} onOnly={(one) => change({ actor: one })} />
      </div>
    </AdminFrame>
  );
}
