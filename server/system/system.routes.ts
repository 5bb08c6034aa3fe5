/** The routes about the server itself: probes, metrics, and the documents of the API. */
import type { Context, Env, Hono } from 'hono';
import { healthSchema, readySchema } from '#core/contract/system.ts';
import type { DataVersion } from '#server/http/answers.ts';
import { docsCss, docsPage } from '#server/http/docs-page.ts';
import type { Metrics } from '#server/http/observers.ts';
import { type DocumentedRoutes, openapiDocument } from '#server/http/openapi.ts';
import { readQuery } from '#server/http/parameters.ts';
import { encodedReply, textReply, toResponse } from '#server/http/reply.ts';
import { type Compress, EncodedReply } from '#server/http/reply-cache.ts';
import { securityHeaders } from '#server/http/security-headers.ts';

type Options = DocumentedRoutes & {
  readonly dataVersion: DataVersion;
  /** Whether the store has this build's schema. */
  readonly migrated: () => Promise<boolean>;
  readonly compress: Compress | undefined;
  readonly metrics: Metrics | undefined;
  readonly version: string;
};

const JSON_TYPE = 'application/json; charset=utf-8';

export function systemRoutes<E extends Env>(hono: Hono<E>, options: Options): void {
  const get = (path: string, reply: (context: Context<E>) => Promise<Response> | Response) =>
    hono.get(path, (context) => {
      readQuery(new URL(context.req.url).search.slice(1), []);
      return reply(context);
    });

  /** A document that never changes while the process lives: made at its first asking, then kept. */
  const fixed = (path: string, contentType: string, write: () => string) => {
    let entry: EncodedReply | null = null;
    get(path, ({ req }) => {
      entry ??= new EncodedReply(new TextEncoder().encode(write()), options.compress);
      const conditions = {
        method: req.raw.method,
        acceptEncoding: req.header('accept-encoding'),
        ifNoneMatch: req.header('if-none-match'),
      };
      const headers = {
        ...securityHeaders,
        'content-type': contentType,
        'cache-control': 'no-cache',
        vary: 'Accept-Encoding',
      };
      return toResponse(encodedReply(entry, conditions, headers));
    });
  };

  get('/api/health', ({ req }) => {
    const body = healthSchema.parse({ status: 'ok' });
    return toResponse(textReply(JSON.stringify(body), JSON_TYPE, req.raw.method));
  });

  get('/api/ready', async ({ req }) => {
    const state = readySchema.parse(await readiness(options));
    const reply = textReply(JSON.stringify(state), JSON_TYPE, req.raw.method);
    return toResponse({ ...reply, status: state.status === 'ready' ? 200 : 503 });
  });

  get('/api/metrics', async ({ req }) => {
    const { metrics } = options;
    const text = metrics === undefined ? '# this home keeps no metrics\n' : await metrics.text();
    const type = metrics?.contentType ?? 'text/plain; version=0.0.4; charset=utf-8';
    return toResponse(textReply(text, type, req.raw.method));
  });

  const document = () => openapiDocument(options, options.version);
  fixed('/api/openapi.json', JSON_TYPE, () => JSON.stringify(document()));
  fixed('/api/docs', 'text/html; charset=utf-8', () => docsPage(document()));
  fixed('/api/docs.css', 'text/css; charset=utf-8', () => docsCss);
}

/** What a load balancer asks before it sends people here. */
async function readiness({ dataVersion, migrated }: Options) {
  try {
    const version = await dataVersion();
    const done = await migrated();
    return {
      status: done ? ('ready' as const) : ('not-ready' as const),
      store: 'reachable' as const,
      migrations: done ? ('done' as const) : ('pending' as const),
      dataVersion: version,
    };
  } catch {
    return {
      status: 'not-ready' as const,
      store: 'unreachable' as const,
      migrations: 'unknown' as const,
      dataVersion: null,
    };
  }
}
