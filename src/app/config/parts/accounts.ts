import { z } from 'zod';
import { field, secret } from '../field.ts';

/** How people sign in. */
export const accountsPart = z.strictObject({
  session_days: field(
    z.int().min(1).max(365).default(14),
    'Días que dura una sesión sin usarse.',
    'Days that a session lasts without being used.',
  ),
  secret: secret(
    'Secreto que firma las sesiones y cifra los segundos factores, de 32 letras o más; el mismo en todos los servidores. Si falta, se crea secret.key en el espacio de trabajo.',
    'Secret that signs sessions and encrypts second factors, 32 letters or more; the same on all servers. Without it, secret.key is made in the workspace.',
  ),
});
