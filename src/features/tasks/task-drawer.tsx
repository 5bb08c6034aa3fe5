import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Board } from '#core/contract/board.ts';
import type { Task, TaskDetail } from '#core/contract/task.ts';
import { formatDate } from '#core/domain/format.ts';
import { nearest } from '#core/domain/nearest.ts';
import { returnsQuery } from '#src/api/entries.ts';
import { useMe } from '#src/api/session.ts';
import { retiredTasksQuery, taskQuery } from '#src/api/tasks.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { ApiError } from '#src/lib/request.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { Drawer, DrawerPart } from '#src/ui/drawer.tsx';
import { FigureBlock, indexFigures } from '#src/ui/figure.tsx';
import { Light } from '#src/ui/light.tsx';
import { lightDetail } from '#src/ui/light-detail.ts';
import { ErrorState, LoadingOutline } from '#src/ui/panel-state.tsx';
import { QuestionMark } from '#src/ui/question-mark.tsx';
import { Statements } from '#src/ui/statements.tsx';
import { TimelineLink } from '#src/ui/timeline-link.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { CheckIn } from './check-in.tsx';
import { useCheckInWords } from './check-in-words.ts';
import { LightRules } from './side-panels.tsx';
import { TaskFacts, TaskSteps } from './task-facts.tsx';
import { CheckIns, LightHistory } from './task-history.tsx';
import { UnknownTask } from './unknown-task.tsx';
import { useSignInHref } from './use-sign-in-href.ts';
import { useTaskWords } from './words.ts';

/** What only the task's own reply has: on which days the light changed, and what owners wrote. */
function History({ id }: { id: string }) {
  const w = useTaskWords();
  const checkIn = useCheckInWords();
  const { address } = useAddress();
  const { data, isError, refetch } = useQuery(taskQuery(id, address, useLanguage()));
  if (data === undefined) {
    return (
      <DrawerPart title={w.history}>
        {isError ? (
          <div role="alert">
            <p>{w.historyFailed}</p>
            <button type="button" className="button" onClick={() => void refetch()}>
              {w.retry}
            </button>
          </div>
        ) : (
          <p className="dim" role="status">
            {w.historyLoading}
          </p>
        )}
      </DrawerPart>
    );
  }
  return (
    <>
      <DrawerPart title={w.history} note={w.historyCount(data.lights.length)}>
        <LightHistory lights={data.lights} />
        <p>
          <TimelineLink subject={`task:${id}`} />
        </p>
      </DrawerPart>
      <DrawerPart
        title={w.checkIns}
        note={data.waiting === 0 ? null : checkIn.waitingReview(data.waiting)}
      >
        <CheckIns checkIns={data.checkIns} />
      </DrawerPart>
    </>
  );
}

function Sources({ task, board }: { task: Task; board: Board }) {
  const w = useTaskWords();
  const rows = board.sources.filter((row) => task.sources.includes(row.id));
  if (rows.length === 0) return <p className="dim">{w.noSource}</p>;
  return (
    <ul className="task-sources">
      {rows.map((row) => (
        <li key={row.id}>
          {row.title} <span className="dim digits">{row.asOf}</span>
        </li>
      ))}
    </ul>
  );
}

/**
 * The account that may update the task in the picture shown; null = there is none. A session that ends takes no form
 * away: whoever was filling it in signs in again and goes on.
 */
function useReporter(task: Task): {
  readonly account: string | null;
  readonly isSignedOut: boolean;
} {
  const me = useMe();
  const { address } = useAddress();
  const [held, setHeld] = useState<string | null>(null);
  // What is entered is entered today; an earlier picture, and a bundle, is for reading.
  if (
    import.meta.env.MODE === 'bundle' ||
    me === undefined ||
    address.asOf !== null ||
    address.knownAt !== null
  )
    return { account: null, isSignedOut: false };
  if (me.account === null) return { account: held, isSignedOut: true };
  const mayReport = me.rights.includes('check-in') && me.account.department === task.owner;
  const account = mayReport ? me.account.id : null;
  if (account !== held) setHeld(account);
  return { account, isSignedOut: false };
}

function SignInToReport() {
  const w = useCheckInWords();
  return (
    <p className="drawer-part">
      {w.signInToReport} <Link href={useSignInHref()}>{w.signIn}</Link>
    </p>
  );
}

type UpdateProps = KnownProps & { account: string; isSignedOut: boolean };

function Update({ account, isSignedOut, task, board, onClose }: UpdateProps) {
  const { address } = useAddress();
  const lang = useLanguage();
  const { data } = useQuery(taskQuery(task.id, address, lang));
  const { data: returns = [] } = useQuery({ ...returnsQuery(lang), enabled: !isSignedOut });
  return (
    <CheckIn
      account={account}
      isSignedOut={isSignedOut}
      task={task}
      detail={data}
      returned={returns.find((row) => row.kind === 'check-in' && row.subject === task.id) ?? null}
      today={board.asOf}
      nearDays={board.workspace.nearDays}
      onClose={onClose}
    />
  );
}

type KnownProps = { task: Task; board: Board; onClose: () => void };

function Known({ task, retired, board, onClose }: KnownProps & Pick<TaskDetail, 'retired'>) {
  const w = useTaskWords();
  const ui = useUiWords();
  const { account, isSignedOut } = useReporter(task);
  const figures = useMemo(() => indexFigures(board.figures), [board.figures]);
  const own = task.figures.flatMap((code) => figures.get(code) ?? []);
  const questions = board.questions.filter((row) => task.questions.includes(row.number));
  return (
    <Drawer
      kind={w.task}
      title={task.title}
      head={<Light state={task.light.state} detail={lightDetail(task.light, ui)} />}
      {...(account === null ? {} : { className: 'ci-sheet' })}
      onClose={onClose}
    >
      {retired !== null ? (
        <div className="drawer-part" role="status">
          <p>{w.retired(formatDate(retired.on, board.lang))}</p>
          {retired.reason === null ? null : <p className="muted">{w.retiredWhy(retired.reason)}</p>}
        </div>
      ) : account === null ? (
        isSignedOut ? (
          <SignInToReport />
        ) : null
      ) : (
        <Update
          account={account}
          isSignedOut={isSignedOut}
          task={task}
          board={board}
          onClose={onClose}
        />
      )}
      <DrawerPart title={w.facts}>
        <TaskFacts task={task} board={board} />
      </DrawerPart>
      <DrawerPart title={w.milestones}>
        <TaskSteps task={task} asOf={board.asOf} />
      </DrawerPart>
      {own.length === 0 ? null : (
        <DrawerPart title={w.figures}>
          <div className="numbers">
            {own.map((figure) => (
              <FigureBlock key={figure.code} figure={figure} size="s" panelAsOf={null} />
            ))}
          </div>
        </DrawerPart>
      )}
      <History id={task.id} />
      {questions.map((question) => (
        <DrawerPart
          key={question.id}
          title={question.title}
          note={<QuestionMark number={question.number} />}
        >
          <Statements question={question} sources={board.sources} figures={figures} />
        </DrawerPart>
      ))}
      <DrawerPart title={w.sources}>
        <Sources task={task} board={board} />
      </DrawerPart>
      <DrawerPart title={w.rulesTitle} note={w.rulesNote}>
        <LightRules nearDays={board.workspace.nearDays} />
      </DrawerPart>
    </Drawer>
  );
}

export type TaskDrawerProps = { id: string; board: Board; onClose: () => void };

/** One task beside the list. A task that the board does not have may still be on record: its own reply decides. */
export function TaskDrawer({ id, board, onClose }: TaskDrawerProps) {
  const w = useTaskWords();
  const { address } = useAddress();
  const task = board.tasks.find((row) => row.id === id);
  const lang = useLanguage();
  // A board that carries every task lacks those that are retired alone; asking for another would only be refused.
  const isWhole = board.tasks.length >= board.taskSummary.total;
  const isMissing = task === undefined && isWhole;
  const retired = useQuery({ ...retiredTasksQuery(address, lang), enabled: isMissing });
  const isGone = isMissing && retired.data !== undefined && !retired.data.includes(id);
  const detail = useQuery({
    ...taskQuery(id, address, lang),
    enabled: task === undefined && (!isWhole || (retired.data?.includes(id) ?? false)),
  });
  const { data } = detail;
  const error = detail.error ?? retired.error;
  const found = task ?? data?.task;
  const problem = error instanceof ApiError && error.status === 404 ? error.problem : undefined;
  const isUnknown = isGone || problem !== undefined;
  const ids = board.tasks.map((row) => row.id);
  const suggestion = isGone ? nearest(id, ids) : (problem?.suggestion ?? null);
  if (found !== undefined)
    return (
      <Known
        task={found}
        retired={task === undefined ? (data?.retired ?? null) : null}
        board={board}
        onClose={onClose}
      />
    );
  return (
    <Drawer kind={w.task} title={isUnknown ? w.unknownTitle : id} onClose={onClose}>
      <div className="drawer-part">
        {isUnknown ? (
          <UnknownTask id={id} board={board} suggestion={suggestion} />
        ) : error === null ? (
          <LoadingOutline />
        ) : (
          <ErrorState
            what={w.pageName}
            onRetry={() => void (detail.error === null ? retired : detail).refetch()}
            code={null}
          />
        )}
      </div>
    </Drawer>
  );
}
