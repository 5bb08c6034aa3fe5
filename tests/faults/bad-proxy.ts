/** A proxy in front of the cockpit that does what networks do: falls silent, holds back, cuts off, and lies. */
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * none: passes everything on. silent: takes what comes and never answers. hold-streams: passes a stream on only once it
 * has ended, which is never. cut-streams: cuts a stream off after its first words. truncate: sends half of each answer
 * of the API and breaks off. other-contract: says of each answer that it is of a later contract.
 */
export type Fault =
  | 'none'
  | 'silent'
  | 'hold-streams'
  | 'cut-streams'
  | 'truncate'
  | 'other-contract';

export type BadProxy = {
  readonly url: string;
  /** What happens to requests from now on; falling silent silences what is open, too. */
  misbehave(fault: Fault): void;
  /** Paths asked for since the last look. */
  asked(): string[];
  /** Answers a path itself, in place of the cockpit; null = passes it on again. */
  answer(path: string, body: string | null): void;
  /** Where requests go from now on. */
  lead(to: string): void;
  close(): Promise<void>;
};

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', html: 'text/html' };

export async function openBadProxy(target: string): Promise<BadProxy> {
  let fault: Fault = 'none';
  let goal = new URL(target);
  let paths: string[] = [];
  const own = new Map<string, string>();

  const passOn = (reply: IncomingMessage, response: ServerResponse, path: string): void => {
    const isStream = reply.headers['content-type']?.startsWith('text/event-stream') === true;
    const headers: OutgoingHttpHeaders = { ...reply.headers };
    if (fault === 'other-contract' && headers['contract-version'] !== undefined)
      headers['contract-version'] = '999';
    if (fault === 'hold-streams' && isStream) return;
    response.writeHead(reply.statusCode ?? 502, headers);
    if (fault === 'truncate' && path.startsWith('/api/') && !isStream) {
      reply.once('data', (part: Buffer) =>
        response.write(part.subarray(0, part.length >> 1), () => response.destroy()),
      );
      return;
    }
    reply.on('data', (part: Buffer) => {
      if (fault === 'silent') return;
      response.write(part);
      if (fault === 'cut-streams' && isStream) response.destroy();
    });
    reply.on('end', () => {
      if (fault !== 'silent') response.end();
    });
  };

  const server = createServer((incoming, response) => {
    const path = incoming.url ?? '/';
    paths.push(path);
    if (fault === 'silent') return;
    const given = own.get(path.split('?')[0] ?? '');
    if (given !== undefined) {
      const isPage = given.startsWith('<!doctype html>');
      const type = isPage ? 'text/html' : (TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain');
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
      response.end(given);
      return;
    }
    const { method, headers } = incoming;
    const asked = request(
      { host: goal.hostname, port: goal.port, method, path, headers },
      (reply) => passOn(reply, response, path),
    );
    asked.on('error', () => response.destroy());
    response.on('close', () => asked.destroy());
    incoming.pipe(asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    misbehave: (next) => {
      fault = next;
    },
    asked: () => {
      const seen = paths;
      paths = [];
      return seen;
    },
    answer: (path, body) => {
      if (body === null) own.delete(path);
      else own.set(path, body);
    },
    lead: (to) => {
      goal = new URL(to);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
