/** The slide of funds: what is paid of each plan against its schedule, and the amounts as a chart that can be edited. */
import type { Fund, FundAmount } from '#core/contract/fund.ts';
import type { SlideBody } from '#core/contract/slide.ts';
import { formatPercent, moneyScale, speak, speakPercent } from '#core/domain/format.ts';
import { box, type ChartPart, colours, hatch, type ScenePart, stroke, textAt } from './scene.ts';
import { SIZE, type SlideContext, type SlidePage } from './slide-frame.ts';
import { type Area, cellOf, tablePages } from './table-layout.ts';

type FundsBody = Extract<SlideBody, { kind: 'funds' }>;

const PER_PAGE = 3;
/** With more of them a table tells it better. */
const MOST_BULLETS = 6;
const BAR = 58;

const clamp = (percent: number): number => Math.min(100, Math.max(0, percent));

export const amountText = (amount: FundAmount | null, { words, input }: SlideContext): string =>
  amount === null
    ? words.notListed
    : speak({ value: amount.amountFen, unit: 'fen', qualifier: amount.qualifier }, input.lang);

/** One fund: name, the plan as a bar with what is paid, the schedule's mark and the gap, and the sentence. */
function bullet(fund: Fund, area: Area, context: SlideContext): ScenePart[] {
  const { words } = context;
  const { x, y, width } = area;
  const committed = `${words.funds.committed} ${amountText(fund.committed, context)}`;
  const parts: ScenePart[] = [
    textAt(x, y, width * 0.62, fund.name, { size: SIZE.head, bold: true, most: 1 }),
    textAt(x + width * 0.62, y + 6, width * 0.38, committed, {
      size: SIZE.small,
      colour: colours.ink2,
      align: 'right',
      most: 1,
    }),
  ];
  const top = y + 56;
  const percent = fund.share?.percent ?? null;
  if (percent !== null) {
    const paid = (width * clamp(percent)) / 100;
    const due =
      fund.schedule === null ? null : (width * clamp(fund.schedule.expectedPercent)) / 100;
    parts.push(box(x, top, width, BAR, colours.data3, { colour: colours.data2, width: 2 }));
    if (due !== null && due > paid) parts.push(box(x + paid, top, due - paid, BAR, colours.paper));
    if (due !== null && due > paid)
      parts.push(...hatch(x + paid, top, due - paid, BAR, colours.near));
    if (paid > 0) parts.push(box(x, top, paid, BAR, colours.data));
    if (due !== null)
      parts.push(stroke([x + due, top - 10], [x + due, top + BAR + 10], colours.ink, 4));
  }
  const below = percent === null ? top : top + BAR + 14;
  const paidWord = `${words.funds.disbursed} ${amountText(fund.disbursed, context)}`;
  const share =
    fund.share === null
      ? ''
      : ` · ${speakPercent(fund.share.percent, fund.share.qualifier, context.input.lang)}`;
  const schedule =
    fund.schedule === null
      ? ''
      : words.funds.schedule(formatPercent(fund.schedule.expectedPercent));
  const plan =
    fund.planned === null
      ? words.funds.noPlan
      : `${words.funds.planned} ${amountText(fund.planned, context)}`;
  return [
    ...parts,
    textAt(x, below, width * 0.45, `${paidWord}${share}`, {
      size: SIZE.small,
      bold: true,
      most: 1,
    }),
    textAt(x + width * 0.45, below, width * 0.2, schedule, {
      size: SIZE.small,
      colour: colours.ink2,
      most: 1,
    }),
    textAt(x + width * 0.65, below, width * 0.35, plan, {
      size: SIZE.small,
      colour: colours.ink2,
      align: 'right',
      most: 1,
    }),
    textAt(x, below + 38, width, fund.sentence, { size: 20, colour: colours.ink2, most: 2 }),
  ];
}

/** Committed, planned and paid of some funds, in one unit. */
export function amountsChart(funds: readonly Fund[], area: Area, context: SlideContext): ChartPart {
  const { words, input } = context;
  const amounts = funds.flatMap(({ committed, planned, disbursed }) =>
    [committed, planned, disbursed].map((amount) => amount?.amountFen ?? 0),
  );
  const scale = moneyScale(Math.max(0, ...amounts), input.lang);
  const inUnit = (amount: FundAmount | null): number | null =>
    amount === null ? null : Number(scale.number(amount.amountFen).replaceAll(',', ''));
  return {
    kind: 'chart',
    type: 'bars',
    ...area,
    title: `${words.funds.bars}${input.lang === 'zh' ? '（' : ' ('}${scale.unit}${input.lang === 'zh' ? '）' : ')'}`,
    unit: scale.unit,
    categories: funds.map((fund) => fund.short),
    series: [
      {
        name: words.funds.committed,
        colour: colours.data3,
        values: funds.map((fund) => inUnit(fund.committed)),
      },
      {
        name: words.funds.planned,
        colour: colours.data2,
        values: funds.map((fund) => inUnit(fund.planned)),
      },
      {
        name: words.funds.disbursed,
        colour: colours.data,
        values: funds.map((fund) => inUnit(fund.disbursed)),
      },
    ],
    size: 20,
  };
}

export function fundsPages(body: FundsBody, area: Area, context: SlideContext): SlidePage[] {
  const { words, input } = context;
  const { funds } = body;
  if (funds.length > MOST_BULLETS) {
    const columns = [
      { head: words.fund.name, share: 4 },
      { head: words.funds.committed, share: 2, align: 'right' as const },
      { head: words.funds.planned, share: 2, align: 'right' as const },
      { head: words.funds.disbursed, share: 2, align: 'right' as const },
      { head: words.fund.share, share: 1.3, align: 'right' as const },
      { head: words.fund.gap, share: 1.6, align: 'right' as const },
    ];
    const rows = funds.map((fund) => [
      cellOf(fund.name),
      cellOf(amountText(fund.committed, context)),
      cellOf(amountText(fund.planned, context)),
      cellOf(amountText(fund.disbursed, context)),
      cellOf(
        fund.share === null
          ? words.notListed
          : speakPercent(fund.share.percent, fund.share.qualifier, input.lang),
      ),
      cellOf(fund.schedule === null ? '' : fund.schedule.gapPoints.toFixed(1)),
    ]);
    return tablePages({ columns, rows, size: SIZE.small }, area).map((table) => ({
      kicker: null,
      parts: [table],
    }));
  }
  const isWide = area.width > 1400;
  const pages: SlidePage[] = [];
  for (let at = 0; at < funds.length; at += PER_PAGE) {
    const shown = funds.slice(at, at + PER_PAGE);
    const width = isWide ? area.width * 0.58 : area.width;
    const each = area.height / PER_PAGE;
    const parts: ScenePart[] = shown.flatMap((fund, index) =>
      bullet(fund, { x: area.x, y: area.y + 10 + index * each, width, height: each }, context),
    );
    const beside = {
      x: area.x + width + 60,
      y: area.y,
      width: area.width - width - 60,
      height: area.height - 10,
    };
    pages.push({
      kicker: null,
      parts: isWide ? [...parts, amountsChart(shown, beside, context)] : parts,
    });
    if (!isWide)
      pages.push({
        kicker: null,
        parts: [amountsChart(shown, { ...area, height: area.height - 10 }, context)],
      });
  }
  return pages;
}
