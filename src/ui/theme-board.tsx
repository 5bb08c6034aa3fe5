import type { ReactNode } from 'react';
import type { Board } from '#core/contract/board.ts';
import type { Figure } from '#core/contract/figure.ts';
import type { Section } from '#core/contract/lists.ts';
import { lastDay } from '#core/domain/dates.ts';
import { formatDate } from '#core/domain/format.ts';
import { themeBoard as en } from '#src/i18n/en/theme-board.ts';
import { useWords } from '#src/i18n/i18n.ts';
import { themeBoard as zh } from '#src/i18n/zh/theme-board.ts';
import { AsOf } from './as-of.tsx';
import './theme-board.css';

const words = { zh, en };

/** Where the board hangs: a wall has no pointer and no scroll. */
export type BoardFrame = 'wall' | 'desk';

const NUMBER = /(\d[\d,]*(?:\.\d+)?%?)/;
/** A number with a short unit behind it, which stay on one line. */
const AMOUNT = /(\d[\d,.]*%?(?: [\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff]))?)/;

/** The pieces of a text, every second one wrapped: a text never changes the order of its pieces. */
const pieces = (text: string, at: RegExp, wrap: (part: string, key: string) => ReactNode) =>
  text.split(at).map((part, index) => (index % 2 === 0 ? part : wrap(part, `${index} ${part}`)));

/** Numbers in the face of figures, none torn from its unit. */
const withDigits = (text: string) =>
  pieces(text, AMOUNT, (amount, key) => (
    <span key={key} className="nowrap">
      {pieces(amount, NUMBER, (digits, digitsKey) => (
        <span key={digitsKey} className="digits">
          {digits}
        </span>
      ))}
    </span>
  ));

/** The finding; an open question that it ends with is said smaller. Lines rather break between clauses. */
function Finding({ sentence, questions }: { sentence: string; questions: Board['questions'] }) {
  const lower = sentence.toLowerCase();
  const doubt = questions.find((row) => row.open && lower.endsWith(row.summary.toLowerCase()));
  const head = doubt === undefined ? sentence : sentence.slice(0, -doubt.summary.length);
  // The sign between both is read out; to the eye the smaller line says it.
  const lead = doubt === undefined ? head : head.replace(/[；;] ?$/, '');
  return (
    <>
      {lead
        .split(/(?<=[，；]|[;] )/)
        .filter((clause) => clause !== '')
        .map((clause) => (
          <span key={clause} className="theme-clause">
            {withDigits(clause)}
          </span>
        ))}
      {doubt === undefined ? null : (
        <>
          <span className="visually-hidden">{head.slice(lead.length)}</span>
          <small>{withDigits(sentence.slice(head.length))}</small>
        </>
      )}
    </>
  );
}

/** Titles of the sources of some figures, in the dataset's order. */
const titlesOf = (board: Board, figures: readonly Figure[]): string[] => {
  const ids = new Set(figures.map((figure) => figure.source));
  return board.sources.filter((source) => ids.has(source.id)).map((source) => source.title);
};

function Foot({
  board,
  figures,
  children,
}: Pick<ThemeBoardProps, 'board' | 'figures'> & { children: ReactNode }) {
  const w = useWords(words);
  const titles = titlesOf(board, figures);
  const dates = figures
    .map((figure) => figure.asOf)
    .sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
  const [oldest] = dates;
  const newest = dates.at(-1);
  return (
    <footer className="theme-foot">
      <span className="nowrap">
        {w.pageAsOf} <b className="digits">{formatDate(board.asOf, board.lang)}</b>
      </span>
      {oldest === undefined || newest === undefined ? null : (
        <span className="nowrap">
          {w.span(dates.length, formatDate(oldest, board.lang), formatDate(newest, board.lang))}
        </span>
      )}
      <span className="theme-sources">
        {titles.length === 0
          ? w.noSource
          : `${w.sources}${titles.map(w.title).join(w.titleSeparator)}`}
      </span>
      {children}
    </footer>
  );
}

export type ThemeBoardProps = {
  board: Board;
  frame: BoardFrame;
  /** Names the page's grid: `.theme-board-<name>`. */
  name: string;
  /** The sentence that opens the page. */
  finding: string;
  /** Part of the picture that the page is about, for its newest date. */
  section: Section;
  /** The figures that the page shows: their dates and sources stand in the foot. */
  figures: readonly Figure[];
  /** Right end of the foot: on walls, whether the server is heard. */
  foot?: ReactNode;
  children: ReactNode;
};

/** A page about one theme: its finding, its panels, and of which dates and sources they are. */
export function ThemeBoard(props: ThemeBoardProps) {
  const { board, frame, name, finding, section, figures, foot = null, children } = props;
  const w = useWords(words);
  const fresh = board.freshness.find((row) => row.section === section);
  const Heading = frame === 'wall' ? 'h2' : 'h1';
  return (
    <div className={`theme-board theme-${frame} theme-board-${name}`}>
      {frame === 'desk' ? null : (
        <header className="theme-head">
          <h1>{board.workspace.name}</h1>
          <span className="muted">{board.workspace.organisation}</span>
          {board.workspace.clockPinnedOn === null ? null : (
            <span className="theme-pinned dim">{w.pinnedClock}</span>
          )}
        </header>
      )}
      <header className="theme-finding">
        <Heading>
          <Finding sentence={finding} questions={board.questions} />
        </Heading>
        {fresh?.on == null ? null : (
          <p>
            <AsOf on={fresh.on} ageDays={fresh.ageDays ?? 0} page={board.asOf} />
          </p>
        )}
      </header>
      {children}
      <Foot board={board} figures={figures}>
        {foot}
      </Foot>
    </div>
  );
}
