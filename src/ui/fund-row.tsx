import type { Fund } from '#core/contract/fund.ts';
import { FundBar } from './fund-bar.tsx';
import { FundBullet } from './fund-bullet.tsx';

/** The form that fits the fund: with a plan a bullet, without one a part of its total. */
export function FundRow({ fund }: { fund: Fund }) {
  return fund.planned === null ? (
    <FundBar fund={fund} />
  ) : (
    <FundBullet fund={fund} planned={fund.planned} />
  );
}
