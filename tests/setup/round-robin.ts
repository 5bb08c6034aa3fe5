/** A load balancer as small as can be: requests go to one process after the other, past those that are gone. */
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type RoundRobin = {
  readonly url: string;
  /** Requests that each process answered, in the order they were given. */
  readonly answered: readonly number[];
  readonly close: () => Promise<void>;
};

/** @param targets addresses of the processes, without a last slash */
export async function roundRobin(targets: readonly string[]): Promise<RoundRobin> {
  const answered = targets.map(() => 0);
  let turn = 0;

  /** Settles once it is passed on; rejects where nobody takes it, or breaks it off. */
  const pass = (incoming: IncomingMessage, body: Buffer, reply: ServerResponse, at: number) =>
    new Promise<void>((resolve, reject) => {
      const { method, headers, url } = incoming;
      const passed = ask(`${targets[at]}${url}`, { method, headers, agent: false });
      passed.once('error', reject);
      passed.once('response', (answer) => {
        answered[at] = (answered[at] ?? 0) + 1;
        reply.writeHead(answer.statusCode ?? 502, answer.headers);
        reply.flushHeaders();
        answer.pipe(reply);
        // A process that dies in the midst of a reply takes the connection with it.
        answer.once('close', () => answer.complete || reply.destroy());
        reply.once('close', () => passed.destroy());
        resolve();
      });
      passed.end(body);
    });

  const server = createServer(async (incoming, reply) => {
    const body = await buffer(incoming);
    for (const _ of targets) {
      turn = (turn + 1) % targets.length;
      try {
        return await pass(incoming, body, reply, turn);
      } catch (error) {
        // Only who was never reached is passed over: whether another did what it was asked nobody knows.
        if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') break;
      }
    }
    reply.writeHead(502).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answered,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
