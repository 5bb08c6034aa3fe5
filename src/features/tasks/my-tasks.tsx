import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, Suspense } from 'react';
import { Link } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import type { LightState } from '#core/contract/lists.ts';
import type { Task } from '#core/contract/task.ts';
import { formatDate } from '#core/domain/format.ts';
import { returnsQuery } from '#src/api/entries.ts';
import { useMe } from '#src/api/session.ts';
import { account as accountEn } from '#src/i18n/en/account.ts';
import { useLanguage, useWords } from '#src/i18n/i18n.ts';
import { account as accountZh } from '#src/i18n/zh/account.ts';
import { lazyPart } from '#src/lib/lazy-part.tsx';
import { useHref } from '#src/lib/use-address.ts';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { ErrorState, LoadingOutline } from '#src/ui/panel-state.tsx';
import { ReturnedList } from '#src/ui/returned.tsx';
import { Ticks } from '#src/ui/ticks.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { type CheckInWords, useCheckInWords } from './check-in-words.ts';
import { draftName, useDrafts } from './drafts.ts';
import './my-tasks.css';
import { noFilter } from './task-filter.ts';
import type { TaskGroup } from './task-groups.ts';
import { TaskPages } from './task-pages.tsx';
import { TasksTable } from './tasks-table.tsx';
import { useSignInHref } from './use-sign-in-href.ts';
import { useTaskRows } from './use-task-rows.ts';
import { useTaskWords } from './words.ts';

/** In a chunk of its own: few readers are reminded of anything. */
const reminded = lazyPart<object>(async () => (await import('./reminded.tsx')).Reminded);

const accountWords = { zh: accountZh, en: accountEn };

type Part = {
  readonly id: string;
  readonly title: string;
  /** Rows that cannot wait have a button of their own. */
  readonly isHot: boolean;
  readonly tasks: readonly Task[];
};

/** What is late or due today first, then what was never reported; what is fine or done at the end. */
function partsOf(tasks: readonly Task[], w: CheckInWords): Part[] {
  const isToday = ({ light }: Task) => light.state === 'near' && light.dueInDays === 0;
  const of = (states: readonly LightState[]) =>
    tasks.filter((task) => states.includes(task.light.state) && !isToday(task));
  return [
    { id: 'late', title: w.overOrBlocked, isHot: true, tasks: of(['over', 'blocked']) },
    { id: 'today', title: w.dueToday, isHot: true, tasks: tasks.filter(isToday) },
    { id: 'none', title: w.groupOf.none, isHot: false, tasks: of(['none']) },
    { id: 'near', title: w.groupOf.near, isHot: false, tasks: of(['near']) },
    { id: 'ok', title: w.groupOf.ok, isHot: false, tasks: of(['ok']) },
    { id: 'done', title: w.groupOf.done, isHot: false, tasks: of(['done']) },
  ].filter((part) => part.tasks.length > 0);
}

/** How many of the department's tasks are in which light, on all pages of the list. */
function Counts({ board, department }: { board: Board; department: string }) {
  const w = useCheckInWords();
  const lights = board.taskSummary.owners.find((row) => row.id === department)?.lights ?? [];
  const count = (states: readonly LightState[]) =>
    lights.filter((row) => states.includes(row.state)).reduce((sum, row) => sum + row.count, 0);
  const shown: readonly (readonly [LightState, string, readonly LightState[]])[] = [
    ['near', w.groupOf.near, ['near']],
    ['over', w.overOrBlocked, ['over', 'blocked']],
    ['none', w.groupOf.none, ['none']],
    ['ok', w.groupOf.ok, ['ok']],
  ];
  return (
    <dl className="my-counts">
      {shown.map(([state, name, states]) => (
        <div key={state}>
          <dt>
            <LightIcon state={state} /> {name}
          </dt>
          <dd className="digits">{count(states)}</dd>
        </div>
      ))}
    </dl>
  );
}

type RowProps = { task: Task; part: Part; board: Board; account: string };

function Row({ task, part, board, account }: RowProps) {
  const w = useCheckInWords();
  const href = useHref();
  const draft = useDrafts((state) => state.drafts[draftName({ account, task: task.id })]);
  const to = href({ change: { task: task.id } });
  const badge =
    draft === undefined ? null : (
      <span className="my-badge">{draft.queuedAt === null ? w.hasDraft : w.isWaiting}</span>
    );
  const due = task.next;
  return (
    <li className={part.isHot ? `my-row my-hot edge-${task.light.state}` : 'my-row'}>
      <LightIcon state={task.light.state} name={w.groupOf[task.light.state]} />
      <span className="my-what">
        <Link href={to}>{task.short}</Link>
        {badge}
        {due === null ? null : (
          <small>
            {due.title}{' '}
            <span className="digits">{formatDate(due.due, board.lang, board.asOf)}</span>
          </small>
        )}
        {task.total === 0 ? null : <Ticks task={task} />}
      </span>
      <span className={part.isHot ? 'button my-go' : 'my-go'} aria-hidden="true">
        {part.isHot ? w.goReport : `${w.report} ›`}
      </span>
    </li>
  );
}

type ListProps = { board: Board; account: string; department: string; openId: string | null };

function List({ board, account, department, openId }: ListProps) {
  const w = useCheckInWords();
  const words = useTaskWords();
  const { picture, retry } = useTaskRows(board, { ...noFilter, department });
  if (picture.kind === 'waiting') return <LoadingOutline />;
  if (picture.kind === 'failed')
    return <ErrorState what={words.pageName} onRetry={retry} code={null} />;
  const parts = partsOf(picture.data.tasks, w);
  const groups = parts.map(
    (part): TaskGroup => ({ ...part, code: null, questions: [], byDefault: false }),
  );
  if (parts.length === 0) return <p>{w.noneMine}</p>;
  return (
    <div className="tasks-list">
      <TasksTable board={board} groups={groups} openId={openId} />
      <div className="my-phone">
        {parts.map((part) => (
          <Fragment key={part.id}>
            <h2>
              {part.title} <small>{words.groupCount(part.tasks.length)}</small>
            </h2>
            <ul>
              {part.tasks.map((task) => (
                <Row key={task.id} task={task} part={part} board={board} account={account} />
              ))}
            </ul>
          </Fragment>
        ))}
      </div>
      <TaskPages rows={picture.data} />
    </div>
  );
}

/** Updates that came back from review, before everything else. */
function Returned() {
  const href = useHref();
  const { data = [] } = useQuery(returnsQuery(useLanguage()));
  return (
    <ReturnedList
      rows={data.filter((row) => row.kind === 'check-in')}
      hrefOf={({ subject }) => href({ change: { task: subject } })}
    />
  );
}

function Nobody({ children }: { children: ReactNode }) {
  return (
    <div className="state">
      <p className="state-title">{children}</p>
    </div>
  );
}

/** The reader's own department: what needs a report first. */
export function MyTasks({ board, openId }: { board: Board; openId: string | null }) {
  const w = useCheckInWords();
  const ui = useUiWords();
  const accounts = useWords(accountWords);
  const href = useHref();
  const signIn = useSignInHref();
  const me = useMe();
  const account = me?.account ?? null;
  const mayReport = me?.rights.includes('check-in') ?? false;
  return (
    <>
      <header className="board-headline my-head">
        <h1>{w.myTasks}</h1>
        <p className="muted">
          {account === null ? w.myTasksNote : accounts.who(account.departmentName, account.roles)}
          <span className="my-date">{ui.asOf(formatDate(board.asOf, board.lang))}</span>
        </p>
        <Link href={href({ change: { mine: null } })}>{w.allTasks}</Link>
      </header>
      {me === undefined ? (
        <LoadingOutline />
      ) : account === null ? (
        <Nobody>
          {w.signInFirst} <Link href={signIn}>{w.signIn}</Link>
        </Nobody>
      ) : account.department === null || !mayReport ? (
        <Nobody>{w.noDepartment}</Nobody>
      ) : (
        <>
          <Returned />
          <Suspense fallback={null}>{reminded.render({})}</Suspense>
          <Counts board={board} department={account.department} />
          <List
            board={board}
            account={account.id}
            department={account.department}
            openId={openId}
          />
        </>
      )}
    </>
  );
}
