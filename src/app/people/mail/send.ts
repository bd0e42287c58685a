import { createTransport } from 'nodemailer';
import type { Config } from '../../config/schema.ts';

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Whether there is a server to send mail by. */
export const canMail = ({ host, from }: Config['mail']): boolean => host !== null && from !== null;

const timeoutMs = 15_000;

/** @returns false where mail is not set up. Rejects when the server does not take it. */
export async function sendMail({ host, port, encryption, user, password, from }: Config['mail'], message: Message): Promise<boolean> {
  if (host === null || from === null) return false;
  const transport = createTransport({
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ignoreTLS: encryption === 'none',
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // A message is made of text alone: nothing in it is read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
  });
  try {
    await transport.sendMail({ from, to: { name: '', address: message.to }, subject: message.subject, text: message.text });
    return true;
  } finally {
    transport.close();
  }
}
