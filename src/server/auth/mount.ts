import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Accounts } from '../../app/people/accounts.ts';
import type { Actor } from '../../app/rights/actor.ts';

const authRoutes = '/api/auth/*';

/** Cookies that an answer still has to bring to the browser, by request. */
const cookiesOf = new WeakMap<FastifyRequest, readonly string[]>();

const first = (value: string | string[] | undefined): string | null => (Array.isArray(value) ? (value[0] ?? null) : (value ?? null));

/** Fastify's request as the web knows it. The body has been read as JSON, within the server's limits. */
function asWebRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers.set(name, String(value));
  const url = new URL(request.url, 'http://cuadro.invalid');
  const hasBody = request.method === 'POST' && request.body !== undefined && request.body !== null;
  if (request.method === 'POST') headers.set('content-type', 'application/json');
  return new Request(url, {
    method: request.method,
    headers,
    ...(request.method === 'POST' ? { body: JSON.stringify(hasBody ? request.body : {}) } : {}),
  });
}

async function send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status).header('cache-control', 'no-store');
  for (const [name, value] of response.headers) if (name !== 'set-cookie' && name !== 'content-length') reply.header(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply.send(await response.text());
}

/** @returns who asks, with all their rights, by session or key; null: nobody who is known */
export const actorFrom =
  (accounts: Accounts) =>
  async (request: FastifyRequest): Promise<Actor | null> => {
    const { actor, cookies } = await accounts.actorOf({
      authorization: first(request.headers.authorization),
      cookie: first(request.headers.cookie),
      from: request.ip,
    });
    if (cookies.length > 0) cookiesOf.set(request, cookies);
    return actor;
  };

/** Sign-in and what belongs to it, below `/api/auth`; and the cookies of a session that lives on. */
export function mountAccounts(app: FastifyInstance, accounts: Accounts): void {
  app.addHook('onSend', async (request, reply) => {
    const cookies = cookiesOf.get(request);
    if (cookies && !reply.hasHeader('set-cookie')) reply.header('set-cookie', [...cookies]);
  });
  app.route({
    method: ['GET', 'POST'],
    url: authRoutes,
    handler: async (request, reply) => send(reply, await accounts.handle(asWebRequest(request), request.ip)),
  });
}
