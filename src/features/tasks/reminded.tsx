import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { Link } from 'wouter';
import { formatDate } from '#core/domain/format.ts';
import { remindersQuery } from '#src/api/reminders.ts';
import { reminded as en } from '#src/i18n/en/reminded.ts';
import { useLanguage, useWords } from '#src/i18n/i18n.ts';
import { reminded as zh } from '#src/i18n/zh/reminded.ts';
import { useHref } from '#src/lib/use-address.ts';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { Moment } from '#src/ui/moment.tsx';

const words = { zh, en };

/** What the office reminded the reader's department of, and is not reported yet. */
export function Reminded() {
  const w = useWords(words);
  const lang = useLanguage();
  const href = useHref();
  const id = useId();
  const { data = [] } = useQuery(remindersQuery(lang));
  if (data.length === 0) return null;
  return (
    <section className="returned-note returned-list" aria-labelledby={id}>
      <h2 id={id}>
        <LightIcon state="none" /> {w.title}
      </h2>
      {data.map((row) => (
        <div key={row.meeting}>
          <p>
            <strong>{w.before(row.title, formatDate(row.date, lang))}</strong>{' '}
            <span className="caption">
              {w.by(row.remindedByName ?? w.someone)} · <Moment at={row.remindedAt} />
            </span>
          </p>
          <ul>
            {row.owed.map((owed) => (
              <li key={`${owed.kind} ${owed.id}`}>
                <Link
                  className="returned-link"
                  href={
                    owed.kind === 'task'
                      ? href({ change: { task: owed.id } })
                      : href({ path: '/enter', change: { item: `figure:${owed.id}` } })
                  }
                >
                  {owed.name}
                </Link>{' '}
                <span className="caption">
                  {owed.lastOn === null ? w.never : w.last(formatDate(owed.lastOn, lang))}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
