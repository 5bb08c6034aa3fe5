import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type PostgresCluster, startPostgres } from './postgres-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers a GET with the connection string of the one PostgreSQL of this run. */
    postgresDesk: string;
  }
}

/**
 * One PostgreSQL for the whole run, started when the first test asks for it: a run of
 * component tests never pays for it.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<PostgresCluster> | null = null;
  const desk = createServer((_request, response) => {
    cluster ??= startPostgres();
    cluster.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((settle) => desk.listen(0, '127.0.0.1', settle));
  project.provide('postgresDesk', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    const running = await cluster?.catch(() => null);
    await running?.stop();
  };
}
