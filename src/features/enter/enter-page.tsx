import { useQuery } from '@tanstack/react-query';
import type { Submission } from '#core/contract/entry.ts';
import { formatDate } from '#core/domain/format.ts';
import { AdminFrame } from '#src/admin-ui/frame.tsx';
import { useWorker } from '#src/admin-ui/use-worker.ts';
import { entrySheetQuery, returnsQuery, sourcesQuery } from '#src/api/entries.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { ApiError } from '#src/lib/request.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { ErrorState, LoadingOutline } from '#src/ui/panel-state.tsx';
import { ReturnedNote } from '#src/ui/returned.tsx';
import { Beside } from './beside.tsx';
import { EntryForm } from './entry-form.tsx';
import { ItemList } from './item-list.tsx';
import { type Item, itemNameOf, itemsOf } from './items.ts';
import { Returned } from './returned.tsx';
import { useEntry } from './use-entry.ts';
import { useEnterWords } from './words.ts';

type OpenProps = { account: string; item: Item; today: string; returned: Submission | null };

function OpenItem({ account, item, today, returned }: OpenProps) {
  const state = useEntry({ account, item, today, returned });
  const { data: sources = [] } = useQuery(sourcesQuery(useLanguage()));
  return (
    <article className="en-open panel-card">
      <h2>{item.title}</h2>
      {returned === null ? null : (
        <ReturnedNote
          row={returned}
          onTake={state.draft.returned === returned.id ? null : state.takeReturned}
        />
      )}
      <div className="en-pair">
        <EntryForm item={item} state={state} sources={sources} />
        <Beside item={item} movement={state.draft.movement} sources={sources} />
      </div>
    </article>
  );
}

function Sheet({ account }: { account: string }) {
  const w = useEnterWords();
  const lang = useLanguage();
  const { address } = useAddress();
  const { data, error, refetch } = useQuery(entrySheetQuery(lang));
  const { data: returns = [] } = useQuery(returnsQuery(lang));
  if (data === undefined) {
    if (error === null) return <LoadingOutline />;
    const code = error instanceof ApiError ? (error.problem?.code ?? null) : null;
    return <ErrorState what={w.failed} code={code} onRetry={() => void refetch()} />;
  }
  const items = itemsOf(data);
  if (items.length === 0)
    return (
      <div className="state">
        <p className="state-title">{w.nothing}</p>
        <p className="muted">{w.nothingNote}</p>
      </div>
    );
  const open = items.find((item) => item.name === address.item);
  return (
    <>
      <p className="muted en-for">
        {data.department === null ? null : `${w.for(data.department.name)} · `}
        {w.today(formatDate(data.today, lang))}
        {data.review ? ` · ${w.reviewed}` : null}
      </p>
      <Returned rows={returns} items={items} />
      <div className="en-columns">
        {open === undefined ? (
          <p className="dim en-choose">{w.choose}</p>
        ) : (
          <OpenItem
            key={open.name}
            account={account}
            item={open}
            today={data.today}
            returned={
              returns.find((row) => row.kind !== 'check-in' && itemNameOf(row) === open.name) ??
              null
            }
          />
        )}
        <ItemList account={account} items={items} open={open?.name ?? null} />
      </div>
    </>
  );
}

/** Figures and money of the reader's department, each entered beside its last value. */
export function EnterPage() {
  const w = useEnterWords();
  const account = useWorker()?.account?.id ?? null;
  return (
    <AdminFrame>
      <div className="en-page">
        <h1>{w.title}</h1>
        {account === null ? null : <Sheet account={account} />}
      </div>
    </AdminFrame>
  );
}
