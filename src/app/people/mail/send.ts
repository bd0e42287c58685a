import { createTransport } from 'nodemailer';
import type { Config } from '../../config/schema.ts';

/** A picture within a message, which `<img src="cid:…">` shows. */
export interface Picture {
  readonly cid: string;
  readonly name: string;
  readonly png: Buffer;
}

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same with its form; mail programs that show none take the text. */
  readonly html?: string;
  readonly pictures?: readonly Picture[];
  /** The same at each attempt, so that what comes twice is known for one. */
  readonly id?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Whether there is a server to send mail by. */
export const canMail = ({ host, from }: Config['mail']): boolean => host !== null && from !== null;

const timeoutMs = 15_000;

const domainOf = (from: string): string => /@([a-z0-9.-]+)/i.exec(from)?.[1] ?? 'cuadro';

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
    // A message is made of what it is given: nothing in it is read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
  });
  try {
    const { to, subject, text, html, pictures = [], id, headers } = message;
    await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject,
      text,
      ...(html === undefined ? {} : { html }),
      ...(id === undefined ? {} : { messageId: `<${id}@${domainOf(from)}>` }),
      ...(headers === undefined ? {} : { headers }),
      attachments: pictures.map(({ cid, name, png }) => ({
        cid,
        filename: name,
        content: png,
        contentType: 'image/png',
        contentDisposition: 'inline',
      })),
    });
    return true;
  } finally {
    transport.close();
  }
}
