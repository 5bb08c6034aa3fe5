import type { Observation, Passport } from '#core/contract/indicator.ts';
import type { Unit } from '#core/contract/lists.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { lastOf } from '#src/lib/last-of.ts';
import { momentText } from '#src/lib/moment.ts';
import { useNumbers } from '#src/lib/reader.ts';
import { DrawerPart } from '#src/ui/drawer.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { useOpen } from '#src/ui/open-context.ts';
import { usePassportWords } from './words.ts';

/** What the account is called; else where the row came from; else its id. */
const nameOf = (
  { recordedBy, recordedByName }: Observation,
  people: Readonly<Record<string, string>>,
): string => recordedByName ?? people[recordedBy] ?? recordedBy;

type Restatement = { readonly row: Observation; readonly before: Observation };

/** Rows that took another's place, newest first. */
function restatementsOf(history: readonly Observation[]): Restatement[] {
  const byId = new Map(history.map((row) => [row.id, row]));
  return history
    .flatMap((row) => {
      const before = row.supersedes === null ? undefined : byId.get(row.supersedes);
      return before === undefined ? [] : [{ row, before }];
    })
    .reverse();
}

function RestatementLine({ restatement, unit }: { restatement: Restatement; unit: Unit }) {
  const w = usePassportWords();
  const { lang, speak } = useNumbers();
  const { row, before } = restatement;
  const [from, to] = [before, row].map(({ value, qualifier }) => speak({ value, qualifier, unit }));
  return (
    <li>
      {w.restated(formatDate(row.asOf, lang), from ?? '', to ?? '')}
      <br />
      <span className="dim">
        {w.enteredBy(nameOf(row, w.people), momentText(row.recordedAt))}
        {w.semicolon}
        {row.reason === null ? w.noReason : w.reason(row.reason)}
      </span>
    </li>
  );
}

/** Where the number comes from, who entered it and when, and whether it was changed since. */
export function EntryPart({ passport }: { passport: Passport }) {
  const w = usePassportWords();
  const lang = useLanguage();
  const open = useOpen();
  const { history, sources, indicator } = passport;
  const latest = lastOf(history.filter((row) => !row.superseded));
  if (latest === undefined) return null;
  const source = sources.find((row) => row.id === latest.source);
  const restatements = restatementsOf(history);
  return (
    <DrawerPart title={w.entry}>
      <Facts
        rows={[
          [
            w.source,
            source === undefined ? (
              <span key="none" className="dim">
                {w.noSource}
              </span>
            ) : (
              <button
                key="source"
                type="button"
                className="link"
                onClick={() => open?.({ kind: 'source', id: source.id })}
              >
                {w.title(source.title)}
              </button>
            ),
          ],
          [w.dataDate, formatDate(latest.asOf, lang)],
          [w.entered, w.enteredBy(nameOf(latest, w.people), momentText(latest.recordedAt))],
          ...(latest.approvedByName === null
            ? []
            : ([[w.approved, latest.approvedByName]] as const)),
          [
            w.changes,
            restatements.length === 0 ? (
              w.unchanged
            ) : (
              <ul key="changes">
                {restatements.map((restatement) => (
                  <RestatementLine
                    key={restatement.row.id}
                    restatement={restatement}
                    unit={indicator.unit}
                  />
                ))}
              </ul>
            ),
          ],
        ]}
      />
    </DrawerPart>
  );
}
