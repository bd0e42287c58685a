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
  role: field(
    z.enum(['administrator', 'analyst', 'manager', 'member', 'viewer']).default('viewer'),
    'Papel de quien entra por su dominio, sin invitación.',
    'Role of whoever enters by their domain, without an invitation.',
  ),
  trust_email: field(
    z.boolean().default(false),
    'Da por buena la dirección aunque el emisor no diga que la ha comprobado (email_verified), como hace Microsoft Entra ID.',
    'Takes the address as proven even if the issuer does not say it has checked it (email_verified), as Microsoft Entra ID does not.',
  ),
});
