import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { MovementInput, ObservationInput, Submission } from '#core/contract/entry.ts';
import { unitOf, writeMoney } from '#core/domain/decimal-text.ts';
import { submissionsQuery } from '#src/api/entries.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useHref } from '#src/lib/use-address.ts';
import { type Draft, emptyDraft, useEntryDrafts } from './drafts.ts';
import type { Item } from './items.ts';
import { useEnterWords } from './words.ts';

/** Returned, and nothing was put forward for the same thing since; newest first. */
export function openReturns(rows: readonly Submission[]): Submission[] {
  return rows
    .filter(
      (row, index) =>
        row.state === 'returned' &&
        !rows.some(
          (other, at) => at > index && other.subject === row.subject && other.kind === row.kind,
        ),
    )
    .reverse();
}

const itemName = ({ kind, subject }: Submission): string =>
  kind === 'movement' ? `fund:${subject}` : `figure:${subject}`;

/** The draft that a returned submission was. */
function draftOf({ input }: Submission, isMoney: boolean, today: string): Draft {
  const entry = input as ObservationInput | MovementInput;
  const value = 'amountFen' in entry ? entry.amountFen : entry.value;
  const moneyUnit = unitOf(value);
  return {
    ...emptyDraft(today),
    text: isMoney ? writeMoney(value, moneyUnit) : String(value),
    moneyUnit,
    movement: 'amountFen' in entry ? entry.kind : 'disbursed',
    qualifier: entry.qualifier,
    asOf: entry.asOf,
    from: entry.period?.from ?? '',
    to: entry.period?.to ?? '',
    source: entry.source ?? '',
    supersedes: entry.supersedes ?? '',
    reason: entry.reason ?? '',
  };
}

export type ReturnedProps = { account: string; items: readonly Item[]; today: string };

/** What reviewers returned, why, and the way to take it up again. */
export function Returned({ account, items, today }: ReturnedProps) {
  const w = useEnterWords();
  const lang = useLanguage();
  const href = useHref();
  const keep = useEntryDrafts((state) => state.keep);
  const { data } = useQuery(submissionsQuery(null, lang));
  const own = (data ?? []).filter((row) => row.submittedBy === account);
  const rows = openReturns(own);
  if (rows.length === 0) return null;
  return (
    <section className="en-returned">
      <h2>{w.returned}</h2>
      <ul>
        {rows.map((row) => {
          const item = items.find((one) => one.name === itemName(row));
          return (
            <li key={row.id}>
              <p>
                <span className="caption">{w.kinds[row.kind]}</span>{' '}
                <strong>{row.subjectName}</strong>
              </p>
              <p>{w.returnedBy(row.reviewedByName ?? '', row.comment ?? '')}</p>
              {row.kind === 'check-in' ? (
                <Link
                  className="button"
                  href={href({ path: '/tasks', change: { task: row.subject } })}
                >
                  {w.openTask}
                </Link>
              ) : item === undefined ? null : (
                <Link
                  className="button"
                  href={href({ change: { item: item.name } })}
                  onClick={() =>
                    keep(`${account} ${item.name}`, draftOf(row, item.unit === 'fen', today))
                  }
                >
                  {w.takeUp}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
