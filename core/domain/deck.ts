/** The slides that the data write by themselves, in the order in which a new agenda has them. */
import type { Slide } from '../contract/slide.ts';
import { changesSlide, taskDiff } from './deck-changes.ts';
import { disagreementsSlide, questionsSlide, silenceSlide, silentTasks } from './deck-honesty.ts';
import { counted, type DeckInput, deckLimits, said, slideOf } from './deck-parts.ts';
import { resolutionsSlide } from './deck-resolutions.ts';
import { fundsSlide, platformsSlide } from './deck-state.ts';
import { taskSlides, urgentTasks } from './deck-tasks.ts';
import type { IsoDate } from './records.ts';
import type { TaskField } from './task-summary.ts';

/** Ids of the tasks that slides name or show: whose views `deckOf` needs. */
export function deckTasks(field: TaskField, asOf: IsoDate, since: IsoDate | null): Set<string> {
  const diff = taskDiff(field, asOf, since);
  const states = [
    ...urgentTasks(field).shown,
    ...diff.ticked.slice(0, deckLimits.milestones),
    ...diff.due.slice(0, deckLimits.milestones),
    ...diff.registered.slice(0, deckLimits.registered),
  ];
  return new Set([...states.map((task) => task.id), ...silentTasks(field)]);
}

/** The last slide, filled while the meeting runs. */
function decisionsSlide(asked: number, { lang }: DeckInput): Slide {
  return slideOf({
    title:
      asked === 0
        ? said(
            lang,
            '没有预先提请的事项，决定当场记下',
            'Nothing was put forward; decisions are recorded here',
          )
        : said(
            lang,
            `${asked} 项任务请会议决定`,
            `${counted(asked, 'task')} put forward for decision`,
          ),
    body: { kind: 'decisions' },
  });
}

/** Writes the slides, in one language. Pure: the same input gives the same slides. */
export function deckOf(input: DeckInput): Slide[] {
  const tasks = taskSlides(input);
  const red = tasks.filter(({ light }) => light === 'over' || light === 'blocked').length;
  const slides = [
    resolutionsSlide(input),
    changesSlide(input),
    ...tasks,
    fundsSlide(input),
    platformsSlide(input),
    disagreementsSlide(input),
    questionsSlide(input),
    silenceSlide(input),
    decisionsSlide(red, input),
  ];
  return slides.filter((slide) => slide !== null);
}
