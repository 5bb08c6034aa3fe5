/** The Node home: the app over a store, behind HTTP, with the built page. Starts whole or not at all. */
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Instant } from '#core/domain/records.ts';
import { type FirstLink, firstLinks } from '#server/accounts/first-accounts.ts';
import { createApp } from '#server/app.ts';
import { createExportJobs } from '#server/exports/export-jobs.ts';
import type { Logger } from '#server/http/observers.ts';
import { keepAuditRetention } from './audit-retention.ts';
import { readBuild } from './build.ts';
import { compress } from './compress.ts';
import type { Config } from './config.ts';
import { createDoors } from './door-config.ts';
import { clearLeftFiles, openExportFiles } from './exports/export-files.ts';
import { exportThreads } from './exports/export-threads.ts';
import { openFileStore } from './file-store.ts';
import { openFreezeThread } from './freeze-thread.ts';
import { createHttpHome, listen } from './http.ts';
import { createMetrics } from './metrics.ts';
import { openStore } from './open-store.ts';
import { openPages, type Pages } from './pages.ts';
import { createPasswords } from './passwords.ts';
import { checkSample, type FirstContent, fillEmptyStore } from './sample-loader.ts';
import { openSigner } from './signing-key.ts';
import { codeOf, StartError, wordsOf } from './start-error.ts';
import { openStaticFiles } from './static-files.ts';
import type { Store } from './store.ts';

export type HomeOptions = {
  readonly config: Config;
  /** Folder that holds dist/, dist-static/ and dist-bundle/. */
  readonly root: string;
  readonly version: string;
  readonly logger: Logger;
  readonly clock?: () => Instant;
};

export type Home = {
  readonly port: number;
  readonly store: Pick<Store, 'db' | 'engine' | 'place'>;
  readonly firstContent: FirstContent;
  /** Links for who signs in first; for the terminal alone, never for a log. */
  readonly firstLinks: readonly FirstLink[];
  /** Requests in flight are answered, then the store and its lock are let go. */
  close(): Promise<void>;
};

const realClock = (): Instant => new Date().toISOString();

function portProblem(error: unknown, { host, port }: Config): StartError {
  const place = `${host}:${port}`;
  const [en, zh] =
    codeOf(error) === 'EADDRINUSE'
      ? [
          `${place} is in use by another program. Stop it, or set PORT.`,
          `${place} 已被其他程序占用。请停止该程序，或设置 PORT。`,
        ]
      : codeOf(error) === 'EACCES'
        ? [
            `This user may not listen on ${place}. Set PORT to 1024 or above.`,
            `当前用户无权监听 ${place}。请将 PORT 设为 1024 以上。`,
          ]
        : [
            `Cannot listen on ${place} (${wordsOf(error)}). Check HOST and PORT.`,
            `无法监听 ${place}（${wordsOf(error)}）。请检查 HOST 与 PORT。`,
          ];
  return new StartError('port-in-use', en, zh, error);
}

/** Draws the pages that walls and desks open first, so that nobody waits for the first picture after a start. */
async function warmUp(pages: Pages): Promise<void> {
  for (const page of ['/', '/wall']) {
    for (const language of ['zh', 'en']) {
      const header = (name: string) => (name === 'accept-language' ? language : undefined);
      const conditions = { method: 'GET', acceptEncoding: 'br', ifNoneMatch: null };
      await pages({ path: page, search: '', header, conditions });
    }
  }
}

/**
 * Takes the port first, then opens the store: a port in use leaves the store untouched.
 * @throws StartError with the reason; nothing is left open.
 */
export async function startHome(options: HomeOptions): Promise<Home> {
  const { config, logger, root, version } = options;
  const clock = options.clock ?? realClock;
  const failed = (error: unknown) =>
    logger.error({ err: error }, 'a request could not be answered');
  const http = createHttpHome(failed);
  try {
    await listen(http.server, config.port, config.host);
  } catch (error) {
    throw portProblem(error, config);
  }
  let store: Store | null = null;
  try {
    if (config.sample === 'auto') await checkSample(clock());
    const opened = await openStore(config.store);
    store = opened;
    const firstContent = await fillEmptyStore(opened.db, config.sample, clock());
    const links = await firstLinks(opened.db, clock);
    const exportFolder = path.join(config.files, 'exports');
    await clearLeftFiles(exportFolder, Date.now());
    const exports = createExportJobs({
      db: opened.db,
      clock,
      files: openExportFiles(exportFolder),
      writer: exportThreads(path.join(root, 'dist-bundle')),
      logger,
    });
    await exports.sweep();
    const freezing = openFreezeThread(config.store);
    const publicUrl = config.publicUrl === null ? null : new URL(config.publicUrl);
    const secure = publicUrl?.protocol === 'https:';
    const dist = path.join(root, 'dist');
    const distStatic = path.join(root, 'dist-static');
    const build = readBuild(distStatic);
    const app = createApp({
      db: opened.db,
      readDb: opened.readDb,
      dataVersion: opened.dataVersion,
      clock,
      version,
      compress,
      turn: () => setImmediate(),
      services: {
        passwords: createPasswords(),
        files: openFileStore(config.files),
        exports,
        doors: createDoors(config.doors),
        signer: await openSigner(config.signingKey),
        freezer: freezing.freezer,
        ...(build === null ? {} : { build }),
      },
      logger,
      metrics: createMetrics(version),
      secure,
      publicHost: publicUrl?.host ?? null,
    });
    const pages = await openPages({
      app,
      clock,
      dist,
      distStatic,
      build,
      failed,
    });
    await warmUp(pages);
    const files = openStaticFiles(dist);
    http.serve({ app, files, pages, trustProxy: config.trustProxy, secure });
    const { port } = http.server.address() as AddressInfo;
    const retention = keepAuditRetention({ db: opened.db, days: config.auditDays, clock, logger });
    opened.onChange?.({
      version: app.announce,
      screen: app.tellScreen,
      meeting: app.tellMeeting,
    });
    const close = async () => {
      await retention.end();
      await freezing.end();
      app.end();
      await http.end();
      await exports.end();
      await opened.close();
    };
    return { port, store: opened, firstContent, firstLinks: links, close };
  } catch (error) {
    http.server.closeAllConnections();
    http.server.close();
    await store?.close();
    throw error;
  }
}
