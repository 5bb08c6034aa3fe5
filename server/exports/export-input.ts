/** What every export is written from: the frozen picture and what the office put around it. Nothing else is asked. */
import type { Board } from '#core/contract/board.ts';
import type { Passport } from '#core/contract/indicator.ts';
import type { Language } from '#core/contract/lists.ts';
import type { AgendaItem, Resolution, Snapshot, SnapshotHead } from '#core/contract/meeting.ts';
import type { Slide } from '#core/contract/slide.ts';
import type { Task, TaskDetail } from '#core/contract/task.ts';
import { frozenQuestion } from '#core/domain/frozen-question.ts';
import { bureauDay } from '#server/http/answers.ts';

export type ExportInput = {
  readonly snapshot: Snapshot;
  readonly head: SnapshotHead;
  readonly agenda: readonly AgendaItem[];
  /** Also those that were taken back: they are left out here. */
  readonly resolutions: readonly Resolution[];
  readonly lang: Language;
  /** Address of the meeting, as a reader's browser opens it. */
  readonly link: string;
  /** Whether whoever asked may see speaker notes; without it none leaves the house. */
  readonly withNotes: boolean;
};

/** Told how far a writer is, from 0 to 1. */
export type Progress = (done: number) => void;

export type Bytes = Uint8Array<ArrayBuffer>;

/** An item that is shown, with the slide that the data wrote for it; null = the office's own. */
export type ShownItem = { readonly item: AgendaItem; readonly slide: Slide | null };

/** Items that are shown, in their order; one whose slide the frozen picture does not have is left out. */
export function shownItems(input: ExportInput): readonly ShownItem[] {
  const slides = new Map(input.snapshot.slides[input.lang].map((slide) => [slide.key, slide]));
  return input.agenda
    .filter((item) => item.shown)
    .map((item) => ({ item, slide: slides.get(item.key) ?? null }))
    .filter(({ item, slide }) => item.kind === 'own' || slide !== null);
}

/** What the item is called: the office's own title, else the slide's finding. */
export function titleOf({ item, slide }: ShownItem): string {
  return item.title ?? slide?.title ?? '';
}

/** Decisions that stand, in the order in which they were taken. */
export function standing(input: ExportInput): readonly Resolution[] {
  return input.resolutions.filter((resolution) => !resolution.withdrawn);
}

const frozen = (input: ExportInput, path: string, compare?: string): unknown => {
  const { asOf, knownAt, answers } = input.snapshot;
  return answers[frozenQuestion(path, { asOf, compare, knownAt, lang: input.lang })] ?? null;
};

/** The frozen board in the export's language. Throws where the picture has none: such a picture is damaged. */
export function boardOf(input: ExportInput): Board {
  const board = frozen(input, '/board', input.snapshot.compare ?? 'none');
  if (board === null) throw new RangeError('the frozen picture holds no board');
  return board as Board;
}

/** Whether the numbers are of a day after the one on which they were frozen: of a simulated date, which is named. */
export function isSimulated(input: ExportInput): boolean {
  const { clockPinnedOn } = boardOf(input).workspace;
  return input.snapshot.asOf > (clockPinnedOn ?? bureauDay(input.head.frozenAt));
}

/** The frozen passport of an indicator; null = the picture has none. */
export function passportOf(input: ExportInput, code: string): Passport | null {
  return frozen(input, `/indicators/${encodeURIComponent(code)}`) as Passport | null;
}

/** Every task that the picture keeps, in the order of its answers; those of the board where it keeps no more. */
export function tasksOf(input: ExportInput): readonly Task[] {
  const { answers } = input.snapshot;
  const own = `lang=${input.lang}`;
  const kept = Object.keys(answers)
    .filter((question) => question.startsWith('/tasks/') && question.endsWith(own))
    .map((question) => (answers[question] as TaskDetail).task);
  return kept.length === 0 ? boardOf(input).tasks : kept;
}
