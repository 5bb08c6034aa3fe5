import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

export type FileServer = {
  readonly port: number;
  /** Paths that were asked for and not found. */
  readonly missing: readonly string[];
  readonly close: () => Promise<void>;
};

/**
 * A plain file server, as a host of static pages is one: folders end with a slash, no fallback, no API.
 * `folder` is shown below `base`.
 */
export async function serveFiles(folder: string, base: string): Promise<FileServer> {
  const missing: string[] = [];
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    if (extname(pathname) === '' && !pathname.endsWith('/')) {
      response.writeHead(301, { location: `${pathname}/${search}` }).end();
      return;
    }
    const name = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    try {
      if (!name.startsWith(base)) throw new Error('outside of the folder');
      const bytes = await readFile(join(folder, normalize(name.slice(base.length))));
      response.writeHead(200, {
        'content-type': types[extname(name)] ?? 'application/octet-stream',
      });
      response.end(bytes);
    } catch {
      missing.push(pathname);
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return {
    port: (server.address() as AddressInfo).port,
    missing,
    close: () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
}
