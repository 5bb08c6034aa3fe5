import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ExportJob } from '#core/contract/export.ts';
import { readOffice, wordsOf } from '#tests/setup/office-file.ts';
import { type NodeMock, startNodeMock } from './node.ts';

const API = 'http://cockpit.test/api';
let mock: NodeMock;

beforeAll(async () => {
  mock = await startNodeMock();
  mock.use('normal');
});
afterAll(() => mock.close());

async function send<T>(to: string, body: unknown): Promise<T> {
  const reply = await fetch(`${API}${to}`, { method: 'POST', body: JSON.stringify(body) });
  const json: unknown = await reply.json();
  if (reply.status >= 400) throw new Error(`${to}: ${JSON.stringify(json)}`);
  return json as T;
}

const read = async <T>(to: string): Promise<T> => (await (await fetch(`${API}${to}`)).json()) as T;

test('the demo makes files of a frozen meeting in the page', { timeout: 120_000 }, async () => {
  await send('/session', { choice: 'demo.4-reviewer' });
  const asOf = '2021-05-31';
  const { id } = await send<{ id: string }>('/meetings', { title: '五月例会', date: asOf, asOf });
  await send(`/meetings/${id}/snapshot`, {});
  expect((await read<{ formats: string[] }>('/exports')).formats).not.toContain('pdf');
  for (const [format, part] of [
    ['xlsx', /sharedStrings/],
    ['pptx', /^ppt\/slides\//],
  ] as const) {
    const job = await send<ExportJob>(`/meetings/${id}/exports`, { format, lang: 'zh' });
    await vi.waitFor(
      async () => expect((await read<ExportJob>(`/exports/${job.id}`)).state).toBe('done'),
      { timeout: 50_000, interval: 100 },
    );
    const file = await fetch(`${API}/exports/${job.id}/file`);
    const office = await readOffice(new Uint8Array(await file.arrayBuffer()));
    expect(wordsOf(office, part)).toContain('五月例会');
  }
});
