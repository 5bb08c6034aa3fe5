import type { Fund, FundAmount } from '#core/contract/fund.ts';
import { useNumbers } from '#src/lib/reader.ts';
import { useFundWords } from './words.ts';

/** The longest bar leaves room for its number, in percent. */
const LONGEST = 76;

const fenOf = (fund: Fund): number =>
  Math.max(fund.committed?.amountFen ?? 0, fund.planned?.amountFen ?? 0);

/** All funds on one scale of money, largest first: what is there, what is planned of it, what is paid. */
export function CommonScale({ funds }: { funds: readonly Fund[] }) {
  const w = useFundWords();
  const { speak } = useNumbers();
  const largest = Math.max(...funds.map(fenOf));
  if (largest <= 0) return null;
  const say = (amount: FundAmount | null) =>
    amount === null
      ? w.notListed
      : speak({ value: amount.amountFen, unit: 'fen', qualifier: amount.qualifier });
  const length = (fen: number) => `${((Math.max(0, fen) / largest) * LONGEST).toFixed(3)}%`;
  return (
    <ul className="common-scale">
      {[...funds]
        .sort((a, b) => fenOf(b) - fenOf(a))
        .map((fund) => {
          const total = fund.committed ?? fund.planned;
          const label = w.scaleLabel(
            fund.short,
            say(fund.disbursed),
            fund.planned === null ? null : say(fund.planned),
            say(total),
          );
          return (
            <li key={fund.id}>
              <span aria-hidden="true">{fund.short}</span>
              <svg role="img" aria-label={label}>
                <rect className="fund-outline" width={length(fenOf(fund))} height="100%" />
                {fund.planned === null ? null : (
                  <rect
                    className="fund-plan-fill"
                    width={length(fund.planned.amountFen)}
                    height="100%"
                  />
                )}
                <rect
                  className="fund-paid"
                  width={length(fund.disbursed?.amountFen ?? 0)}
                  height="100%"
                />
                <text x={length(fenOf(fund))} y="50%" dx=".5em" dy=".35em">
                  {say(total)}
                </text>
              </svg>
            </li>
          );
        })}
    </ul>
  );
}
