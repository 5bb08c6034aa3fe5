/** What slides are written from, and the small words that all of them share. */
import type { Board } from '../contract/board.ts';
import type { Language } from '../contract/lists.ts';
import type { ResolutionState, Slide } from '../contract/slide.ts';
import type { Task } from '../contract/task.ts';
import type { Watch } from '../contract/watch.ts';
import type { IsoDate } from './records.ts';
import type { TaskField } from './task-summary.ts';

/** The meeting before, and what came of its resolutions by the date of the picture. */
export type PreviousMeeting = {
  readonly title: string;
  readonly date: IsoDate;
  readonly rows: readonly ResolutionState[];
};

export type DeckInput = {
  readonly board: Board;
  /** All tasks judged at both dates of the board. */
  readonly field: TaskField;
  /** Views at the board's date of the tasks that `deckTasks` names. */
  readonly now: ReadonlyMap<string, Task>;
  /** The lists of honesty at the board's date. */
  readonly watch: Pick<Watch, 'disagreements' | 'disagreementsTotal' | 'silent' | 'silentTotal'>;
  /** null = there was no meeting before. */
  readonly previous: PreviousMeeting | null;
  readonly lang: Language;
};

/** Bounds on what a slide lists; how many there are in all stands beside. */
export const deckLimits = {
  /** Slides of tasks that are overdue or blocked, and of tasks that are near. */
  late: 40,
  near: 10,
  milestones: 12,
  registered: 24,
  figures: 40,
  silent: 12,
  platforms: 60,
  /** Owners whose tasks that were never reported are named, and tasks named of each. */
  owners: 24,
  named: 12,
} as const;

/** Words of one language, the other being their mirror. */
export const said = (lang: Language, zh: string, en: string): string => (lang === 'zh' ? zh : en);

/** `2 tasks`, `1 task`; Chinese needs no plural. */
export const counted = (n: number, one: string, many = `${one}s`): string =>
  `${n} ${n === 1 ? one : many}`;

/** Parts of a title; empty ones are left out. */
export const joined = (lang: Language, parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(said(lang, '，', ', '));

export const sentences = (lang: Language, parts: readonly (string | null)[]): string | null => {
  const kept = parts.filter((part) => part !== null && part !== '');
  return kept.length === 0 ? null : kept.join(said(lang, '；', '; '));
};

/** A name inside quotation marks. */
export const quoted = (name: string): string => `“${name}”`;

/** Titles of documents by their ids, in the order of the register; null and unknown ids are left out. */
export function sourceTitles(board: Board, ids: Iterable<string | null | undefined>): string[] {
  const wanted = new Set(ids);
  return board.sources.filter((row) => wanted.has(row.id)).map((row) => row.title);
}

type Said = Pick<Slide, 'title' | 'body'> & Partial<Slide>;

/** A slide with what most of them leave empty. */
export const slideOf = (given: Said): Slide => ({
  key: given.body.kind,
  kind: given.body.kind,
  light: null,
  sources: [],
  note: null,
  page: null,
  ...given,
});
