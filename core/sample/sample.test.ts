/** The default dataset against what was copied from the source: nothing lost, nothing made up. */
import { describe, expect, test } from 'vitest';
import { assembleBoard } from '#core/domain/board.ts';
import { passportOf } from '#core/domain/passport.ts';
import { said, sourceFacts } from '#tests/fixtures/source-facts.ts';
import { sampleAt } from './sample.ts';

const RECORDED = '2026-01-02T03:04:05.678Z';
const dataset = sampleAt(RECORDED);
const boardAt = (asOf: string, compare: string | null = null) =>
  assembleBoard({ dataset, asOf, compare, knownAt: RECORDED, lang: 'zh' });
const may = boardAt('2021-05-31', '2021-04-30');

const period = (text: string | null) => {
  const [from, to] = text?.split('/') ?? [];
  return from === undefined || to === undefined ? null : { from, to };
};
const dimensions = (text: string | null) =>
  Object.fromEntries((text?.split(';') ?? []).map((pair) => pair.split('=')));

describe('the 61 figures', () => {
  test('are all there, and no others', () => {
    expect(sourceFacts.figures).toHaveLength(61);
    expect(may.figures.map((figure) => figure.code).sort()).toEqual(
      sourceFacts.figures.map((row) => row.id).sort(),
    );
  });

  test.each(sourceFacts.figures.map((row) => [row.id ?? '', row] as const))('%s', (code, row) => {
    const isMoney = row.unit === 'CNY';
    const passport = passportOf({
      dataset,
      code,
      asOf: '2021-05-31',
      knownAt: RECORDED,
      lang: 'zh',
    });
    const figure = passport?.indicator.figure;
    expect(figure).toMatchObject({
      code,
      theme: row.theme,
      name: row.name_zh,
      value: isMoney ? Number(row.value) * 100 : Number(row.value),
      qualifier: row.qualifier,
      unit: isMoney ? 'fen' : row.unit,
      period: period(said(row, 'period')),
      asOf: row.as_of,
      kind: row.kind,
      source: row.article,
    });
    expect(passport?.indicator.dimensions).toEqual(dimensions(said(row, 'dimensions')));
    expect(passport?.sources.map((source) => source.id)).toContain(row.article);
    expect(passport?.history).toHaveLength(1);
    const english = dataset.indicators.find((indicator) => indicator.code === code)?.name.en;
    expect(english).toBe(row.name_en);
  });
});

test('the 28 platforms, as the source gives them', () => {
  expect(sourceFacts.platforms).toHaveLength(28);
  const rows = dataset.platforms.map((row) => ({
    id: row.id,
    name_zh: row.name.zh,
    name_en: row.name.en,
    kind: row.kind,
    level: row.level ?? '',
    stage: row.stage,
    place: row.place.zh,
    partner: row.partner?.zh ?? '',
    recognised: row.recognised ?? '',
    article: row.source,
  }));
  expect(rows).toEqual(sourceFacts.platforms);
});

test('the 14 tasks: titles, owners, partners, dates and articles', () => {
  expect(sourceFacts.tasks).toHaveLength(14);
  const frames = new Map(dataset.frameworks.map((row) => [row.id, row.code]));
  const owners = new Map(dataset.departments.map((row) => [row.id, row.name.zh]));
  const rows = dataset.tasks.map((row) => ({
    id: row.id,
    frame: frames.get(row.framework ?? '') ?? '',
    title_zh: row.title.zh,
    owner_zh: owners.get(row.ownerDepartment),
    partners_zh: row.partners.map((partner) => partner.zh).join(';'),
    start: row.start ?? '',
    due: row.due ?? '',
    article: row.sources.join(';'),
  }));
  expect(rows).toEqual(
    sourceFacts.tasks.map(
      ({ id, frame, title_zh, owner_zh, partners_zh, start, due, article }) => ({
        id,
        frame,
        title_zh,
        owner_zh,
        partners_zh,
        start,
        due,
        article,
      }),
    ),
  );
});

test('no task carries a percentage or a report that the source does not give', () => {
  expect(sourceFacts.tasks.every((row) => row.progress_known === 'no')).toBe(true);
  expect(dataset.checkIns).toEqual([]);
  expect(may.tasks.filter((task) => task.lastReport !== null)).toEqual([]);
});

test('the 11 milestones with their dates and ticks', () => {
  expect(sourceFacts.milestones).toHaveLength(11);
  const ticks = new Map(dataset.ticks.map((row) => [row.milestone, row.doneOn]));
  const rows = dataset.milestones.map((row) => ({
    task: row.task,
    title_zh: row.title.zh,
    title_en: row.title.en,
    due: row.due ?? '',
    done_on: ticks.get(row.id) ?? '',
    done: ticks.has(row.id) ? 'yes' : 'no',
    article: row.source,
  }));
  expect(rows).toEqual(sourceFacts.milestones);
});

test('the 7 articles', () => {
  expect(sourceFacts.articles).toHaveLength(7);
  expect(dataset.sources.map((row) => [row.id, row.title.zh, row.kind, row.asOf])).toEqual(
    sourceFacts.articles.map((row) => [row.article, row.title_zh, row.kind, row.as_of]),
  );
});

describe('the seven open questions', () => {
  test('are numbered 1 to 7, open, and each shows more than one statement', () => {
    expect(may.questions.map((question) => question.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(may.questions.every((question) => question.open)).toBe(true);
    expect(may.questions.every((question) => question.statements.length >= 2)).toBe(true);
  });

  test.each([
    ['platform.deeproots.major', 1],
    ['platform.deeproots.major.alt', 1],
    ['finance.credit.a2.companies', 4],
    ['finance.credit.a2.amount', 4],
    ['finance.credit.a5.companies', 4],
    ['finance.credit.a5.amount', 4],
    ['talent.engineer.2y', 5],
    ['talent.engineer.2020', 5],
    ['platform.national.makerspace', 6],
    ['platform.2020.national.makerspace', 6],
    ['talent.highlevel.135', 7],
    ['talent.provincial.135', 7],
  ])('%s stands beside question %i', (code, number) => {
    expect(may.figures.find((figure) => figure.code === code)?.questions).toEqual([number]);
  });

  test('the frames, the unnamed element and the wind laboratory carry theirs', () => {
    const frame = (id: string) => may.frameworks.find((row) => row.id === id);
    expect(frame('f.reform')?.questions).toEqual([2]);
    expect(frame('f.deep-roots')?.questions).toEqual([3]);
    expect(frame('f.reform')?.elements.filter((row) => row.name === null)).toEqual([
      { id: 'e.roof', slot: 'roof', name: null, questions: [2] },
    ]);
    expect(may.platforms.register.find((row) => row.id === 'p.deep.wind')?.questions).toEqual([1]);
  });

  test('a task whose place in the frame is the dataset’s own choice says so', () => {
    for (const task of may.tasks) {
      expect(task.placedByDefault).toBe(task.framework === 'f.reform');
      expect(task.questions).toEqual(task.framework === 'f.reform' ? [2] : []);
    }
  });
});

describe('the picture of 2021-05-31', () => {
  const lights = (asOf: string) =>
    Object.fromEntries(boardAt(asOf).lights.map(({ state, count }) => [state, count]));

  test('two in order, one due today, eleven not reported; a month earlier one and four', () => {
    const zero = { done: 0, ok: 0, near: 0, over: 0, blocked: 0, none: 0 };
    expect(lights('2021-05-31')).toEqual({ ...zero, ok: 2, near: 1, none: 11 });
    expect(lights('2021-04-30')).toEqual({ ...zero, ok: 1, none: 4 });
    expect(lights('2019-12-31')).toEqual(zero);
  });

  test('14 new figures since the last meeting, 47 without one', () => {
    expect(may.changes).toMatchObject({ newFigures: 14, withoutNewFigure: 47 });
  });

  test('four dates with 1, 17, 29 and 14 figures', () => {
    expect(may.dates).toEqual([
      { on: '2019-12-31', label: '2019-12-31', figures: 1 },
      { on: '2020-12-31', label: '2020-12-31', figures: 17 },
      { on: '2021-04-30', label: '2021-04-30', figures: 29 },
      { on: '2021-05-31', label: '2021-05', figures: 14 },
    ]);
  });

  test('platforms: 3 signed, 6 building, 18 operating, 1 unclear', () => {
    expect(may.platforms.stages).toEqual([
      { stage: 'signed', count: 3 },
      { stage: 'building', count: 6 },
      { stage: 'operating', count: 18 },
      { stage: 'unclear', count: 1 },
    ]);
  });

  test('the platform fund: 16.5 % paid where 120 of 365 days had passed, 16.4 points behind', () => {
    const fund = may.funds.find((row) => row.id === 'platform');
    expect(fund?.schedule).toMatchObject({ on: '2021-04-30', elapsedDays: 120, totalDays: 365 });
    expect(fund?.schedule?.actualPercent.toFixed(1)).toBe('16.5');
    expect(fund?.schedule?.expectedPercent.toFixed(1)).toBe('32.9');
    expect(fund?.schedule?.gapPoints.toFixed(1)).toBe('-16.4');
    expect(fund?.plannedShareOfCommittedPercent?.toFixed(1)).toBe('47.9');
    expect(fund?.undisbursedFen).toBe(66_000_000_00);
    expect(fund?.ageDays).toBe(31);
  });

  test('the two funds without a yearly plan name their denominator and get no schedule', () => {
    const shares = may.funds.map((row) => [row.id, row.share?.of, row.share?.percent.toFixed(1)]);
    expect(shares).toEqual([
      ['platform', 'planned', '16.5'],
      ['mother', 'committed', '33.3'],
      ['work', 'committed', '30.0'],
    ]);
    expect(may.funds.filter((row) => row.schedule !== null).map((row) => row.id)).toEqual([
      'platform',
    ]);
  });

  test('the matrix keeps the two makerspaces of both periods apart and lists nothing where the source is silent', () => {
    const filled = may.platforms.matrix.filter(
      (cell) => cell.added !== null || cell.total !== null,
    );
    expect(may.platforms.matrix).toHaveLength(9);
    expect(
      filled.map((cell) => [cell.level, cell.type, cell.added, cell.total, cell.same]),
    ).toEqual([
      ['national', 'incubator', null, 'platform.national.incubator', null],
      [
        'national',
        'makerspace',
        'platform.2020.national.makerspace',
        'platform.national.makerspace',
        6,
      ],
      ['national', 'xingchuang', null, 'platform.national.xingchuang', null],
      ['provincial', 'incubator', 'platform.2020.provincial.incubator', null, null],
      ['provincial', 'xingchuang', 'platform.2020.provincial.xingchuang', null, null],
      ['municipal', 'incubator', 'platform.2020.municipal.incubator', null, null],
      ['municipal', 'xingchuang', 'platform.2020.municipal.xingchuang', null, null],
    ]);
  });

  test('every panel shows figures that exist', () => {
    const codes = new Set(may.figures.map((figure) => figure.code));
    for (const panel of may.panels) {
      const named = JSON.stringify(panel.blocks).match(
        /(talent|finance|governance|project|platform)\.[\w.]+/g,
      );
      expect(named?.filter((code) => !codes.has(code))).toEqual([]);
      expect(panel.asOf).not.toBeNull();
    }
  });
});

test('the same instant gives the same records', () => {
  expect(sampleAt(RECORDED)).toEqual(dataset);
});
