/** The opening of a meeting: what came of the resolutions of the one before. */
import type { LightState } from '../contract/lists.ts';
import type { Slide } from '../contract/slide.ts';
import { counted, type DeckInput, joined, said, slideOf } from './deck-parts.ts';
import { formatDate } from './format.ts';

/** null where there was no meeting before. */
export function resolutionsSlide({ board, previous, lang }: DeckInput): Slide | null {
  if (previous === null) return null;
  const { title, date, rows } = previous;
  const day = formatDate(date, lang, board.asOf);
  const of = (...states: LightState[]): number =>
    rows.filter(({ light }) => light !== null && states.includes(light)).length;
  const [done, late, silent] = [of('done'), of('over', 'blocked'), of('none')];
  return slideOf({
    title:
      rows.length === 0
        ? said(lang, `${day} 会议没有决议`, `The meeting of ${day} took no resolutions`)
        : joined(lang, [
            said(
              lang,
              `${day} 会议 ${rows.length} 项决议`,
              `${counted(rows.length, 'resolution')} of ${day}`,
            ),
            done === 0 ? null : said(lang, `${done} 项完成`, `${done} done`),
            late === 0 ? null : said(lang, `${late} 项逾期或受阻`, `${late} overdue or blocked`),
            silent === 0 ? null : said(lang, `${silent} 项未填报`, `${silent} not reported`),
          ]),
    light: late > 0 ? 'over' : null,
    page: '/meetings',
    body: { kind: 'resolutions', from: { title, date }, rows: [...rows] },
  });
}
