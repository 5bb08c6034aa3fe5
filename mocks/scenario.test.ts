import { expect, test, vi } from 'vitest';
import { createScenario } from './scenario.ts';

const request = new Request('http://cockpit.test/api/board');

test('slow: the server is not even asked before the answer may go', async () => {
  const gate = Promise.withResolvers<void>();
  const server = vi.fn(async () => Response.json({}));
  const scenario = createScenario({ server, withoutStore: server, pause: () => gate.promise });
  scenario.set('slow');
  const answer = scenario.answer(request);
  expect(server).not.toHaveBeenCalled();
  gate.resolve();
  expect((await answer).status).toBe(200);
});

test('stale: choosing it again begins with an answer again', async () => {
  const server = async () => Response.json({});
  const scenario = createScenario({ server, withoutStore: server, pause: () => Promise.resolve() });
  scenario.set('stale');
  const types = [];
  for (let i = 0; i < 2; i += 1) types.push((await scenario.answer(request)).type);
  scenario.set('stale');
  types.push((await scenario.answer(request)).type);
  expect(types).toEqual(['default', 'error', 'default']);
});
