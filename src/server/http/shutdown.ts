import type { FastifyInstance } from 'fastify';
import type { Host } from '../../app/host.ts';

/** Until the connections of those that were cancelled are closed for them. */
const lastMs = 2_000;

/**
 * Closes a server without cutting anyone short: nothing new is taken, what is short ends, what still runs after the grace is cancelled
 * and says so.
 */
export async function closeGracefully(app: FastifyInstance, host: Pick<Host, 'cancelReads'>, graceMs: number): Promise<void> {
  const cancel = setTimeout(() => host.cancelReads(), graceMs);
  const cut = setTimeout(() => app.server.closeAllConnections(), graceMs + lastMs);
  try {
    await app.close();
  } finally {
    clearTimeout(cancel);
    clearTimeout(cut);
  }
}
