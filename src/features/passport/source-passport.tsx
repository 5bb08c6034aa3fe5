import type { Board } from '#core/contract/board.ts';
import type { Source } from '#core/contract/register.ts';
import { formatDate } from '#core/domain/format.ts';
import { Drawer, DrawerPart } from '#src/ui/drawer.tsx';
import { Figure } from '#src/ui/figure.tsx';
import { useOpen } from '#src/ui/open-context.ts';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { usePassportWords } from './words.ts';

/** More than these are in the register, page by page. */
const MOST_ROWS = 60;

export type SourcePassportProps = { source: Source; board: Board; onClose: () => void };

/** A document that numbers come from, with its numbers and platforms. */
export function SourcePassport({ source, board, onClose }: SourcePassportProps) {
  const w = usePassportWords();
  const open = useOpen();
  const figures = board.figures.filter((row) => row.source === source.id);
  const platforms = board.platforms.register.filter((row) => row.source === source.id);
  return (
    <Drawer
      kind={w.sourceKind}
      title={w.title(source.title)}
      head={<span className="muted">{w.asOf(formatDate(source.asOf, board.lang))}</span>}
      onClose={onClose}
    >
      {source.note === null ? null : (
        <DrawerPart title={w.note}>
          <p>{source.note}</p>
        </DrawerPart>
      )}
      {figures.length === 0 ? null : (
        <DrawerPart title={w.figuresOf(figures.length)}>
          <ul className="passport-rows">
            {figures.slice(0, MOST_ROWS).map((figure) => (
              <li key={figure.code}>
                <span>
                  {figure.short}
                  <QuestionMarks numbers={figure.questions} />
                </span>
                <Figure figure={figure} size="t" />
              </li>
            ))}
          </ul>
          {figures.length > MOST_ROWS ? (
            <p className="dim">{w.moreRows(figures.length - MOST_ROWS)}</p>
          ) : null}
        </DrawerPart>
      )}
      {platforms.length === 0 ? null : (
        <DrawerPart title={w.platformsOf(platforms.length)}>
          <ul className="passport-rows">
            {platforms.slice(0, MOST_ROWS).map((platform) => (
              <li key={platform.id}>
                <button
                  type="button"
                  className="link"
                  onClick={() => open?.({ kind: 'platform', id: platform.id })}
                >
                  {platform.name}
                </button>
              </li>
            ))}
          </ul>
        </DrawerPart>
      )}
    </Drawer>
  );
}
