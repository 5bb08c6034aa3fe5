import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Minutes } from '#core/contract/meeting.ts';
import { addAccount, send, signIn } from './accounts.ts';
import { addRunning } from './meetings.ts';
import { openTestApp, type TestApp } from './test-app.ts';

let home: TestApp;
let cookie: string;
let meeting: string;
beforeEach(async () => {
  home = await openTestApp({ services: { choices: true } });
  await addAccount(home, 'office', ['reviewer']);
  cookie = await signIn(home, 'office');
  meeting = await addRunning(home);
});
afterEach(() => home.close());

const write = (method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
  send(home, method, path, body, { cookie, ...more });

const decide = async (item: string, words: string, more: Record<string, unknown> = {}) => {
  const body = { item, kind: 'words', words, ...more };
  const reply = await write('POST', `/meetings/${meeting}/resolutions`, body);
  expect(reply.status).toBe(201);
  return ((await reply.json()) as { id: string }).id;
};

const minutes = async (lang = 'zh') =>
  (await home.json(`/meetings/${meeting}/minutes?lang=${lang}`)) as unknown as Minutes;

it('tell what was shown and what was decided on it, in the order of the agenda', async () => {
  const taken = await decide('changes', '收回');
  await decide('funds', '请财政局会后说明');
  await decide('task:t.jiebang', '两周内补报', { kind: 'task', owner: 'd.bureau' });
  await write('DELETE', `/resolutions/${taken}`);
  const { items, meeting: head, states } = await minutes();
  expect(head).toMatchObject({ id: meeting, state: 'running' });
  expect(items[0]).toEqual({
    key: 'changes',
    title: '新登记 9 项任务，完成 2 个节点，1 个节点今日到期；资金没有新数',
    resolutions: [],
  });
  expect(items.filter((item) => item.resolutions.length > 0).map((item) => item.key)).toEqual([
    'task:t.jiebang',
    'funds',
  ]);
  expect(states.map((state) => state.sentence)).toEqual([
    '只作记录。',
    '会议还没有关闭，尚未落实。',
  ]);

  expect((await write('POST', `/meetings/${meeting}/close`)).status).toBe(200);
  expect((await minutes('en')).states.map(({ light, sentence }) => [light, sentence])).toEqual([
    [null, 'Kept in the minutes only.'],
    ['none', 'Never reported since it was registered, and no milestone is ticked.'],
  ]);
});

it('leave out what was dropped, unless something was decided on it', async () => {
  const { agenda, meeting: head } = (await home.json(`/meetings/${meeting}`)) as {
    agenda: { key: string }[];
    meeting: { agendaVersion: string };
  };
  await decide('funds', '会后说明');
  const items = agenda.map((item) => ({
    ...item,
    shown: item.key !== 'funds' && item.key !== 'platforms',
  }));
  const own = {
    key: 'own:a',
    kind: 'own',
    shown: true,
    title: '省厅通报',
    text: null,
    notes: '不外传',
    minutes: null,
    ask: null,
  };
  const saved = await write(
    'PUT',
    `/meetings/${meeting}/agenda`,
    { items: [...items, own] },
    { 'if-match': `"${head.agendaVersion}"` },
  );
  expect(saved.status).toBe(200);
  const shown = await minutes();
  const keys = shown.items.map((item) => item.key);
  expect(keys).toContain('funds');
  expect(keys).not.toContain('platforms');
  expect(shown.items.at(-1)).toEqual({ key: 'own:a', title: '省厅通报', resolutions: [] });
  expect(JSON.stringify(shown)).not.toContain('不外传');
});

it('say that their numbers are of a simulated date, and only then', async () => {
  expect((await minutes()).simulated).toBe(false);
  const later = { title: '预演', date: '2021-07-01', asOf: '2021-06-30', compare: '2021-04-30' };
  const { id } = (await (await write('POST', '/meetings', later)).json()) as { id: string };
  meeting = id;
  expect((await minutes()).simulated).toBe(true);
  expect((await write('POST', `/meetings/${id}/snapshot`, {})).status).toBe(201);
  expect((await minutes('en')).simulated).toBe(true);
});
