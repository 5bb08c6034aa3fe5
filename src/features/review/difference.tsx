import type { ReactNode } from 'react';
import type { SubmissionDetail } from '#core/contract/entry-sheet.ts';
import type { Fund, FundAmount } from '#core/contract/fund.ts';
import type { Indicator } from '#core/contract/indicator.ts';
import type { Task } from '#core/contract/task.ts';
import { formatDate, speakPercent } from '#core/domain/format.ts';
import { useNumbers } from '#src/lib/reader.ts';
import { FigureBlock } from '#src/ui/figure.tsx';
import { FundRow } from '#src/ui/fund-row.tsx';
import { Light } from '#src/ui/light.tsx';
import { lightDetail } from '#src/ui/light-detail.ts';
import { Ticks } from '#src/ui/ticks.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { useReviewWords } from './words.ts';

type Line = {
  readonly term: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Line by line what is other afterwards; what stays is said to stay. */
function Lines({ lines }: { lines: readonly Line[] }) {
  const w = useReviewWords();
  return (
    <table className="en-lines">
      <thead>
        <tr>
          <td />
          <th scope="col">{w.before}</th>
          <th scope="col">{w.after}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ term, before, after }) => (
          <tr key={term} className={before === after ? 'dim' : 'en-changed'}>
            <th scope="row">{term}</th>
            <td>{before ?? w.missing}</td>
            <td>
              {before === after ? (
                w.unchanged
              ) : before === null ? (
                <ins>{after}</ins>
              ) : (
                <ins>{after ?? w.missing}</ins>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The real card as it is and as it would be, side by side. */
function Cards({ before, after }: { before: ReactNode; after: ReactNode }) {
  const w = useReviewWords();
  return (
    <div className="en-cards">
      <section aria-label={w.before}>
        <p className="caption">{w.before}</p>
        {before}
      </section>
      <section aria-label={w.after}>
        <p className="caption">{w.after}</p>
        {after}
      </section>
    </div>
  );
}

function TaskCard({ task }: { task: Task }) {
  const ui = useUiWords();
  return (
    <div className="en-card panel-card">
      <p>
        <Light state={task.light.state} detail={lightDetail(task.light, ui)} />
      </p>
      <p>
        <Ticks task={task} />
      </p>
      <p className="muted">{task.light.why}</p>
    </div>
  );
}

function FigureCard({ indicator }: { indicator: Indicator }) {
  const w = useReviewWords();
  return (
    <div className="en-card panel-card">
      {indicator.figure === null ? (
        <p className="dim">{w.missing}</p>
      ) : (
        <FigureBlock figure={indicator.figure} size="l" panelAsOf={null} />
      )}
    </div>
  );
}

type Change = SubmissionDetail['change'];
type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

function TaskChange({ before, after, checkIn }: ChangeOf<'check-in'>) {
  const w = useReviewWords();
  const ui = useUiWords();
  const { lang } = useNumbers();
  const light = ({ light: { state } }: Task) => ui.light[state];
  const status = ({ declared }: Task) => (declared === null ? null : w.declared[declared]);
  const ticks = (task: Task) => ui.milestones(task.done, task.total);
  const last = ({ lastReport }: Task) =>
    lastReport === null ? null : formatDate(lastReport.on, lang);
  const ticked = after.milestones.filter(
    (step, index) => step.doneOn !== null && before.milestones[index]?.doneOn === null,
  );
  const notes = [
    [w.progress, checkIn.progress],
    [w.difficulty, checkIn.difficulty],
    [w.next, checkIn.next],
  ] as const;
  return (
    <>
      <Cards before={<TaskCard task={before} />} after={<TaskCard task={after} />} />
      <Lines
        lines={[
          { term: w.light, before: light(before), after: light(after) },
          { term: w.status, before: status(before), after: status(after) },
          ...(after.total === 0
            ? []
            : [{ term: w.ticks, before: ticks(before), after: ticks(after) }]),
          { term: w.last, before: last(before), after: last(after) },
        ]}
      />
      <dl className="facts">
        {ticked.length === 0 ? null : (
          <div>
            <dt>{w.newTicks}</dt>
            <dd>
              {ticked.map((step) => (
                <p key={step.id}>
                  {step.title} {step.doneOn === null ? null : formatDate(step.doneOn, lang)}
                </p>
              ))}
            </dd>
          </div>
        )}
        {notes.map(([term, text]) =>
          text === null ? null : (
            <div key={term}>
              <dt>{term}</dt>
              <dd className="en-note">{text}</dd>
            </div>
          ),
        )}
        {checkIn.files.length === 0 ? null : (
          <div>
            <dt>{w.files}</dt>
            <dd>
              {checkIn.files.map((file) => (
                <p key={file.hash}>
                  <a href={`/api/files/${file.hash}?name=${encodeURIComponent(file.name)}`}>
                    {file.name}
                  </a>
                </p>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

function FigureChange({ before, after }: ChangeOf<'observation'>) {
  const w = useReviewWords();
  const { lang, speak } = useNumbers();
  const value = ({ figure }: Indicator) => (figure === null ? null : speak(figure));
  const asOf = ({ figure }: Indicator) => (figure === null ? null : formatDate(figure.asOf, lang));
  return (
    <>
      <Cards before={<FigureCard indicator={before} />} after={<FigureCard indicator={after} />} />
      <Lines
        lines={[
          { term: w.value, before: value(before), after: value(after) },
          { term: w.asOf, before: asOf(before), after: asOf(after) },
        ]}
      />
    </>
  );
}

function FundChange({ before, after }: ChangeOf<'movement'>) {
  const w = useReviewWords();
  const { lang, speak } = useNumbers();
  const say = (amount: FundAmount | null) =>
    amount === null
      ? null
      : speak({ value: amount.amountFen, qualifier: amount.qualifier, unit: 'fen' });
  const share = ({ share: own }: Fund) =>
    own === null ? null : speakPercent(own.percent, own.qualifier, lang);
  const kinds = ['committed', 'planned', 'disbursed', 'spent'] as const;
  return (
    <>
      <Cards before={<FundRow fund={before} />} after={<FundRow fund={after} />} />
      <Lines
        lines={[
          ...kinds.map((kind) => ({
            term: w[kind],
            before: say(before[kind]),
            after: say(after[kind]),
          })),
          { term: w.share, before: share(before), after: share(after) },
        ]}
      />
    </>
  );
}

/** What would change, on the real card and line by line. */
export function Difference({ change }: { change: Change }) {
  switch (change.kind) {
    case 'check-in':
      return <TaskChange {...change} />;
    case 'observation':
      return <FigureChange {...change} />;
    case 'movement':
      return <FundChange {...change} />;
  }
}
