/** Everything that can be found, with what it can be found by. */
import type { Board } from '#core/contract/board.ts';
import type { Language } from '#core/contract/lists.ts';
import { formatDate, type Measured } from '#core/domain/format.ts';
import type { SearchKind } from '#src/lib/search-kind.ts';
import type { OpenTarget } from '#src/ui/open-context.ts';
import { initialsOf } from './initials.ts';

export type SearchPage = {
  readonly path: string;
  readonly name: Readonly<Record<Language, string>>;
};

export type Entry = {
  readonly kind: SearchKind;
  readonly key: string;
  /** In the page's language. */
  readonly name: string;
  /** What stands beside it: the number with qualifier and date, the light, the stage. */
  readonly detail: string;
  /** Where it leads: to a page, or to what opens in the drawer. */
  readonly goal: { readonly path: string } | { readonly open: OpenTarget };
  /** Lower case. */
  readonly text: string;
  /** In the other language, and the code; lower case. */
  readonly others: readonly string[];
  readonly initials: readonly string[];
};

/** Words that the entries need of the page. */
export type EntryWords = {
  readonly asOf: (date: string) => string;
  readonly document: (title: string) => string;
  readonly comma: string;
  readonly light: Readonly<Record<string, string>>;
  readonly stage: Readonly<Record<string, string>>;
  /** A number in the reader's language and unit of money. */
  readonly speak: (measured: Measured) => string;
  readonly mark: (number: number) => string;
};

type Raw = Pick<Entry, 'kind' | 'key' | 'name' | 'detail' | 'goal'> & {
  readonly others: readonly (string | null | undefined)[];
};

function entryOf({ others, ...raw }: Raw): Entry {
  const texts = others.filter((text) => text !== null && text !== undefined);
  return {
    ...raw,
    text: raw.name.toLowerCase(),
    others: texts.map((text) => text.toLowerCase()),
    // Whichever of its names is Chinese.
    initials: initialsOf([raw.name, ...texts].find((text) => /\p{Script=Han}/u.test(text)) ?? ''),
  };
}

export function pageEntries(pages: readonly SearchPage[], lang: Language): Entry[] {
  return pages.map(({ path, name }) =>
    entryOf({
      kind: 'page',
      key: path,
      name: name[lang],
      detail: '',
      goal: { path },
      others: [name.zh, name.en],
    }),
  );
}

/** `other`: the same picture in the other language; null = it is not there, and its names find nothing. */
export function boardEntries(board: Board, other: Board | null, w: EntryWords): Entry[] {
  const { lang } = board;
  const figures = new Map(other?.figures.map((row) => [row.code, row.name]));
  const tasks = new Map(other?.tasks.map((row) => [row.id, row.title]));
  const platforms = new Map(other?.platforms.register.map((row) => [row.id, row.name]));
  const questions = new Map(other?.questions.map((row) => [row.id, row.title]));
  const sources = new Map(other?.sources.map((row) => [row.id, row.title]));
  return [
    ...board.figures.map((row) =>
      entryOf({
        kind: 'figure',
        key: row.code,
        name: row.name,
        detail: `${w.speak(row)}${w.comma}${w.asOf(formatDate(row.asOf, lang))}`,
        goal: { open: { kind: 'figure', code: row.code } },
        others: [figures.get(row.code), row.short, row.code],
      }),
    ),
    ...board.tasks.map((row) =>
      entryOf({
        kind: 'task',
        key: row.id,
        name: row.title,
        detail: [w.light[row.light.state] ?? '', row.ownerName].join(w.comma),
        goal: { open: { kind: 'task', id: row.id } },
        others: [tasks.get(row.id), row.id],
      }),
    ),
    ...board.platforms.register.map((row) =>
      entryOf({
        kind: 'platform',
        key: row.id,
        name: row.name,
        detail: [w.stage[row.stage] ?? '', row.place].join(w.comma),
        goal: { open: { kind: 'platform', id: row.id } },
        others: [platforms.get(row.id), row.place],
      }),
    ),
    ...board.questions.map((row) =>
      entryOf({
        kind: 'question',
        key: row.id,
        name: row.title,
        detail: w.mark(row.number),
        goal: { open: { kind: 'question', number: row.number } },
        others: [questions.get(row.id), row.summary, w.mark(row.number)],
      }),
    ),
    ...board.sources.map((row) =>
      entryOf({
        kind: 'source',
        key: row.id,
        name: row.title,
        detail: w.asOf(formatDate(row.asOf, lang)),
        goal: { open: { kind: 'source', id: row.id } },
        others: [sources.get(row.id), row.note, row.id],
      }),
    ),
  ];
}
