import type { Board } from '#core/contract/board.ts';
import type { Milestone, Task } from '#core/contract/task.ts';
import { formatDate } from '#core/domain/format.ts';
import { useLanguage } from '#src/i18n/i18n.ts';
import { Drawer, DrawerPart } from '#src/ui/drawer.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { FigureBlock, type FigureIndex } from '#src/ui/figure.tsx';
import { Light } from '#src/ui/light.tsx';
import { lightDetail } from '#src/ui/light-detail.ts';
import { Ticks } from '#src/ui/ticks.tsx';
import { TimelineLink } from '#src/ui/timeline-link.tsx';
import { useUiWords } from '#src/ui/words.ts';
import { QuestionsPart } from './questions-part.tsx';
import { usePassportWords } from './words.ts';

function MilestoneLine({ milestone }: { milestone: Milestone }) {
  const w = usePassportWords();
  const lang = useLanguage();
  const { doneOn, due } = milestone;
  const when =
    doneOn !== null
      ? w.milestoneDone(formatDate(doneOn, lang))
      : due !== null
        ? w.milestoneDue(formatDate(due, lang))
        : w.noDate;
  return (
    <li>
      <span>{milestone.title}</span> <span className="dim nowrap">{when}</span>
    </li>
  );
}

export type TaskPassportProps = {
  task: Task;
  board: Board;
  figures: FigureIndex;
  onClose: () => void;
};

/** Light with its reason, owner, milestones, last report and open questions of one task. */
export function TaskPassport({ task, board, figures, onClose }: TaskPassportProps) {
  const w = usePassportWords();
  const ui = useUiWords();
  const lang = useLanguage();
  const questions = board.questions.filter((question) => task.questions.includes(question.number));
  const own = task.figures.flatMap((code) => figures.get(code) ?? []);
  return (
    <Drawer
      kind={w.task}
      title={task.title}
      head={<Light state={task.light.state} detail={lightDetail(task.light, ui)} />}
      onClose={onClose}
    >
      <DrawerPart title={w.facts}>
        <Facts
          rows={[
            [w.why, task.light.why],
            [w.owner, task.ownerName],
            [
              w.lastReport,
              task.lastReport === null ? w.neverReported : formatDate(task.lastReport.on, lang),
            ],
          ]}
        />
      </DrawerPart>
      <DrawerPart title={w.milestones}>
        {task.milestones.length === 0 ? (
          <p className="dim">{w.noMilestones}</p>
        ) : (
          <>
            <Ticks task={task} />
            <ul className="milestones">
              {task.milestones.map((milestone) => (
                <MilestoneLine key={milestone.id} milestone={milestone} />
              ))}
            </ul>
          </>
        )}
      </DrawerPart>
      {own.length === 0 ? null : (
        <DrawerPart title={w.figures}>
          <div className="passport-inputs">
            {own.map((figure) => (
              <FigureBlock key={figure.code} figure={figure} size="s" panelAsOf={null} />
            ))}
          </div>
        </DrawerPart>
      )}
      <div className="drawer-part">
        <TimelineLink subject={`task:${task.id}`} />
      </div>
      <QuestionsPart questions={questions} board={board} figures={figures} />
    </Drawer>
  );
}
