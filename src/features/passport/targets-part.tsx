import type { Board } from '#core/contract/board.ts';
import type { Schedule } from '#core/contract/fund.ts';
import type { Passport } from '#core/contract/indicator.ts';
import { formatDate, formatPercent, formatPeriod, formatPoints } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { useNumbers } from '#src/lib/reader.ts';
import { DrawerPart } from '#src/ui/drawer.tsx';
import { usePassportWords } from './words.ts';

/** Where the figure stands against its schedule, at its own date. */
function Standing({ schedule }: { schedule: Schedule }) {
  const w = usePassportWords();
  const lang = useLanguage();
  const { gapPoints } = schedule;
  const points = formatPoints(gapPoints, lang);
  const word = gapPoints === 0 ? w.level : gapPoints < 0 ? w.behind(points) : w.ahead(points);
  return (
    <>
      <p>
        <b>{word}</b>
      </p>
      <p>
        {w.standsAt(
          formatDate(schedule.on, lang),
          formatPercent(schedule.actualPercent),
          formatPercent(schedule.expectedPercent),
        )}
      </p>
    </>
  );
}

export type TargetsPartProps = { passport: Passport; board: Pick<Board, 'funds'> };

/** The fund whose yearly plan the figure is measured by; undefined = none. */
const planOf = ({ indicator }: Passport, { funds }: Pick<Board, 'funds'>) =>
  funds.find((row) => row.disbursed?.code === indicator.code && row.schedule !== null);

/** True where there is something that the figure is to reach. */
export const hasTarget = (passport: Passport, board: Pick<Board, 'funds'>): boolean =>
  passport.targets.length > 0 || planOf(passport, board) !== undefined;

/** Targets with schedule and outlook; a fund's yearly plan is the target of what it has paid. */
export function TargetsPart({ passport, board }: TargetsPartProps) {
  const w = usePassportWords();
  const { lang, speak } = useNumbers();
  const { indicator, targets } = passport;
  const fund = planOf(passport, board);
  if (targets.length === 0 && fund === undefined) return null;
  return (
    <DrawerPart title={w.targets}>
      {fund === undefined || fund.schedule === null ? null : (
        <div className="passport-target">
          <p className="muted">{w.planOf(fund.name)}</p>
          <Standing schedule={fund.schedule} />
          {fund.outlook === null ? null : <p>{fund.outlook.sentence}</p>}
        </div>
      )}
      {targets.map((target) => (
        <div key={target.id} className="passport-target">
          <p className="muted">
            {w.targetOf(formatPeriod(target.period, lang), w.curves[target.curve])}
            {w.comma}
            {speak({ value: target.value, unit: indicator.unit, qualifier: 'exact' })}
          </p>
          {target.schedule === null ? null : <Standing schedule={target.schedule} />}
          {target.outlook === null ? null : <p>{target.outlook.sentence}</p>}
        </div>
      ))}
    </DrawerPart>
  );
}
