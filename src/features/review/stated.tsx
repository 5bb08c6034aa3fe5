import { useQuery } from '@tanstack/react-query';
import type { MovementInput, ObservationInput } from '#core/contract/entry.ts';
import type { SubmissionDetail } from '#core/contract/entry-sheet.ts';
import type { Unit } from '#core/contract/lists.ts';
import { formatDate } from '#core/domain/format.ts';
import { sourcesQuery } from '#src/api/entries.ts';
import { useNumbers } from '#src/lib/reader.ts';
import { Facts } from '#src/ui/facts.tsx';
import { useReviewWords } from './words.ts';

type Corrected = Extract<
  SubmissionDetail['change'],
  { kind: 'observation' | 'movement' }
>['corrects'];

function useSay(unit: Unit) {
  const { lang, speak } = useNumbers();
  return (row: NonNullable<Corrected>): string => {
    const value = 'amountFen' in row ? row.amountFen : row.value;
    return `${speak({ value, qualifier: row.qualifier, unit })}（${formatDate(row.asOf, lang)}）`;
  };
}

type EnteredProps = {
  input: ObservationInput | MovementInput;
  corrects: Corrected;
  unit: Unit;
};

function Entered({ input, corrects, unit }: EnteredProps) {
  const w = useReviewWords();
  const { lang, speak } = useNumbers();
  const say = useSay(unit);
  const { data: sources = [] } = useQuery(sourcesQuery(lang));
  const isMovement = 'amountFen' in input;
  const value = speak({
    value: isMovement ? input.amountFen : input.value,
    qualifier: input.qualifier,
    unit,
  });
  const source = sources.find((row) => row.id === input.source);
  const rows: (readonly [string, string | null])[] = [
    [w.stated, isMovement ? `${w[input.kind]} ${value}` : value],
    [w.label, isMovement ? (input.label?.[lang] ?? null) : null],
    [w.asOf, formatDate(input.asOf, lang)],
    [
      w.period,
      input.period === null
        ? null
        : `${formatDate(input.period.from, lang)} – ${formatDate(input.period.to, lang)}`,
    ],
    [w.source, input.source === null ? w.noSource : (source?.title ?? input.source)],
    [w.corrects, corrects === null ? null : say(corrects)],
    [w.reason, input.reason],
  ];
  return (
    <Facts
      rows={rows.flatMap(([term, text]) => (text === null || text === '' ? [] : [[term, text]]))}
    />
  );
}

/** What was put forward, as it was stated; a check-in is read below its card. */
export function Stated({ detail: { submission, change } }: { detail: SubmissionDetail }) {
  if (change.kind === 'check-in') return null;
  const input = submission.input as ObservationInput | MovementInput;
  const unit = change.kind === 'movement' ? 'fen' : change.after.unit;
  return <Entered input={input} corrects={change.corrects} unit={unit} />;
}
