/** The frozen picture as pages: the title, every item that is shown in its order, and what stands behind it. */
import { formatDate } from '#core/domain/format.ts';
import { appendixPages, historyPages, notesPages } from './appendix-pages.ts';
import { type ExportInput, type ShownItem, shownItems, titleOf } from './export-input.ts';
import { codeOf } from './qr.ts';
import { colours, rule, type Scene, textAt } from './scene.ts';
import { askParts, besideAsk, hasAsk } from './slide-ask.ts';
import { changesPages } from './slide-changes.ts';
import {
  CONTENT,
  contextOf,
  type FramedPage,
  framed,
  type SlideContext,
  type SlidePage,
  simulatedParts,
} from './slide-frame.ts';
import { fundsPages } from './slide-funds.ts';
import {
  decisionsPages,
  disagreementsPages,
  ownPages,
  platformsPages,
  questionsPages,
  resolutionsPages,
  silencePages,
} from './slide-lists.ts';
import { taskPages } from './slide-task.ts';
import { frozenText, stampRows } from './stamp.ts';
import type { Area } from './table-layout.ts';

function bodyPages(
  shown: ShownItem,
  items: readonly ShownItem[],
  area: Area,
  context: SlideContext,
): SlidePage[] {
  const { slide } = shown;
  if (slide === null) return ownPages(shown, area);
  const { body } = slide;
  switch (body.kind) {
    case 'changes':
      return changesPages(slide, body, area, context);
    case 'task':
      return taskPages(slide, body, area, context);
    case 'funds':
      return fundsPages(body, area, context);
    case 'platforms':
      return platformsPages(body, area, context);
    case 'resolutions':
      return resolutionsPages(body, area, context);
    case 'disagreements':
      return disagreementsPages(body, area, context);
    case 'questions':
      return questionsPages(body, area, context);
    case 'silence':
      return silencePages(body, area, context);
    case 'decisions':
      return decisionsPages(items, area, context);
    case 'own':
      return ownPages(shown, area);
  }
}

function slidePages(
  shown: ShownItem,
  items: readonly ShownItem[],
  context: SlideContext,
): FramedPage[] {
  const withAsk = hasAsk(shown, context);
  const pages = bodyPages(shown, items, withAsk ? besideAsk : CONTENT, context);
  const { item, slide } = shown;
  const notes =
    context.input.withNotes && item.notes !== null && item.notes !== '' ? item.notes : null;
  return pages.map((page, index) => ({
    ...page,
    parts: withAsk ? [...page.parts, ...askParts(shown, context)] : page.parts,
    title: `${titleOf(shown)}${pages.length > 1 ? context.words.continued(index + 1, pages.length) : ''}`,
    light: slide?.light ?? null,
    sources: slide?.sources ?? [],
    note: slide?.note ?? null,
    notes: index === 0 ? notes : null,
  }));
}

function titleScene(context: SlideContext): Scene {
  const { input, words } = context;
  const { snapshot, lang } = input;
  const side = 300;
  const left = CONTENT.x;
  const width = CONTENT.width - side - 80;
  const rows = stampRows(input);
  return {
    title: snapshot.meeting.title,
    notes: null,
    sources: [],
    parts: [
      textAt(left, 96, CONTENT.width, words.product, { size: 30, colour: colours.ink2, most: 1 }),
      textAt(left, 190, CONTENT.width, snapshot.meeting.title, { size: 84, bold: true, most: 2 }),
      textAt(left, 440, CONTENT.width, formatDate(snapshot.meeting.date, lang), {
        size: 44,
        most: 1,
      }),
      ...simulatedParts(left + 330, 446, 26, context).parts,
      rule(left, 540, CONTENT.width, 4, colours.ink),
      textAt(left, 566, width, frozenText(input), {
        size: 30,
        most: 2,
      }),
      ...rows.flatMap(([label, value], index) => [
        textAt(left, 650 + index * 42, 330, label, { size: 22, colour: colours.ink2, most: 1 }),
        textAt(left + 340, 650 + index * 42, width - 340, value, { size: 22, most: 1 }),
      ]),
      {
        kind: 'code',
        x: CONTENT.x + CONTENT.width - side,
        y: 580,
        width: side,
        modules: codeOf(input.link),
      },
      textAt(CONTENT.x + CONTENT.width - side, 590 + side, side, words.scan, {
        size: 22,
        colour: colours.ink2,
        align: 'center',
        most: 2,
      }),
    ],
  };
}

/** What stands behind the slides: `papers` with every figure and task, `screen` with what a talk may need. */
export type Appendix = 'papers' | 'screen';

/** Every page in its order. */
export function deckScenes(input: ExportInput, appendix: Appendix): Scene[] {
  const context = contextOf(input);
  const items = shownItems(input);
  const pages: FramedPage[] = [
    ...items.flatMap((shown) => slidePages(shown, items, context)),
    ...historyPages(context),
    ...(appendix === 'papers' ? [...appendixPages(context), ...notesPages(items, context)] : []),
  ];
  const total = pages.length + 1;
  return [
    titleScene(context),
    ...pages.map((page, index) => framed(page, index + 2, total, context)),
  ];
}
