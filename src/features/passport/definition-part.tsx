import type { Passport } from '#core/contract/indicator.ts';
import { formatPeriod } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { DrawerPart } from '#src/ui/drawer.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { usePassportWords } from './words.ts';

/** What the number means, with the state of its definition; what nobody has set says so. */
export function DefinitionPart({
  passport,
  hasTarget,
}: {
  passport: Passport;
  hasTarget: boolean;
}) {
  const w = usePassportWords();
  const lang = useLanguage();
  const { indicator, ownerName } = passport;
  const { definition, figure, note, direction, rhythmDays } = indicator;
  const period = figure?.period ?? null;
  return (
    <DrawerPart title={w.definition} note={definition === null ? w.notDefined : w.defined}>
      <Facts
        rows={[
          [w.meaning, definition ?? <span className="dim">{w.undefinedWord}</span>],
          [w.unit, `${w.units[indicator.unit]}${w.comma}${w.kinds[indicator.kind]}`],
          ...(figure === null ? [] : [[w.qualifier, w.qualifiers[figure.qualifier]] as const]),
          ...(period === null ? [] : [[w.period, formatPeriod(period, lang)] as const]),
          ...(direction === 'monitor' ? [] : [[w.direction, w.directions[direction]] as const]),
          [w.owner, ownerName ?? <span className="dim">{w.noOwner}</span>],
          ...(rhythmDays === null ? [] : [[w.rhythm, w.everyDays(rhythmDays)] as const]),
          ...(hasTarget
            ? []
            : [
                [
                  w.target,
                  <span key="none" className="dim">
                    {w.noTarget}
                  </span>,
                ] as const,
              ]),
          ...(note === null ? [] : [[w.note, note] as const]),
          [w.code, <code key="code">{indicator.code}</code>],
        ]}
      />
    </DrawerPart>
  );
}
