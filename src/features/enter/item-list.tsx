import { Input } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import { formatDate } from '#core/domain/format.ts';
import { useNumbers } from '#src/lib/reader.ts';
import { useHref } from '#src/lib/use-address.ts';
import { useEntryDrafts } from './drafts.ts';
import { type Item, statementsOf } from './items.ts';
import { useEnterWords } from './words.ts';

/** Rows shown at once; a bureau with hundreds of figures finds its own by name. */
const SHOWN = 60;

function ItemLine({ item, isOpen, hasDraft }: { item: Item; isOpen: boolean; hasDraft: boolean }) {
  const w = useEnterWords();
  const { lang, speak } = useNumbers();
  const href = useHref();
  const [last] = statementsOf(item);
  const age = item.kind === 'figure' ? item.row.ageDays : item.row.fund.ageDays;
  return (
    <li>
      <Link
        href={href({ change: { item: item.name } })}
        aria-current={isOpen ? 'true' : undefined}
        className="en-item"
      >
        <span className="en-item-name">{item.title}</span>
        <span className="en-item-last">
          {last === undefined ? (
            <span className="dim">{w.never}</span>
          ) : (
            <>
              {last.movement === null ? null : `${w.movements[last.movement]} `}
              {speak({ ...last, unit: item.unit })}{' '}
              <span className="dim">
                {formatDate(last.asOf, lang)}
                {age === null ? null : ` · ${w.age(age)}`}
              </span>
            </>
          )}
        </span>
        {hasDraft || item.waiting > 0 ? (
          <span className="en-item-marks">
            {[hasDraft ? w.draft : null, item.waiting > 0 ? w.waiting(item.waiting) : null]
              .filter((mark) => mark !== null)
              .join(' · ')}
          </span>
        ) : null}
      </Link>
    </li>
  );
}

export type ItemListProps = {
  account: string;
  items: readonly Item[];
  /** Name of the open one; null = none is. */
  open: string | null;
};

/** What the department enters: funds, then figures, each with its last value, date and age. */
export function ItemList({ account, items, open }: ItemListProps) {
  const w = useEnterWords();
  const [sought, setSought] = useState('');
  const id = useId();
  const drafts = useEntryDrafts((state) => state.drafts);
  const words = sought.trim().toLowerCase();
  const fitting = items.filter((item) => item.title.toLowerCase().includes(words));
  const shown = fitting.slice(0, SHOWN);
  const part = (kind: Item['kind'], title: string) => {
    const rows = shown.filter((item) => item.kind === kind);
    return rows.length === 0 ? null : (
      <>
        <h2>{title}</h2>
        <ul>
          {rows.map((item) => (
            <ItemLine
              key={item.name}
              item={item}
              isOpen={item.name === open}
              hasDraft={drafts[`${account} ${item.name}`] !== undefined}
            />
          ))}
        </ul>
      </>
    );
  };
  return (
    <nav className="en-list" aria-label={w.title}>
      <label htmlFor={id} className="visually-hidden">
        {w.find}
      </label>
      <Input
        id={id}
        type="search"
        placeholder={w.find}
        value={sought}
        onChange={(event) => setSought(event.target.value)}
      />
      {shown.length === 0 ? <p className="dim">{w.none}</p> : null}
      {part('fund', w.funds)}
      {part('figure', w.figures)}
      {fitting.length > shown.length ? (
        <p className="dim">{w.more(fitting.length - shown.length)}</p>
      ) : null}
    </nav>
  );
}
