import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Board } from '#core/contract/board.ts';
import { type Measured, speak } from '#core/domain/format.ts';
import { boardQuery } from '#src/api/board.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useMoneyStyle } from '#src/lib/reader.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { useUiWords } from '#src/ui/words.ts';
import { boardEntries, type Entry, pageEntries, type SearchPage } from './entries.ts';
import { useSearchWords } from './words.ts';

/** What can be found now. Names of the other language are asked for when the search opens. */
export function useEntries(
  board: Board | null,
  pages: readonly SearchPage[],
): { readonly pages: readonly Entry[]; readonly all: readonly Entry[] } {
  const w = useSearchWords();
  const ui = useUiWords();
  const lang = useLanguage();
  const money = useMoneyStyle();
  const { address } = useAddress();
  const other = useQuery({
    ...boardQuery(address, lang === 'zh' ? 'en' : 'zh'),
    refetchInterval: false as const,
    enabled: board !== null,
  }).data;
  return useMemo(() => {
    const own = pageEntries(pages, lang);
    const words = {
      ...w,
      light: ui.light,
      stage: ui.stage,
      mark: ui.mark,
      speak: (measured: Measured) => speak(measured, lang, money),
    };
    const rest = board === null ? [] : boardEntries(board, other ?? null, words);
    return { pages: own, all: [...own, ...rest] };
  }, [board, other, pages, lang, money, w, ui]);
}
