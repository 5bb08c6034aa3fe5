/** The agenda writes itself from the slides; what people made of it survives every new figure. */
import type { Language } from '../contract/lists.ts';
import type { AgendaItem } from '../contract/meeting.ts';
import type { Slide } from '../contract/slide.ts';
import { proposedAsk } from './deck-ask.ts';

const itemOf = (slide: Slide, lang: Language): AgendaItem => ({
  key: slide.key,
  kind: slide.kind,
  shown: true,
  title: null,
  text: null,
  notes: null,
  minutes: null,
  ask: proposedAsk(slide, lang),
  declined: false,
});

/** Whether somebody wrote anything on it. */
const isWritten = (item: AgendaItem): boolean =>
  item.kind === 'own' ||
  item.text !== null ||
  item.notes !== null ||
  item.minutes !== null ||
  item.ask !== null;

/** What was kept: one item per key; of a vanished slide only where somebody wrote on it, and dropped. */
function survivors(kept: readonly AgendaItem[], slides: ReadonlySet<string>): AgendaItem[] {
  const seen = new Set<string>();
  return kept.flatMap((item) => {
    if (seen.has(item.key)) return [];
    seen.add(item.key);
    if (item.kind === 'own' || slides.has(item.key)) return [item];
    return isWritten(item) ? [{ ...item, shown: false }] : [];
  });
}

/** A task that has turned red since it was kept gets its ask, unless somebody took one out. */
function asked(item: AgendaItem, slide: Slide, lang: Language): AgendaItem {
  if (item.ask !== null || item.declined !== false) return item;
  const ask = proposedAsk(slide, lang);
  return ask === null ? item : { ...item, ask };
}

/**
 * The agenda of these slides. Kept items keep their order, their words and whether they are shown; a slide that is new
 * comes after the one that stands before it in the deck, and after the own items that follow that one. A kept task that
 * has turned red gets an ask, unless one was taken out.
 * @param kept what was saved; empty = nothing yet, and every slide is proposed, red tasks with an ask
 */
export function agendaOf(
  slides: readonly Slide[],
  kept: readonly AgendaItem[],
  lang: Language,
): AgendaItem[] {
  const items = survivors(kept, new Set(slides.map((slide) => slide.key)));
  let before: string | null = null;
  for (const slide of slides) {
    const place = items.findIndex((item) => item.key === slide.key);
    const item = items[place];
    if (item !== undefined) items[place] = asked(item, slide, lang);
    else {
      let at = before === null ? 0 : items.findIndex((item) => item.key === before) + 1;
      if (before !== null) while (items[at]?.kind === 'own') at += 1;
      items.splice(at, 0, itemOf(slide, lang));
    }
    before = slide.key;
  }
  return items;
}
