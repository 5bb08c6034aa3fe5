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

/** Runs of figures in a sentence, in the face of figures. */
function withDigits(text: string): ReactNode[] {
  return text.split(NUMBER).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence never change places
      <span key={index} className="digits">
        {part}
      </span>
    ),
  );
}

/** The finding; what follows its first clause is said smaller. */
function Finding({ sentence }: { sentence: string }) {
  const at = sentence.search(/；|; /);
  const lead = at < 0 ? sentence : sentence.slice(0, at);
  const rest = at < 0 ? '' : sentence.slice(at + 1).trim();
  return (
    <>
      {withDigits(lead)}
      {rest === '' ? null : (
        <>
          <span className="visually-hidden">{sentence.slice(at, at + 1)} </span>
          <small>{withDigits(rest)}</small>
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
          <Finding sentence={finding} />
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
