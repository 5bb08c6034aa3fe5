import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { OpenapiDocument } from '#server/http/openapi.ts';
import { addMeeting } from './meetings.ts';
import { openTestApp, type TestApp } from './test-app.ts';

let home: TestApp;
let document: OpenapiDocument;
let meeting: string;
beforeAll(async () => {
  home = await openTestApp();
  meeting = await addMeeting(home);
  document = (await home.json('/openapi.json')) as unknown as OpenapiDocument;
});
afterAll(() => home.close());

/** A checker made from the document itself, not from the schemas that it was written from. */
function checkerOf(name: string): z.ZodType {
  const text = JSON.stringify(document.components.schemas).replaceAll(
    '#/components/schemas/',
    '#/$defs/',
  );
  return z.fromJSONSchema({ $ref: `#/$defs/${name}`, $defs: JSON.parse(text) });
}

it('is OpenAPI 3.1 of every route', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.info.version).toBe('1.2.3');
  expect(Object.keys(document.paths).toSorted()).toEqual([
    '/api/accounts',
    '/api/accounts/{id}',
    '/api/accounts/{id}/end-sessions',
    '/api/accounts/{id}/link',
    '/api/audit',
    '/api/audit/export',
    '/api/audit/verify',
    '/api/board',
    '/api/departments',
    '/api/departments/{id}',
    '/api/docs',
    '/api/elements',
    '/api/elements/{id}',
    '/api/entry-sheet',
    '/api/entry-sheet/{item}',
    '/api/events',
    '/api/exports',
    '/api/exports/{id}',
    '/api/exports/{id}/file',
    '/api/files',
    '/api/files/{hash}',
    '/api/frameworks',
    '/api/frameworks/{id}',
    '/api/funds',
    '/api/funds/{id}',
    '/api/funds/{id}/movements',
    '/api/health',
    '/api/indicators',
    '/api/indicators/{code}',
    '/api/indicators/{code}/observations',
    '/api/me',
    '/api/me/password',
    '/api/meetings',
    '/api/meetings/{id}',
    '/api/meetings/{id}/agenda',
    '/api/meetings/{id}/begin',
    '/api/meetings/{id}/close',
    '/api/meetings/{id}/exports',
    '/api/meetings/{id}/freeze',
    '/api/meetings/{id}/minutes',
    '/api/meetings/{id}/pairing',
    '/api/meetings/{id}/pairing-code',
    '/api/meetings/{id}/reminders',
    '/api/meetings/{id}/resolutions',
    '/api/meetings/{id}/snapshot',
    '/api/meetings/{id}/stage',
    '/api/metrics',
    '/api/milestones',
    '/api/milestones/{id}',
    '/api/openapi.json',
    '/api/password',
    '/api/platforms',
    '/api/platforms/{id}',
    '/api/questions',
    '/api/questions/{id}',
    '/api/ready',
    '/api/registers/{register}',
    '/api/reminders',
    '/api/resolutions/{id}',
    '/api/retired-tasks',
    '/api/returns',
    '/api/screen',
    '/api/screen-pictures/{hash}',
    '/api/screen-settings',
    '/api/screen/code',
    '/api/screen/heartbeat',
    '/api/screens',
    '/api/screens/{id}',
    '/api/screens/{id}/command',
    '/api/session',
    '/api/sign-in/{door}',
    '/api/sign-in/{door}/callback',
    '/api/sources',
    '/api/sources/{id}',
    '/api/submissions',
    '/api/submissions/{id}',
    '/api/submissions/{id}/review',
    '/api/targets',
    '/api/targets/{id}',
    '/api/tasks',
    '/api/tasks/{id}',
    '/api/tasks/{id}/check-ins',
    '/api/timeline',
    '/api/watch',
    '/api/workspace',
  ]);
});

it('answers on every path that it names', async () => {
  const keys: Record<string, string> = {
    '{code}': 'fund.work.disbursed',
    '/funds/{id}': '/funds/work',
    '/tasks/{id}': '/tasks/t.permit',
    '/meetings/{id}': `/meetings/${meeting}`,
    '/timeline': '/timeline?subject=task:t.permit',
  };
  for (const [path, methods] of Object.entries(document.paths)) {
    if (methods.get === undefined) continue;
    let asked = path.replace('/api', '');
    for (const [pattern, value] of Object.entries(keys)) asked = asked.replace(pattern, value);
    // A meeting that was not frozen has no snapshot.
    if (path === '/api/meetings/{id}/snapshot') continue;
    // No door is set up here; tests/server/oidc.test.ts goes through one.
    if (path.startsWith('/api/sign-in/')) continue;
    const needsRight = methods.get['x-right'] !== undefined;
    expect((await home.get(asked)).status, asked).toBe(needsRight ? 401 : 200);
  }
});

it('refers only to schemas that it has', () => {
  const text = JSON.stringify(document);
  const named = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]);
  expect(named.length).toBeGreaterThan(20);
  for (const name of named) expect(document.components.schemas).toHaveProperty(name ?? '');
  expect(text).not.toContain('$defs');
});

it('describes a real board, its missing values among it', async () => {
  const checker = checkerOf('Board');
  const board = await home.json('/board?compare=none');
  expect(board.compare).toBeNull();
  expect(checker.safeParse(board)).toMatchObject({ success: true });
  expect(checker.safeParse({ ...board, asOf: null })).toMatchObject({ success: false });
  expect(checker.safeParse({ ...board, more: 1 })).toMatchObject({ success: false });
});

it('describes a real problem', async () => {
  const problem = await home.json('/board?asOf=yesterday');
  expect(checkerOf('Problem').safeParse(problem)).toMatchObject({ success: true });
});

it('is shown on a page without script, with a place for every problem code', async () => {
  const reply = await home.get('/docs');
  const page = await reply.text();
  expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page).not.toMatch(/<script|<style|style=|https?:\/\//);
  expect(page).toContain('id="problem-bad-date"');
  expect(page).toContain('GET /api/board');
  for (const target of page.matchAll(/href="#([^"]+)"/g))
    expect(page).toContain(`id="${target[1]}"`);
});
