/** Reads a stream of server-sent events, one after the other. */

export type Heard = {
  readonly event: string;
  readonly version: number;
  /** Whose presentation has moved; only `meeting` tells it. */
  readonly meeting?: string;
  /** Whether what was a wall may read on as anybody; only `revoked` tells it. */
  readonly open?: boolean;
};

export type EventReader = {
  /** The next event; null = the stream has ended. */
  next(): Promise<Heard | null>;
  stop(): Promise<void>;
};

export function readEvents(response: Response): EventReader {
  if (response.body === null) throw new Error('the reply has no body');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end !== -1) {
          const block = text.slice(0, end);
          text = text.slice(end + 2);
          const event = /^event: (.*)$/m.exec(block)?.[1];
          const data = /^data: (.*)$/m.exec(block)?.[1];
          if (event === undefined || data === undefined) continue;
          const { version, meeting, open } = JSON.parse(data) as Heard;
          return {
            event,
            version,
            ...(meeting === undefined ? {} : { meeting }),
            ...(open === undefined ? {} : { open }),
          };
        }
        const { done, value } = await reader.read();
        if (done) return null;
        text += value;
      }
    },
    stop: () => reader.cancel(),
  };
}
