/** Where the words of a year ramp stand: at the lines they speak of, on the side that has room. */
import type { ChartContext } from '#src/charts/option.ts';
import { type Element, number, type Pen, penOf, plain, type Spot } from '#src/charts/pen.ts';
import { roughWidth } from '#src/charts/rough-width.ts';
import type { YearRamp } from '#src/features/funds/year-ramp.ts';
import type { Labelled, RampText } from '#src/features/funds/year-ramp-text.ts';

export type NotesInput = {
  readonly ramp: YearRamp;
  readonly text: RampText;
  readonly context: ChartContext;
  readonly compact: boolean;
  readonly plot: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Day and fen to pixels. */
  readonly at: (day: number, fen: number) => Spot;
};

type Draw = NotesInput & {
  readonly pen: Pen;
  readonly point: Spot;
  readonly expectedY: number;
  readonly askedX: number;
  readonly planY: number;
};

const styled = (part: Labelled, size: 'l' | 'm'): string =>
  [plain(part.before), number(part.number, size), plain(part.after)]
    .filter((piece) => piece !== '')
    .join(' ');

const BODY = { compact: 17, wide: 20 };
const SMALL = 18;
const GAP = { compact: 18, wide: 22 };
/** Between two lines of a note. */
const LEADING = 36;

const sizes = ({ compact }: Draw) => ({
  body: compact ? BODY.compact : BODY.wide,
  gap: compact ? GAP.compact : GAP.wide,
});

/** Right end of what may be written beside the plot: the edge, or the bracket of what the plan still holds. */
const rightEdge = ({ compact, text, context, plot }: Draw): number =>
  compact || text.rest === null ? context.width - 4 * context.u : plot.right + 4 * context.u;

/** The schedule's share: above the line at the figure's date, or below it where the gap stands above. */
function writeExpected(draw: Draw, gapY: number): void {
  const { pen, ramp, text, plot, at, point, expectedY, planY } = draw;
  const { tokens, u } = draw.context;
  const { body } = sizes(draw);
  const words = styled(text.expected, 'm');
  const [x] = point;
  if (ramp.latest.gapPoints > 0) {
    pen.write(words, [x + 16 * u, expectedY + 26 * u], {
      size: body,
      fill: tokens.ink,
      ground: draw.context.ground,
    });
    return;
  }
  const width = roughWidth(`${text.expected.before} ${text.expected.number}`, body * 1.1) * u;
  const right = Math.max(x - 14 * u, plot.left + width + 8 * u);
  const [, lineY] = at((ramp.totalDays * (right - plot.left)) / (plot.right - plot.left), 0);
  const rise = ((lineY - planY) * Math.max(0, right - x)) / (plot.right - plot.left);
  const aboveGap = right > x ? gapY - 34 * u : expectedY;
  const y = Math.max(Math.min(expectedY - rise - 22 * u, aboveGap), planY + 18 * u);
  const close = y > expectedY - 16 * u;
  pen.write(words, [close ? right - 8 * u : right, y], {
    size: body,
    fill: tokens.ink,
    align: 'right',
    ...(close ? { ground: draw.context.ground } : {}),
  });
}

/** Gap, payment and its date: right of the hatched days where the words fit, else on the near side of the point. */
function writeLatest(draw: Draw): number {
  const { pen, ramp, text, compact, plot, point, expectedY, askedX } = draw;
  const { tokens, u } = draw.context;
  const { body, gap } = sizes(draw);
  const [pointX, pointY] = point;
  const behind = ramp.latest.gapPoints <= 0;
  const paid = styled(text.paid, 'l');
  const share = styled(text.share, 'l');
  const oneLine =
    roughWidth(`${text.paid.before} ${text.paid.after} ${text.share.before} `, body) +
    roughWidth(`${text.paid.number}${text.share.number}`, body * 1.7);
  const fromX = Math.max(pointX + 42 * u, askedX + (compact ? 12 : 28) * u);
  const rightRoom = (rightEdge(draw) - fromX) / u;
  const onRight = rightRoom >= 0.6 * oneLine;
  const room = onRight ? rightRoom : (pointX - plot.left) / u - 42;

  const lines = (room >= oneLine ? [`${paid} ${share}`] : [paid, share]).map((words) => ({
    words,
    size: body,
    fill: tokens.ink,
  }));
  if (!compact) {
    const when = text.when.join(text.separator);
    const parts = roughWidth(when, SMALL) <= room + 4 ? [when] : text.when;
    lines.push(...parts.map((words) => ({ words: plain(words), size: SMALL, fill: tokens.ink3 })));
  }

  const x = onRight ? fromX : pointX - 42 * u;
  const side = onRight ? 1 : -1;
  const look = { align: onRight ? 'left' : 'right', ground: draw.context.ground } as const;
  const height = (lines.length - 1) * LEADING * u;
  // On the near side it stands below the point, where the schedule's line is farther away.
  const wished = onRight ? pointY - 14 * u : pointY + 22 * u;
  const paidY = Math.max(Math.min(wished, plot.bottom - 16 * u - height), plot.top + 60 * u);
  const middleY = (expectedY + pointY) / 2;
  const gapY = behind
    ? Math.min(middleY, paidY - (compact ? 30 : 38) * u)
    : Math.max(middleY, paidY + height + 34 * u);
  const edge = x - side * 6 * u;
  pen.rule(
    [
      [pointX + side * 14 * u, pointY],
      [edge, pointY],
    ],
    tokens.ink3,
    1,
  );
  if (ramp.latest.gapPoints !== 0) {
    pen.rule(
      [
        [pointX + side * 6 * u, middleY],
        [edge, gapY],
      ],
      behind ? tokens.near : tokens.ink3,
      2,
    );
  }
  const fill = ramp.latest.gapPoints < 0 ? tokens.gapInk : tokens.ink;
  pen.write(plain(text.gap), [x, gapY], { size: gap, bold: true, ...look, fill });
  lines.forEach((line, index) => {
    pen.write(line.words, [x, paidY + index * LEADING * u], {
      ...look,
      size: line.size,
      fill: line.fill,
    });
  });
  return gapY;
}

/** Where the page's own date is written: top right of its line, or low on its left where the year is far gone. */
function askedSpot({ text, plot, planY, askedX, point, context: { u } }: Draw) {
  const widths = [text.asked, `← ${text.silent ?? ''}`].map((words) => roughWidth(words, SMALL));
  const width = Math.max(...widths) * u;
  const onRight = askedX + 12 * u + width <= plot.left + 0.9 * (plot.right - plot.left);
  return {
    onRight,
    x: onRight ? askedX + 12 * u : Math.min(askedX, point[0]) - 12 * u,
    y: onRight ? planY + 24 * u : plot.bottom - 50 * u,
    width,
  };
}

function writeAsked(draw: Draw): void {
  const { pen, text, context } = draw;
  const { tokens, ground, u } = context;
  const { onRight, x, y } = askedSpot(draw);
  const look = { size: SMALL, align: onRight ? 'left' : 'right', ground } as const;
  pen.write(plain(text.asked), [x, y], { ...look, fill: tokens.ink2 });
  if (text.silent === null) return;
  const words = plain(text.silent);
  pen.write(onRight ? `← ${words}` : `${words} →`, [x, y + 26 * u], { ...look, fill: tokens.ink3 });
}

/** The schedule names itself along its line, away from the point, the page's date and its words. */
function writeSchedule(draw: Draw): void {
  const { pen, ramp, text, compact, at, context } = draw;
  const { tokens, u } = context;
  const size = compact ? 16 : 20;
  const [startX, startY] = at(0, 0);
  const [endX, endY] = at(ramp.totalDays, ramp.planFen);
  const rotation = Math.atan2(startY - endY, endX - startX);
  const reach = (roughWidth(text.schedule, size) * u) / 2;
  const spot = (share: number): Spot => [
    startX + (endX - startX) * share - Math.sin(rotation) * 18 * u,
    startY + (endY - startY) * share - Math.cos(rotation) * 18 * u,
  ];
  const asked = askedSpot(draw);
  const room = (share: number) => {
    const [x, y] = spot(share);
    const left = x - Math.cos(rotation) * reach;
    const meets =
      !compact &&
      asked.onRight &&
      y - Math.sin(rotation) * reach < asked.y + 48 * u &&
      left < asked.x + asked.width;
    const days = [ramp.latest.day, ramp.asked.day].map((day) =>
      Math.abs(share - day / ramp.totalDays),
    );
    return meets ? 0 : Math.min(...days);
  };
  const share = [0.73, 0.55, 0.25].reduce((best, next) =>
    room(next) > room(best) + 0.05 ? next : best,
  );
  pen.write(plain(text.schedule), spot(share), {
    size,
    fill: tokens.ink2,
    align: 'center',
    rotation,
  });
}

/** What the plan still holds, or what was paid beyond it, measured beside the plot. */
function writeRest({
  pen,
  text,
  plot,
  planY,
  point: [, pointY],
  context: { tokens, u, width },
}: Draw): void {
  if (text.rest === null) return;
  const x = plot.right + 8 * u;
  for (const y of [planY, pointY])
    pen.rule(
      [
        [x - 6 * u, y],
        [x + 7 * u, y],
      ],
      tokens.data2,
      2,
    );
  pen.rule(
    [
      [x, planY],
      [x, pointY],
    ],
    tokens.data2,
    2,
  );
  const textX = plot.right + 24 * u;
  const wrap = (width - textX) / u;
  const middle = Math.max((planY + pointY) / 2, planY + 96 * u);
  const look = { size: 18, fill: tokens.ink2, wrap } as const;
  pen.write(plain(text.rest.words), [textX, middle - 24 * u], { ...look, hang: 'bottom' });
  pen.write(number(text.rest.number, 'l'), [textX, middle], { size: 23, fill: tokens.ink });
  pen.write(plain(text.rest.unit), [textX, middle + 24 * u], { ...look, hang: 'top' });
}

export function notes(input: NotesInput): Element[] {
  const { ramp, at, compact } = input;
  const draw: Draw = {
    ...input,
    pen: penOf(input.context),
    point: at(ramp.latest.day, ramp.latest.fen),
    expectedY: at(ramp.latest.day, ramp.expectedFen)[1],
    askedX: at(ramp.asked.day, 0)[0],
    planY: at(0, ramp.planFen)[1],
  };
  writeSchedule(draw);
  if (!compact) writeAsked(draw);
  const gapY = writeLatest(draw);
  writeExpected(draw, gapY);
  if (!compact) writeRest(draw);
  return draw.pen.elements;
}
