/** Slides of what stands: money against its schedule, platforms by stage. */
import type { Slide } from '../contract/slide.ts';
import {
  counted,
  type DeckInput,
  deckLimits,
  said,
  sentences,
  slideOf,
  sourceTitles,
} from './deck-parts.ts';
import { standing } from './schedule.ts';

/** Funds, the farthest behind first; null where none is on record. */
export function fundsSlide(input: DeckInput): Slide | null {
  const { board, lang } = input;
  if (board.funds.length === 0) return null;
  const gap = (fund: (typeof board.funds)[number]): number => fund.schedule?.gapPoints ?? Infinity;
  const funds = [...board.funds].sort((a, b) => (gap(a) < gap(b) ? -1 : gap(a) > gap(b) ? 1 : 0));
  const behind = funds.filter(
    ({ schedule }) => schedule !== null && standing(schedule.gapPoints, 'up') === 'behind',
  ).length;
  const unplanned = funds.filter((fund) => fund.schedule === null).length;
  const finding = board.findings.funds;
  return slideOf({
    title:
      behind > 1
        ? said(
            lang,
            `${behind} 项资金落后序时，最多的是${finding}`,
            `${behind} funds behind schedule, the farthest: ${finding}`,
          )
        : finding,
    sources: sourceTitles(
      board,
      funds.flatMap((fund) =>
        [fund.committed, fund.planned, fund.disbursed, fund.spent].map((one) => one?.source),
      ),
    ),
    note:
      unplanned === 0
        ? null
        : said(
            lang,
            `${unplanned} 项没有年度计划，不比序时；序时按各自的数据日期比`,
            `${counted(unplanned, 'fund')} without a plan for the year: no schedule; the others are compared at their own dates`,
          ),
    page: '/funds',
    body: { kind: 'funds', funds },
  });
}

/** Platforms by stage; null where none is on record. */
export function platformsSlide({ board, lang }: DeckInput): Slide | null {
  const { register, stages } = board.platforms;
  if (register.length === 0) return null;
  const numbers = [...new Set(register.flatMap((row) => row.questions))].sort((a, b) => a - b);
  const left = register.length - deckLimits.platforms;
  return slideOf({
    title: board.findings.platforms,
    sources: sourceTitles(
      board,
      register.map((row) => row.source),
    ),
    note: sentences(lang, [
      numbers.length === 0
        ? null
        : said(
            lang,
            `待核：${numbers.map((n) => `核${n}`).join(' ')}，不合计`,
            `to be confirmed, not summed: ${numbers.map((n) => `Q${n}`).join(' ')}`,
          ),
      left > 0 ? said(lang, `另有 ${left} 个未列出`, `${left} more are not listed`) : null,
    ]),
    page: '/platforms',
    body: {
      kind: 'platforms',
      stages,
      register: register.slice(0, deckLimits.platforms),
      total: register.length,
    },
  });
}
