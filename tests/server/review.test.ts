import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SubmissionDetail } from '#core/contract/entry-sheet.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { openTestApp, RECORDED, type TestApp } from './test-app.ts';

const STAFFED = 'governance.centre.departments.staffed';
const TASK = 't.jiebang';

let home: TestApp;
let author: string;
let reviewer: string;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
  const [bureau] = sampleAt(RECORDED).departments;
  if (bureau === undefined) throw new Error('the default dataset has a department');
  await home.load({
    departments: [{ ...bureau, review: true, recordedAt: '2026-01-03T00:00:00.000Z' }],
  });
  await addAccount(home, 'author', ['reporter'], 'd.bureau');
  await addAccount(home, 'colleague', ['reporter'], 'd.bureau');
  await addAccount(home, 'reviewer', ['reviewer']);
  await addAccount(home, 'both', ['reporter', 'reviewer'], 'd.bureau');
  author = await signIn(home, 'author');
  reviewer = await signIn(home, 'reviewer');
});
afterEach(() => home.close());

const figure = async () =>
  (await home.json(`/indicators/${STAFFED}`)) as unknown as {
    indicator: { figure: { value: number } };
    history: { id: string; recordedByName: string; approvedByName: string; recordedAt: string }[];
  };

const putForward = async (body: unknown, cookie = author): Promise<string> => {
  const reply = await send(home, 'POST', `/indicators/${STAFFED}/observations`, body, { cookie });
  expect(reply.status).toBe(201);
  const { outcome, submission } = (await reply.json()) as { outcome: string; submission: string };
  expect(outcome).toBe('waiting');
  return submission;
};

const review = (id: string, body: unknown, cookie = reviewer) =>
  send(home, 'POST', `/submissions/${id}/review`, body, { cookie });

const list = async (cookie: string, query = '') => {
  const reply = await home.get(`/submissions${query}`, { cookie });
  return ((await reply.json()) as { items: { id: string; state: string }[] }).items;
};

const detail = async (id: string, cookie = reviewer) =>
  (await (await home.get(`/submissions/${id}`, { cookie })).json()) as SubmissionDetail;

describe('what is put forward', () => {
  it('shows nowhere until it is accepted, and then under both names', async () => {
    const before = await figure();
    const board = await home.json('/board');
    const value = before.indicator.figure.value + 1;
    const id = await putForward({ value, asOf: '2021-05-31' });
    expect(await figure()).toEqual({ ...before, knownAt: expect.any(String) });
    expect((await home.json('/board')).figures).toEqual(board.figures);
    const reply = await review(id, { verdict: 'accepted' });
    expect(reply.status).toBe(200);
    expect(await reply.json()).toMatchObject({
      state: 'accepted',
      reviewedByName: 'name of reviewer',
    });
    const after = await figure();
    expect(after.indicator.figure.value).toBe(value);
    expect(after.history.at(-1)).toMatchObject({
      recordedByName: 'name of author',
      approvedByName: 'name of reviewer',
    });
    // It was not known before it was accepted.
    const then = await home.json(`/indicators/${STAFFED}?knownAt=2026-02-28T00:00:00.000Z`);
    expect(then.indicator).toEqual(before.indicator);
  });

  it('is seen by reviewers and by its author, with the picture before and after', async () => {
    const before = await figure();
    const value = before.indicator.figure.value + 1;
    const id = await putForward({ value, asOf: '2021-05-31' });
    expect((await list(reviewer, '?state=waiting')).map((row) => row.id)).toEqual([id]);
    expect((await list(author)).map((row) => row.id)).toEqual([id]);
    const colleague = await signIn(home, 'colleague');
    expect(await list(colleague)).toEqual([]);
    expect((await home.get(`/submissions/${id}`, { cookie: colleague })).status).toBe(404);
    const { change, faults, questions } = await detail(id);
    if (change.kind !== 'observation') throw new Error(change.kind);
    expect(change.before.figure?.value).toBe(before.indicator.figure.value);
    expect(change.after.figure).toMatchObject({ value, asOf: '2021-05-31' });
    expect({ faults, questions }).toEqual({ faults: [], questions: [] });
  });

  it('is never reviewed by its author, nor by who may not, nor twice', async () => {
    const own = await signIn(home, 'both');
    const id = await putForward({ value: 3, asOf: '2021-05-31' }, own);
    expect((await review(id, { verdict: 'accepted' }, own)).status).toBe(403);
    expect((await review(id, { verdict: 'accepted' }, author)).status).toBe(403);
    expect((await review(id, { verdict: 'accepted' }, '')).status).toBe(401);
    expect((await list(reviewer, '?state=waiting')).map((row) => row.id)).toEqual([id]);
    await review(id, { verdict: 'accepted' });
    const again = await review(id, { verdict: 'returned', comment: 'too late' });
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: 'conflict', current: { state: 'accepted' } });
  });

  it('is returned with a word, which its author reads', async () => {
    const before = await figure();
    const id = await putForward({ value: 3, asOf: '2021-05-31' });
    const silent = await review(id, { verdict: 'returned' });
    expect(silent.status).toBe(400);
    expect(await silent.json()).toMatchObject({ fields: [{ path: 'comment' }] });
    expect((await review(id, { verdict: 'returned', comment: '请附名单' })).status).toBe(200);
    expect(await list(author, '?state=returned')).toMatchObject([
      { id, state: 'returned', comment: '请附名单', input: { value: 3 } },
    ]);
    expect((await figure()).history).toEqual(before.history);
  });

  it('that was returned is told to its author until something was put forward again', async () => {
    const returned = async (cookie: string) =>
      (
        (await (await home.get('/returns', { cookie })).json()) as { items: { id: string }[] }
      ).items.map((row) => row.id);
    const id = await putForward({ value: 3, asOf: '2021-05-31' });
    expect(await returned(author)).toEqual([]);
    await review(id, { verdict: 'returned', comment: '请附名单' });
    expect(await returned(author)).toEqual([id]);
    expect(await returned(reviewer)).toEqual([]);
    expect(await returned(await signIn(home, 'colleague'))).toEqual([]);
    // A correction of another figure does not mend it.
    const elsewhere = '/indicators/platform.city.total/observations';
    const other = { value: 30, asOf: '2021-05-31', confirmed: ['ten-times', 'part-over-whole'] };
    await send(home, 'POST', elsewhere, other, { cookie: author });
    expect(await returned(author)).toEqual([id]);
    await putForward({ value: 4, asOf: '2021-05-31' });
    expect(await returned(author)).toEqual([]);
  });

  it('that was returned is mended, too, by what is recorded without a review', async () => {
    const id = await putForward({ value: 3, asOf: '2021-05-31' });
    await review(id, { verdict: 'returned', comment: '请附名单' });
    const [bureau] = sampleAt(RECORDED).departments;
    if (bureau === undefined) throw new Error('the default dataset has a department');
    await home.load({
      departments: [{ ...bureau, review: false, recordedAt: '2027-01-03T00:00:00.000Z' }],
    });
    const body = { value: 4, asOf: '2021-05-30' };
    const reply = await send(home, 'POST', `/indicators/${STAFFED}/observations`, body, {
      cookie: author,
    });
    expect(await reply.json()).toMatchObject({ outcome: 'recorded' });
    expect(await (await home.get('/returns', { cookie: author })).json()).toMatchObject({
      items: [],
    });
  });

  it('that no longer fits the record is not accepted, and says what changed', async () => {
    const [first, second] = [
      await putForward({ value: 3, asOf: '2021-05-31' }),
      await putForward({ value: 4, asOf: '2021-05-31' }),
    ];
    expect((await review(first, { verdict: 'accepted' })).status).toBe(200);
    expect((await detail(second)).faults.map((fault) => fault.path)).toEqual(['asOf']);
    const late = await review(second, { verdict: 'accepted' });
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({ code: 'conflict', current: { value: 3 } });
    expect((await list(reviewer, '?state=waiting')).map((row) => row.id)).toEqual([second]);
  });

  it('raises its questions again, for the reviewer to confirm', async () => {
    const { value } = (await figure()).indicator.figure;
    const id = await putForward({ value, asOf: '2021-05-31' });
    // Meanwhile a figure came in beside which this one looks odd.
    await home.load({
      observations: [
        {
          id: 'late',
          indicator: STAFFED,
          value: value * 10,
          qualifier: 'exact',
          period: null,
          asOf: '2021-05-30',
          source: null,
          supersedes: null,
          reason: null,
          submission: null,
          recordedAt: '2026-04-01T00:00:00.000Z',
          recordedBy: 'test',
        },
      ],
    });
    expect((await detail(id)).questions.map((one) => one.code)).toContain('ten-times');
    const asked = await review(id, { verdict: 'accepted' });
    expect(asked.status).toBe(422);
    expect(await asked.json()).toMatchObject({ code: 'confirm-first' });
    const reply = await review(id, { verdict: 'accepted', confirmed: ['ten-times'] });
    expect(reply.status).toBe(200);
  });
});

describe('a check-in and a payment go the same way', () => {
  it('a returned payment is mended by the one that says so, and by no other', async () => {
    const confirmed = ['plan-exceeded', 'ten-times', 'outside-period', 'older-than-last'];
    const pay = async (body: object) => {
      const sent = { kind: 'disbursed', asOf: '2021-05-31', confirmed, ...body };
      return send(home, 'POST', '/funds/platform/movements', sent, { cookie: author });
    };
    const { submission: first } = (await (await pay({ amountFen: 700_000_000 })).json()) as {
      submission: string;
    };
    await review(first, { verdict: 'returned', comment: '请附名单' });
    const open = async () => {
      const reply = await home.get('/returns', { cookie: author });
      return ((await reply.json()) as { items: { id: string }[] }).items.map((row) => row.id);
    };
    expect((await pay({ amountFen: 100_000_000 })).status).toBe(201);
    expect(await open()).toEqual([first]);
    const wrong = await pay({ amountFen: 100_000_001, mends: 'x' });
    expect(wrong.status).toBe(422);
    expect(await wrong.json()).toMatchObject({ fields: [{ path: 'mends' }] });
    expect((await pay({ amountFen: 710_000_000, mends: first })).status).toBe(201);
    expect(await open()).toEqual([]);
  });

  it('a check-in shows the task as it would be, and ticks once it is accepted', async () => {
    const { version, task } = (await home.json(`/tasks/${TASK}`)) as never as {
      version: string;
      task: { milestones: { id: string }[]; done: number };
    };
    const milestone = task.milestones[0]?.id;
    const body = {
      status: 'in_progress',
      ticks: [{ milestone, doneOn: '2021-05-31' }],
      progress: '框架已搭好',
    };
    const headers = { cookie: author, 'if-match': `"${version}"` };
    const reply = await send(home, 'POST', `/tasks/${TASK}/check-ins`, body, headers);
    const { submission } = (await reply.json()) as { submission: string };
    const { change } = await detail(submission);
    if (change.kind !== 'check-in') throw new Error(change.kind);
    expect([change.before.done, change.after.done]).toEqual([task.done, task.done + 1]);
    expect(change.checkIn).toMatchObject({
      progress: '框架已搭好',
      recordedByName: 'name of author',
    });
    expect((await review(submission, { verdict: 'accepted' })).status).toBe(200);
    const after = (await home.json(`/tasks/${TASK}`)) as never as {
      task: { done: number };
      checkIns: object[];
      waiting: number;
    };
    expect(after).toMatchObject({
      waiting: 0,
      task: { done: task.done + 1 },
      checkIns: [{ recordedByName: 'name of author', approvedByName: 'name of reviewer' }],
    });
    // The same milestone again, put forward before anybody looked.
    const again = await send(home, 'POST', `/tasks/${TASK}/check-ins`, body, {
      cookie: author,
      'if-match': `"${(await home.json(`/tasks/${TASK}`)).version}"`,
    });
    expect(again.status).toBe(422);
  });

  it('a payment shows the fund as it would be', async () => {
    const body = {
      kind: 'disbursed',
      amountFen: 700_000_000,
      asOf: '2021-05-31',
      period: { from: '2021-01-01', to: '2021-12-31' },
    };
    const reply = await send(home, 'POST', '/funds/platform/movements', body, { cookie: author });
    const { submission } = (await reply.json()) as { submission: string };
    const { change } = await detail(submission);
    if (change.kind !== 'movement') throw new Error(change.kind);
    const [before, after] = [change.before, change.after].map((one) => one.disbursed?.amountFen);
    expect((after ?? 0) - (before ?? 0)).toBe(700_000_000);
    expect((await review(submission, { verdict: 'accepted' })).status).toBe(200);
    const { fund } = (await home.json('/funds/platform')) as never as {
      fund: { disbursed: { amountFen: number } };
    };
    expect(fund.disbursed.amountFen).toBe(after);
  });
});
