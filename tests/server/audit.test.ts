/** The audit trail over the API: who may read it, by what, and as a file that no spreadsheet runs. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendAudit } from '#server/audit/audit.repository.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { openTestApp, type TestApp } from './test-app.ts';

let home: TestApp;
let cookie: string;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
  await addAccount(home, 'admin', ['administrator']);
  await addAccount(home, 'reporter', ['reporter'], 'd.bureau');
  cookie = await signIn(home, 'admin');
  await signIn(home, 'reporter');
  // Refused: nobody signed in.
  await send(home, 'POST', '/tasks/t.jiebang/check-ins', { status: 'done' });
});
afterEach(() => home.close());

type Row = { seq: number; actor: string | null; action: string; outcome: string; code: string };

const read = async (path: string) => {
  const reply = await home.get(path, { cookie });
  const body = (await reply.json()) as { items: Row[]; next: string | null; code?: string };
  return { status: reply.status, ...body };
};
const seqs = async (query: string) => (await read(`/audit?${query}`)).items.map(({ seq }) => seq);

describe('GET /audit', () => {
  it('is for those who may read the trail', async () => {
    expect((await home.get('/audit')).status).toBe(401);
    const other = await signIn(home, 'reporter');
    for (const path of ['/audit', '/audit/verify', '/audit/export'])
      expect((await home.get(path, { cookie: other })).status).toBe(403);
  });

  it('gives the newest first, page by page', async () => {
    const first = await read('/audit?limit=2');
    expect(first.items.map(({ seq, code }) => [seq, code])).toEqual([
      [3, 'unauthenticated'],
      [2, null],
    ]);
    expect(await seqs(`limit=2&cursor=${first.next}`)).toEqual([1]);
  });

  it('takes filters, days of the bureau among them', async () => {
    expect(await seqs('outcome=refused')).toEqual([3]);
    expect(await seqs('action=session')).toEqual([2, 1]);
    expect(await seqs('subject=/tasks')).toEqual([3]);
    expect(await seqs('actor=nobody')).toEqual([]);
    // The clock of the test stands at 16:00 of the bureau's 1 March.
    expect(await seqs('from=2026-03-01&to=2026-03-01')).toEqual([3, 2, 1]);
    expect(await seqs('from=2026-03-02')).toEqual([]);
    expect(await seqs('to=2026-02-28')).toEqual([]);
  });

  it.each(['cursor=x', 'cursor=LTE', 'outcome=maybe', 'from=yesterday', 'who=me'])(
    'refuses %s',
    async (query) => {
      expect((await read(`/audit?${query}`)).status).toBe(400);
    },
  );
});

it('GET /audit/verify says that it is whole', async () => {
  expect(await read('/audit/verify')).toMatchObject({ ok: true, rows: 3 });
});

describe('GET /audit/export', () => {
  it('is a CSV file with the same rows, in which no text is a formula', async () => {
    await home.db.transaction().execute((tx) =>
      appendAudit(tx, {
        at: '2026-03-01T09:00:00.000Z',
        actor: 'x',
        actorName: '=HYPERLINK("http://a","b")',
        address: null,
        action: '+1',
        subject: '@sum',
        outcome: 'done',
        code: null,
        before: null,
        after: { note: 'a "quoted" word,\nand a line' },
      }),
    );
    const reply = await home.get('/audit/export?action=%2B1', { cookie });
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment;.*audit-2021-05-31\.csv/);
    const bytes = new Uint8Array(await reply.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, row] = new TextDecoder().decode(bytes).trimEnd().split('\r\n');
    expect(head).toBe(
      'seq,at,actor,actorName,address,action,subject,outcome,code,before,after,hash',
    );
    expect(row).toMatch(
      /^4,2026-03-01T09:00:00.000Z,x,"'=HYPERLINK\(""http:\/\/a"",""b""\)",,'\+1,'@sum,done,,,"\{""note"":""a \\""quoted\\"" word,\\nand a line""\}",[0-9a-f]{64}$/,
    );
  });
});
