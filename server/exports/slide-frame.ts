/** What all pages of a deck share: line above the title, title, rules, foot, and the room between them. */
import type { Language, LightState } from '#core/contract/lists.ts';
import { formatDate } from '#core/domain/format.ts';
import { type ExportInput, isSimulated } from './export-input.ts';

import { exportWords } from './export-words.ts';
import type { ExportWords } from './export-words-zh.ts';
import {
  colours,
  leadingOf,
  lightAt,
  PAGE,
  rule,
  type Scene,
  type ScenePart,
  textAt,
} from './scene.ts';
import type { Area } from './table-layout.ts';
import { linesOf, widthOf } from './text-width.ts';

/** Letters of slides, in the units of the page. */
export const SIZE = { title: 50, head: 30, body: 28, small: 23, number: 58 } as const;

/** Where a slide's content stands. */
export const CONTENT: Area = {
  x: PAGE.edge,
  y: 176,
  width: PAGE.width - 2 * PAGE.edge,
  height: 808,
};
const FOOT = 1004;

/** The first at which a title fits on one line is taken; below the last it takes two. */
const TITLE_SIZES = [SIZE.title, 44, 38];

export type SlideContext = {
  readonly input: ExportInput;
  readonly words: ExportWords;
};

export const contextOf = (input: ExportInput): SlideContext => ({
  input,
  words: exportWords[input.lang],
});

/** A page of a slide before its frame is drawn around it. */
export type SlidePage = { readonly kicker: string | null; readonly parts: readonly ScenePart[] };

export type FramedPage = SlidePage & {
  readonly title: string;
  readonly light: LightState | null;
  readonly sources: readonly string[];
  readonly note: string | null;
  readonly notes: string | null;
};

/** How much wider than ours the letters may be in which a program without the deck's face sets a title in English. */
const SPARE = 1.2;

function titleParts(title: string, light: LightState | null, lang: Language): ScenePart[] {
  const indent = light === null ? 0 : 76;
  const width = CONTENT.width - indent;
  const x = CONTENT.x + indent;
  const icon = light === null ? [] : lightAt(CONTENT.x, 88, 54, light);
  const room = lang === 'zh' ? width : width / SPARE;
  const size = TITLE_SIZES.find((one) => linesOf(title, room, one, true).length === 1);
  const text =
    size === undefined
      ? textAt(x, 72, width, title, { size: 36, bold: true, most: 2 })
      : textAt(x, 82 + (SIZE.title - size) * 0.7, width, title, { size, bold: true });
  return [...icon, text];
}

/** Titles of documents as a foot has room for them. */
export function sourceLine(sources: readonly string[], { words }: SlideContext, most = 2): string {
  const [first] = sources;
  if (first === undefined) return '';
  const named = sources.length <= most ? sources.join(words.between) : null;
  return words.sources(named ?? words.sourcesMore(first, sources.length));
}

/** That the numbers are of a day that had not come, in a box; `width` is what it takes of its line, 0 where they are not. */
export function simulatedParts(
  x: number,
  y: number,
  size: number,
  { input, words }: SlideContext,
): { readonly parts: readonly ScenePart[]; readonly width: number } {
  if (!isSimulated(input)) return { parts: [], width: 0 };
  const text = words.simulated(formatDate(input.snapshot.asOf, input.lang));
  const inner = widthOf(text, size, true) * SPARE;
  const pad = Math.round(size * 0.45);
  const [right, foot] = [x + inner + 2 * pad, y + leadingOf(size) + 4];
  const corners = [
    [x, y - 4],
    [right, y - 4],
    [right, foot],
    [x, foot],
  ] as const;
  return {
    parts: [
      { kind: 'area', points: corners, fill: null, stroke: { colour: colours.ink, width: 2 } },
      textAt(x + pad, y, inner, text, { size, bold: true, most: 1 }),
    ],
    width: inner + 2 * pad + 24,
  };
}

/** The page with its frame. `number` counts from 1. */
export function framed(
  page: FramedPage,
  number: number,
  total: number,
  context: SlideContext,
): Scene {
  const { snapshot, head } = context.input;
  const { parts: simulated, width: taken } = simulatedParts(CONTENT.x, 38, SIZE.small, context);
  const foot = [page.note, sourceLine(page.sources, context)]
    .filter((part) => part !== null && part !== '')
    .join('　　');
  const stamp = `${snapshot.meeting.date}  v${snapshot.version}  ${head.sha256.slice(0, 12)}`;
  return {
    title: page.title,
    notes: page.notes,
    sources: page.sources,
    parts: [
      ...simulated,
      ...(page.kicker === null
        ? []
        : [
            textAt(CONTENT.x + taken, 38, CONTENT.width - taken, page.kicker, {
              size: SIZE.small,
              colour: colours.ink2,
              most: 1,
            }),
          ]),
      ...titleParts(page.title, page.light, context.input.lang),
      ...page.parts,
      rule(CONTENT.x, FOOT, CONTENT.width),
      textAt(CONTENT.x, FOOT + 12, 1240, foot, { size: 20, colour: colours.ink2, most: 2 }),
      textAt(1320, FOOT + 20, 400, stamp, {
        size: 17,
        colour: colours.ink3,
        align: 'right',
        most: 1,
      }),
      textAt(1730, FOOT + 14, 126, `${number} / ${total}`, {
        size: 26,
        bold: true,
        align: 'right',
        most: 1,
      }),
    ],
  };
}
