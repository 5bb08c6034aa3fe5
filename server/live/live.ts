/**
 * Tells every open page that the store was written to. Each listener gets the same encoded bytes; writes that follow
 * each other closely are told together.
 */
import type { Instant } from '#core/domain/records.ts';

/** At most four versions a second. */
const GAP_MS = 250;
/** How often a listener hears something, so that silence means a lost link. */
const BEAT_MS = 15_000;
/** Chunks that a listener may leave unread before it is let go: it comes back by itself. */
const UNREAD_LIMIT = 16;

/** Where a listener's events go. */
export type Listener = {
  readonly send: (chunk: Uint8Array) => void;
  /** It has left too much unread, and is let go. */
  readonly isBehind: () => boolean;
  readonly close: () => void;
};

export type Live = {
  /** Begins with the present version. `screen` null = no screen's. Settles with what ends the listening. */
  attach(listener: Listener, screen: string | null): Promise<() => void>;
  /** A stream of server-sent events that begins with the present version. @param screen whose it is; left out = no screen's */
  listen(screen?: string | null): ReadableStream<Uint8Array>;
  /** Tells a screen, on its own streams alone, that there is news for it; one that was revoked is told so and let go. */
  tell(screen: string): void;
  /** Tells everybody that the presentation of a meeting has moved; what was told last is not told again. @param turn counts its moves */
  tellMeeting(meeting: string, turn: number): void;
  /** The store has reached this version. An older or equal one is not told again. */
  announce(version: number): void;
  /** Ends every stream; a stream asked for later ends at once. */
  end(): void;
  readonly listeners: () => number;
};

type Options = {
  readonly dataVersion: () => number | Promise<number>;
  readonly clock: () => Instant;
  /** Which of these screens are registered no longer. */
  readonly revoked?: (screens: readonly string[]) => Promise<readonly string[]>;
  /** Whether what was a wall may go on reading as anybody does. */
  readonly isOpen?: () => Promise<boolean>;
};

const NOBODY_REVOKED: Required<Pick<Options, 'revoked' | 'isOpen'>> = {
  revoked: async () => [],
  isOpen: async () => true,
};

export function createLive(options: Options): Live {
  const { dataVersion, clock, revoked, isOpen } = { ...NOBODY_REVOKED, ...options };
  /** With the screen that listens; null = somebody else. */
  const open = new Map<Listener, string | null>();
  const encoder = new TextEncoder();
  /** By meeting the move that was told last. */
  const turns = new Map<string, number>();
  let told = 0;
  let reached = 0;
  let lastTold = Number.NEGATIVE_INFINITY;
  let pending: ReturnType<typeof setTimeout> | null = null;
  let beat: ReturnType<typeof setInterval> | null = null;
  let isEnded = false;

  const event = (name: 'version' | 'beat', version: number): Uint8Array => {
    const data = JSON.stringify({ version, now: clock() });
    return encoder.encode(`event: ${name}\nid: ${version}\ndata: ${data}\n\n`);
  };

  const drop = (listener: Listener): void => {
    open.delete(listener);
    if (open.size > 0 || beat === null) return;
    clearInterval(beat);
    beat = null;
  };

  const send = (chunk: Uint8Array): void => {
    for (const listener of [...open.keys()]) {
      if (listener.isBehind()) {
        drop(listener);
        listener.close();
      } else listener.send(chunk);
    }
  };

  const tell = (): void => {
    pending = null;
    if (reached <= told) return;
    told = reached;
    lastTold = Date.now();
    send(event('version', told));
  };

  const announce = (version: number): void => {
    reached = Math.max(reached, version);
    if (reached <= told || pending !== null) return;
    const wait = lastTold + GAP_MS - Date.now();
    if (wait <= 0) tell();
    else pending = setTimeout(tell, wait);
  };

  /** A token that opens nothing any more does not keep a stream open either. */
  const letGoRevoked = async (screens: readonly string[]): Promise<void> => {
    const gone = screens.length === 0 ? [] : await revoked(screens);
    if (gone.length === 0) return;
    const last = encoder.encode(
      `event: revoked\ndata: ${JSON.stringify({ open: await isOpen() })}\n\n`,
    );
    for (const [listener, whose] of [...open]) {
      if (whose === null || !gone.includes(whose)) continue;
      listener.send(last);
      drop(listener);
      listener.close();
    }
  };

  const listening = (): string[] => [
    ...new Set([...open.values()].filter((screen) => screen !== null)),
  ];

  /** Also the net under everything that was not announced: another process, a lost notification. */
  const onBeat = async (): Promise<void> => {
    try {
      announce(await dataVersion());
      await letGoRevoked(listening());
    } catch {
      return; // the store is away: silence is what tells the pages
    }
    send(event('beat', told));
  };

  /** Without a word of what: the screen asks with its own token. */
  const tellScreen = (screen: string): void => {
    const own = [...open].filter(([, whose]) => whose === screen);
    if (own.length === 0) return;
    letGoRevoked([screen]).then(
      () => {
        const news = encoder.encode('event: screen\ndata: {}\n\n');
        for (const [listener] of own) if (open.has(listener)) listener.send(news);
      },
      () => undefined, // the store is away: the next beat makes it good
    );
  };

  const attach = async (listener: Listener, screen: string | null): Promise<() => void> => {
    if (isEnded) {
      listener.close();
      return () => undefined;
    }
    let version: number;
    try {
      version = await dataVersion();
    } catch (error) {
      listener.close();
      throw error;
    }
    // Whoever listens already may not have heard of it yet; where nobody does, there is nobody to tell.
    if (open.size > 0) announce(version);
    else told = reached = Math.max(reached, version);
    listener.send(encoder.encode('retry: 3000\n\n'));
    listener.send(event('version', version));
    open.set(listener, screen);
    beat ??= setInterval(() => void onBeat(), BEAT_MS);
    return () => drop(listener);
  };

  return {
    announce,
    attach,
    tell: tellScreen,
    tellMeeting: (meeting, turn) => {
      // The process that moved it tells at once, and is told by the store as all the others are.
      if (turns.get(meeting) === turn) return;
      turns.set(meeting, turn);
      send(encoder.encode(`event: meeting\ndata: ${JSON.stringify({ meeting })}\n\n`));
    },
    listeners: () => open.size,
    listen(screen = null) {
      let leave: (() => void) | null = null;
      return new ReadableStream<Uint8Array>({
        async start(controller) {
          const listener: Listener = {
            send: (chunk) => controller.enqueue(chunk),
            isBehind: () => (controller.desiredSize ?? 0) <= -UNREAD_LIMIT,
            close: () => controller.close(),
          };
          leave = await attach(listener, screen);
        },
        cancel() {
          leave?.();
        },
      });
    },
    end() {
      isEnded = true;
      if (pending !== null) clearTimeout(pending);
      for (const listener of [...open.keys()]) {
        drop(listener);
        listener.close();
      }
    },
  };
}
