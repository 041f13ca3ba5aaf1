import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { countStreams } from '../event-stream'

// Kept on `globalThis`: what counts the requests has another copy of this module than the page that tells of them.
const kept = globalThis as { stetMetrics?: Metrics }

export interface Metrics {
  registry: Registry
  /** How long requests took, in seconds. */
  requests: Histogram<'method' | 'status'>
}

/** What this process tells of itself, in the names that Prometheus advises: nothing of any newsroom, person or address. */
export function metrics(): Metrics {
  kept.stetMetrics ??= make()
  return kept.stetMetrics
}

function make(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'stet_event_streams',
    help: 'Pages that listen for changes.',
    registers: [registry],
    collect() {
      this.set(countStreams())
    },
  })
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by method and class of status.',
    labelNames: ['method', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return { registry, requests }
}
