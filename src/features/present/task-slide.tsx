/** One red task: what, since when, what it endangers, the facts, and what the meeting is asked. */
import type { AgendaItem, MeetingHead, Resolution } from '#core/contract/meeting.ts';
import type { Slide } from '#core/contract/slide.ts';
import { formatDate, formatDayInText } from '#core/domain/format.ts';
import type { IsoDate } from '#core/domain/records.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { Ticks } from '#src/ui/ticks.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { AskBox } from './ask-box.tsx';
import { Part } from './frame.tsx';
import { type Stop, TIMELINE, timelineOf } from './task-timeline.ts';
import { usePresentWords } from './words.ts';

type Body = Extract<Slide['body'], { kind: 'task' }>;

const { axis, left, right, width } = TIMELINE;

function Mark({ stop }: { stop: Stop }) {
  const { x, state } = stop;
  if (state === 'done')
    return (
      <>
        <rect className="mt-line-done" x={x - 14} y={axis - 14} width="28" height="28" rx="3" />
        <path className="mt-line-cross" d={`M${x - 8} ${axis}l6 7 10-13`} />
      </>
    );
  if (state === 'over')
    return (
      <>
        <path className="mt-line-over" d={`M${x} ${axis - 22}l22 22-22 22-22-22z`} />
        <path className="mt-line-cross" d={`M${x - 8} ${axis - 8}l16 16m0-16l-16 16`} />
      </>
    );
  if (state === 'near')
    return <path className="mt-line-near" d={`M${x} ${axis - 22}l22 38h-44z`} />;
  return <rect className="mt-line-open" x={x - 13} y={axis - 13} width="26" height="26" />;
}

/** Signs of Chinese are twice as wide as others; what does not fit ends in dots. */
function shortened(text: string, limit: number): string {
  let room = limit;
  let end = 0;
  for (const sign of text) {
    room -= sign.charCodeAt(0) > 0x2e80 ? 2 : 1;
    if (room < 0) return `${text.slice(0, end)}…`;
    end += sign.length;
  }
  return text;
}

function Label({ stop, within }: { stop: Stop; within: IsoDate }) {
  const w = usePresentWords();
  const lang = useLanguage();
  const top = stop.row === 0 ? 40 : 116;
  const say =
    stop.doneOn === null
      ? `${w.dueOn(formatDayInText(stop.due, lang, within))}${stop.state === 'over' ? (lang === 'zh' ? '，' : ', ') + w.notTicked : ''}`
      : w.tickedOn(formatDate(stop.doneOn, lang, within));
  const anchor = stop.isLeft ? 'end' : 'start';
  const x = stop.x + (stop.isLeft ? -12 : 12);
  return (
    <>
      <path
        className={`mt-line-stem mt-line-${stop.state}`}
        d={`M${stop.x} ${top - 26}V${axis - 20}`}
      />
      <text className="mt-line-name" fontSize="29" x={x} y={top} textAnchor={anchor}>
        {shortened(stop.title, 26)}
      </text>
      <text className="mt-line-date" fontSize="24" x={x} y={top + 32} textAnchor={anchor}>
        {say}
      </text>
    </>
  );
}

function Line({ body, asOf }: { body: Body; asOf: IsoDate }) {
  const w = usePresentWords();
  const lang = useLanguage();
  const line = timelineOf(body.task, asOf);
  if (line === null) return <p className="mt-more">{w.undated}</p>;
  const { today, stops, ahead } = line;
  const isLate = today.x > right - 160;
  return (
    <svg
      className="mt-line"
      viewBox={`0 0 ${width} 430`}
      role="img"
      aria-label={w.timelineName(body.task.short)}
    >
      <path
        className="mt-line-axis"
        d={`M${left} ${axis}H${right}M${left} ${axis - 9}v18M${right} ${axis - 9}v18`}
      />
      <text className="mt-line-date" fontSize="24" x={left} y={axis + 44}>
        {formatDayInText(line.from, lang)}
      </text>
      {stops.map((stop) => (
        <g key={stop.id}>
          <Label stop={stop} within={asOf} />
          <Mark stop={stop} />
        </g>
      ))}
      <path className="mt-line-today" d={`M${today.x} ${axis + 26}v86`} />
      <text
        className="mt-line-name-plain"
        fontSize="26"
        x={today.x + (isLate ? -12 : 12)}
        y={axis + 106}
        textAnchor={isLate ? 'end' : 'start'}
      >
        {formatDayInText(today.on, lang, asOf)}
      </text>
      {ahead === null || ahead.x - today.x < 12 ? null : (
        <>
          <path
            className="mt-line-span"
            d={`M${today.x} ${axis + 150}H${ahead.x}M${today.x} ${axis + 138}v24M${ahead.x} ${axis + 138}v24`}
          />
          <text
            className="mt-line-name-plain"
            fontSize="26"
            x={Math.min(Math.max((today.x + ahead.x) / 2, left + 160), right - 160)}
            y={axis + 198}
            textAnchor="middle"
          >
            {w.daysTo(shortened(ahead.title, 20))}{' '}
            <tspan className="mt-line-days" fontSize="34">
              {w.days(ahead.days)}
            </tspan>
          </text>
        </>
      )}
    </svg>
  );
}

export type TaskSlideProps = {
  body: Body;
  meeting: MeetingHead;
  item: AgendaItem;
  resolutions: readonly Resolution[];
};

export function TaskSlide({ body, meeting, item, resolutions }: TaskSlideProps) {
  const w = usePresentWords();
  const ui = useUiWords();
  const lang = useLanguage();
  const { task } = body;
  const { lastReport } = task;
  const isAsked = item.ask !== null || resolutions.length > 0;
  return (
    <div className={isAsked ? 'mt-red' : 'mt-red mt-red-alone'}>
      <Part index={0} className="mt-red-facts">
        <Line body={body} asOf={meeting.asOf} />
        <dl className="mt-facts">
          <dt>{w.owner}</dt>
          <dd>{task.ownerName}</dd>
          {task.partners.length === 0 ? null : (
            <>
              <dt>{w.partners}</dt>
              <dd>{task.partners.join(ui.listSeparator)}</dd>
            </>
          )}
          {task.total === 0 ? null : (
            <>
              <dt>{w.milestones}</dt>
              <dd>
                <Ticks task={task} />
              </dd>
            </>
          )}
          {task.due === null ? null : (
            <>
              <dt>{w.due}</dt>
              <dd>
                {formatDate(task.due, lang)}
                {task.postponed === 0 || task.originalDue === null
                  ? null
                  : ` · ${w.postponed(task.postponed, formatDate(task.originalDue, lang))}`}
              </dd>
            </>
          )}
          <dt>{w.lastReport}</dt>
          <dd>
            {lastReport === null
              ? w.neverReported
              : w.reportedDaysAgo(formatDate(lastReport.on, lang), lastReport.ageDays)}
          </dd>
          <dt>{w.place}</dt>
          <dd>
            {body.place ?? w.inNoFrame}
            <QuestionMarks numbers={task.questions} />
          </dd>
        </dl>
      </Part>
      {isAsked ? (
        <Part index={1} className="mt-ask">
          <AskBox item={item} resolutions={resolutions} />
        </Part>
      ) : null}
    </div>
  );
}
