import type { FastifyInstance } from 'fastify';
import type { Host } from '../../app/host.ts';

/** Whether the process lives, and whether it can answer: what a supervisor and a balancer ask. */
export function addHealth(app: FastifyInstance, host: Host, isClosing: () => boolean): void {
  const plain = { config: { rateLimit: false as const }, logLevel: 'warn' as const };
  app.get('/health', plain, async (_, reply) => reply.type('text/plain; charset=utf-8').send('ok\n'));
  app.get('/health/live', plain, async () => ({ status: 'live' }));
  app.get('/health/ready', plain, async (_, reply) => {
    const settings = await host.workspace().then(
      () => true,
      () => false,
    );
    const store = await host.store().then(
      () => true,
      () => false,
    );
    const ready = settings && store && !isClosing();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not_ready', settings, store, closing: isClosing() });
  });
}
