/** Who a home may bring along to watch: a log and counters. */

export type Logger = {
  error(fields: Readonly<Record<string, unknown>>, message: string): void;
  debug(fields: Readonly<Record<string, unknown>>, message: string): void;
};

export type Metrics = {
  readonly contentType: string;
  /** Everything counted, in Prometheus' text format. */
  text(): Promise<string>;
  /** One reply left; `source` says whether it was kept, computed or a problem. */
  replied(status: number, source: 'kept' | 'computed' | 'problem'): void;
  /** One answer was computed. */
  computed(route: string, milliseconds: number): void;
};
