import type { Board } from '#core/contract/board.ts';
import type { Platform } from '#core/contract/register.ts';
import { formatDate } from '#core/domain/format.ts';
import { Drawer, DrawerPart } from '#src/ui/drawer.tsx';
import { Facts } from '#src/ui/facts.tsx';
import type { FigureIndex } from '#src/ui/figure.tsx';
import { useOpen } from '#src/ui/open-context.ts';
import { QuestionMarks } from '#src/ui/question-mark.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { QuestionsPart } from './questions-part.tsx';
import { usePassportWords } from './words.ts';

export type PlatformPassportProps = {
  platform: Platform;
  board: Board;
  figures: FigureIndex;
  onClose: () => void;
};

/** One entry of the register of platforms; what its source does not say is said to be missing. */
export function PlatformPassport({ platform, board, figures, onClose }: PlatformPassportProps) {
  const w = usePassportWords();
  const ui = useUiWords();
  const open = useOpen();
  const missing = <span className="dim">{w.notListed}</span>;
  const source = board.sources.find((row) => row.id === platform.source);
  const { recognised, note } = platform;
  return (
    <Drawer
      kind={w.platform}
      title={platform.name}
      head={
        <>
          <span>{ui.stage[platform.stage]}</span>
          <QuestionMarks numbers={platform.questions} />
        </>
      }
      onClose={onClose}
    >
      <DrawerPart title={w.facts}>
        <Facts
          rows={[
            [w.levelName, platform.level === null ? missing : ui.level[platform.level]],
            [w.stageName, ui.stage[platform.stage]],
            [w.place, platform.place],
            [w.partner, platform.partner ?? missing],
            [w.recognised, recognised === null ? missing : formatDate(recognised, board.lang)],
            ...(note === null ? [] : [[w.note, note] as const]),
            [
              w.source,
              source === undefined ? (
                missing
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
          ]}
        />
      </DrawerPart>
      <QuestionsPart
        questions={board.questions.filter((row) => platform.questions.includes(row.number))}
        board={board}
        figures={figures}
      />
    </Drawer>
  );
}
