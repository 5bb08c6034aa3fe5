import type { Fund } from '#core/contract/fund.ts';
import { formatPoints } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { shareParts } from './fund-words.ts';
import { Num } from './num.tsx';
import { useUiWords } from './words.ts';

/** The finding of the funds panel: the share that is paid, and where it stands against the schedule. */
export function FundVerdict({ fund }: { fund: Fund }) {
  const w = useUiWords();
  const lang = useLanguage();
  if (fund.share === null) return null;
  const gap = fund.schedule?.gapPoints ?? null;
  const verdict = (): string => {
    if (gap === null) return w.paidOfCommitted;
    if (gap === 0) return w.paidOnSchedule;
    return gap < 0 ? w.paidBehind(formatPoints(gap, lang)) : w.paidAhead(formatPoints(gap, lang));
  };
  return (
    <p className="fund-verdict">
      <Num
        parts={shareParts(fund.share, lang)}
        size="l"
        code={fund.disbursed?.code ?? null}
        openName={w.openFigure(fund.sentence)}
      />{' '}
      {verdict()}
    </p>
  );
}
