/** The app behind Node's HTTP server: API, files of the build, pages; and an end that leaves nobody without an answer. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { App } from '#server/app.ts';
import { ProblemError, problemOf, quote } from '#server/http/problem.ts';
import { type PlainReply, problemReply } from '#server/http/reply.ts';
import type { Caller } from '#server/http/writes.ts';
import type { Listener } from '#server/live/live.ts';
import type { Pages } from './pages.ts';
import type { StaticFiles } from './static-files.ts';

export type HttpParts = {
  readonly app: App;
  readonly files: StaticFiles;
  readonly pages: Pages;
  /** Whether X-Forwarded-For is believed. */
  readonly trustProxy: boolean;
  /** Whether browsers come over https, and are told to stay there. */
  readonly secure: boolean;
};

/** How long a started reply may take once the server is told to end. */
const END_LIMIT_MS = 10_000;

/** How long a caller whose request was refused unread may go on sending. */
const BROKEN_REQUEST_LIMIT_MS = 2_000;

function write(response: ServerResponse, reply: PlainReply): void {
  response.writeHead(reply.status, reply.headers);
  response.end(reply.body ?? undefined);
}

function refuse(
  response: ServerResponse,
  method: string,
  path: string,
  error: ProblemError,
  more: Readonly<Record<string, string>> = {},
): void {
  write(response, problemReply(problemOf(error, path), method, more));
}

/** True where a path tries to climb, also in disguise (%2e, %5c): such a path never means a file or a page. */
export function climbs(path: string): boolean {
  if (!/[%\\\0]|\/\.\.?(?:\/|$)/.test(path)) return false;
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    return true; // not UTF-8 behind the percent signs
  }
  return (
    plain.includes('\0') ||
    plain.split(/[/\\]/).some((segment) => segment === '..' || segment === '.')
  );
}

type Incoming = Pick<IncomingMessage, 'headers' | 'socket'>;

function headerOf(request: Incoming) {
  return (name: string): string | undefined => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
}

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Until the store is open: whoever asks learns that it will not be long. */
const notReady: Handler = async (request, response) => {
  const problem = new ProblemError('not-ready', 'The server is starting; ask again in a moment.');
  refuse(response, request.method ?? 'GET', request.url ?? '/', problem, { 'retry-after': '1' });
};

/**
 * Where a request comes from. Of several hops only the last was written by our own proxy; the others are the caller's
 * word.
 */
function addressOf(request: Incoming, trustProxy: boolean): string | null {
  const hops = headerOf(request)('x-forwarded-for')?.split(',') ?? [];
  const last = hops[hops.length - 1]?.trim();
  if (trustProxy && last !== undefined && last !== '') return last.slice(0, 64);
  return request.socket.remoteAddress ?? null;
}

/** Bytes that a listener may leave unread, beside what the system keeps for it. */
const UNREAD_BYTES = 4096;

/** Thousands listen at once: each chunk goes straight to its connection. */
function openEvents(
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  gone: () => void,
): Listener {
  // It ends with its connection: without the frame around each chunk a broadcast is one write each, not three.
  response.useChunkedEncodingByDefault = false;
  response.writeHead(200, headers);
  response.once('close', gone);
  return {
    send: (chunk) => void response.write(chunk),
    isBehind: () => response.writableLength > UNREAD_BYTES,
    close: () => void response.end(),
  };
}

/** A year; the page itself never falls back to plain http. */
const STAY_ON_HTTPS = 'max-age=31536000';

function createHandler({ app, files, pages, trustProxy, secure }: HttpParts): Handler {
  const listener = getRequestListener(
    async (request, env) => {
      const address = addressOf(env.incoming, trustProxy);
      const outgoing = env.outgoing as ServerResponse;
      const openStream: Caller['openStream'] = (headers, gone) =>
        openEvents(outgoing, headers, gone);
      const send: Caller['send'] = (reply) => write(outgoing, reply);
      const reply = await app.fetch(request, { address, openStream, send });
      return outgoing.headersSent ? RESPONSE_ALREADY_SENT : reply;
    },
    { overrideGlobalObjects: false },
  );
  return async (request, response) => {
    if (secure) response.setHeader('strict-transport-security', STAY_ON_HTTPS);
    const method = request.method ?? 'GET';
    const target = request.url ?? '/';
    const mark = target.indexOf('?');
    const path = mark === -1 ? target : target.slice(0, mark);
    const header = headerOf(request);
    // The app knows codes, not files: what a path below /api means is for it to say, as in every other home.
    if (path === '/api' || path.startsWith('/api/')) {
      const kept = await app.recall({ method, target, header });
      if (kept === undefined) await listener(request, response);
      else write(response, kept);
      return;
    }
    if (!path.startsWith('/') || climbs(path)) {
      const detail = `${quote(path)} is not a path of this server.`;
      return refuse(response, method, path, new ProblemError('unknown-route', detail));
    }
    if (method !== 'GET' && method !== 'HEAD') {
      const detail = `${method} is not answered here; GET and HEAD are.`;
      const problem = new ProblemError('method-not-allowed', detail);
      return refuse(response, method, path, problem, { allow: 'GET, HEAD' });
    }
    const conditions = {
      method,
      acceptEncoding: header('accept-encoding'),
      ifNoneMatch: header('if-none-match'),
    };
    const file = files(path, conditions);
    if (file !== undefined) return write(response, file);
    if (/\.\w+$/.test(path)) {
      const detail = `There is no file ${quote(path)}.`;
      return refuse(response, method, path, new ProblemError('unknown-route', detail));
    }
    const search = mark === -1 ? '' : target.slice(mark + 1);
    write(response, await pages({ path, search, header, conditions }));
  };
}

export type HttpHome = {
  readonly server: Server;
  /** From here on questions are answered; before, every one of them is told to come back. */
  serve(parts: HttpParts): void;
  /** Takes no new connection, lets requests in flight finish, closes connections as they become idle. */
  end(): Promise<void>;
};

/** A server that is not listening yet. `failed` hears what went wrong outside of the app's own care. */
export function createHttpHome(failed: (error: unknown) => void): HttpHome {
  let handler = notReady;
  const server = createServer((request, response) => {
    handler(request, response).catch((error: unknown) => {
      failed(error);
      if (response.headersSent) response.destroy();
      else {
        const problem = new ProblemError(
          'internal',
          'The server failed to answer; the log has the details.',
        );
        refuse(response, request.method ?? 'GET', request.url ?? '/', problem);
      }
    });
  });
  server.on('clientError', answerBrokenRequest);
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return {
    server,
    serve(parts) {
      handler = createHandler(parts);
    },
    end: () => endGracefully(server, sockets),
  };
}

/** What Node's parser refuses (a megabyte of query, broken HTTP) gets the same kind of answer as everything else. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const problem =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? new ProblemError(
          'query-too-long',
          'The request line and headers are longer than this server reads.',
        )
      : new ProblemError('bad-parameter', 'The request is not HTTP that this server understands.');
  const reply = problemReply(problemOf(problem, '/'), 'GET', { connection: 'close' });
  const head = Object.entries(reply.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 ${reply.status} ${problem.code}\r\n${head.join('')}\r\n`);
  socket.end(reply.body ?? undefined);
  // A caller still sends; closing on it now would reset the connection before it reads the answer.
  socket.removeAllListeners('data');
  socket.resume();
  setTimeout(() => socket.destroy(), BROKEN_REQUEST_LIMIT_MS).unref();
}

/** Listens; rejects with Node's error (EADDRINUSE, EACCES …) where it cannot. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function endGracefully(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  const closeIdle = () => {
    server.closeIdleConnections();
    // Browsers connect ahead of need; to Node a connection that never asked anything does not count as idle.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  };
  return new Promise((resolve) => {
    // A connection whose request ends while closing stays open for keep-alive: look again until none is left.
    const sweep = setInterval(closeIdle, 50);
    const force = setTimeout(() => server.closeAllConnections(), END_LIMIT_MS);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(force);
      resolve();
    });
    closeIdle();
  });
}
