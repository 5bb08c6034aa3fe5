/** The slide of one task: its dates on a line, what is left, and the facts (picture 06b). */
import type { Slide, SlideBody } from '#core/contract/slide.ts';
import type { Milestone } from '#core/contract/task.ts';
import { addDays, daysBetween, firstDay, lastDay } from '#core/domain/dates.ts';
import { formatDate, formatDayInText } from '#core/domain/format.ts';
import { box, colours, heightOf, lightAt, rule, type ScenePart, stroke, textAt } from './scene.ts';
import { SIZE, type SlideContext, type SlidePage } from './slide-frame.ts';
import type { Area } from './table-layout.ts';
import { cellOf, tablePages } from './table-layout.ts';

type TaskBody = Extract<SlideBody, { kind: 'task' }>;
/** What stands on the line of time. */
type Step = Pick<Milestone, 'title' | 'due' | 'doneOn' | 'state'>;
type Dated = { readonly on: string; readonly milestone: Step };

/** More of them are listed below the line. */
const MOST_LABELS = 3;

const stateWords = (milestone: Step, { words, input }: SlideContext): string => {
  const { lang, snapshot } = input;
  const date = milestone.doneOn ?? milestone.due;
  if (date === null) return words.task.undated;
  const text = formatDate(date, lang, snapshot.asOf);
  return milestone.doneOn === null ? words.task.due(text) : words.task.doneOn(text);
};

function marker(x: number, y: number, milestone: Step): ScenePart[] {
  if (milestone.state === 'done') return lightAt(x - 17, y - 17, 34, 'done');
  if (milestone.state === 'over') return lightAt(x - 21, y - 21, 42, 'over');
  if (milestone.state === 'near') return lightAt(x - 19, y - 19, 38, 'near');
  return [box(x - 15, y - 15, 30, 30, colours.paper, { colour: colours.ink, width: 4 })];
}

/** The task's own date, for one without milestones: meetings decide on such. */
function wholeOf({ due, light: { state }, short }: TaskBody['task']): Step {
  const own = state === 'over' || state === 'near' || state === 'done' ? state : 'open';
  return { title: short, due, doneOn: null, state: own };
}

/** Dates on a line from the start to the last date; the picture's own day crosses it dotted. */
function timeline(body: TaskBody, area: Area, context: SlideContext): ScenePart[] {
  const { task, daysToNext } = body;
  const { lang, snapshot } = context.input;
  const steps: readonly Step[] = task.milestones.length === 0 ? [wholeOf(task)] : task.milestones;
  const dated: Dated[] = steps
    .flatMap((milestone) => {
      const date = milestone.doneOn ?? milestone.due;
      return date === null ? [] : [{ on: lastDay(date), milestone }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const due = task.due === null ? [] : [lastDay(task.due)];
  const all = [...dated.map(({ on }) => on), ...due, snapshot.asOf].sort();
  const first = firstDay(task.start ?? task.registeredOn);
  const start = [first, ...all].sort()[0] ?? first;
  const end = all[all.length - 1] ?? snapshot.asOf;
  const days = Math.max(1, daysBetween(start, end));
  const left = area.x + 20;
  const right = area.x + area.width - 30;
  const at = (on: string): number => left + ((right - left) * daysBetween(start, on)) / days;
  const y = area.y + 230;
  const labelled = dated.length <= MOST_LABELS;
  const labels = dated.flatMap(({ on, milestone }, index): ScenePart[] => {
    const x = at(on);
    const mark = marker(x, y, milestone);
    if (!labelled) return mark;
    const width = Math.min(440, area.width * 0.46);
    const isRight = x + width > right;
    const place = isRight ? Math.max(area.x, x - width - 12) : x + 12;
    const top = area.y + (dated.length - 1 - index) * 74;
    const align = isRight ? 'right' : 'left';
    return [
      stroke([x, top + 4], [x, y - 18], milestone.state === 'over' ? colours.over : colours.ink, 3),
      textAt(place, top, width, milestone.title, { size: SIZE.body, bold: true, align, most: 1 }),
      textAt(place, top + 38, width, stateWords(milestone, context), {
        size: SIZE.small,
        colour: colours.ink2,
        align,
        most: 1,
      }),
      ...mark,
    ];
  });
  const today = at(snapshot.asOf);
  const next = task.next;
  const bracket: ScenePart[] =
    next === null || daysToNext === null || daysToNext <= 0
      ? []
      : ((): ScenePart[] => {
          const to = at(addDays(snapshot.asOf, daysToNext));
          const line = y + 128;
          const text = context.words.task.toNext(daysToNext);
          const width = 460;
          const middle = Math.min(Math.max((today + to) / 2, left + width / 2), right - width / 2);
          return [
            stroke([today, line], [to, line], colours.ink2, 3),
            stroke([today, line - 12], [today, line + 12], colours.ink2, 3),
            stroke([to, line - 12], [to, line + 12], colours.ink2, 3),
            textAt(middle - width / 2, line + 14, width, text, {
              size: SIZE.body,
              align: 'center',
              most: 1,
            }),
          ];
        })();
  const nearEnd = today > right - 160;
  return [
    stroke([left, y], [right, y], colours.ink3, 3),
    stroke([left, y - 12], [left, y + 12], colours.ink3, 3),
    textAt(left - 20, y + 20, 260, formatDayInText(start, lang, snapshot.asOf), {
      size: SIZE.small,
      colour: colours.ink2,
      most: 1,
    }),
    stroke([today, y], [today, y + 96], colours.ink, 3, true),
    textAt(
      nearEnd ? today - 272 : today + 12,
      y + 66,
      260,
      formatDayInText(snapshot.asOf, lang, snapshot.asOf),
      {
        size: SIZE.small,
        align: nearEnd ? 'right' : 'left',
        most: 1,
      },
    ),
    ...labels,
    ...bracket,
  ];
}

function squares(body: TaskBody, x: number, y: number): { parts: ScenePart[]; width: number } {
  const { milestones } = body.task;
  const shown = milestones.slice(0, 12);
  const parts = shown.map((milestone, index) => {
    const done = milestone.state === 'done';
    const colour =
      milestone.state === 'over'
        ? colours.over
        : milestone.state === 'near'
          ? colours.near
          : colours.done;
    return box(x + index * 30, y + 12, 24, 14, done ? colours.done : null, { colour, width: 2 });
  });
  return { parts, width: shown.length === 0 ? 0 : shown.length * 30 + 10 };
}

function facts(body: TaskBody, area: Area, context: SlideContext): ScenePart[] {
  const { task, place } = body;
  const { words, input } = context;
  const marks = task.questions.map(words.question).join(' ');
  const last =
    task.lastReport === null
      ? words.task.never
      : `${formatDate(task.lastReport.on, input.lang)} (${words.task.daysAgo(task.lastReport.ageDays)})`;
  const ticks = squares(body, area.x + 200, 0);
  const placed = place ?? words.notListed;
  const rows: [string, string][] = [
    [words.task.owner, task.ownerName],
    [
      words.task.milestones,
      task.total === 0 ? words.task.noMilestones : `${task.done}/${task.total}`,
    ],
    [words.task.lastReport, last],
    [words.task.place, [placed, marks].filter((part) => part !== '').join('  ')],
  ];
  let y = area.y + 16;
  const parts: ScenePart[] = [rule(area.x, area.y, area.width)];
  for (const [index, [label, text]] of rows.entries()) {
    const indent = index === 1 && task.total > 0 ? ticks.width : 0;
    const value = textAt(area.x + 200 + indent, y, area.width - 200 - indent, text, {
      size: SIZE.body,
      most: 2,
    });
    parts.push(
      textAt(area.x, y, 190, label, { size: SIZE.body, colour: colours.ink2, most: 1 }),
      value,
    );
    if (indent > 0) parts.push(...squares(body, area.x + 200, y).parts);
    y += heightOf(value) + 14;
  }
  parts.push(
    textAt(area.x, y + 4, area.width, task.light.why, {
      size: SIZE.small,
      colour: colours.ink2,
      most: 2,
    }),
  );
  return parts;
}

export function taskPages(
  _slide: Slide,
  body: TaskBody,
  area: Area,
  context: SlideContext,
): SlidePage[] {
  const { task } = body;
  const { words } = context;
  const kicker = [task.group, task.postponed > 0 ? words.task.postponed(task.postponed) : null]
    .filter((part) => part !== null)
    .join('　');
  const low = { ...area, y: area.y + 500, height: area.height - 500 };
  const dated = task.milestones.filter(({ due, doneOn }) => (doneOn ?? due) !== null);
  const all: SlidePage = {
    kicker: `${task.title}${kicker === '' ? '' : `　${kicker}`}`,
    parts: [...timeline(body, area, context), ...facts(body, low, context)],
  };
  if (dated.length <= MOST_LABELS && dated.length === task.milestones.length) return [all];
  const rows = task.milestones.map((milestone) => [
    cellOf(milestone.title),
    cellOf(stateWords(milestone, context)),
    cellOf(words.milestoneState[milestone.state], {
      light: milestone.state === 'open' ? null : milestone.state,
    }),
  ]);
  const columns = [
    { head: words.milestone.title, share: 5 },
    { head: words.milestone.due, share: 2 },
    { head: words.milestone.state, share: 2 },
  ];
  const tables = tablePages({ columns, rows, size: SIZE.small }, area);
  return [all, ...tables.map((table) => ({ kicker: all.kicker, parts: [table] }))];
}
