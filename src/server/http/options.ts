import type { Writable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../../app/rights/actor.ts';
import { defaultLimits, type Limits } from './limits.ts';

/** How a server is set up. Everything but `host` has a default that fits one machine. */
export interface HttpOptions {
  /** The address it listens on. */
  readonly host: string;
  /** By which browsers come, when it is another: `https://cuadro.example.com`. */
  readonly publicUrl: string | null;
  /** Proxies whose word on the client's address, host and protocol is believed. */
  readonly trustedProxies: readonly string[];
  readonly limits: Limits;
  /** The built web application; null, or a folder that is not there: a page that says so. */
  readonly web: string | null;
  /** How long a page waits for the answers that it brings along. */
  readonly firstAnswersMs: number;
  readonly log: { readonly level: string; readonly stream: Writable | null };
  /** Who asks. Null: nobody that is known. */
  readonly actorOf: ((request: FastifyRequest) => Promise<Actor | null>) | null;
  /** Routes of other parts of the server. */
  readonly routes: readonly ((app: FastifyInstance) => Promise<void>)[];
  /** How long a closing server lets requests finish before it cancels what still runs. */
  readonly graceMs: number;
  /** How often a live connection is looked after. */
  readonly beatMs: number;
}

export const httpOptions = (given: Partial<HttpOptions> & Pick<HttpOptions, 'host'>): HttpOptions => ({
  publicUrl: null,
  trustedProxies: [],
  limits: defaultLimits,
  web: null,
  firstAnswersMs: 150,
  log: { level: 'silent', stream: null },
  actorOf: null,
  routes: [],
  graceMs: 5_000,
  beatMs: 15_000,
  ...given,
});
