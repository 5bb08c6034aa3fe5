/** Slides that are lists: what came of decisions, platforms, disagreements, open questions, silence, and own words. */
import type { PlatformKind } from '#core/contract/lists.ts';
import type { Resolution } from '#core/contract/meeting.ts';
import type { SlideBody } from '#core/contract/slide.ts';
import { formatDate } from '#core/domain/format.ts';
import { type ShownItem, standing, titleOf } from './export-input.ts';
import { type ChartPart, colours, type ScenePart, textAt } from './scene.ts';
import { SIZE, type SlideContext, type SlidePage } from './slide-frame.ts';
import { type Area, cellOf, roomyTablePages, type TablePlan, tablePages } from './table-layout.ts';

type Body<K extends SlideBody['kind']> = Extract<SlideBody, { kind: K }>;

const tables = (plan: TablePlan, area: Area, kicker: string | null): SlidePage[] =>
  roomyTablePages(plan, area).map((table) => ({ kicker, parts: [table] }));

const sentence = (text: string, area: Area, kicker: string | null): SlidePage[] => [
  {
    kicker,
    parts: [
      textAt(area.x, area.y + 20, area.width, text, { size: SIZE.head, colour: colours.ink2 }),
    ],
  },
];

const day = (date: string | null, { input, words }: SlideContext): string =>
  date === null ? words.notListed : formatDate(date, input.lang);

export function resolutionsPages(
  body: Body<'resolutions'>,
  area: Area,
  context: SlideContext,
): SlidePage[] {
  const { words, input } = context;
  const { from, rows } = body;
  if (from === null || rows.length === 0) return sentence(words.resolutions.noneBefore, area, null);
  const plan: TablePlan = {
    size: SIZE.small,
    columns: [
      { head: words.resolutions.words, share: 5 },
      { head: words.resolutions.owner, share: 2 },
      { head: words.resolutions.due, share: 2 },
      { head: words.resolutions.state, share: 4 },
    ],
    rows: rows.map((row) => [
      cellOf(row.words, { bold: true }),
      cellOf(row.ownerName ?? words.notListed),
      cellOf(day(row.due, context)),
      cellOf(row.sentence, { light: row.light }),
    ]),
  };
  return tables(plan, area, words.resolutions.from(from.title, formatDate(from.date, input.lang)));
}

export function platformsPages(
  body: Body<'platforms'>,
  area: Area,
  context: SlideContext,
): SlidePage[] {
  const { words } = context;
  const isWide = area.width > 1400;
  const chart: ChartPart = {
    kind: 'chart',
    type: 'bars',
    x: area.x,
    y: area.y,
    width: isWide ? 560 : area.width,
    height: isWide ? area.height - 10 : 330,
    title: words.platforms.stages,
    unit: '',
    categories: body.stages.map(({ stage }) => words.stage[stage] ?? stage),
    series: [
      {
        name: words.platforms.count,
        colour: colours.data,
        values: body.stages.map(({ count }) => count),
      },
    ],
    size: 20,
  };
  const beside: Area = isWide
    ? { ...area, x: area.x + 620, width: area.width - 620 }
    : { ...area, y: area.y + 350, height: area.height - 350 };
  const plan: TablePlan = {
    size: 20,
    columns: [
      { head: words.platforms.name, share: 5 },
      { head: words.platforms.kind, share: 2 },
      { head: words.platforms.level, share: 1.4 },
      { head: words.platforms.stage, share: 1.4 },
      { head: words.platforms.recognised, share: 1.6 },
    ],
    rows: body.register.map((platform) => [
      cellOf(platform.name),
      cellOf(words.platformKind[platform.kind satisfies PlatformKind]),
      cellOf(platform.level === null ? words.notListed : words.level[platform.level]),
      cellOf(words.stage[platform.stage] ?? platform.stage),
      cellOf(day(platform.recognised, context)),
    ]),
  };
  const [first, ...rest] = tablePages(plan, beside);
  const more = body.total - body.register.length;
  const others = rest.flatMap((part) => part.rows.map(({ cells }) => cells));
  const following = others.length === 0 ? [] : tables({ ...plan, rows: others }, area, null);
  const last = following[following.length - 1];
  const note: ScenePart[] =
    more > 0 && last !== undefined
      ? [
          textAt(area.x + area.width - 500, area.y - 34, 500, words.changes.more(more), {
            size: 20,
            colour: colours.ink3,
            align: 'right',
          }),
        ]
      : [];
  return [
    { kicker: null, parts: first === undefined ? [chart] : [chart, first] },
    ...following.map((page) =>
      page === last ? { ...page, parts: [...page.parts, ...note] } : page,
    ),
  ];
}

export function disagreementsPages(
  body: Body<'disagreements'>,
  area: Area,
  context: SlideContext,
): SlidePage[] {
  const { words } = context;
  if (body.rows.length === 0) return sentence(words.changes.none, area, null);
  const plan: TablePlan = {
    size: SIZE.small,
    columns: [
      { head: words.disagreements.task, share: 4 },
      { head: words.disagreements.owner, share: 2 },
      { head: words.disagreements.declared, share: 1.4 },
      { head: words.disagreements.computed, share: 1.6 },
      { head: words.disagreements.sentence, share: 5 },
    ],
    rows: body.rows.map((row) => [
      cellOf(row.title, { bold: true }),
      cellOf(row.ownerName),
      cellOf(words.declared[row.declared]),
      cellOf(words.light[row.computed], { light: row.computed }),
      cellOf(row.sentence),
    ]),
  };
  const more = body.total - body.rows.length;
  return tables(plan, area, more > 0 ? words.silence.rest(more) : null);
}

export function questionsPages(
  body: Body<'questions'>,
  area: Area,
  context: SlideContext,
): SlidePage[] {
  const { words } = context;
  if (body.questions.length === 0) return sentence(words.changes.none, area, null);
  const plan: TablePlan = {
    size: SIZE.small,
    columns: [
      { head: words.questions.number, share: 1 },
      { head: words.questions.title, share: 6 },
      { head: words.questions.statements, share: 7 },
    ],
    rows: body.questions.map((question) => [
      cellOf(words.question(question.number), { bold: true, colour: colours.question }),
      cellOf(`${question.title}\n${question.summary}`),
      cellOf(question.statements.map(({ text }) => `· ${text}`).join('\n')),
    ]),
  };
  return tables(plan, area, null);
}

export function silencePages(
  body: Body<'silence'>,
  area: Area,
  context: SlideContext,
): SlidePage[] {
  const { words } = context;
  const late = body.rows.map((row) => [
    cellOf(row.name, { bold: true }),
    cellOf(row.ownerName ?? words.notListed),
    cellOf(row.lastOn === null ? words.silence.never : day(row.lastOn, context)),
    cellOf(row.silentDays === null ? '' : String(row.silentDays)),
  ]);
  const never = body.neverReported.flatMap(({ ownerName, tasks, total }) => {
    const rest = total - tasks.length;
    const names = [...tasks, ...(rest > 0 ? [words.silence.rest(rest)] : [])];
    return [
      [
        cellOf(names.join(context.input.lang === 'zh' ? '、' : ', ')),
        cellOf(ownerName),
        cellOf(words.silence.never, { light: 'none' }),
        cellOf(String(total), { colour: colours.ink3 }),
      ],
    ];
  });
  const rows = [...late, ...never];
  if (rows.length === 0) return sentence(words.changes.none, area, null);
  const plan: TablePlan = {
    size: SIZE.small,
    columns: [
      { head: words.silence.name, share: 6 },
      { head: words.silence.owner, share: 2.5 },
      { head: words.silence.last, share: 2 },
      {
        head: late.length === 0 ? words.platforms.count : words.silence.days,
        share: 1.2,
        align: 'right',
      },
    ],
    rows,
  };
  const more = body.total - body.rows.length;
  return tables(plan, area, more > 0 ? words.silence.rest(more) : null);
}

export function ownPages({ item }: ShownItem, area: Area): SlidePage[] {
  const text = item.text ?? '';
  return [
    {
      kicker: null,
      parts: [textAt(area.x, area.y + 10, area.width, text, { size: 34, most: 16 })],
    },
  ];
}

/** What a decision asks for, in the words of the meeting. */
export function resolutionText(resolution: Resolution, { input }: SlideContext): string {
  const options = input.agenda.find(({ key }) => key === resolution.item)?.ask?.options ?? [];
  const chosen = options.find(({ id }) => id === resolution.option)?.words;
  return chosen === undefined || chosen === resolution.words
    ? resolution.words
    : `${chosen}${input.lang === 'zh' ? '：' : ': '}${resolution.words}`;
}

export function decisionsPages(
  items: readonly ShownItem[],
  area: Area,
  context: SlideContext,
): SlidePage[] {
  const { words, input } = context;
  const decided = standing(input);
  if (decided.length === 0) return sentence(words.resolutions.none, area, null);
  const titles = new Map(items.map((shown) => [shown.item.key, titleOf(shown)]));
  const plan: TablePlan = {
    size: SIZE.small,
    columns: [
      { head: words.resolutions.words, share: 6 },
      { head: words.resolutions.kind, share: 1.5 },
      { head: words.resolutions.owner, share: 2 },
      { head: words.resolutions.due, share: 2.2 },
      { head: words.resolutions.item, share: 4 },
    ],
    rows: decided.map((resolution) => [
      cellOf(resolutionText(resolution, context), { bold: true }),
      cellOf(words.resolutions.kinds[resolution.kind]),
      cellOf(resolution.ownerName ?? words.notListed),
      cellOf(day(resolution.due, context)),
      cellOf(titles.get(resolution.item) ?? ''),
    ]),
  };
  return tables(plan, area, null);
}
