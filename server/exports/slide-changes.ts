/** The slide of changes: milestones, what was registered, and where there is no new figure (picture 06a). */
import type { Slide, SlideBody } from '#core/contract/slide.ts';
import { formatDate } from '#core/domain/format.ts';
import { changeText } from './appendix-pages.ts';
import {
  box,
  colours,
  heightOf,
  lightAt,
  rule,
  run,
  runsAt,
  type ScenePart,
  textAt,
} from './scene.ts';
import { SIZE, type SlideContext, type SlidePage } from './slide-frame.ts';
import type { Area } from './table-layout.ts';
import { widthOf } from './text-width.ts';

type Changes = Extract<SlideBody, { kind: 'changes' }>;

/** Gap between the three columns. */
const GAP = 48;
const HEAD = 86;

function head(
  x: number,
  y: number,
  width: number,
  title: string,
  count: number | null,
): ScenePart[] {
  return [
    rule(x, y, width, 4, colours.ink),
    textAt(x, y + 36, width - 100, title, { size: SIZE.head, bold: true, most: 1 }),
    ...(count === null
      ? []
      : [
          textAt(x + width - 160, y + 10, 160, String(count), {
            size: SIZE.number,
            bold: true,
            align: 'right',
          }),
        ]),
    rule(x, y + HEAD, width),
  ];
}

/** The rows of a column, as high as there is room; those that do not fit are counted in `rest`. */
function stack<T>(
  rows: readonly T[],
  room: number,
  heightOfRow: (row: T) => number,
  draw: (row: T, top: number, height: number) => ScenePart[],
): { parts: ScenePart[]; rest: number } {
  const heights = rows.map(heightOfRow);
  let fitting = 0;
  let used = 0;
  for (const height of heights) {
    if (used + height > room) break;
    used += height;
    fitting += 1;
  }
  const spare = fitting === 0 ? 0 : Math.min(36, (room - used) / fitting);
  let top = 0;
  const parts = rows.slice(0, fitting).flatMap((row, index) => {
    const height = (heights[index] ?? 0) + spare;
    const drawn = draw(row, top, height);
    top += height;
    return drawn;
  });
  return { parts, rest: rows.length - fitting };
}

const none = (x: number, y: number, width: number, { words }: SlideContext): ScenePart =>
  textAt(x, y, width, words.changes.none, { size: SIZE.body, colour: colours.ink3 });

function milestoneColumn(body: Changes, area: Area, context: SlideContext): ScenePart[] {
  const { words } = context;
  const { x, y, width } = area;
  const room = area.height - HEAD - 130;
  const text = (row: Changes['milestones'][number]) =>
    textAt(
      x + 44,
      0,
      width - 44,
      `${row.short}${context.input.lang === 'zh' ? '：' : ': '}${row.title}`,
      {
        size: SIZE.body,
        most: 2,
      },
    );
  const detail = (row: Changes['milestones'][number]): string => {
    const { before, after } = row;
    const ticks =
      after.total === 0
        ? ''
        : before === null
          ? `${words.task.milestones} ${after.done}/${after.total}`
          : words.changes.ticks(`${before.done}/${before.total}`, `${after.done}/${after.total}`);
    return [row.detail, ticks]
      .filter((part) => part !== '')
      .join(context.input.lang === 'zh' ? '，' : ', ');
  };
  const { parts, rest } = stack(
    body.milestones,
    room,
    (row) => heightOf(text(row)) + 34 + 24,
    (row, top, height) => {
      const title = text(row);
      const inner = heightOf(title) + 34;
      const start = y + HEAD + top + (height - inner) / 2;
      return [
        ...lightAt(x, start + 6, 28, row.light),
        { ...title, y: start },
        textAt(x + 44, start + heightOf(title), width - 44, detail(row), {
          size: SIZE.small,
          colour: colours.ink2,
          most: 1,
        }),
        rule(x, y + HEAD + top + height, width, 1),
      ];
    },
  );
  const more = rest + body.milestonesTotal - body.milestones.length;
  return [
    ...head(x, y, width, words.changes.milestones, body.milestonesTotal),
    ...(body.milestones.length === 0 ? [none(x, y + HEAD + 20, width, context)] : parts),
    ...(more > 0
      ? [
          textAt(x, y + area.height - 132, width, words.changes.more(more), {
            size: 20,
            colour: colours.ink3,
          }),
        ]
      : []),
    ...counts(body, { ...area, y: y + area.height - 104 }, context),
  ];
}

function counts(body: Changes, { x, y, width }: Area, { words }: SlideContext): ScenePart[] {
  const pair = (at: number, label: string, counted: Changes['ticked']): ScenePart[] => [
    textAt(at, y, width / 2, label, { size: SIZE.small, colour: colours.ink2, most: 1 }),
    runsAt(at, y + 28, width / 2, [
      ...(counted.before === null
        ? []
        : [run(`${counted.before}`, 46, false, colours.ink3), run('→', 34, false, colours.ink3)]),
      run(`${counted.after}`, 50, true),
      ...(counted.of === null ? [] : [run(`/${counted.of}`, 28, true)]),
    ]),
  ];
  return [
    ...pair(x, words.changes.ticked, body.ticked),
    ...pair(x + width / 2, words.changes.unreported, body.unreported),
  ];
}

function registeredColumn(body: Changes, area: Area, context: SlideContext): ScenePart[] {
  const { words } = context;
  const { x, y, width } = area;
  const name = (row: Changes['registered'][number]) => {
    const room = width - 44 - wordRoom(row);
    const fits = widthOf(row.short, SIZE.body, false) <= room;
    return textAt(x + 44, 0, room, row.short, fits ? { size: SIZE.body } : { size: 21, most: 2 });
  };
  const wordRoom = (row: Changes['registered'][number]): number =>
    widthOf(row.word, SIZE.small, false) + 12;
  const { parts, rest } = stack(
    body.registered,
    area.height - HEAD - 34,
    (row) => heightOf(name(row)) + 19,
    (row, top, height) => {
      const middle = y + HEAD + top + height / 2;
      const title = name(row);
      const word = wordRoom(row);
      return [
        ...lightAt(x, middle - 14, 28, row.light),
        { ...title, y: middle - heightOf(title) / 2 },
        textAt(x + width - word, middle - 16, word, row.word, {
          size: SIZE.small,
          colour: colours.ink2,
          align: 'right',
        }),
        rule(x, y + HEAD + top + height, width, 1),
      ];
    },
  );
  const more = rest + body.registeredTotal - body.registered.length;
  return [
    ...head(x, y, width, words.changes.registered, body.registeredTotal),
    ...(body.registered.length === 0 ? [none(x, y + HEAD + 20, width, context)] : parts),
    ...(more > 0
      ? [
          textAt(x, y + area.height - 26, width, words.changes.more(more), {
            size: 20,
            colour: colours.ink3,
          }),
        ]
      : []),
  ];
}

function silentColumn(body: Changes, area: Area, context: SlideContext): ScenePart[] {
  const { words } = context;
  const { x, y, width } = area;
  const moved = body.figures.filter(
    (row) => row.state !== 'no-new-figure' && row.state !== 'unchanged',
  );
  const figureHeight = 52;
  const shown = moved.slice(0, 5);
  const silentRoom =
    area.height - HEAD - (shown.length === 0 ? 0 : 60 + shown.length * figureHeight) - 30;
  const { parts, rest } = stack(
    body.silent,
    silentRoom,
    (row) =>
      heightOf(textAt(0, 0, width - 44, row.text, { size: SIZE.body, most: 2 })) +
      (row.detail === null ? 0 : 34) +
      20,
    (row, top, height) => {
      const start = y + HEAD + top + 10;
      const text = textAt(x + 44, start, width - 44, row.text, { size: SIZE.body, most: 2 });
      return [
        ...(row.light === null
          ? [box(x + 2, start + 18, 24, 3, colours.ink3)]
          : lightAt(x, start + 6, 28, row.light)),
        text,
        ...(row.detail === null
          ? []
          : [
              textAt(x + 44, start + heightOf(text), width - 44, row.detail, {
                size: SIZE.small,
                colour: colours.ink2,
                most: 1,
              }),
            ]),
        rule(x, y + HEAD + top + height, width, 1),
      ];
    },
  );
  const start = y + area.height - shown.length * figureHeight - 60;
  const figures: ScenePart[] = shown.flatMap((row, index) => {
    const top = start + 50 + index * figureHeight;
    const text = `${changeText(row.before, context)} → ${changeText(row.after, context)}`;
    const wide = widthOf(text, SIZE.small, true) + 4;
    return [
      textAt(x, top, width - wide - 12, row.label, { size: 18, most: 2 }),
      textAt(x + width - wide, top, wide, text, { size: SIZE.small, bold: true, align: 'right' }),
    ];
  });
  const more = rest + moved.length - shown.length;
  return [
    ...head(x, y, width, words.changes.silent, null),
    ...(body.silent.length === 0 ? [none(x, y + HEAD + 20, width, context)] : parts),
    ...(shown.length === 0
      ? []
      : [
          rule(x, start - 4, width, 3, colours.ink),
          textAt(x, start + 4, width, words.changes.figures, { size: SIZE.head - 4, bold: true }),
          ...figures,
        ]),
    ...(more > 0
      ? [
          textAt(x, y + area.height - 10, width, words.changes.more(more), {
            size: 20,
            colour: colours.ink3,
          }),
        ]
      : []),
  ];
}

export function changesPages(
  slide: Slide,
  body: Changes,
  area: Area,
  context: SlideContext,
): SlidePage[] {
  const { words } = context;
  const { asOf } = context.input.snapshot;
  const { lang } = context.input;
  const kicker =
    body.since === null
      ? words.changes.nothing(formatDate(asOf, lang))
      : words.changes.over(formatDate(body.since, lang), formatDate(asOf, lang));
  const width = (area.width - 2 * GAP) / 3;
  const column = (index: number): Area => ({ ...area, x: area.x + index * (width + GAP), width });
  return [
    {
      kicker: slide.kind === 'changes' ? kicker : null,
      parts: [
        ...milestoneColumn(body, column(0), context),
        ...registeredColumn(body, column(1), context),
        ...silentColumn(body, column(2), context),
      ],
    },
  ];
}
