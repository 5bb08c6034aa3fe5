import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '#server/node/config.ts';
import { type Home, startHome } from '#server/node/home.ts';
import { createHttpHome, listen } from '#server/node/http.ts';
import { openStaticFiles } from '#server/node/static-files.ts';

type Answer = { status: number; headers: IncomingMessage['headers']; body: Buffer };

/** Sends the path as it is, without the tidying that fetch does. */
function ask(port: number, target: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path: target, headers, method }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

const logger = { error: () => undefined, debug: () => undefined };

let root: string;
let home: Home;
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'cockpit-http-'));
  mkdirSync(path.join(root, 'dist', 'assets'), { recursive: true });
  mkdirSync(path.join(root, 'dist', '.vite'));
  const script = 'globalThis.ready = true;\n'.repeat(50);
  writeFileSync(path.join(root, 'dist', 'index.html'), '<!doctype html><title>shell</title>');
  writeFileSync(path.join(root, 'dist', '.vite', 'manifest.json'), '{}');
  writeFileSync(path.join(root, 'dist', 'favicon.svg'), '<svg/>');
  writeFileSync(path.join(root, 'dist', 'assets', 'main-abc.js'), script);
  writeFileSync(path.join(root, 'dist', 'assets', 'main-abc.js.br'), brotliCompressSync(script));
  writeFileSync(path.join(root, 'secret.txt'), 'secret');
  home = await startHome({
    config: readConfig({
      PORT: '0',
      DATA_DIR: path.join(root, 'var'),
      LOG_LEVEL: 'silent',
    }),
    root,
    version: '1.2.3',
    logger,
  });
});
afterAll(async () => {
  await home.close();
  rmSync(root, { recursive: true });
});

describe('files of the build', () => {
  it('keep for ever where their name carries their content, else are asked for again', async () => {
    const asset = await ask(home.port, '/assets/main-abc.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(asset.headers['content-type']).toBe('text/javascript; charset=utf-8');
    const icon = await ask(home.port, '/favicon.svg');
    expect(icon.headers['cache-control']).toBe('no-cache');
    const again = await ask(home.port, '/favicon.svg', {
      'if-none-match': String(icon.headers.etag),
    });
    expect(again.status).toBe(304);
    expect(again.body.length).toBe(0);
  });

  it('come compressed as the build left them', async () => {
    const plain = await ask(home.port, '/assets/main-abc.js');
    const brotli = await ask(home.port, '/assets/main-abc.js', { 'accept-encoding': 'br, gzip' });
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.body.length).toBeLessThan(plain.body.length);
    expect(brotli.headers.etag).not.toBe(plain.headers.etag);
    const gzip = await ask(home.port, '/assets/main-abc.js', { 'accept-encoding': 'gzip' });
    expect(gzip.headers['content-encoding']).toBeUndefined();
    expect(gzip.body).toEqual(plain.body);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/%',
    '/secret.txt',
    '/.vite/manifest.json',
    '/index.html',
    '/assets/main-abc.js.br',
    '/assets/none.js',
    '/a\0b.txt'.replace('\0', '%00'),
    '/api/../secret.txt',
  ])('%s is a problem, never a file', async (target) => {
    const reply = await ask(home.port, target);
    expect(reply.status).toBe(404);
    expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(reply.body.toString()).not.toContain('secret"');
    expect(JSON.parse(reply.body.toString())).toMatchObject({ code: 'unknown-route' });
  });

  it('a folder that is not there has none', () => {
    const none = openStaticFiles(path.join(root, 'nowhere'));
    expect(none('/', { method: 'GET', acceptEncoding: null, ifNoneMatch: null })).toBeUndefined();
  });
});

describe('the app over HTTP', () => {
  it('answers the same from the cache as at first', async () => {
    const first = await ask(home.port, '/api/board?lang=en', { 'accept-encoding': 'br' });
    const kept = await ask(home.port, '/api/board?lang=en', { 'accept-encoding': 'br' });
    expect(first.status).toBe(200);
    expect(kept.body).toEqual(first.body);
    const { date: _first, ...headers } = first.headers;
    const { date: _kept, ...keptHeaders } = kept.headers;
    expect(keptHeaders).toEqual(headers);
    const same = await ask(home.port, '/api/board?lang=en', {
      'if-none-match': String(first.headers.etag),
    });
    expect(same.status).toBe(304);
    const head = await ask(home.port, '/api/board?lang=en', {}, 'HEAD');
    expect(head.body.length).toBe(0);
    expect(Number(head.headers['content-length'])).toBeGreaterThan(10_000);
  });

  it('refuses writes where only reads are', async () => {
    for (const target of ['/api/board', '/', '/assets/main-abc.js']) {
      const reply = await ask(home.port, target, { 'content-length': '0' }, 'POST');
      expect(reply.status).toBe(405);
      expect(reply.headers.allow).toBe('GET, HEAD');
    }
  });

  it.each([3_000, 1_000_000])(
    'a query of %i characters is too long, and the answer arrives',
    async (length) => {
      const reply = await ask(home.port, `/api/board?x=${'y'.repeat(length)}`);
      expect(reply.status).toBe(414);
      expect(JSON.parse(reply.body.toString())).toMatchObject({
        code: 'query-too-long',
        status: 414,
      });
    },
  );

  it('answers what is not HTTP, and goes on', async () => {
    const text = await new Promise<string>((resolve, reject) => {
      let heard = '';
      const socket = connect(home.port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'));
      socket.on('data', (part) => {
        heard += String(part);
      });
      socket.on('end', () => resolve(heard));
      socket.on('error', reject);
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
    expect(text).toContain('"code":"bad-parameter"');
    expect((await ask(home.port, '/api/health')).status).toBe(200);
  });

  it('tells Prometheus what it did', async () => {
    await ask(home.port, '/api/board?lang=zh');
    await ask(home.port, '/api/board?lang=zh');
    const { body, headers } = await ask(home.port, '/api/metrics');
    expect(headers['content-type']).toContain('text/plain');
    const text = body.toString();
    expect(text).toMatch(
      /reform_cockpit_replies_total\{status="200",source="kept",version="1\.2\.3"\} [1-9]/,
    );
    expect(text).toMatch(
      /reform_cockpit_computing_seconds_count\{version="1\.2\.3",route="\/board"\} [1-9]/,
    );
    expect(text).toContain('process_resident_memory_bytes');
  });
});

describe('the end', () => {
  it('answers the request in flight, takes no new one, and lets idle connections go', async () => {
    const http = createHttpHome(() => undefined);
    await listen(http.server, 0, '127.0.0.1');
    const { port } = http.server.address() as AddressInfo;
    expect((await ask(port, '/api/board')).status).toBe(503);

    const inFlight = Promise.withResolvers<void>();
    const slow = Promise.withResolvers<Response>();
    http.serve({
      app: {
        recall: async () => undefined,
        announce: () => undefined,
        tellScreen: () => undefined,
        tellMeeting: () => undefined,
        end: () => undefined,
        fetch: () => {
          inFlight.resolve();
          return slow.promise;
        },
      },
      files: () => undefined,
      pages: async () => ({ status: 200, headers: {}, body: null }),
      trustProxy: false,
      secure: false,
    });
    const idle = connect(port, '127.0.0.1');
    await new Promise((resolve) => idle.once('connect', resolve));
    const idleClosed = new Promise((resolve) => idle.once('close', resolve));
    idle.resume();

    const answer = ask(port, '/api/slow', { connection: 'keep-alive' });
    await inFlight.promise;
    let isOver = false;
    const over = http.end().then(() => {
      isOver = true;
    });
    await idleClosed;
    await expect(ask(port, '/api/late')).rejects.toThrow(/ECONNREFUSED/);
    expect(isOver).toBe(false);
    slow.resolve(new Response('done'));
    expect((await answer).body.toString()).toBe('done');
    await over;
  });
});
