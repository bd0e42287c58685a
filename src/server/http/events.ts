import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Host } from '../../app/host.ts';
import { type LiveEvent, mayKnow, type Told } from '../../app/live/feed.ts';
import type { Actor } from '../../app/rights/actor.ts';
import { CuadroError } from '../../model/error.ts';

/** What a client that does not read may leave lying here before it is cut off. */
const mostUnread = 1 << 20;
const mostOfOne = 10;

export interface EventOptions {
  readonly actorOf: (request: FastifyRequest) => Promise<Actor | null>;
  /** Proxies close what is silent for a minute; and whoever signed out is to hear no more. */
  readonly beatMs: number;
}

const text = (id: string, event: LiveEvent): string => `id: ${id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;

/** What happens while one looks, as server-sent events: what one may know of it, from where one was cut off, until the session ends. */
export function addEvents(app: FastifyInstance, host: Host, { actorOf, beatMs }: EventOptions): void {
  const open = new Map<string, number>();
  const ends = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of ends) end();
  });
  app.get('/api/v1/events', async (request, reply) => {
    const { actor } = request;
    if (actor === null) throw new CuadroError({ code: 'unauthenticated' });
    const who = `${actor.kind} ${actor.id ?? request.ip}`;
    if ((open.get(who) ?? 0) >= mostOfOne) throw new CuadroError({ code: 'too_many_requests' });
    open.set(who, (open.get(who) ?? 0) + 1);
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    let seen: Actor = actor;
    const write = (chunk: string): void => {
      if (raw.writableLength > mostUnread) raw.destroy();
      else raw.write(chunk);
    };
    const tell = ({ id, event, audience }: Told): void => {
      if (mayKnow(audience, seen)) write(text(id, event));
    };
    const since = request.headers['last-event-id'];
    const missed = typeof since === 'string' ? host.live.since(since) : [];
    if (missed === null) write(text(host.live.lastId, { kind: 'missed' }));
    else {
      // Whoever comes for the first time knows from here where they were.
      write(`id: ${host.live.lastId}\nevent: open\ndata: {}\n\n`);
      for (const told of missed) tell(told);
    }
    const silence = host.live.listen(tell);
    const beat = setInterval(() => {
      actorOf(request).then(
        (now) => {
          if (now === null || now.kind !== actor.kind || now.id !== actor.id) return end();
          seen = now;
          write(': \n\n');
        },
        () => end(),
      );
      // Reading the settings tells of it where they are others.
      host.workspace().catch(() => undefined);
    }, beatMs);
    const end = (): void => {
      raw.end();
    };
    ends.add(end);
    raw.on('close', () => {
      clearInterval(beat);
      silence();
      ends.delete(end);
      open.set(who, (open.get(who) ?? 1) - 1);
      if (open.get(who) === 0) open.delete(who);
    });
  });
}
