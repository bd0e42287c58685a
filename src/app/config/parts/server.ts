import { z } from 'zod';
import { field } from '../field.ts';

/** An address, a network (10.0.0.0/8) or one of the names that proxy-addr knows. */
const proxy = z.union([z.enum(['loopback', 'linklocal', 'uniquelocal']), z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]);

/** Where and how Cuadro is served. */
export const serverPart = z.strictObject({
  host: field(z.string().min(1).default('127.0.0.1'), 'Dirección en la que escucha.', 'Address to listen on.'),
  port: field(z.int().min(0).max(65_535).default(4477), 'Puerto.', 'Port.'),
  public_url: field(
    z
      .url({ protocol: /^https?$/ })
      .nullable()
      .default(null),
    'Dirección por la que llegan los navegadores: va en enlaces e invitaciones; con https, las cookies solo viajan cifradas.',
    'Address by which browsers come: it stands in links and invitations; with https, cookies travel encrypted only.',
  ),
  trusted_proxies: field(
    z.array(proxy).default([]),
    'Proxies inversos de los que se acepta X-Forwarded-For. Ninguno, si no se dice.',
    'Reverse proxies whose X-Forwarded-For is believed. None unless said.',
  ),
  query_seconds: field(z.int().min(1).max(3_600).default(60), 'Tiempo máximo de una consulta.', 'How long a query may take.'),
});
