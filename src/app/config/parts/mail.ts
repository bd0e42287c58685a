import { z } from 'zod';
import { field, secret } from '../field.ts';

/** The SMTP server by which invitations, resets, alerts and digests go out. */
export const mailPart = z.strictObject({
  host: field(
    z.string().min(1).nullable().default(null),
    'Servidor SMTP; sin él no sale correo.',
    'SMTP server; without it no mail goes out.',
  ),
  port: field(z.int().min(1).max(65_535).default(587), 'Puerto SMTP.', 'SMTP port.'),
  encryption: field(
    z.enum(['starttls', 'tls', 'none']).default('starttls'),
    'starttls exige cifrado tras conectar; tls, desde el principio; none, solo para un servidor de esta misma máquina.',
    'starttls demands encryption after connecting; tls from the start; none only for a server on this machine.',
  ),
  user: field(z.string().min(1).nullable().default(null), 'Usuario del servidor SMTP.', 'User of the SMTP server.'),
  password: secret('Contraseña del servidor SMTP.', 'Password of the SMTP server.'),
  from: field(z.string().min(3).nullable().default(null), 'Remitente: Cuadro <cuadro@empresa.es>.', 'Sender: Cuadro <cuadro@company.com>.'),
});
