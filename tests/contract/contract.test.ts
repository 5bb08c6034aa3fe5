/** The same questions to every home: each reply fits the contract, and equal questions give equal bytes everywhere. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { boardSchema } from '#core/contract/board.ts';
import { fundDetailSchema } from '#core/contract/fund.ts';
import { indicatorListSchema } from '#core/contract/indicator.ts';
import { problemSchema } from '#core/contract/problem.ts';
import {
  CORRECTED,
  EARLY_QUESTION,
  type Home,
  homes,
  PAID_FEN,
  PAID_FEN_CORRECTED,
  RECORDED,
} from './homes.ts';
import { badQuestions, documents, questions } from './questions.ts';

/** What a home may add of its own: about the connection, and the name of one request. */
const OWN_HEADERS = ['connection', 'date', 'keep-alive', 'transfer-encoding', 'x-request-id'];

type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

async function replyOf(response: Response): Promise<Reply> {
  const headers = [...response.headers].filter(([header]) => !OWN_HEADERS.includes(header));
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    body: await response.text(),
  };
}

/** What each home answered, by its name and the question's path. */
const replies = new Map<string, Map<string, Reply>>();

describe.each(homes)('$name', ({ name, overHttp, open }) => {
  const answered = new Map<string, Reply>();
  let home: Home;

  beforeAll(async () => {
    home = await open();
    replies.set(name, answered);
  });
  afterAll(() => home.close());

  const ask = (path: string, init?: RequestInit) => home.ask(path, init);

  async function reply(path: string): Promise<Reply> {
    const given = await replyOf(await ask(path));
    answered.set(path, given);
    return given;
  }

  test('is asked the way it is used', async () => {
    const response = await ask('/api/health');
    await response.arrayBuffer();
    expect(response.headers.has('date')).toBe(overHttp);
  });

  test.each(questions)('answers $path by the contract', async ({ path, schema }) => {
    const { status, headers, body } = await reply(path);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    schema.parse(JSON.parse(body));
  });

  test.each(documents)('answers %s', async (path) => {
    expect((await reply(path)).status).toBe(200);
  });

  test.each(badQuestions)('refuses $title', async ({ path, suggestion, field, ...expected }) => {
    const { status, headers, body } = await reply(path);
    expect(status).toBe(expected.status);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const problem = problemSchema.parse(JSON.parse(body));
    expect(problem).toMatchObject({ status, code: expected.code });
    expect(problem.fields.map((fault) => fault.path)).toEqual(field === null ? [] : [field]);
    if (suggestion !== undefined) expect(problem.suggestion).toBe(suggestion);
  });

  test('refuses to be written to where it only answers', async () => {
    const response = await ask('/api/board', { method: 'POST' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
    expect(problemSchema.parse(await response.json()).code).toBe('method-not-allowed');
  });

  test('answers 304, without a body, to who has the picture already', async () => {
    const first = await ask('/api/board?lang=zh');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    await first.arrayBuffer();
    const again = await ask('/api/board?lang=zh', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(again.headers.get('etag')).toBe(etag);
    expect(await again.text()).toBe('');
    const other = await ask('/api/board?lang=en', { headers: { 'if-none-match': etag } });
    expect(other.status).toBe(200);
    await other.arrayBuffer();
  });

  test('HEAD tells what GET would send, without sending it', async () => {
    const get = await ask('/api/board?lang=zh');
    const head = await ask('/api/board?lang=zh', { method: 'HEAD' });
    expect(head.headers.get('etag')).toBe(get.headers.get('etag'));
    expect(head.headers.get('content-length')).toBe(String((await get.arrayBuffer()).byteLength));
    expect(await head.text()).toBe('');
  });

  test('speaks the language that the caller prefers, unless the question names one', async () => {
    const english = { headers: { 'accept-language': 'en-GB,zh;q=0.5' } };
    const preferred = boardSchema.parse(await (await ask('/api/board', english)).json());
    expect(preferred.lang).toBe('en');
    const named = boardSchema.parse(await (await ask('/api/board?lang=zh', english)).json());
    expect(named.lang).toBe('zh');
  });

  test.each([
    ['before the correction', RECORDED, PAID_FEN],
    ['from the correction on', CORRECTED, PAID_FEN_CORRECTED],
  ])('shows what was known %s', async (_when, knownAt, paid) => {
    const { fund } = fundDetailSchema.parse(
      await (await ask(`/api/funds/platform?knownAt=${knownAt}`)).json(),
    );
    expect(fund.disbursed?.amountFen).toBe(paid);
  });

  test('a picture that was given once stays as it was given, whatever is corrected later', async () => {
    expect(await (await ask(EARLY_QUESTION)).text()).toBe(home.early);
  });

  test('its pages of a list, put together, are the list', async () => {
    const whole = indicatorListSchema.parse(await (await ask('/api/indicators')).json());
    expect(whole.next).toBeNull();
    const codes: string[] = [];
    let cursor: string | null = null;
    do {
      const from: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = indicatorListSchema.parse(
        await (await ask(`/api/indicators?limit=7${from}`)).json(),
      );
      codes.push(...page.items.map(({ code }) => code));
      cursor = page.next;
    } while (cursor !== null);
    expect(codes).toEqual(whole.items.map(({ code }) => code));
  });
});

describe('equal questions, asked of every home', () => {
  const asked = [
    ...questions.map(({ path }) => ({ title: path, path })),
    ...badQuestions,
    ...documents.map((path) => ({ title: path, path })),
  ];

  test.each(asked)('give equal bytes: $title', ({ path }) => {
    const [first, ...others] = homes.map(({ name }) => replies.get(name)?.get(path));
    expect(first).toBeDefined();
    for (const other of others) expect(other).toEqual(first);
  });
});
