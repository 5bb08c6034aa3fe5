import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { momentText } from '#src/lib/moment.ts';
import { useControlWords } from './words.ts';

/** On paper alone, in place of the controls: which picture this is. */
export function PrintHead({ board }: { board: Board }) {
  const w = useControlWords();
  const lang = useLanguage();
  const { asOf, compare, knownAt } = board;
  return (
    <p className="print-only print-head">
      {w.printed(
        formatDate(asOf, lang),
        compare === null ? null : formatDate(compare, lang),
        momentText(knownAt),
      )}
    </p>
  );
}

/** On paper alone, at the end: where the figures come from. */
export function PrintFoot({ board }: { board: Board }) {
  const w = useControlWords();
  return (
    <footer className="print-only print-foot">
      {w.printSources(board.sources.map((source) => source.title))}
    </footer>
  );
}
