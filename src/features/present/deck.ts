/** The agenda and the slides of a meeting, joined into what is shown one after the other. */
import type { AgendaItem, MeetingDetail } from '#core/contract/meeting.ts';
import type { Slide } from '#core/contract/slide.ts';

export type Shown = {
  readonly key: string;
  readonly item: AgendaItem;
  readonly slide: Slide;
};

/** What stands in for a slide that the data did not write: an item of the office's own. */
const ownSlide = (item: AgendaItem): Slide => ({
  key: item.key,
  kind: 'own',
  title: item.title ?? '',
  light: null,
  sources: [],
  note: null,
  page: null,
  body: { kind: 'own' },
});

/** Shown items in their order; one whose slide the picture does not have is left out. */
export function deckOf({ agenda, slides }: Pick<MeetingDetail, 'agenda' | 'slides'>): Shown[] {
  const byKey = new Map(slides.map((slide) => [slide.key, slide]));
  return agenda.flatMap((item) => {
    if (!item.shown) return [];
    const slide = item.kind === 'own' ? ownSlide(item) : byKey.get(item.key);
    return slide === undefined ? [] : [{ key: item.key, item, slide }];
  });
}

/** Where an item stands, counted from 0 with the title; an item that is gone is the title. */
export const placeOf = (deck: readonly Shown[], item: string | null): number =>
  item === null ? 0 : deck.findIndex((row) => row.key === item) + 1;

/** The item at a place, held within the deck; null = the title. */
export const itemAt = (deck: readonly Shown[], place: number): string | null =>
  deck[Math.min(Math.max(place, 0), deck.length) - 1]?.key ?? null;
