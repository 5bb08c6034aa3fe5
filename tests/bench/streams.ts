/** Many open streams of server-sent events, over plain sockets: as lean as can be on the side of those who listen. */
import { connect, type Socket } from 'node:net';

export type Streams = {
  /** Streams that are still open. */
  readonly open: () => number;
  /** Settles once every stream has heard of the version; tells after how many milliseconds each did. */
  heard(version: number): Promise<readonly number[]>;
  close(): void;
};

const AT_ONCE = 200;

/** Opens them, and settles once each has heard its first version. */
export async function openStreams(port: number, count: number): Promise<Streams> {
  const sockets = new Set<Socket>();
  let waiting: { readonly version: number; readonly came: number[]; readonly done: () => void }[] =
    [];
  const all = (): number => sockets.size;

  const openOne = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let reached = -1;
      sockets.add(socket);
      socket.once('error', reject);
      socket.once('close', () => sockets.delete(socket));
      socket.on('data', (chunk) => {
        const versions = [...chunk.toString('latin1').matchAll(/event: version\nid: (\d+)/g)];
        const version = Number(versions.at(-1)?.[1] ?? -1);
        if (version <= reached) return;
        resolve();
        for (const one of waiting) {
          if (reached >= one.version || version < one.version) continue;
          one.came.push(performance.now());
          if (one.came.length >= all()) one.done();
        }
        reached = version;
      });
      socket.write('GET /api/events HTTP/1.1\r\nHost: bench\r\nAccept: text/event-stream\r\n\r\n');
    });

  for (let from = 0; from < count; from += AT_ONCE)
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - from) }, openOne));
  return {
    open: all,
    heard: (version) =>
      new Promise((resolve) => {
        const came: number[] = [];
        const start = performance.now();
        const one = {
          version,
          came,
          done: () => {
            waiting = waiting.filter((other) => other !== one);
            resolve(came.map((at) => at - start));
          },
        };
        waiting.push(one);
      }),
    close: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
}
