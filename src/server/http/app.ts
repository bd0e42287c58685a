import compress from '@fastify/compress';
import etag from '@fastify/etag';
import { type FastifyInstance, fastify, LogController } from 'fastify';
import type { Host } from '../../app/host.ts';
import { addMcp } from '../mcp/http.ts';
import { registerApiPages } from '../openapi/plugin.ts';
import { registerOperations } from '../rest/plugin.ts';
import { addCaller } from './caller.ts';
import { addEvents } from './events.ts';
import { addHealth } from './health.ts';
import { addRateLimits, cutSlowBodies } from './limits.ts';
import { logOptions, logRequests } from './log.ts';
import { addMetrics } from './metrics.ts';
import type { HttpOptions } from './options.ts';
import { refusePaths } from './paths.ts';
import { answerWithProblems } from './problem.ts';
import { guardHost, guardOrigin } from './proxy.ts';
import { addSecurityHeaders } from './security.ts';
import { addUnsubscribe } from './unsubscribe.ts';
import { addUploads } from './uploads.ts';
import { addUnbuiltPage, addWebApplication, isBuilt } from './web.ts';

/** What is built: not listening yet. */
export async function buildApp(host: Host, options: HttpOptions): Promise<FastifyInstance> {
  const { limits, publicUrl, trustedProxies } = options;
  let closing = false;
  const app = fastify({
    logger: logOptions(options) ?? false,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: limits.body,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.keepAliveMs,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    http: { headersTimeout: limits.headersMs, connectionsCheckingInterval: 1_000, maxHeaderSize: 16 << 10 },
  });
  app.server.maxConnections = limits.connections;
  answerWithProblems(app);
  app.addHook('preClose', async () => {
    closing = true;
  });
  // In this order: what nobody may send is refused before it is asked who sends it.
  await addSecurityHeaders(app, publicUrl?.startsWith('https:') === true);
  guardHost(app, options.host, publicUrl);
  guardOrigin(app, publicUrl);
  const findActor = addCaller(app, host, options);
  await addRateLimits(app, limits);
  cutSlowBodies(app, limits);
  refusePaths(app);
  // The tag is of what is said, not of how it is squeezed.
  await app.register(etag, { weak: true });
  await app.register(compress, { global: true, threshold: 1_024, encodings: ['br', 'gzip', 'deflate'] });
  logRequests(app);
  addMetrics(app, host);
  addHealth(app, host, () => closing);
  addEvents(app, host, { actorOf: findActor, beatMs: options.beatMs });
  await addUploads(app, host, limits);
  addUnsubscribe(app, host);
  for (const add of options.routes) await add(app);
  registerOperations(app, host, { actorOf: ({ actor }) => actor });
  addMcp(app, host);
  registerApiPages(app);
  if (isBuilt(options.web)) await addWebApplication(app, options.web, host, options.firstAnswersMs);
  else addUnbuiltPage(app);
  return app;
}
