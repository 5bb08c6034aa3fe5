/**
 * Every answer that a frozen picture holds, in the order of the questions: what the read routes reply, computed by what
 * they are computed by, but with everything read once that they share. A test compares each with its route's reply.
 */
import { boardSchema } from '#core/contract/board.ts';
import { fundDetailSchema } from '#core/contract/fund.ts';
import { passportSchema } from '#core/contract/indicator.ts';
import { type Language, languages } from '#core/contract/lists.ts';
import type { Slide } from '#core/contract/slide.ts';
import { taskDetailSchema } from '#core/contract/task.ts';
import { frozenQuestion } from '#core/domain/frozen-question.ts';
import { fundDetail } from '#core/domain/fund-detail.ts';
import { fundContexts } from '#core/domain/fund-view.ts';
import { passportOf } from '#core/domain/passport.ts';
import type { FundRecord, Instant, IsoDate } from '#core/domain/records.ts';
import { readDataset } from '#server/dataset/dataset.repository.ts';
import { chunks } from '#server/db/chunks.ts';
import type { Db } from '#server/db/tables.ts';
import { departmentRoutes } from '#server/departments/departments.routes.ts';
import { peopleOf } from '#server/entries/people.ts';
import { frameworkRoutes } from '#server/frameworks/frameworks.routes.ts';
import { readMovements } from '#server/funds/funds.repository.ts';
import { fundRoutes } from '#server/funds/funds.routes.ts';
import { type Picture, withPicture } from '#server/http/picture.ts';
import { ProblemError } from '#server/http/problem.ts';
import type { Ask, ReadRoute } from '#server/http/read-route.ts';
import { readIndicators } from '#server/indicators/indicators.repository.ts';
import { indicatorRoutes } from '#server/indicators/indicators.routes.ts';
import { readObservations } from '#server/indicators/observations.repository.ts';
import { createKept, type Kept } from '#server/kept/kept.ts';
import { platformRoutes } from '#server/platforms/platforms.routes.ts';
import { questionRoutes } from '#server/questions/questions.routes.ts';
import { sourceRoutes } from '#server/sources/sources.routes.ts';
import { taskDetails } from '#server/tasks/task-detail.ts';
import { readTasks } from '#server/tasks/tasks.repository.ts';
import { readDeckRecords, slidesFrom } from './deck-records.ts';
import type { MeetingRecord } from './meetings.repository.ts';

/** What is frozen: the picture of a day, as known at an instant, against a baseline. */
export type FrozenPicture = {
  readonly asOf: IsoDate;
  /** null = compared with nothing. */
  readonly compare: IsoDate | null;
  readonly knownAt: Instant;
};

export type FrozenSlides = Readonly<Record<Language, readonly Slide[]>>;

/** A reply as it is encoded, under the question that it answers. */
export type FrozenAnswer = readonly [question: string, text: string];

/** In the order of their paths. */
const lists: readonly (readonly [path: string, routes: readonly ReadRoute[]])[] = [
  ['/departments', departmentRoutes],
  ['/frameworks', frameworkRoutes],
  ['/funds', fundRoutes],
  ['/indicators', indicatorRoutes],
  ['/platforms', platformRoutes],
  ['/questions', questionRoutes],
  ['/sources', sourceRoutes],
];

function encoded(schema: ReadRoute['reply'], answer: unknown): string {
  const checked = schema.safeParse(answer);
  if (checked.success) return JSON.stringify(checked.data);
  throw new ProblemError('internal', 'The server made a reply that breaks its own contract.', {
    cause: checked.error,
  });
}

type Reading = {
  readonly db: Db;
  readonly kept: Kept;
  readonly picture: FrozenPicture;
  /** The workspace and the bound that repositories are given. */
  readonly bound: Pick<Picture, 'workspace' | 'knownAt'>;
};

const questionOf = ({ asOf, knownAt }: FrozenPicture, path: string, lang: Language): string =>
  frozenQuestion(path, { asOf, knownAt, lang });

const byQuestion = <T>(rows: readonly T[], key: (row: T) => string): [string, T][] =>
  rows
    .map((row): [string, T] => [encodeURIComponent(key(row)), row])
    .sort(([a], [b]) => (`${a}?` < `${b}?` ? -1 : 1));

function askOf({ db, kept, picture }: Reading, lang: Language, cursor?: string): Ask {
  const { asOf, knownAt } = picture;
  const query = cursor === undefined ? { asOf, knownAt } : { asOf, knownAt, cursor };
  return { db, query, lang, now: knownAt, key: '', kept };
}

/** Every page of a list, at the length that it has where nobody names one. */
async function listPages(reading: Reading, path: string, route: ReadRoute) {
  const pages: FrozenAnswer[] = [];
  for (const lang of languages) {
    let cursor: string | undefined;
    do {
      const answer = await route.answer(askOf(reading, lang, cursor));
      const { asOf, knownAt } = reading.picture;
      const question = frozenQuestion(path, { asOf, cursor, knownAt, lang });
      pages.push([question, encoded(route.reply, answer)]);
      cursor = (answer as { next: string | null }).next ?? undefined;
    } while (cursor !== undefined);
  }
  return pages.sort(([a], [b]) => (a < b ? -1 : 1));
}

async function* funds({ db, picture, bound }: Reading, records: readonly FundRecord[]) {
  const { asOf } = picture;
  const { knownAt } = bound;
  const movements = await readMovements(db, { knownAt, asOfLast: asOf, fund: null });
  const people = await peopleOf(db, movements, knownAt);
  const context = { movements, indicators: await readIndicators(db, knownAt) };
  for (const [key, [fund, own]] of byQuestion(fundContexts(records, context), ([row]) => row.id)) {
    for (const lang of languages.toSorted()) {
      const answer = fundDetail(fund, { ...own, people }, asOf, lang);
      yield [
        questionOf(picture, `/funds/${key}`, lang),
        encoded(fundDetailSchema, answer),
      ] as const;
    }
  }
}

/** Indicators whose histories are read together. */
const PASSPORTS_AT_ONCE = 50;

async function* passports({ db, picture, bound }: Reading) {
  const { asOf, knownAt: shownKnownAt } = picture;
  const { knownAt } = bound;
  const latestOnly = { asOf, compare: asOf, tasks: [] };
  const shared = await readDataset(db, { knownAt, asOfLast: asOf, latestOnly });
  const paid = Map.groupBy(shared.movements, (row) => row.fund);
  const rows = byQuestion(shared.indicators, (row) => row.code);
  for (const some of chunks(rows, PASSPORTS_AT_ONCE)) {
    const indicator = some.map(([, row]) => row.code);
    const histories = await readObservations(db, { knownAt, asOfLast: asOf, indicator });
    const history = Map.groupBy(histories, (row) => row.indicator);
    const ledgers = some.flatMap(([, { ledger }]) => paid.get(ledger?.fund ?? '') ?? []);
    const people = await peopleOf(db, [...histories, ...ledgers], knownAt);
    for (const [key, { code, ledger }] of some) {
      const dataset = {
        ...shared,
        observations: history.get(code) ?? [],
        movements: paid.get(ledger?.fund ?? '') ?? [],
      };
      for (const lang of languages.toSorted()) {
        const ask = { people, dataset, code, asOf, knownAt: shownKnownAt, lang };
        const passport = passportOf(ask);
        if (passport === null) continue;
        const question = questionOf(picture, `/indicators/${key}`, lang);
        yield [question, encoded(passportSchema, passport)] as const;
      }
    }
  }
}

async function* tasks(reading: Reading) {
  const { db, picture, bound } = reading;
  const bounds = { knownAt: bound.knownAt, asOfLast: picture.asOf };
  const rows = byQuestion(await readTasks(db, bounds), (row) => row.id);
  const keys = rows.map(([key]) => key)[Symbol.iterator]();
  const ask = { db, asOf: picture.asOf, ...bound };
  const records = rows.map(([, record]) => record);
  for await (const inLanguage of taskDetails(ask, records)) {
    const key = keys.next().value;
    for (const lang of languages.toSorted()) {
      const answer = inLanguage(lang);
      if (answer === null) continue;
      yield [
        questionOf(picture, `/tasks/${key}`, lang),
        encoded(taskDetailSchema, answer),
      ] as const;
    }
  }
}

/**
 * Reads a picture and yields its answers. Within a transaction everything comes from one state of the store; outside of
 * one the bound on the records does the same, and more slowly once something newer is on record.
 * @param begun takes the slides, and about how many answers there will be, before the first of them comes
 */
export async function* frozenAnswers(
  db: Db,
  picture: FrozenPicture,
  meeting: MeetingRecord,
  begun: (known: { readonly slides: FrozenSlides; readonly expected: number }) => void,
): AsyncGenerator<FrozenAnswer> {
  const kept = createKept();
  const { asOf, compare, knownAt } = picture;
  const query = { asOf, compare: compare ?? ('none' as const), knownAt };
  const ask: Ask = { db, query, lang: 'zh', now: knownAt, key: '', kept };
  const { records, bound } = await withPicture(ask, async (from, found) => ({
    records: await readDeckRecords(from, kept, found, meeting),
    bound: { workspace: found.workspace, knownAt: db.isTransaction ? found.knownAt : knownAt },
  }));
  const zh = slidesFrom(records, 'zh');
  const en = slidesFrom(records, 'en');
  const { dataset, field } = records;
  const things = dataset.funds.length + dataset.indicators.length + field.now.length;
  begun({
    slides: { zh: zh.slides, en: en.slides },
    expected: languages.length * (1 + lists.length + things),
  });
  const board = { en: en.board, zh: zh.board };
  for (const lang of languages.toSorted())
    yield [frozenQuestion('/board', { ...query, lang }), encoded(boardSchema, board[lang])];
  const reading: Reading = { db, kept, picture, bound };
  for (const [path, routes] of lists) {
    const route = routes.find((one) => one.path === path);
    if (route === undefined) throw new Error(`${path} has a route`);
    // A key comes before a question mark: one thing's answers stand before its list's.
    if (path === '/funds') yield* funds(reading, dataset.funds);
    if (path === '/indicators') yield* passports(reading);
    yield* await listPages(reading, path, route);
  }
  yield* tasks(reading);
}
