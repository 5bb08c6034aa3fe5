import { useQuery } from '@tanstack/react-query';
import type { Board } from '#core/contract/board.ts';
import type { Figure } from '#core/contract/figure.ts';
import type { Passport } from '#core/contract/indicator.ts';
import { formatDate } from '#core/domain/format.ts';
import { nearest } from '#core/domain/nearest.ts';
import { indicatorCodesQuery, passportQuery } from '#src/api/indicators.ts';
import { pictureOf } from '#src/lib/picture.ts';
import { useNumbers } from '#src/lib/reader.ts';
import { useAddress } from '#src/lib/use-address.ts';
import { Drawer } from '#src/ui/drawer.tsx';
import { type FigureIndex, figureParts } from '#src/ui/figure.tsx';
import { LightIcon } from '#src/ui/light-icon.tsx';
import { Num } from '#src/ui/num.tsx';
import { useOpen } from '#src/ui/open-context.ts';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { CalculationPart } from './calculation-part.tsx';
import { DefinitionPart } from './definition-part.tsx';
import { EntryPart } from './entry-part.tsx';
import { HistoryPart } from './history-part.tsx';
import { QuestionsPart } from './questions-part.tsx';
import { hasTarget, TargetsPart } from './targets-part.tsx';
import { usePassportWords } from './words.ts';

function Head({ figure, board }: { figure: Figure | null; board: Board }) {
  const w = usePassportWords();
  const { money } = useNumbers();
  if (figure === null) {
    return <span className="dim">{w.notOnRecord(formatDate(board.asOf, board.lang))}</span>;
  }
  return (
    <>
      <Num parts={figureParts(figure, board.lang, money)} size="l" code={null} />
      <span>
        <QuestionMarks numbers={figure.questions} />
      </span>
      <span className="drawer-head-end">
        {w.asOf(formatDate(figure.asOf, board.lang))}
        {figure.ageDays === 0 ? null : `${w.comma}${w.age(figure.ageDays)}`}
      </span>
    </>
  );
}

function Waiting() {
  const w = usePassportWords();
  return (
    <div className="drawer-part state-loading passport-waiting" role="status">
      <span className="outline outline-short" />
      <span className="outline" />
      <span className="outline" />
      <p className="caption">{w.loading}</p>
    </div>
  );
}

/** There is no such indicator: says so and offers the one whose code is most like it. */
function Unknown({ code, suggestion }: { code: string; suggestion: string | null }) {
  const w = usePassportWords();
  const open = useOpen();
  return (
    <div className="drawer-part" role="alert">
      <p>{w.unknownFigure(code)}</p>
      {suggestion === null ? null : (
        <p>
          <button
            type="button"
            className="button"
            onClick={() => open?.({ kind: 'figure', code: suggestion })}
          >
            {w.nearest(suggestion)}
          </button>
        </p>
      )}
    </div>
  );
}

/** It is out of use: since when, and what comes nearest to it. */
function Retired({
  retired: { on, reason, nearest: other },
  board,
}: {
  retired: NonNullable<Passport['retired']>;
  board: Board;
}) {
  const w = usePassportWords();
  const open = useOpen();
  return (
    <div className="drawer-part" role="status">
      <p>{w.retired(formatDate(on, board.lang))}</p>
      {reason === null ? null : <p className="muted">{w.reason(reason)}</p>}
      {other === null ? null : (
        <p>
          <button
            type="button"
            className="button"
            onClick={() => open?.({ kind: 'figure', code: other.code })}
          >
            {w.nearest(other.name)}
          </button>
        </p>
      )}
    </div>
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const w = usePassportWords();
  return (
    <div className="drawer-part" role="alert">
      <p className="state-title">
        <LightIcon state="over" /> {w.failed}
      </p>
      <p className="muted">{w.failedHint}</p>
      <p>
        <button type="button" className="button" onClick={onRetry}>
          {w.retry}
        </button>
      </p>
    </div>
  );
}

export type FigurePassportProps = {
  code: string;
  board: Board;
  figures: FigureIndex;
  onClose: () => void;
};

/** Everything one may ask of a figure. Its number is at hand; the rest is asked for when the drawer opens. */
export function FigurePassport({ code, board, figures, onClose }: FigurePassportProps) {
  const w = usePassportWords();
  const { address } = useAddress();
  const ask = { asOf: board.asOf, knownAt: address.knownAt, lang: board.lang };
  const shown = figures.get(code) ?? null;
  // A code that the board does not show may still be on record; asking for one that is not would be refused.
  const codes = useQuery({ ...indicatorCodesQuery(ask), enabled: shown === null });
  const isOnRecord = shown !== null || codes.data?.includes(code) === true;
  const options = passportQuery(code, ask);
  const result = useQuery({ ...options, enabled: isOnRecord });
  const picture = codes.isError
    ? ({ kind: 'failed' } as const)
    : pictureOf(result, options.queryKey);

  if (!isOnRecord && codes.data !== undefined) {
    return (
      <Drawer kind={w.figure} title={w.unknownTitle} onClose={onClose}>
        <Unknown code={code} suggestion={nearest(code, codes.data)} />
      </Drawer>
    );
  }
  const passport = picture.kind === 'data' ? picture.data : null;
  const figure = passport === null ? shown : passport.indicator.figure;
  return (
    <Drawer
      kind={w.figure}
      title={passport?.indicator.name ?? shown?.name ?? code}
      head={
        passport === null && shown === null ? undefined : <Head figure={figure} board={board} />
      }
      onClose={onClose}
    >
      {picture.kind === 'waiting' ? <Waiting /> : null}
      {picture.kind === 'failed' ? (
        <Failed onRetry={() => void (isOnRecord ? result : codes).refetch()} />
      ) : null}
      {passport === null ? null : (
        <>
          {passport.retired === null ? null : <Retired retired={passport.retired} board={board} />}
          <DefinitionPart passport={passport} hasTarget={hasTarget(passport, board)} />
          <CalculationPart passport={passport} board={board} figures={figures} />
          <TargetsPart passport={passport} board={board} />
          <QuestionsPart
            questions={passport.questions}
            board={board}
            figures={figures}
            current={code}
          />
          <EntryPart passport={passport} />
          <HistoryPart passport={passport} figures={figures} />
        </>
      )}
    </Drawer>
  );
}
