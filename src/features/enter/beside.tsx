import type { MovementKind } from '#core/contract/lists.ts';
import type { Source } from '#core/contract/register.ts';
import { formatDate } from '#core/domain/format.ts';
import { useNumbers } from '#src/lib/reader.ts';
import { Facts } from '#src/ui/facts.tsx';
import { FundRow } from '#src/ui/fund-row.tsx';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { type Item, statementsOf } from './items.ts';
import { useEnterWords } from './words.ts';

/** What belongs beside the field: the last value with its own date and age, definition, source, who entered it. */
export function Beside({
  item,
  movement,
  sources,
}: {
  item: Item;
  /** Kind of movement that is being entered; of a fund, the last one of it is shown. */
  movement: MovementKind;
  sources: readonly Source[];
}) {
  const w = useEnterWords();
  const { lang, speak } = useNumbers();
  const last = statementsOf(item).find((row) => row.movement === null || row.movement === movement);
  const definition = item.kind === 'figure' ? item.row.indicator.definition : null;
  const source = sources.find((row) => row.id === last?.source);
  const age = item.kind === 'figure' ? item.row.ageDays : item.row.fund.ageDays;
  const people = [last?.recordedByName ?? null, last?.approvedByName ?? null];
  return (
    <section className="en-beside" aria-label={w.last}>
      {item.kind === 'fund' ? <FundRow fund={item.row.fund} /> : null}
      <Facts
        rows={[
          [
            w.last,
            last === undefined ? (
              <span key="none" className="dim">
                {w.never}
              </span>
            ) : (
              <span key="last">
                {last.movement === null ? null : `${w.movements[last.movement]} `}
                <strong>{speak({ ...last, unit: item.unit })}</strong>{' '}
                <span className="dim">
                  {formatDate(last.asOf, lang)}
                  {age === null ? null : ` · ${w.age(age)}`}
                </span>{' '}
                {item.kind === 'figure' ? (
                  <QuestionMarks numbers={item.row.indicator.questions} />
                ) : null}
              </span>
            ),
          ],
          ...(item.kind === 'figure'
            ? [
                [
                  w.definition,
                  definition ?? (
                    <span key="none" className="dim">
                      {w.undefined}
                    </span>
                  ),
                ] as const,
              ]
            : []),
          [w.source, source?.title ?? w.noSource],
          ...(people[0] === null || last === undefined
            ? []
            : [
                [
                  w.entered,
                  [people[0], people[1] === null ? null : w.approved(people[1] ?? '')]
                    .filter((one) => one !== null)
                    .join(' · '),
                ] as const,
              ]),
        ]}
      />
    </section>
  );
}
