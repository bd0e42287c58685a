import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Host } from '../../app/host.ts';
import { outboxOf } from '../../app/notices/outbox.ts';
import { requirePermission } from '../../app/rights/actor.ts';
import { CuadroError } from '../../model/error.ts';
import { isLocal } from './proxy.ts';

const seconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** What Prometheus reads: requests by route, operations, queues, the process itself. No label holds anything of a person or of the data. */
export function addMetrics(app: FastifyInstance, host: Host): void {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'cuadro_http_request_seconds',
    help: 'Requests answered, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers,
  });
  const operations = new Histogram({
    name: 'cuadro_operation_seconds',
    help: 'Operations run, the time in the queue included.',
    labelNames: ['operation', 'outcome'],
    buckets: seconds,
    registers,
  });
  const statements = new Histogram({
    name: 'cuadro_warehouse_statement_seconds',
    help: 'Statements that the warehouse answered for reading operations.',
    buckets: seconds,
    registers,
  });
  new Gauge({
    name: 'cuadro_operations',
    help: 'Operations that run or wait, by lane.',
    labelNames: ['lane', 'state'],
    registers,
    collect() {
      for (const [lane, { running, waiting }] of Object.entries(host.load())) {
        this.set({ lane, state: 'running' }, running);
        this.set({ lane, state: 'waiting' }, waiting);
      }
    },
  });
  new Gauge({
    name: 'cuadro_outbox',
    help: 'Notices and digests that wait to go out, and those that were given up.',
    labelNames: ['state'],
    registers,
    async collect() {
      // A store that does not answer must not hide all else.
      const outbox = await host
        .store()
        .then(({ db }) => outboxOf(db))
        .catch(() => null);
      if (outbox === null) return;
      this.set({ state: 'waiting' }, outbox.waiting);
      this.set({ state: 'failed' }, outbox.failed);
    },
  });
  collectDefaultMetrics({ register: registry });
  host.onOperation(({ operation, outcome, ms }) => operations.observe({ operation, outcome }, ms / 1000));
  host.onStatement((ms) => statements.observe(ms / 1000));
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.addHook('onClose', async () => registry.clear());
  app.get('/metrics', { logLevel: 'warn' }, async (request, reply) => {
    if (!isLocal(request)) {
      if (request.actor === null) throw new CuadroError({ code: 'unauthenticated' });
      requirePermission(request.actor, 'audit.read');
    }
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
