/** The box beside a slide: what the meeting is asked to decide, and what it decided there. */
import { formatDate } from '#core/domain/format.ts';
import { type ShownItem, standing } from './export-input.ts';
import { box, colours, heightOf, rule, type ScenePart, stroke, textAt } from './scene.ts';
import { CONTENT, SIZE, type SlideContext } from './slide-frame.ts';
import { resolutionText } from './slide-lists.ts';
import type { Area } from './table-layout.ts';

const WIDTH = 656;
const GAP = 56;
const PAD = 36;

/** Whether a slide has a box; the decisions have a slide of their own. */
export function hasAsk({ item }: ShownItem, context: SlideContext): boolean {
  if (item.kind === 'decisions') return false;
  return item.ask !== null || standing(context.input).some((one) => one.item === item.key);
}

/** Room that the box leaves. */
export const besideAsk: Area = { ...CONTENT, width: CONTENT.width - WIDTH - GAP };

function square(x: number, y: number, isChosen: boolean): ScenePart[] {
  const edge = { colour: colours.ink, width: 4 } as const;
  const tick: ScenePart[] = isChosen
    ? [
        stroke([x + 6, y + 16], [x + 13, y + 23], colours.ink, 5),
        stroke([x + 13, y + 23], [x + 25, y + 8], colours.ink, 5),
      ]
    : [];
  return [box(x, y, 30, 30, colours.paper, edge), ...tick];
}

export function askParts({ item }: ShownItem, context: SlideContext): ScenePart[] {
  const { words, input } = context;
  const x = CONTENT.x + CONTENT.width - WIDTH;
  const left = x + PAD;
  const width = WIDTH - 2 * PAD;
  const decided = standing(input).filter((one) => one.item === item.key);
  const frame = (height: number): ScenePart =>
    box(x, CONTENT.y, WIDTH, height, colours.paper, { colour: colours.ink, width: 4 });
  const parts: ScenePart[] = [
    textAt(left, CONTENT.y + 26, width, item.ask === null ? words.ask.decided : words.ask.title, {
      size: 34,
      bold: true,
      most: 1,
    }),
    rule(left, CONTENT.y + 86, width),
  ];
  let y = CONTENT.y + 100;
  if (item.ask !== null) {
    const asked = textAt(left, y, width, item.ask.words, { size: SIZE.body, most: 4 });
    parts.push(asked);
    y += heightOf(asked) + 12;
    for (const option of item.ask.options) {
      const isChosen = decided.some((one) => one.option === option.id);
      const text = textAt(left + 50, y + 6, width - 50, option.words, {
        size: SIZE.body,
        bold: isChosen,
        most: 2,
      });
      parts.push(...square(left, y + 10, isChosen), text);
      y += heightOf(text) + 18;
      parts.push(rule(left, y - 4, width, 1));
    }
  }
  if (decided.length > 0) {
    if (item.ask !== null) {
      parts.push(textAt(left, y + 12, width, words.ask.decided, { size: SIZE.body, bold: true }));
      y += 58;
    }
    for (const resolution of decided) {
      const text = textAt(left, y, width, resolutionText(resolution, context), {
        size: 25,
        most: 4,
      });
      const detail = [
        words.resolutions.kinds[resolution.kind],
        resolution.ownerName,
        resolution.due === null ? null : words.task.due(formatDate(resolution.due, input.lang)),
      ]
        .filter((part) => part !== null)
        .join(' · ');
      if (y + heightOf(text) + 40 > CONTENT.y + CONTENT.height) break;
      parts.push(
        text,
        textAt(left, y + heightOf(text), width, detail, {
          size: 20,
          colour: colours.ink2,
          most: 1,
        }),
      );
      y += heightOf(text) + 46;
    }
    return [frame(Math.min(CONTENT.height, y + 14 - CONTENT.y)), ...parts];
  }
  const low = CONTENT.y + CONTENT.height - 172;
  for (const [index, label] of [words.ask.due, words.ask.owner, words.ask.words].entries()) {
    const line = low + index * 54;
    if (line < y) continue;
    parts.push(
      textAt(left, line, 150, label, { size: SIZE.small, colour: colours.ink2, most: 1 }),
      rule(left + 160, line + 36, width - 160, 2, colours.ink),
    );
  }
  return [frame(CONTENT.height), ...parts];
}
