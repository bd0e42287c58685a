import { z } from 'zod';
import { field, secret } from '../field.ts';

/** Single sign-on by OpenID Connect: one provider. */
export const ssoPart = z.strictObject({
  name: field(z.string().min(1).default('SSO'), 'Nombre en el botón de entrada.', 'Name on the button to sign in.'),
  issuer: field(
    z
      .url({ protocol: /^https?$/ })
      .nullable()
      .default(null),
    'Emisor OpenID Connect; sin él no hay inicio de sesión único.',
    'OpenID Connect issuer; without it there is no single sign-on.',
  ),
  client_id: field(z.string().min(1).nullable().default(null), 'Identificador de cliente.', 'Client id.'),
  client_secret: secret('Secreto de cliente.', 'Client secret.'),
  domains: field(
    z.array(z.string().min(3)).default([]),
    'Dominios de correo que pueden entrar sin invitación. Ninguno, si no se dice.',
    'Mail domains that may enter without an invitation. None unless said.',
  ),
});
