import type { Fund } from '#core/contract/fund.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { FundAmount } from './fund-amount.tsx';
import { committedLabel, disbursedLabel, shareParts } from './fund-words.ts';
import { Num } from './num.tsx';
import { useUiWords } from './words.ts';

/** A fund without a yearly plan: part of its total, no schedule marker. */
export function FundBar({ fund }: { fund: Fund }) {
  const w = useUiWords();
  const lang = useLanguage();
  const share = fund.share;
  return (
    <section className="fund" aria-label={fund.name}>
      <header className="fund-head">
        <h3>{fund.name}</h3>
        {share === null ? null : (
          <Num
            parts={shareParts(share, lang)}
            size="s"
            code={fund.disbursed?.code ?? null}
            openName={w.openFigure(fund.sentence)}
          />
        )}
      </header>
      {share === null ? null : (
        <svg className="fund-part" role="img" aria-label={fund.sentence}>
          <rect className="fund-outline" width="100%" height="100%" />
          <rect
            className="fund-paid"
            width={`${Math.min(100, Math.max(0, share.percent)).toFixed(3)}%`}
            height="100%"
          />
        </svg>
      )}
      <div className="fund-labels">
        <FundAmount label={disbursedLabel(fund, w)} amount={fund.disbursed} />
        <FundAmount label={committedLabel(fund, w)} amount={fund.committed} />
      </div>
    </section>
  );
}
