import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { Submission } from '#core/contract/entry.ts';
import { returned as en } from '#src/i18n/en/returned.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { returned as zh } from '#src/i18n/zh/returned.ts';
import { LightIcon } from './light-icon.tsx';
import { Moment } from './moment.tsx';
import './returned.css';

const words = { zh, en };

/** The reviewer's words, and whose they are. */
function Said({ row }: { row: Submission }) {
  const w = useWords(words);
  return (
    <>
      <p className="returned-words">{row.comment}</p>
      <p className="caption">
        {w.by(row.reviewedByName ?? w.someone)} · <Moment at={row.reviewedAt ?? row.submittedAt} />
      </p>
    </>
  );
}

export type ReturnedNoteProps = {
  row: Submission;
  /** Puts what was returned into the form; null = the form holds it already. */
  onTake: (() => void) | null;
};

/** Beside the form: what the reviewer said. A draft of something else is replaced only after asking. */
export function ReturnedNote({ row, onTake }: ReturnedNoteProps) {
  const w = useWords(words);
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <section className="returned-note" aria-labelledby={id}>
      <h3 id={id}>
        <LightIcon state="near" /> {w.title}
      </h3>
      <Said row={row} />
      {onTake === null ? (
        <p>{w.filledIn}</p>
      ) : isAsking ? (
        <p role="alert">
          {w.takeSure}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              onTake();
              setIsAsking(false);
            }}
          >
            {w.takeYes}
          </button>{' '}
          <button type="button" className="link" onClick={() => setIsAsking(false)}>
            {w.takeNo}
          </button>
        </p>
      ) : (
        <p>
          <button type="button" className="link" onClick={() => setIsAsking(true)}>
            {w.take}
          </button>
        </p>
      )}
    </section>
  );
}

export type ReturnedListProps = {
  rows: readonly Submission[];
  /** Where it is mended; null = nowhere any more. */
  hrefOf: (row: Submission) => string | null;
};

/** What came back from review, each row leading to the form that it is filled in. */
export function ReturnedList({ rows, hrefOf }: ReturnedListProps) {
  const w = useWords(words);
  const id = useId();
  if (rows.length === 0) return null;
  return (
    <section className="returned-note returned-list" aria-labelledby={id}>
      <h2 id={id}>
        <LightIcon state="near" /> {w.title}
      </h2>
      <ul>
        {rows.map((row) => {
          const href = hrefOf(row);
          return (
            <li key={row.id}>
              {href === null ? (
                <strong>{row.subjectName}</strong>
              ) : (
                <Link className="returned-link" href={href} aria-label={w.mend(row.subjectName)}>
                  {row.subjectName}
                </Link>
              )}
              <Said row={row} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
