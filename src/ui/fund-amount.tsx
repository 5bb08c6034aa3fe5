import type { FundAmount as Amount } from '#core/contract/fund.ts';
import { useNumbers } from '#src/lib/reader.ts';
import { Num } from './num.tsx';
import { useUiWords } from './words.ts';

export type FundAmountProps = {
  label: string;
  /** null = the source does not say. */
  amount: Amount | null;
};

/** A labelled amount in a line of text: 已拨付 1,300 万元. */
export function FundAmount({ label, amount }: FundAmountProps) {
  const { parts, speak } = useNumbers();
  const w = useUiWords();
  if (amount === null) {
    return (
      <span className="fund-amount">
        {label} <span className="dim">{w.notListed}</span>
      </span>
    );
  }
  const money = { value: amount.amountFen, unit: 'fen', qualifier: amount.qualifier } as const;
  return (
    <span className="fund-amount">
      {label}{' '}
      <Num
        parts={parts(money)}
        size="t"
        code={amount.code}
        openName={w.openFigure(`${label} ${speak(money)}`)}
      />
    </span>
  );
}
