import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lintCodes } from '#core/contract/lists.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { openTestApp, RECORDED, type TestApp } from './test-app.ts';

const STAFFED = 'governance.centre.departments.staffed';
const FUND = 'platform';
const YEAR = { from: '2021-01-01', to: '2021-12-31' };

type Row = {
  id: string;
  value: number;
  supersedes: string | null;
  superseded: boolean;
  recordedByName: string | null;
  approvedByName: string | null;
};
type Passport = { history: Row[]; indicator: { figure: { value: number; asOf: string } | null } };
type Problem = {
  code: string;
  fields: { path: string; message: string }[];
  questions?: { code: string; field: string; sentence: string }[];
  current?: { id: string };
};

let home: TestApp;
let cookie: string;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
  await addAccount(home, 'reporter', ['reporter'], 'd.bureau');
  await addAccount(home, 'other', ['reporter'], 'd.centre');
  await addAccount(home, 'leader', ['viewer']);
  cookie = await signIn(home, 'reporter');
});
afterEach(() => home.close());

const passport = async (code: string) =>
  (await home.json(`/indicators/${code}`)) as unknown as Passport;
const standing = async (code: string) => {
  const row = (await passport(code)).history.find((one) => !one.superseded);
  if (row === undefined) throw new Error(`the default dataset has a figure of ${code}`);
  return row;
};
const enter = (code: string, body: unknown, more: Record<string, string> = {}) =>
  send(home, 'POST', `/indicators/${code}/observations`, body, { cookie, ...more });
const pay = (body: unknown, more: Record<string, string> = {}) =>
  send(home, 'POST', `/funds/${FUND}/movements`, body, { cookie, ...more });
const problemOf = async (reply: Response) => (await reply.json()) as Problem;
const payment = { kind: 'disbursed', amountFen: 700_000_000, asOf: '2021-05-31', period: YEAR };

describe('a figure', () => {
  it('is on record under the name of who entered it, and stands from its date on', async () => {
    const before = await passport(STAFFED);
    const value = (before.indicator.figure?.value ?? 0) + 1;
    const reply = await enter(STAFFED, { value, asOf: '2021-05-31' });
    expect(reply.status).toBe(201);
    const { id } = (await reply.json()) as { id: string };
    const after = await passport(STAFFED);
    expect(after.indicator.figure).toMatchObject({ value, asOf: '2021-05-31' });
    expect(after.history.find((row) => row.id === id)).toMatchObject({
      recordedByName: 'name of reporter',
      approvedByName: null,
    });
    const then = (await home.json(`/indicators/${STAFFED}?knownAt=${RECORDED}`)) as never;
    expect((then as Passport).indicator).toEqual(before.indicator);
  });

  it('is corrected with a reason, never overwritten', async () => {
    const old = await standing(STAFFED);
    const asOf = (await passport(STAFFED)).indicator.figure?.asOf ?? '';
    const again = await enter(STAFFED, { value: old.value - 1, asOf });
    expect(again.status).toBe(409);
    expect(await problemOf(again)).toMatchObject({ code: 'conflict', current: { id: old.id } });
    const correction = { value: old.value - 1, asOf, supersedes: old.id };
    const silent = await enter(STAFFED, { ...correction, reason: '  ' });
    expect((await problemOf(silent)).fields.map((field) => field.path)).toEqual(['reason']);
    const reply = await enter(STAFFED, { ...correction, reason: '抄错一行' });
    expect(reply.status).toBe(201);
    const { history } = await passport(STAFFED);
    expect(history).toHaveLength(2);
    expect(history.find((row) => row.id === old.id)).toMatchObject({
      value: old.value,
      superseded: true,
    });
    const late = await enter(STAFFED, { ...correction, reason: '我也发现了' });
    expect(late.status).toBe(409);
    expect(await problemOf(late)).toMatchObject({
      code: 'conflict',
      current: { supersedes: old.id },
    });
  });

  it.each([
    ['in the future', STAFFED, { value: 5, asOf: '2021-06-01' }, 'asOf'],
    ['of a month that has not ended', STAFFED, { value: 5, asOf: '2021-06' }, 'asOf'],
    ['in halves of a person', 'talent.engineer.2y', { value: 1.5, asOf: '2021-05-31' }, 'value'],
    ['less than nothing', 'talent.engineer.2y', { value: -1, asOf: '2021-05-31' }, 'value'],
    [
      'of a period that ends before it begins',
      STAFFED,
      { value: 5, asOf: '2021-05-31', period: { from: '2021-05-01', to: '2021-04-01' } },
      'period',
    ],
    ['from nowhere', STAFFED, { value: 5, asOf: '2021-05-31', source: 'A99' }, 'source'],
    [
      'in place of another figure',
      STAFFED,
      { value: 5, asOf: '2021-05-31', supersedes: 'o.talent.engineer.2y', reason: 'x' },
      'supersedes',
    ],
    ['that a ledger sums', 'fund.work.disbursed', { value: 5, asOf: '2021-05-31' }, 'value'],
  ])('is refused at its field: %s', async (_, code, body, path) => {
    const rows = await home.db.selectFrom('observations').select('id').execute();
    for (const [lang, han] of [
      ['zh', true],
      ['en', false],
    ] as const) {
      const reply = await enter(code, body, { 'accept-language': lang });
      expect(reply.status).toBe(422);
      const problem = await problemOf(reply);
      expect(problem.fields.map((field) => field.path)).toEqual([path]);
      expect(/\p{Script=Han}/u.test(problem.fields[0]?.message ?? '')).toBe(han);
    }
    expect(await home.db.selectFrom('observations').select('id').execute()).toEqual(rows);
  });

  it('is asked about before it is taken, and taken once that was read', async () => {
    const { value } = await standing('talent.engineer.2y');
    const body = { value: value * 10, asOf: '2021-05-31' };
    const asked = await enter('talent.engineer.2y', body, { 'accept-language': 'zh' });
    expect(asked.status).toBe(422);
    const problem = await problemOf(asked);
    expect(problem.code).toBe('confirm-first');
    expect(problem.questions?.map(({ code, field }) => ({ code, field }))).toEqual([
      { code: 'ten-times', field: 'value' },
    ]);
    expect(problem.questions?.[0]?.sentence).toContain(`${value} 人`);
    const other = await enter('talent.engineer.2y', { ...body, confirmed: ['older-than-last'] });
    expect(other.status).toBe(422);
    const taken = await enter('talent.engineer.2y', { ...body, confirmed: ['ten-times'] });
    expect(taken.status).toBe(201);
  });

  it('that is a part is held against its whole', async () => {
    const whole = await standing('governance.centre.departments');
    const reply = await enter(STAFFED, { value: whole.value + 1, asOf: '2021-05-31' });
    expect((await problemOf(reply)).questions?.map((one) => one.code)).toEqual(['part-over-whole']);
  });

  it.each([
    ['nobody', '', 401],
    ['a viewer', 'leader', 403],
    ['another department', 'other', 403],
  ])('is not taken from %s', async (_, account, status) => {
    cookie = account === '' ? '' : await signIn(home, account);
    expect((await enter(STAFFED, { value: 5, asOf: '2021-05-31' })).status).toBe(status);
    expect((await pay(payment)).status).toBe(status);
  });

  it('belongs to its owner, once one is named', async () => {
    const [found] = sampleAt(RECORDED).indicators.filter((row) => row.code === STAFFED);
    if (found === undefined) throw new Error('the default dataset has the indicator');
    const recordedAt = '2026-01-03T00:00:00.000Z';
    await home.load({ indicators: [{ ...found, ownerDepartment: 'd.centre', recordedAt }] });
    expect((await enter(STAFFED, { value: 5, asOf: '2021-05-31' })).status).toBe(403);
    cookie = await signIn(home, 'other');
    expect((await enter(STAFFED, { value: 5, asOf: '2021-05-31' })).status).toBe(201);
  });
});

describe('a payment', () => {
  const fund = async () =>
    (await home.json(`/funds/${FUND}`)) as unknown as {
      fund: { disbursed: { amountFen: number } };
      movements: { id: string; recordedByName: string | null; kind: string }[];
    };

  it('is added to its ledger, and the figure that the ledger carries grows', async () => {
    const before = await fund();
    const reply = await pay(payment);
    expect(reply.status).toBe(201);
    const after = await fund();
    expect(after.fund.disbursed.amountFen).toBe(before.fund.disbursed.amountFen + 700_000_000);
    expect(after.movements).toHaveLength(before.movements.length + 1);
    expect(after.movements.at(-1)?.recordedByName).toBe('name of reporter');
    const figure = (await passport('fund.platform.disbursed.2021')).indicator.figure;
    expect(figure?.value).toBe(after.fund.disbursed.amountFen);
  });

  it.each([
    ['万元 for 元', { amountFen: 130_000 }, 'unit-ten-thousand'],
    ['more than the plan', { amountFen: 6_700_000_000 }, 'plan-exceeded'],
    ['outside of its year', { asOf: '2020-12-31' }, 'outside-period'],
  ])('is asked about: %s', async (_, more, code) => {
    const reply = await pay({ ...payment, ...more });
    expect((await problemOf(reply)).questions?.map((one) => one.code)).toContain(code);
  });

  it.each([
    ['a broken fen', { amountFen: 0.5 }],
    ['less than nothing', { amountFen: -1 }],
    ['a text', { amountFen: '700' }],
    ['more than can be counted', { amountFen: 2 ** 60 }],
  ])('is an integer of fen: %s', async (_, more) => {
    const reply = await pay({ ...payment, ...more });
    expect(reply.status).toBe(400);
    expect((await problemOf(reply)).fields.map((field) => field.path)).toEqual(['amountFen']);
  });

  it('is not corrected by one of another kind', async () => {
    const target = (await fund()).movements.find((row) => row.kind === 'committed')?.id;
    const reply = await pay({ ...payment, supersedes: target, reason: 'x' });
    expect((await problemOf(reply)).fields.map((field) => field.path)).toEqual(['supersedes']);
  });
});

describe('the entry sheet', () => {
  type Sheet = {
    department: { id: string } | null;
    figures: { indicator: { code: string }; standing: { id: string } | null; ageDays: number }[];
    funds: { fund: { id: string }; movements: { id: string }[]; waiting: number }[];
  };
  const sheet = async (): Promise<Sheet> =>
    (await (await home.get('/entry-sheet', { cookie })).json()) as Sheet;

  it('holds what the department enters, each with what a correction names', async () => {
    const { department, figures, funds } = await sheet();
    expect(department?.id).toBe('d.bureau');
    const entered = figures.find((row) => row.indicator.code === STAFFED);
    expect(entered?.standing?.id).toBe((await standing(STAFFED)).id);
    expect(figures.map((row) => row.indicator.code)).not.toContain('fund.work.disbursed');
    expect(funds.map((row) => row.fund.id)).toContain(FUND);
    const reply = await pay(payment);
    const { id } = (await reply.json()) as { id: string };
    const now = (await sheet()).funds.find((row) => row.fund.id === FUND);
    expect(now?.movements.map((row) => row.id)).toContain(id);
  });

  it('is empty for another department, and for who only reads', async () => {
    for (const account of ['other', 'leader']) {
      cookie = await signIn(home, account);
      expect(await sheet()).toMatchObject({ figures: [], funds: [] });
    }
  });
});

describe('what may be corrected', () => {
  type Page = {
    items: { id: string; value: number; movement: string | null }[];
    next: string | null;
  };
  const page = async (item: string, search: string): Promise<Page> => {
    const reply = await home.get(`/entry-sheet/${item}${search}`, { cookie });
    expect(reply.status).toBe(200);
    return (await reply.json()) as Page;
  };

  it('is listed page by page, newest first, each once, and nothing that was corrected', async () => {
    const made: string[] = [];
    for (const asOf of ['2021-03-31', '2021-05-31', '2021-04-30']) {
      const reply = await pay({ ...payment, asOf, confirmed: [...lintCodes] });
      made.push(((await reply.json()) as { id: string }).id);
    }
    const [march = '', may = '', april = ''] = made;
    const mend = { supersedes: march, reason: '抄错', confirmed: [...lintCodes] };
    const fixed = await pay({ ...payment, asOf: '2021-03-31', ...mend });
    const { id: mended } = (await fixed.json()) as { id: string };
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const more: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { items, next }: Page = await page(`fund:${FUND}`, `?limit=2${more}`);
      seen.push(...items.map(({ id }) => id));
      cursor = next;
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => [march, may, april, mended].includes(id))).toEqual([
      may,
      april,
      mended,
    ]);
  });

  it('of a figure is every value that stands, not only the last', async () => {
    const first = await standing(STAFFED);
    await enter(STAFFED, { value: first.value + 1, asOf: '2021-05-31' });
    const { items, next } = await page(`figure:${STAFFED}`, '');
    expect(items.map(({ value }) => value)).toEqual([first.value + 1, first.value]);
    expect(next).toBeNull();
    const body = { value: first.value - 1, asOf: '2021-05-15', supersedes: items[1]?.id };
    const corrected = await enter(STAFFED, {
      ...body,
      reason: '抄错',
      confirmed: ['older-than-last'],
    });
    expect(corrected.status).toBe(201);
  });

  it('is no business of another department, and is nothing where there is nothing', async () => {
    for (const item of ['figure:none', 'fund:none', 'task:t.jiebang', 'figure'])
      expect((await home.get(`/entry-sheet/${item}`, { cookie })).status).toBe(404);
    cookie = await signIn(home, 'other');
    for (const item of [`figure:${STAFFED}`, `fund:${FUND}`])
      expect((await home.get(`/entry-sheet/${item}`, { cookie })).status).toBe(404);
  });
});
