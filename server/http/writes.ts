/**
 * How every write goes: where it comes from, who asks, whether they may, what they sent, whether it came before; then,
 * in one transaction, the write, its row in the audit trail, and the reply kept for a second asking. A refusal leaves
 * nothing but its own row in the trail.
 */

import type { Instant, Workspace } from '#core/domain/records.ts';
import { mayAnywhere } from '#core/domain/rights.ts';
import {
  findPrincipal,
  type Principal,
  sessionCookie,
  sessionSecret,
} from '#server/accounts/principal.ts';
import type { AuditNote } from '#server/audit/audit.repository.ts';
import type { Db } from '#server/db/tables.ts';
import { type Kept, type Newest, type Reading, readNewest } from '#server/kept/kept.ts';
import type { Listener } from '#server/live/live.ts';
import { stageCookie, stageSecret } from '#server/meetings/stage-key.ts';
import { deviceCookie, deviceSecret } from '#server/screens/screen-cookie.ts';
import { createAtVersion } from '#server/store/at-version.ts';
import { createGate } from '#server/store/gate.ts';
import { afterLatest } from '#server/store/store.repository.ts';
import { type Carried, createWriteQueue, type Shared } from '#server/store/write-queue.ts';
import { findWorkspace } from '#server/workspace/workspace.repository.ts';
import { bureauDay, type DataVersion } from './answers.ts';
import { JSON_LIMIT, readBytes, readJson } from './body.ts';
import { findKept, type KeptReply, type KeyedWrite, keepReply, keyedWrite } from './idempotency.ts';
import { languageOf } from './negotiate.ts';
import { checkOrigin } from './origin.ts';
import { readQuery } from './parameters.ts';
import { ProblemError } from './problem.ts';
import { type PlainReply, privateReply } from './reply.ts';
import type { Services } from './services.ts';
import type { ReadyAsk, WriteAsk, WriteRoute, Written } from './write-route.ts';

/** Where a request comes from, as its home knows it. */
export type Caller = {
  /** null = the home does not know. */
  readonly address: string | null;
  /** The Cookie header, where the home carries it beside the request; left out = it is in the request. */
  readonly cookie?: string | null;
  /** Takes a Set-Cookie where the home carries it beside the response. */
  readonly keepCookie?: (cookie: string) => void;
  /** Sends a reply at once, where the home has a shorter way than a Response. */
  readonly send?: (reply: PlainReply) => void;
  /**
   * Sends the head of a reply that has no end, where the home has a shorter way for its chunks than a Response; `gone`
   * hears once nobody listens any more.
   */
  readonly openStream?: (headers: Readonly<Record<string, string>>, gone: () => void) => Listener;
};

export type WriteParts = {
  readonly db: Db;
  /** Waits for no writer. */
  readonly readDb: Db;
  readonly clock: () => Instant;
  readonly services: Services;
  readonly kept: Kept;
  readonly dataVersion: DataVersion;
  /** See AppDeps. */
  readonly turn: (() => Promise<void>) | undefined;
  /** Whether cookies go over https alone. */
  readonly secure: boolean;
  /** Host under which browsers reach the product; null = as asked. */
  readonly publicHost: string | null;
  /** A screen has news: it is told to ask. */
  readonly tellScreen: (id: string) => void;
  /** The presentation of a meeting has moved: every page is told to ask. */
  readonly tellMeeting: (id: string, turn: number) => void;
};

type Asked = {
  readonly route: WriteRoute;
  readonly request: Request;
  readonly caller: Caller;
  /** Path and query string, without the question mark. */
  readonly path: string;
  readonly search: string;
  readonly key: string;
};

export function cookiesOf(request: Request, caller: Caller): string | null {
  return caller.cookie === undefined ? request.headers.get('cookie') : caller.cookie;
}

/** The workspace, and its day at an instant. Throws ProblemError `not-ready` where the store holds none. */
export async function workspaceAt(found: Promise<Workspace | null>, now: Instant) {
  const workspace = await found;
  if (workspace === null) throw new ProblemError('not-ready', 'The store holds no workspace yet.');
  return { workspace, today: workspace.clockPinnedOn ?? bureauDay(now) };
}

/** Throws ProblemError where the right is missing; `right` null asks for nothing. */
export function checkRight(
  principal: Principal | null,
  right: WriteRoute['right'],
  separated: boolean,
): void {
  if (right === null) return;
  if (principal === null)
    throw new ProblemError('unauthenticated', 'Sign in first; nothing was done.');
  if (!mayAnywhere(principal, right, separated)) {
    const wanted = typeof right === 'string' ? right : right.join(' or ');
    const detail = `This account does not have the right to ${wanted}; nothing was done.`;
    throw new ProblemError('forbidden', detail);
  }
}

/** Set-Cookie that follows from a write; null = none does. */
function cookieAfter(written: Written | null, secure: boolean): string | null {
  if (written?.session !== undefined) return sessionCookie(written.session, secure);
  if (written?.stageKey !== undefined) return stageCookie(written.stageKey, secure);
  return written?.device === undefined ? null : deviceCookie(written.device, secure);
}

/** What has been found out of a request. */
type Who = { principal: Principal | null; ask: WriteAsk<unknown> | null };

type Admitted = {
  readonly ready: ReadyAsk<unknown>;
  readonly keyed: KeyedWrite | null;
  readonly prepared: unknown;
};

/** `written` null = it was done before, under the same key. */
type Done = KeptReply & { readonly written: (Written & { readonly now: Instant }) | null };

/** Carries a write out; its refusals are thrown as ProblemError, after they were noted in the audit trail. */
export function createWrites(parts: WriteParts) {
  const { clock, db, kept, readDb, secure, services } = parts;
  const queue = createWriteQueue(db, {
    ...(parts.turn === undefined ? {} : { othersFirst: parts.turn }),
    isMoreComing: () => coming > 0,
  });
  // Fifty who write at once, each of them quickly done, would hold up whoever reads until the last of them.
  const gate = parts.turn === undefined ? null : createGate(parts.turn);
  /** Writes on their way to the queue. */
  let coming = 0;
  const atVersion = createAtVersion(parts.dataVersion);
  const committed = async <T>(reading: Reading<T>): Promise<Newest<T>> =>
    (await atVersion()).read(reading.name, () => readNewest(readDb, kept, reading));

  const note = (
    { route, caller, key }: Asked,
    principal: Principal | null,
    at: Instant,
  ): Omit<AuditNote, 'outcome' | 'code' | 'before' | 'after'> => ({
    at,
    actor: principal?.account ?? null,
    actorName: principal?.name ?? null,
    address: caller.address,
    action: route.action,
    subject: key === '' ? route.path : `${route.path} ${key.slice(0, 200)}`,
  });

  /** The row for a refusal; null = it was none. */
  const refusalOf = (
    asked: Asked,
    principal: Principal | null,
    error: unknown,
  ): AuditNote | null => {
    const isNoted = asked.route.touches !== 'telemetry';
    if (!isNoted || !(error instanceof ProblemError) || error.code === 'internal') return null;
    const { fields } = error.details;
    return {
      ...note(asked, principal, clock()),
      outcome: 'refused',
      code: error.code,
      before: null,
      after: fields === undefined ? null : { fields },
    };
  };

  const carryOut = async (
    { tx, latest }: Shared,
    asked: Asked,
    { ready, keyed, prepared }: Admitted,
  ): Promise<Carried<Done>> => {
    const { route } = asked;
    const isRecord = route.touches === 'record';
    const newest = isRecord ? await latest() : null;
    const known = keyed === null ? null : await findKept(tx, keyed);
    if (known !== null) return { done: { ...known, written: null }, note: null, recordedAt: null };
    const now = afterLatest(clock(), newest);
    const written = await route.act({ ...ready, db: tx, now }, prepared);
    const checked = route.reply.safeParse(written.reply);
    if (!checked.success) {
      const detail = 'The server made a reply that breaks its own contract; nothing was written.';
      throw new ProblemError('internal', detail, { cause: checked.error });
    }
    const reply = JSON.stringify(checked.data);
    if (keyed !== null) await keepReply(tx, keyed, { status: written.status, reply }, now);
    const { before = null, after = null, subject } = written.audit;
    const row = { subject, outcome: 'done', code: null, before, after } as const;
    const { keeps } = written;
    return {
      done: { status: written.status, reply, written: { ...written, now } },
      note: route.touches === 'telemetry' ? null : { ...note(asked, ready.principal, now), ...row },
      recordedAt: isRecord ? now : null,
      made: keeps === undefined ? undefined : { name: keeps.reading.name, value: keeps.value },
    };
  };

  /** Everything that needs no place in the queue. `who` learns what is found out, also where it ends in a refusal. */
  const admit = async (asked: Asked, who: Who): Promise<Admitted | KeptReply> => {
    const { route, request, caller, path, search, key } = asked;
    const query = readQuery(search, ['lang', ...(route.parameters ?? [])]);
    const lang = query.lang ?? languageOf(request.headers.get('accept-language'));
    const cookies = cookiesOf(request, caller);
    if (caller.cookie === undefined) checkOrigin(request, cookies !== null, parts.publicHost);
    const start = clock();
    who.principal = await findPrincipal(readDb, sessionSecret(cookies, secure), start, db);
    const found = (await atVersion()).read('workspace', () => findWorkspace(readDb, null));
    const { workspace, today } = await workspaceAt(found, start);
    checkRight(who.principal, route.right, workspace.separateOfficers);
    const bytes = await readBytes(request, route.takesBytes ?? JSON_LIMIT, lang);
    const account = route.repliesOnce === true ? null : (who.principal?.account ?? null);
    const keyed = await keyedWrite(request.headers, account, request.method, path, bytes);
    const ready: ReadyAsk<unknown> = {
      body: route.takesBytes === undefined ? readJson(bytes, route.body, lang) : bytes,
      key,
      lang,
      query,
      today,
      workspace,
      principal: who.principal,
      address: caller.address,
      device: deviceSecret(cookies, secure),
      stageKey: stageSecret(cookies, secure),
      ifMatch: request.headers.get('if-match')?.replace(/^"(.*)"$/, '$1') ?? null,
      origin:
        parts.publicHost === null
          ? new URL(request.url).origin
          : `${secure ? 'https' : 'http'}://${parts.publicHost}`,
      services,
      clock,
      readDb,
      committed,
    };
    who.ask = { ...ready, db, now: start };
    const known = keyed === null ? null : await findKept(readDb, keyed);
    if (known !== null) return known;
    return { ready, keyed, prepared: await route.prepare?.(who.ask) };
  };

  const comes = async (asked: Asked, who: Who): Promise<Admitted | KeptReply> => {
    coming += 1;
    try {
      await gate?.();
      return await admit(asked, who);
    } finally {
      coming -= 1;
    }
  };

  /** Who was late is shown what was faster. */
  const withCurrent = async ({ route }: Asked, { ask }: Who, error: unknown): Promise<unknown> => {
    const isLate = error instanceof ProblemError && error.code === 'stale-version';
    if (!isLate || route.current === undefined || ask === null) return error;
    return new ProblemError(error.code, error.message, { current: await route.current(ask) });
  };

  /** Once it is committed. */
  const reply = (caller: Caller, { status, reply: json, written }: Done): PlainReply => {
    if (written?.keeps !== undefined) {
      const { reading, value } = written.keeps;
      kept.put(reading, { value, upTo: written.now });
    }
    written?.after?.();
    if (written?.screen !== undefined) parts.tellScreen(written.screen);
    const moved = written?.moved;
    if (moved !== undefined) parts.tellMeeting(moved.meeting, moved.turn);
    const cookie = cookieAfter(written, secure);
    if (cookie === null) return privateReply(status, json);
    caller.keepCookie?.(cookie);
    return privateReply(status, json, { 'set-cookie': cookie });
  };

  return async (asked: Asked): Promise<PlainReply> => {
    const who: Who = { principal: null, ask: null };
    const refusal = (error: unknown) => refusalOf(asked, who.principal, error);
    try {
      const admitted = await comes(asked, who).catch(async (error: unknown) => {
        const refused = refusal(error);
        if (refused !== null) await queue.note(refused);
        throw error;
      });
      if ('reply' in admitted) return privateReply(admitted.status, admitted.reply);
      const { ready, prepared } = admitted;
      const done = await queue.run({
        check: (made) => asked.route.late?.(ready, prepared, ({ name }) => made.get(name)),
        run: (shared) => carryOut(shared, asked, admitted),
        refusal,
      });
      return reply(asked.caller, done);
    } catch (error) {
      throw await withCurrent(asked, who, error);
    }
  };
}
