/** Panels of the overview: which figures they show, and the date that most of them share. */
import type { Panel, PanelBlockView } from '../contract/board.ts';
import type { Figure } from '../contract/figure.ts';
import type { Language } from '../contract/lists.ts';
import type { Question } from '../contract/register.ts';
import { lastDay } from './dates.ts';
import { codesOfBlock } from './panel-codes.ts';
import type { PanelBlock, PanelRecord, PartialDate } from './records.ts';
import { pick } from './text.ts';

/** Statements are kept apart while their question is open; before it arises and once it is settled they are numbers. */
function apartView(
  block: Extract<PanelBlock, { kind: 'apart' }>,
  isOpen: boolean,
  lang: Language,
): PanelBlockView {
  if (!isOpen)
    return { kind: 'numbers', size: 'm', codes: block.statements.flat(), divided: false };
  return {
    ...block,
    title: pick(block.title, lang),
    statements: block.statements.map((codes) => [...codes]),
  };
}

function blockView(block: PanelBlock, open: ReadonlySet<number>, lang: Language): PanelBlockView {
  switch (block.kind) {
    case 'numbers':
      return { ...block, codes: [...block.codes] };
    case 'flow':
      return { ...block, title: pick(block.title, lang), codes: [...block.codes] };
    case 'apart':
      return apartView(block, open.has(block.question), lang);
    case 'pipeline':
      return { ...block };
    case 'ratio':
      return { ...block, label: pick(block.label, lang) };
  }
}

/** The date shared by most of the figures, the later one of a tie; null = none has a figure. */
export function commonDate(figures: readonly Figure[]): PartialDate | null {
  const counts = new Map<PartialDate, number>();
  for (const figure of figures) counts.set(figure.asOf, (counts.get(figure.asOf) ?? 0) + 1);
  let best: PartialDate | null = null;
  for (const [date, count] of counts) {
    const most = best === null ? 0 : (counts.get(best) ?? 0);
    if (best === null || count > most || (count === most && lastDay(date) > lastDay(best)))
      best = date;
  }
  return best;
}

/** Panels in the dataset's order. `questions` are those on record at the asked date. */
export function panelViews(
  panels: readonly PanelRecord[],
  figures: ReadonlyMap<string, Figure>,
  questions: readonly Question[],
  lang: Language,
): Panel[] {
  const open = new Set(questions.filter((row) => row.open).map((row) => row.number));
  return panels.map((panel) => ({
    id: panel.id,
    title: pick(panel.title, lang),
    note: pick(panel.note, lang),
    asOf: commonDate(panel.blocks.flatMap(codesOfBlock).flatMap((code) => figures.get(code) ?? [])),
    blocks: panel.blocks.map((block) => blockView(block, open, lang)),
  }));
}
