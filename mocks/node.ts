/** The mock home for tests on Node: every fetch of the test's process that asks for /api is answered by the app. */
import type { HttpHandler } from 'msw';
import { setupServer } from 'msw/node';
import type { Dataset, Instant } from '#core/domain/records.ts';
import { sampleAt } from '#core/sample/sample.ts';
import type { Db } from '#server/db/tables.ts';
import { openMockHome } from './home.ts';
import type { ScenarioName } from './scenario.ts';

/** When the default dataset was recorded, and what the clock shows, where a test names nothing else. */
export const MOCK_RECORDED_AT: Instant = '2026-01-02T03:04:05.678Z';
export const MOCK_NOW: Instant = '2026-01-02T08:00:00.000Z';

export type NodeMock = {
  /** The store, for a test that puts more on record. */
  readonly db: Db;
  readonly use: (scenario: ScenarioName) => void;
  /** Lets the answers go that the slow scenario holds; it answers at once from then on. */
  readonly release: () => void;
  /** Answers of a test's own, before those of the app. */
  readonly override: (...handlers: HttpHandler[]) => void;
  readonly close: () => Promise<void>;
};

/**
 * Starts it; to be closed by the same test file. A request that is not for /api fails the test that made it.
 */
export async function startNodeMock(
  parts: { dataset?: Dataset; clock?: () => Instant } = {},
): Promise<NodeMock> {
  let gate = Promise.withResolvers<void>();
  const home = await openMockHome({
    dataset: parts.dataset ?? sampleAt(MOCK_RECORDED_AT),
    clock: parts.clock ?? (() => MOCK_NOW),
    pause: () => gate.promise,
  });
  const server = setupServer(...home.handlers);
  server.listen({ onUnhandledFrame: 'error' });
  return {
    db: home.db,
    use: (scenario) => {
      gate.resolve();
      gate = Promise.withResolvers<void>();
      home.scenario.set(scenario);
    },
    release: () => gate.resolve(),
    override: (...handlers) => server.use(...handlers),
    close: async () => {
      gate.resolve();
      server.close();
      await home.close();
    },
  };
}
