/**
 * The REST app: a function from Request to Response that knows neither Node nor the browser. Every home (Node over
 * HTTP, a page's service worker, a test) calls this one, so that none can drift from it.
 */
import { type Context, Hono } from 'hono';
import { nearest } from '#core/domain/nearest.ts';
import type { Instant } from '#core/domain/records.ts';
import { doorRoutes } from './accounts/door.routes.ts';
import { findPrincipal, sessionSecret } from './accounts/principal.ts';
import { createReaders } from './accounts/readers.ts';
import { isMigrated } from './db/migrate.ts';
import type { Db } from './db/tables.ts';
import { attachment } from './files/file-name.ts';
import { createAnswers, type DataVersion } from './http/answers.ts';
import { explain } from './http/explain.ts';
import { languageOf } from './http/negotiate.ts';
import type { Logger, Metrics } from './http/observers.ts';
import { keyName } from './http/openapi.ts';
import { readQuery } from './http/parameters.ts';
import type { DownloadRoute, PrivateAsk, PrivateRoute } from './http/private-route.ts';
import { ProblemError, problemOf, quote } from './http/problem.ts';
import type { ReadRoute } from './http/read-route.ts';
import {
  documentReply,
  downloadReply,
  encodedReply,
  type PlainReply,
  privateReply,
  problemReply,
  respond,
} from './http/reply.ts';
import type { Compress } from './http/reply-cache.ts';
import { requestId } from './http/request-id.ts';
import type { Services } from './http/services.ts';
import { splitTarget, targetOf } from './http/target.ts';
import { type Caller, checkRight, cookiesOf, createWrites, workspaceAt } from './http/writes.ts';
import { createKept } from './kept/kept.ts';
import { eventRoutes } from './live/event.routes.ts';
import { createLive } from './live/live.ts';
import { frozenReply } from './meetings/frozen-reply.ts';
import { stageSecret } from './meetings/stage-key.ts';
import { readRoutes } from './read-routes.ts';
import { downloadRoutes, privateRoutes, writeRoutes } from './routes.ts';
import { deviceSecret } from './screens/screen-cookie.ts';
import { revokedAmong } from './screens/screens.repository.ts';
import { readDataVersion } from './store/store.repository.ts';
import { systemRoutes } from './system/system.routes.ts';
import { findWorkspace } from './workspace/workspace.repository.ts';

export type AppDeps = {
  readonly db: Db;
  /** For everything that only reads, where the home has a connection that waits for no writer; else `db`. */
  readonly readDb?: Db;
  readonly clock: () => Instant;
  /** Version of the product, for the documents about itself. */
  readonly version: string;
  /** A cheaper way to the data version than a query, where the home has one. */
  readonly dataVersion?: DataVersion;
  readonly compress?: Compress;
  /** Settles once whatever else waits for the thread had its turn, where the home knows a quick way. */
  readonly turn?: () => Promise<void>;
  readonly logger?: Logger;
  readonly metrics?: Metrics;
  readonly services?: Services;
  /** Whether browsers reach the product over https alone; decides the session's cookie. */
  readonly secure?: boolean;
  /** Host under which browsers reach it, where a proxy does not pass it on; null = as asked. */
  readonly publicHost?: string | null;
};

/** A read in a home's own terms; header names in lower case. */
export type PlainAsk = {
  readonly method: string;
  /** Path and query as sent. */
  readonly target: string;
  readonly header: (name: string) => string | null | undefined;
};

export type App = {
  fetch(request: Request, caller?: Caller): Promise<Response>;
  /**
   * The reply to a question that was answered before at the store's present version; undefined = ask `fetch`.
   * Spares a home the making of Request and Response. Never throws.
   */
  recall(ask: PlainAsk): Promise<PlainReply | undefined>;
  /** Another process has written to the store, which is now at this version. */
  announce(version: number): void;
  /** Another process has news for a screen, or has moved the presentation of a meeting (`turn` counts the moves). */
  tellScreen(id: string): void;
  tellMeeting(id: string, turn: number): void;
  /** Ends the streams of events, which would go on for ever. */
  end(): void;
};

type AppEnv = { Bindings: { caller: Caller } };
type AppContext = Context<AppEnv>;

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** The one wording of a question: parameters in order, with the language that was decided. */
function questionOf(path: string, query: Readonly<Record<string, unknown>>, lang: string): string {
  const entries = Object.entries({ ...query, lang }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${path}?${JSON.stringify(entries)}`;
}

const NOBODY: Caller = { address: null };

export function createApp(deps: AppDeps): App {
  const { clock, compress, db, logger, metrics, secure = false, services = {} } = deps;
  const readDb = deps.readDb ?? db;
  const dataVersion = deps.dataVersion ?? (() => readDataVersion(readDb));
  const kept = createKept();
  const answers = createAnswers({
    dataVersion,
    // A store without a workspace has nothing to hide, and says itself that it is not ready.
    openReading: async () => (await findWorkspace(readDb, null))?.openReading ?? true,
    frozen: frozenReply,
    clock,
    compress,
    computed: (route, milliseconds) => {
      metrics?.computed(route, milliseconds);
      logger?.debug({ route, milliseconds }, 'an answer was computed');
    },
  });
  const live = createLive({
    dataVersion,
    clock,
    revoked: (screens) => revokedAmong(readDb, screens),
    isOpen: answers.isOpen,
  });
  const write = createWrites({
    db,
    readDb,
    clock,
    services,
    kept,
    dataVersion,
    turn: deps.turn,
    secure,
    publicHost: deps.publicHost ?? null,
    tellScreen: live.tell,
    tellMeeting: live.tellMeeting,
  });

  const problem = async (error: unknown, request: Request, caller: Caller): Promise<Response> => {
    const known = await explain(error, dataVersion);
    const [path] = splitTarget(targetOf(request));
    const id = requestId(request);
    const document = problemOf(known, path);
    if (document.status >= 500) {
      logger?.error(
        { requestId: id, path, code: known.code, err: known.cause ?? known },
        known.message,
      );
    }
    metrics?.replied(document.status, 'problem');
    const { allow, retryAfter } = known.details;
    const more = {
      'x-request-id': id,
      ...(allow === undefined ? {} : { allow: allow.join(', ') }),
      ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    };
    const acceptEncoding = request.headers.get('accept-encoding');
    const packing = { acceptEncoding, compress };
    return respond(caller, problemReply(document, request.method, more, packing));
  };

  const readers = createReaders({ db, readDb, clock, secure });
  const checkReader = async (request: Request, caller: Caller): Promise<void> => {
    if (await answers.isOpen()) return;
    await readers.check(cookiesOf(request, caller), targetOf(request));
  };

  const read = async (route: ReadRoute, context: AppContext): Promise<Response> => {
    const request = context.req.raw;
    await checkReader(request, context.env.caller);
    const target = targetOf(request);
    const [path, search] = splitTarget(target);
    const query = readQuery(search, route.parameters);
    const lang = query.lang ?? languageOf(request.headers.get('accept-language'));
    const ask = { db: readDb, query, lang, now: clock(), key: keyOf(route, context), kept };
    const question = questionOf(path, query, lang);
    const entry = await answers.answer(
      route,
      ask,
      question,
      aliasOf(target, request.headers.get('accept-language')),
    );
    const reply = encodedReply(entry, conditionsOf(request));
    metrics?.replied(reply.status, 'computed');
    return respond(context.env.caller, reply);
  };

  /** What a read that depends on who asks is asked, once it was found that they may. */
  const privateAsk = async (
    route: Pick<PrivateRoute, 'path' | 'parameters' | 'right' | 'ofReaders'>,
    context: AppContext,
  ): Promise<PrivateAsk> => {
    const request = context.req.raw;
    if (route.ofReaders === true) await checkReader(request, context.env.caller);
    const [, search] = splitTarget(targetOf(request));
    const query = readQuery(search, route.parameters);
    const lang = query.lang ?? languageOf(request.headers.get('accept-language'));
    const now = clock();
    const cookies = cookiesOf(request, context.env.caller);
    const principal = await findPrincipal(readDb, sessionSecret(cookies, secure), now, db);
    const state = await workspaceAt(findWorkspace(readDb, null), now);
    checkRight(principal, route.right, state.workspace.separateOfficers);
    const key = keyOf(route, context);
    const carried = {
      device: deviceSecret(cookies, secure),
      stageKey: stageSecret(cookies, secure),
    };
    return { db: readDb, query, lang, now, key, kept, principal, ...carried, ...state, services };
  };

  const readPrivate = async (route: PrivateRoute, context: AppContext): Promise<Response> => {
    const answer = await route.answer(await privateAsk(route, context));
    const checked = route.reply.safeParse(answer);
    if (!checked.success) {
      throw new ProblemError('internal', 'The server made a reply that breaks its own contract.', {
        cause: checked.error,
      });
    }
    metrics?.replied(200, 'computed');
    const json = JSON.stringify(checked.data);
    return respond(context.env.caller, privateReply(200, json, {}, context.req.method));
  };

  const download = async (route: DownloadRoute, context: AppContext): Promise<Response> => {
    const answer = await route.answer(await privateAsk(route, context));
    metrics?.replied(200, 'computed');
    const disposition = attachment(answer.name);
    if ('pieces' in answer)
      return documentReply(answer, disposition, conditionsOf(context.req.raw));
    const { content, type } = answer;
    const reply = downloadReply(content, type, disposition, context.req.method);
    return respond(context.env.caller, reply);
  };

  const hono = new Hono<AppEnv>();
  const allowed = new Map<string, string[]>();
  const pathOf = (route: { readonly path: string }, methods: readonly string[]): string => {
    const path = `/api${route.path.replace(/\{(\w+)\}/g, ':$1')}`;
    allowed.set(path, [...(allowed.get(path) ?? []), ...methods]);
    return path;
  };
  for (const route of readRoutes)
    hono.get(pathOf(route, ['GET', 'HEAD']), (context) => read(route, context));
  for (const route of privateRoutes)
    hono.get(pathOf(route, ['GET', 'HEAD']), (context) => readPrivate(route, context));
  for (const route of downloadRoutes)
    hono.get(pathOf(route, ['GET', 'HEAD']), (context) => download(route, context));
  for (const route of writeRoutes) {
    hono.on(route.method, pathOf(route, [route.method]), async (context) => {
      const request = context.req.raw;
      const [path, search] = splitTarget(targetOf(request));
      const { caller } = context.env;
      const reply = await write({
        route,
        request,
        caller,
        path,
        search,
        key: keyOf(route, context),
      });
      metrics?.replied(reply.status, 'computed');
      if (route.touches === 'record') live.announce(await dataVersion());
      return respond(caller, reply);
    });
  }
  eventRoutes(hono, { db: readDb, live, secure, checkReader });
  doorRoutes(hono, {
    db,
    clock,
    doors: services.doors ?? [],
    secure,
    publicHost: deps.publicHost ?? null,
    logger,
  });
  systemRoutes(hono, {
    dataVersion,
    migrated: () => isMigrated(readDb),
    compress,
    metrics,
    version: deps.version,
    reads: [...readRoutes, ...privateRoutes],
    downloads: downloadRoutes,
    writes: writeRoutes,
  });
  // Anything else that reaches one of the paths above is the wrong method.
  for (const path of new Set(hono.routes.map((route) => route.path))) {
    const allow = allowed.get(path) ?? ['GET', 'HEAD'];
    hono.all(path, (context) => {
      const detail = `${context.req.method} is not answered here; ${allow.join(', ')} ${allow.length > 1 ? 'are' : 'is'}.`;
      throw new ProblemError('method-not-allowed', detail, { allow });
    });
  }
  hono.notFound((context) => {
    const known = nearest(
      context.req.path,
      hono.routes.map((route) => route.path).filter((path) => !path.includes(':')),
    );
    const detail = `There is no route ${quote(context.req.path)}; see /api/docs for those that exist.`;
    return problem(
      new ProblemError('unknown-route', detail, { suggestion: known }),
      context.req.raw,
      context.env.caller,
    );
  });
  hono.onError((error, context) => problem(error, context.req.raw, context.env.caller));

  const recall = async (ask: PlainAsk): Promise<PlainReply | undefined> => {
    if (!isRead(ask.method)) return undefined;
    try {
      const alias = aliasOf(ask.target, ask.header('accept-language'));
      const entry = await answers.recall(alias, () =>
        readers.mayRead(ask.header('cookie'), ask.target),
      );
      if (entry === undefined) return undefined;
      const reply = encodedReply(entry, {
        method: ask.method,
        acceptEncoding: ask.header('accept-encoding'),
        ifNoneMatch: ask.header('if-none-match'),
      });
      metrics?.replied(reply.status, 'kept');
      return reply;
    } catch {
      return undefined; // the store is down: `fetch` will find out and say so
    }
  };

  return {
    recall,
    announce: live.announce,
    tellScreen: live.tell,
    tellMeeting: live.tellMeeting,
    end: live.end,
    async fetch(request, caller = NOBODY) {
      const target = targetOf(request);
      const header = (name: string) =>
        name === 'cookie' ? cookiesOf(request, caller) : request.headers.get(name);
      const kept = await recall({ method: request.method, target, header });
      return kept === undefined ? hono.fetch(request, { caller }) : respond(caller, kept);
    },
  };
}

/** The `{…}` part of a path, decoded; empty where the path has none. */
function keyOf(route: { readonly path: string }, context: AppContext): string {
  const name = keyName(route.path);
  return name === null ? '' : (context.req.param(name) ?? '');
}

/** Words of a question as sent, with the language that its reader prefers. */
function aliasOf(target: string, acceptLanguage: string | null | undefined): string {
  return `${languageOf(acceptLanguage)} ${target}`;
}

function conditionsOf(request: Request) {
  return {
    method: request.method,
    acceptEncoding: request.headers.get('accept-encoding'),
    ifNoneMatch: request.headers.get('if-none-match'),
  };
}
