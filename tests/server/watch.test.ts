import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Watch } from '#core/contract/watch.ts';
import { sampleAt } from '#core/sample/sample.ts';
import { appendSubmission } from '#server/entries/submissions.repository.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { NOW, openTestApp, RECORDED, type TestApp } from './test-app.ts';

const sample = sampleAt(RECORDED);
const LATER = '2026-01-03T00:00:00.000Z';
const FIGURE = 'governance.centre.departments.staffed';

let home: TestApp;
let cookie: string;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
  await addAccount(home, 'reporter', ['reporter'], 'd.bureau');
  await addAccount(home, 'reviewer', ['reviewer']);
  cookie = await signIn(home, 'reporter');
});
afterEach(() => home.close());

const watch = async (who = cookie) =>
  (await (await home.get('/watch', { cookie: who })).json()) as Watch;

it('needs somebody who may read', async () => {
  expect((await home.get('/watch')).status).toBe(401);
});

it('says how much is not judged because no rhythm is set', async () => {
  const { silent, unjudged, disagreements } = await watch();
  expect({ silent, disagreements }).toEqual({ silent: [], disagreements: [] });
  expect(unjudged.indicators).toBe(sample.indicators.length);
  expect(unjudged.tasks).toBeGreaterThan(0);
});

it('names whoever has gone silent, once a rhythm is set', async () => {
  const indicator = sample.indicators.find((row) => row.code === FIGURE);
  const task = sample.tasks.find((row) => row.ownerDepartment === 'd.bureau');
  if (indicator === undefined || task === undefined)
    throw new Error('the default dataset has both');
  await home.load({
    indicators: [{ ...indicator, rhythmDays: 1, recordedAt: LATER }],
    tasks: [{ ...task, rhythmDays: 1, registeredOn: '2021-01-01', recordedAt: LATER }],
  });
  const { silent, silentTotal, unjudged } = await watch();
  expect(silentTotal).toBe(2);
  expect(silent.map((row) => row.id).toSorted()).toEqual([FIGURE, task.id].toSorted());
  expect(silent.find((row) => row.kind === 'task')).toMatchObject({ rhythmDays: 1 });
  expect(unjudged.indicators).toBe(sample.indicators.length - 1);
  // Each row leads to where it is mended: for whoever enters it, to its field.
  const itemFor = async (who?: string) =>
    (await watch(who)).silent.find((row) => row.id === FIGURE)?.item;
  expect(await itemFor()).toBe(`figure:${FIGURE}`);
  await addAccount(home, 'other', ['reporter'], 'd.centre');
  expect(await itemFor(await signIn(home, 'other'))).toBeNull();
  expect(await itemFor(await signIn(home, 'reviewer'))).toBeNull();
});

it('a silent figure that a ledger carries is mended at its fund', async () => {
  const carried = sample.indicators.find((row) => row.ledger !== null);
  if (carried?.ledger == null) throw new Error('the default dataset has one');
  await home.load({ indicators: [{ ...carried, rhythmDays: 1, recordedAt: LATER }] });
  expect((await watch()).silent).toMatchObject([
    { id: carried.code, item: `fund:${carried.ledger.fund}` },
  ]);
});

it('sets an owner’s word beside the dates', async () => {
  const task = sample.tasks.find(
    (row) =>
      row.ownerDepartment === 'd.bureau' &&
      row.due === null &&
      sample.milestones.every((step) => step.task !== row.id),
  );
  if (task === undefined) throw new Error('the default dataset has a task without dates');
  const { version } = await home.json(`/tasks/${task.id}`);
  await send(
    home,
    'POST',
    `/tasks/${task.id}/check-ins`,
    { status: 'blocked', difficulty: '缺编制' },
    { cookie, 'if-match': `"${version}"` },
  );
  expect((await watch()).disagreements).toMatchObject([
    { kind: 'worse-said', task: task.id, declared: 'blocked', computed: 'ok' },
  ]);
});

it('shows what waits for review: all of it to a reviewer, their own to others', async () => {
  const [bureau] = sample.departments;
  if (bureau === undefined) throw new Error('the default dataset has a department');
  await home.load({ departments: [{ ...bureau, review: true, recordedAt: LATER }] });
  const body = { value: 3, asOf: '2021-05-31' };
  await send(home, 'POST', `/indicators/${FIGURE}/observations`, body, { cookie });
  expect(await watch()).toMatchObject({ waitingTotal: 1, waiting: [{ subject: FIGURE }] });
  expect((await watch(await signIn(home, 'reviewer'))).waitingTotal).toBe(1);
  await addAccount(home, 'other', ['reporter'], 'd.bureau');
  expect((await watch(await signIn(home, 'other'))).waitingTotal).toBe(0);
});

describe('more than a page', () => {
  const COUNT = 230;
  const ofAuthor = (n: number): string => (n % 2 === 0 ? 'reporter' : 'other');

  beforeEach(async () => {
    const indicator = sample.indicators.find((row) => row.code === FIGURE);
    if (indicator === undefined) throw new Error('the default dataset has the figure');
    const copies = Array.from({ length: COUNT }, (_, n) => ({
      ...indicator,
      code: `copy.${String(n).padStart(3, '0')}`,
      ordinal: 1000 + n,
      rhythmDays: 1,
      recordedAt: LATER,
    }));
    await home.load({ indicators: copies });
    for (let n = 0; n < COUNT; n += 1)
      await appendSubmission(home.db, {
        id: `s.${String(n).padStart(3, '0')}`,
        kind: 'check-in',
        subject: 't.jiebang',
        department: 'd.bureau',
        input: {
          status: 'in_progress',
          ticks: [],
          progress: `${n}`,
          difficulty: null,
          next: null,
          files: [],
          mends: null,
        },
        recordedAt: NOW,
        recordedBy: ofAuthor(n),
      });
  });

  const pagesOf = async (who: string): Promise<Watch[]> => {
    const read: Watch[] = [];
    for (let cursor: string | null = ''; cursor !== null; cursor = read.at(-1)?.next ?? null) {
      const reply = await home.get(`/watch${cursor === '' ? '' : `?cursor=${cursor}`}`, {
        cookie: who,
      });
      expect(reply.status).toBe(200);
      read.push((await reply.json()) as Watch);
    }
    return read;
  };

  it('is told page by page, each row once, under the same counts', async () => {
    const pages = await pagesOf(await signIn(home, 'reviewer'));
    expect(pages.map((page) => [page.silent.length, page.waiting.length])).toEqual([
      [100, 100],
      [100, 100],
      [30, 30],
    ]);
    expect(new Set(pages.flatMap((page) => page.silent.map((row) => row.id))).size).toBe(COUNT);
    expect(new Set(pages.flatMap((page) => page.waiting.map((row) => row.id))).size).toBe(COUNT);
    for (const page of pages)
      expect(page).toMatchObject({ silentTotal: COUNT, waitingTotal: COUNT });
  });

  it('of what waits is one’s own, and ends before the other lists do', async () => {
    const pages = await pagesOf(cookie);
    expect(pages.map((page) => page.waiting.length)).toEqual([100, 15, 0]);
    expect(pages.at(-1)?.silent).toHaveLength(30);
    const authors = pages.flatMap((page) => page.waiting.map((row) => row.submittedBy));
    expect(new Set(authors)).toEqual(new Set(['reporter']));
  });

  it.each(['x', 'MTAw', 'LTEwIA'])('a cursor of its own making is refused: %s', async (cursor) => {
    const reply = await home.get(`/watch?cursor=${cursor}`, { cookie });
    expect(reply.status).toBe(400);
    expect(await reply.json()).toMatchObject({ fields: [{ path: 'cursor' }] });
  });
});
