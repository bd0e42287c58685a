import { z } from 'zod';
import { field } from '../field.ts';

/** How notices and digests go out. */
export const noticesPart = z.strictObject({
  private_hosts: field(
    z.array(z.string().min(1).max(253)).default([]),
    'Servidores de la red propia a los que puede ir un webhook, por su nombre o dirección; también, sin cifrar. Ninguno, si no se dice.',
    'Hosts of your own network that a webhook may go to, by name or address; also without encryption. None unless said.',
  ),
  digest: field(
    z.enum(['never', 'day', 'week', 'month']).default('week'),
    'Cada cuánto llega el resumen por correo a quien no ha elegido otra cosa.',
    'How often the digest comes by e-mail to whoever has chosen nothing else.',
  ),
  digest_day: field(
    z.int().min(1).max(28).default(1),
    'Día del resumen: de la semana (1 es lunes) o del mes.',
    'Day of the digest: of the week (1 is Monday) or of the month.',
  ),
  digest_hour: field(
    z.int().min(0).max(23).default(8),
    'Hora del resumen, en la zona horaria de la empresa.',
    "Hour of the digest, in the company's time zone.",
  ),
});
