import type { Board } from '#core/contract/board.ts';
import { formatDate } from '#core/domain/format.ts';
import type { FigureIndex } from '#src/ui/figure.tsx';
import { useOpen } from '#src/ui/open-context.ts';
import { QuestionMark } from '#src/ui/question-mark.tsx';
import { Statements } from '#src/ui/statements.tsx';
import { SettleLink } from './settle-link.tsx';
import { type TouchedKind, touchedBy, touchKinds } from './touched.ts';
import { useDefinitionWords } from './words.ts';

/** Names in a row; the rest is counted. */
const MOST_NAMES = { desk: 6, wall: 3 } as const;

function Names({ things, most }: { things: TouchedKind; most: number }) {
  const w = useDefinitionWords();
  const open = useOpen();
  const shown = things.named.slice(0, most);
  const hidden = things.count - shown.length;
  return (
    <>
      {shown.map(({ id, name, open: target }, i) => (
        <span key={id}>
          {i === 0 ? null : w.separator}
          {open === null || target === null ? (
            name
          ) : (
            <button type="button" className="link" onClick={() => open(target)}>
              {name}
            </button>
          )}
        </span>
      ))}
      {hidden > 0 ? `${w.separator}${w.more(hidden)}` : null}
    </>
  );
}

export type QuestionCardProps = {
  question: Board['questions'][number];
  board: Board;
  figures: FigureIndex;
  /** A wall counts what is touched where it has no room for the names. */
  frame: 'desk' | 'wall';
};

/** One question: what is said, by whom, what differs, and what hangs on it. */
export function QuestionCard({ question, board, figures, frame }: QuestionCardProps) {
  const w = useDefinitionWords();
  const touched = touchedBy(question, board, figures);
  const kinds = touchKinds.filter((kind) => touched[kind].count > 0);
  return (
    <section className={question.open ? 'definition' : 'definition definition-settled'}>
      <header>
        <h3>{question.title}</h3>
        {question.open || question.settledOn === null ? (
          <QuestionMark number={question.number} />
        ) : (
          <span className="dim">{w.settledOn(formatDate(question.settledOn, board.lang))}</span>
        )}
        {frame === 'desk' ? <SettleLink id={question.id} /> : null}
      </header>
      <p className="muted">{question.summary}</p>
      <Statements question={question} sources={board.sources} figures={figures} />
      {question.resolution === null ? null : (
        <p>
          <b>{w.resolution}</b> {question.resolution}
          {question.reason === null ? null : (
            <span className="muted">
              {w.comma}
              {question.reason}
            </span>
          )}
        </p>
      )}
      {frame === 'wall' && kinds.length > 0 ? (
        <p className="definition-count dim">
          {w.touchLine(
            kinds.map((kind) => w.touchCounts[kind](touched[kind].count)).join(w.separator),
          )}
        </p>
      ) : null}
      <dl className="definition-touches">
        {kinds.map((kind) => (
          <div key={kind}>
            <dt>{w[kind]}</dt>
            <dd>
              <Names things={touched[kind]} most={MOST_NAMES[frame]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
