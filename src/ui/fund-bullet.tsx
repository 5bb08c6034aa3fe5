import { useId } from 'react';
import type { FundAmount as Amount, Fund, Schedule } from '#core/contract/fund.ts';
import { formatPercent } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { FundAmount } from './fund-amount.tsx';
import { committedLabel, disbursedLabel, plannedLabel } from './fund-words.ts';
import { useUiWords } from './words.ts';

/** A drawn length: data may go beyond the plan, the picture ends there. */
const clamp = (percent: number): number => Math.min(100, Math.max(0, percent));
const pc = (percent: number): string => `${clamp(percent).toFixed(3)}%`;

/** Room for the label of the marker between the labels at both ends, in percent of the bar. */
const BETWEEN = { zh: [26, 46], en: [27, 36] } as const;

function CommitmentBar({ plannedPercent }: { plannedPercent: number }) {
  const share = clamp(plannedPercent);
  return (
    <>
      <svg className="fund-commitment" aria-hidden="true">
        <rect className="fund-outline" width="100%" height="100%" />
        <rect className="fund-planned-share" width={pc(share)} height="100%" />
      </svg>
      <svg className="fund-lens" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <path d={`M0 0H${share}L100 10H0z`} />
      </svg>
    </>
  );
}

function PlanBar({ schedule, name }: { schedule: Schedule; name: string }) {
  const hatch = useId();
  const paid = clamp(schedule.actualPercent);
  const due = clamp(schedule.expectedPercent);
  return (
    <svg className="fund-plan" role="img" aria-label={name}>
      <defs>
        <pattern
          id={hatch}
          width=".5rem"
          height=".5rem"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect className="fund-gap-ground" width=".5rem" height=".5rem" />
          <rect className="fund-gap-stripe" width=".1875rem" height=".5rem" />
        </pattern>
      </defs>
      <rect className="fund-plan-fill" width="100%" height="100%" />
      {due > paid ? (
        <rect x={pc(paid)} width={pc(due - paid)} height="100%" fill={`url(#${hatch})`} />
      ) : null}
      <rect className="fund-paid" width={pc(paid)} height="100%" />
      <line className="fund-marker" x1={pc(due)} x2={pc(due)} y1="-25%" y2="125%" />
    </svg>
  );
}

/**
 * A fund with a plan: the commitment with the plan's share, a lens, and the plan with what is paid,
 * the schedule at the figure's own date (line) and the gap to it (hatch).
 */
export function FundBullet({ fund, planned }: { fund: Fund; planned: Amount }) {
  const w = useUiWords();
  const lang = useLanguage();
  const schedule = fund.schedule;
  const [low, high] = BETWEEN[lang];
  const due = schedule?.expectedPercent ?? 0;
  const between = due >= low && due <= high;
  return (
    <section className="fund" aria-label={fund.name}>
      <header className="fund-head">
        <h3>{fund.name}</h3>
        <FundAmount label={committedLabel(fund, w)} amount={fund.committed} />
      </header>
      {fund.plannedShareOfCommittedPercent === null ? null : (
        <CommitmentBar plannedPercent={fund.plannedShareOfCommittedPercent} />
      )}
      {schedule === null ? null : <PlanBar schedule={schedule} name={fund.sentence} />}
      {schedule === null ? null : (
        <svg className={between ? 'fund-mark fund-mark-between' : 'fund-mark'} aria-hidden="true">
          <text x={pc(due)} y="1.1em" textAnchor={due > 60 ? 'end' : 'start'}>
            {due > 60
              ? `${w.schedule(formatPercent(due))} ▲`
              : `▲ ${w.schedule(formatPercent(due))}`}
          </text>
        </svg>
      )}
      <div className="fund-labels">
        <FundAmount label={disbursedLabel(fund, w)} amount={fund.disbursed} />
        <FundAmount label={plannedLabel(planned, w, lang)} amount={planned} />
      </div>
    </section>
  );
}
