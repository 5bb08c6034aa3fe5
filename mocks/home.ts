/** The third home of the REST app: inside MSW, over a store in memory. It passes requests on and answers none itself. */
import { type HttpHandler, http } from 'msw';
import type { Dataset, Instant } from '#core/domain/records.ts';
import { type App, createApp } from '#server/app.ts';
import type { Db } from '#server/db/tables.ts';
import { createExportJobs } from '#server/exports/export-jobs.ts';
import { writerHere } from '#server/exports/writer-here.ts';
import { memoryFileStore } from '#server/files/memory-file-store.ts';
import { newSigningKey, type Signer, signerOf } from '#server/meetings/signing.ts';
import packageJson from '../package.json' with { type: 'json' };
import { addDemoAccounts } from './accounts.ts';
import { createScenario, type Scenario } from './scenario.ts';
import { openMockStore } from './store.ts';

export type MockHome = {
  /** The store, for a test that puts more on record. */
  readonly db: Db;
  readonly handlers: readonly HttpHandler[];
  readonly scenario: Scenario;
  /** Gives the store's memory back. */
  readonly close: () => Promise<void>;
};

export type MockHomeParts = {
  readonly dataset: Dataset;
  readonly clock: () => Instant;
  /** Settles when an answer of the slow scenario may go. */
  readonly pause: () => Promise<void>;
};

/** A key for as long as the page is open. A page that came over plain http has no means to make one. */
async function pageSigner(): Promise<{ readonly signer?: Signer }> {
  return crypto.subtle === undefined ? {} : { signer: await signerOf(await newSigningKey()) };
}

export async function openMockHome({ dataset, clock, pause }: MockHomeParts): Promise<MockHome> {
  const db = await openMockStore(dataset);
  await addDemoAccounts(db, clock());
  const exports = createExportJobs({
    db,
    clock,
    files: memoryFileStore(),
    writer: writerHere(['pptx', 'xlsx', 'docx', 'csv', 'json']),
  });
  const deps = {
    db,
    clock,
    version: packageJson.version,
    services: { choices: true, files: memoryFileStore(), exports, ...(await pageSigner()) },
  };
  // Browsers let no page read or send cookies by hand: the session's and the screen's go beside the requests.
  const jar = new Map<string, string>();
  const keepCookie = (set: string) => {
    const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=');
    jar.set(name, value);
  };
  const ask = (app: App) => (request: Request) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return app.fetch(request, { address: null, cookie, keepCookie });
  };
  const unreachable = () => Promise.reject(new Error('the scenario keeps the store out of reach'));
  const scenario = createScenario({
    server: ask(createApp(deps)),
    withoutStore: ask(createApp({ ...deps, dataVersion: unreachable })),
    pause,
  });
  return {
    db,
    handlers: [http.all('*/api/*', ({ request }) => scenario.answer(request))],
    scenario,
    close: async () => {
      await exports.end();
      await db.destroy();
    },
  };
}
