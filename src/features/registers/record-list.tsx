import { Button, Empty, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RegisterName } from '#core/contract/lists.ts';
import type { RegisterEntry } from '#core/contract/registers.ts';
import { Field } from '#src/admin-ui/field.tsx';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useHref } from '#src/lib/use-address.ts';
import { recordName } from './record-name.ts';
import { useRegisterWords } from './words.ts';

/** Rows drawn at first, and more of them each time somebody asks. */
const ROWS = 100;

const holds = ({ key, record }: RegisterEntry, sought: string): boolean =>
  `${key} ${JSON.stringify(record.name ?? record.title ?? '')}`.toLowerCase().includes(sought);

export type RecordListProps = {
  register: RegisterName;
  entries: readonly RegisterEntry[];
  current: string | null;
  /** null = records of this register are not made here. */
  onCreate: (() => void) | null;
};

/** The records of one register, by name and key. */
export function RecordList({ register, entries, current, onCreate }: RecordListProps) {
  const w = useRegisterWords();
  const lang = useLanguage();
  const href = useHref();
  const [sought, setSought] = useState('');
  const [limit, setLimit] = useState(ROWS);
  const found = entries.filter((entry) => holds(entry, sought.trim().toLowerCase()));
  return (
    <section className="rg-list" aria-label={w.names[register]}>
      <div className="rg-list-head">
        <Field label={`${w.find} · ${w.count(found.length)}`} className="rg-find">
          {(id) => (
            <Input
              id={id}
              type="search"
              value={sought}
              onChange={({ target }) => {
                setSought(target.value);
                setLimit(ROWS);
              }}
            />
          )}
        </Field>
        {onCreate === null ? null : <Button onClick={onCreate}>{w.create}</Button>}
      </div>
      {found.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={entries.length === 0 ? w.empty : w.none}
        />
      ) : (
        <ul>
          {found.slice(0, limit).map((entry) => (
            <li key={entry.key}>
              <Link
                href={href({ change: { record: entry.key } })}
                aria-current={entry.key === current ? 'true' : undefined}
              >
                {recordName(entry, lang)}
                <small>
                  {entry.key}
                  {typeof entry.record.retiredOn === 'string'
                    ? ` · ${w.retiredFrom(entry.record.retiredOn)}`
                    : null}
                </small>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {found.length > limit ? (
        <Button onClick={() => setLimit(limit + ROWS)}>
          {w.more(Math.min(ROWS, found.length - limit))}
        </Button>
      ) : null}
    </section>
  );
}
