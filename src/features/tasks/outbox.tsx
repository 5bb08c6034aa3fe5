import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useHref } from '#src/lib/use-address.ts';
import './outbox.css';
import { useCheckInWords } from './check-in-words.ts';
import { timeText } from './clock-text.ts';
import { type Draft, followOtherTabs, useDrafts } from './drafts.ts';
import { useSendDraft } from './send-draft.ts';

/** A browser’s own word that there is a link comes sooner, where it comes. */
const TRY_EVERY_MS = 10_000;

type News = { readonly task: string; readonly text: string; readonly isTrouble: boolean };

export type OutboxProps = {
  /** Account that is signed in: what another one entered waits for that one. */
  account: string;
};

/** What was submitted without a link: it can be seen and taken back, and goes out by itself. */
export function Outbox({ account }: OutboxProps) {
  const w = useCheckInWords();
  const lang = useLanguage();
  const href = useHref();
  const send = useSendDraft();
  const drafts = useDrafts((state) => state.drafts);
  const keep = useDrafts((state) => state.keep);
  const [news, setNews] = useState<readonly News[]>([]);
  const waiting = Object.values(drafts).filter(
    (draft) => draft.account === account && draft.queuedAt !== null,
  );
  const count = waiting.length;

  const flush = async () => {
    for (const draft of waiting) {
      const { task, title } = draft;
      const outcome = await send(draft);
      const tell = (text: string, isTrouble: boolean) =>
        setNews((rows) => [...rows.filter((row) => row.task !== task), { task, text, isTrouble }]);
      if (outcome.kind === 'waiting' || outcome.kind === 'signed-out') return;
      if (outcome.kind === 'sent') tell(w.queueSentOne(title), false);
      else tell(w.queueTrouble(title), true);
    }
  };
  const newest = useRef(flush);
  newest.current = flush;

  useEffect(followOtherTabs, []);
  useEffect(() => {
    if (count === 0) return;
    const attempt = () => void newest.current();
    attempt();
    const timer = setInterval(attempt, TRY_EVERY_MS);
    window.addEventListener('online', attempt);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', attempt);
    };
  }, [count]);

  if (count === 0 && news.length === 0) return null;
  const look = (task: string) => href({ path: '/tasks', change: { task } });
  return (
    <section className="ci-outbox" aria-label={w.queueName}>
      {count === 0 ? null : <p role="status">{w.queueCount(count)}</p>}
      <ul>
        {waiting.map((draft: Draft) => (
          <li key={draft.task}>
            <span>
              {draft.title}{' '}
              <small>{w.queuedAt(timeText(draft.queuedAt ?? draft.keptAt, lang))}</small>
            </span>
            <Link href={look(draft.task)}>{w.open}</Link>
            <button
              type="button"
              className="link"
              onClick={() => keep({ ...draft, queuedAt: null })}
            >
              {w.withdraw}
            </button>
          </li>
        ))}
        {news.map((row) => (
          <li key={row.task} role={row.isTrouble ? 'alert' : 'status'}>
            <span>{row.text}</span>
            {row.isTrouble ? <Link href={look(row.task)}>{w.open}</Link> : null}
            <button
              type="button"
              className="link"
              onClick={() => setNews((rows) => rows.filter((one) => one !== row))}
            >
              {w.dismiss}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
