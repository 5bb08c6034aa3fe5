import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Metrics } from '#server/http/observers.ts';

/** Counts for Prometheus: what the process uses, what left it, and how long answers took to compute. */
export function createMetrics(version: string): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  registry.setDefaultLabels({ version });
  const replies = new Counter({
    name: 'reform_cockpit_replies_total',
    help: 'API replies by status and by whether the answer was kept, computed or a problem',
    labelNames: ['status', 'source'],
    registers: [registry],
  });
  const computing = new Histogram({
    name: 'reform_cockpit_computing_seconds',
    help: 'Time to compute an answer that was not kept',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2],
    registers: [registry],
  });
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    replied: (status, source) => replies.inc({ status: String(status), source }),
    computed: (route, milliseconds) => computing.observe({ route }, milliseconds / 1000),
  };
}
