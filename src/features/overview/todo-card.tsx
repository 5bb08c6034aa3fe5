import { Link } from 'wouter';
import type { Board, Exception } from '#core/contract/board.ts';
import { formatPoints } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useHref } from '#src/lib/use-address.ts';
import { AgeClock } from '#src/ui/as-of.tsx';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { ALL_QUESTIONS, keyOf } from '#src/ui/passport-key.ts';
import { useOverviewWords } from './words.ts';

/** Shape of the row: the light's where there is one; a fall for a schedule, a clock for late figures, the mark. */
function ExceptionIcon({ exception }: { exception: Exception }) {
  const w = useOverviewWords();
  if (exception.state !== null) return <LightIcon state={exception.state} />;
  if (exception.kind === 'open-question') {
    return (
      <span className="question-mark" aria-hidden="true">
        {w.markAlone}
      </span>
    );
  }
  if (exception.kind === 'late-figures') return <AgeClock />;
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M2 4h16L10 18z" fill="currentColor" />
    </svg>
  );
}

/** Where somebody can act on it; null = on this page there is nothing further to open. */
function useAction(exception: Exception): { text: string; href: string } | null {
  const w = useOverviewWords();
  const href = useHref();
  if (exception.section === 'funds') return { text: w.seeFunds, href: href({ path: '/funds' }) };
  if (exception.kind === 'open-question') {
    return { text: w.seeQuestions, href: href({ change: { passport: ALL_QUESTIONS } }) };
  }
  if (exception.ref === null) return null;
  return {
    text: w.open,
    href: href({ change: { passport: keyOf({ kind: 'task', id: exception.ref }) } }),
  };
}

/** The count belongs to the title, as in `11 tasks not reported`. */
function useTitle({ kind, value, title }: Exception): string {
  const w = useOverviewWords();
  const lang = useLanguage();
  if (kind === 'behind-schedule') return w.behind(title, formatPoints(value, lang));
  if (kind === 'late-figures') return w.lateFigures(value);
  return kind === 'open-question' ? w.questionsOpen(value) : w.tasksIn(value, title);
}

/** A single task is named and followed by its next date; of several the split says more than a sentence. */
function useLine({ ref, section, detail, more }: Exception): string {
  const w = useOverviewWords();
  if (more === null) return detail;
  return ref !== null && section === 'tasks' ? `${detail}${w.semicolon}${more}` : more;
}

function Item({ exception }: { exception: Exception }) {
  const w = useOverviewWords();
  const title = useTitle(exception);
  const line = useLine(exception);
  const action = useAction(exception);
  return (
    <li>
      <ExceptionIcon exception={exception} />
      <b>{title}</b>
      {action === null ? null : (
        <Link href={action.href} aria-label={w.actionFor(action.text, title)}>
          {action.text}
        </Link>
      )}
      <small>{line}</small>
    </li>
  );
}

/** What needs somebody to act, worst first, as the server ordered it. */
export function TodoCard({ exceptions }: { exceptions: Board['exceptions'] }) {
  const w = useOverviewWords();
  return (
    <Panel frame="card" title={w.todo} aside={w.kinds(exceptions.length)} area="desk-todo">
      {exceptions.length === 0 ? (
        <p className="dim">{w.nothingToDo}</p>
      ) : (
        <ul>
          {exceptions.map((exception) => (
            <Item
              key={`${exception.kind} ${exception.ref} ${exception.title}`}
              exception={exception}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
