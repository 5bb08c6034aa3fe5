import type { Board } from '#core/contract/board.ts';
import type { Fund } from '#core/contract/fund.ts';
import { formatDate, formatPeriod, oneDecimal } from '#core/domain/format.ts';
import { useFundWords } from './words.ts';

type Schedule = NonNullable<Fund['schedule']>;

/** The finding, with its numbers large: `[share]` and `[gap]` of the sentence. */
function Finding({ fund, schedule }: { fund: Fund; schedule: Schedule }) {
  const w = useFundWords();
  const kind = schedule.gapPoints < 0 ? 'behind' : schedule.gapPoints > 0 ? 'ahead' : 'level';
  const word = (part: string) => {
    if (part === '[gap]') {
      return (
        <span key={part} className="digits">
          {oneDecimal(Math.abs(schedule.gapPoints))}
        </span>
      );
    }
    if (part === '[share]') {
      return (
        <span key={part} className="digits" data-code={fund.disbursed?.code ?? undefined}>
          {oneDecimal(schedule.actualPercent)}
          <small>%</small>
        </span>
      );
    }
    return part;
  };
  return w.headline[kind](fund.short).map((part) => (
    <span key={part} className="funds-finding">
      {part.split(/(\[share\]|\[gap\])/).map(word)}
    </span>
  ));
}

export type HeadlineProps = {
  board: Board;
  /** null = no fund has a schedule. */
  fund: Fund | null;
  /** True where no fund has any figure at the page's date. */
  isEmpty: boolean;
  level: 'h1' | 'h2';
};

/** The page's opening sentence: what was found, of which plan, and how old it is. */
export function Headline({ board, fund, isEmpty, level: Heading }: HeadlineProps) {
  const w = useFundWords();
  const schedule = fund?.schedule ?? null;
  if (fund === null || schedule === null) {
    const words = isEmpty ? w.headline.none : w.headline.noSchedule(board.funds.length);
    return (
      <header className="funds-headline">
        <Heading>{words}</Heading>
      </header>
    );
  }
  const age = fund.ageDays ?? 0;
  return (
    <header className="funds-headline">
      <Heading>
        <Finding fund={fund} schedule={schedule} />
      </Heading>
      <p>
        <span>{w.planOf(fund.name, formatPeriod(schedule.period, board.lang))}</span>
        <span>
          {w.asOf(formatDate(schedule.on, board.lang))}
          {age === 0 ? null : `${w.listComma}${w.ago(age)}`}
        </span>
      </p>
    </header>
  );
}
