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
import { BoardFoot, useBoardWords } from './board-foot.tsx';
import { Finding } from './finding.tsx';
import { RotationBar } from './rotation-bar.tsx';
import './theme-board.css';
import { lastOf } from '#src/lib/last-of.ts';

const words = { zh, en };

/** Where the board hangs: a wall has no pointer and no scroll. */
export type BoardFrame = 'wall' | 'desk';

/** A number with a short unit behind it, which stay on one line. */
const AMOUNT = /(\d[\d,.]*%?(?: [\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff]))?)/;

/** The text with its numbers in the face of figures, none torn from its unit. */
const withAmounts = (text: string) => {
  let at = 0;
  return text.split(AMOUNT).map((part, index) => {
    const key = at;
    at += part.length;
    if (index % 2 === 0) return part;
    return (
      <span key={key} className="nowrap">
        <Finding text={part} />
      </span>
    );
  });
};

/** The finding; an open question that it ends with is said smaller. Lines rather break between clauses. */
function Opening({ sentence, questions }: { sentence: string; questions: Board['questions'] }) {
  const lower = sentence.toLowerCase();
  const doubt = questions.find((row) => row.open && lower.endsWith(row.summary.toLowerCase()));
  const head = doubt === undefined ? sentence : sentence.slice(0, -doubt.summary.length);
  // The sign between both is read out; to the eye the smaller line says it.
  const lead = doubt === undefined ? head : head.replace(/[；;] ?$/, '');
  let at = 0;
  return (
    <>
      {lead
        .split(/(?<=[，；]|; )/)
        .filter((clause) => clause !== '')
        .map((clause) => {
          const key = at;
          at += clause.length;
          return (
            <span key={key} className="theme-clause">
              {withAmounts(clause)}
            </span>
          );
        })}
      {doubt === undefined ? null : (
        <>
          <span className="visually-hidden">{head.slice(lead.length)}</span>
          <small>{withAmounts(sentence.slice(head.length))}</small>
        </>
      )}
    </>
  );
}

/** How many figures the page shows, and from which date to which. */
function Dates({ board, figures }: Pick<ThemeBoardProps, 'board' | 'figures'>) {
  const w = useWords(words);
  const dates = figures
    .map((figure) => figure.asOf)
    .sort((a, b) => (lastDay(a) < lastDay(b) ? -1 : 1));
  const [oldest] = dates;
  const newest = lastOf(dates);
  if (oldest === undefined || newest === undefined) return null;
  const say = (date: string) => formatDate(date, board.lang);
  return <p className="caption">{w.span(dates.length, say(oldest), say(newest))}</p>;
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
  const w = useBoardWords();
  const sources = new Set(figures.flatMap((figure) => figure.source ?? []));
  const fresh = board.freshness.find((row) => row.section === section);
  const Heading = frame === 'wall' ? 'h2' : 'h1';
  return (
    <div className={`theme-board theme-${frame} theme-board-${name}`}>
      {frame === 'desk' ? null : (
        <header className="board-head">
          <h1>{board.workspace.name}</h1>
          <span className="muted">{board.workspace.organisation}</span>
          {board.workspace.clockPinnedOn === null ? null : (
            <span className="board-pinned dim">{w.pinnedClock}</span>
          )}
          <RotationBar />
        </header>
      )}
      <header className="theme-finding">
        <Heading>
          <Opening sentence={finding} questions={board.questions} />
        </Heading>
        <div className="theme-when">
          {fresh?.on == null ? null : (
            <p>
              <AsOf
                on={fresh.on}
                ageDays={fresh.ageDays ?? 0}
                lateSince={fresh.late?.since ?? null}
                page={board.asOf}
              />
            </p>
          )}
          <Dates board={board} figures={figures} />
        </div>
      </header>
      {children}
      <BoardFoot board={board} sources={sources}>
        {foot}
      </BoardFoot>
    </div>
  );
}
