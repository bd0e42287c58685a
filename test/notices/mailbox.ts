import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  readonly to: string;
  readonly raw: string;
}

/** A real SMTP server that keeps what it takes, and goes down and comes up on the same port. */
export async function openMailbox() {
  const mail: Received[] = [];
  /** What it answers to whoever writes to an address. */
  const refused = new Map<string, number>();
  const make = (): SMTPServer =>
    new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _, done) => {
        const code = refused.get(address);
        done(code === undefined ? null : Object.assign(new Error('no such mailbox'), { responseCode: code }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          mail.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), raw: Buffer.concat(chunks).toString('latin1') });
          done();
        });
      },
    });
  let port = 0;
  let server: SMTPServer | null = null;
  const up = async (): Promise<void> => {
    const opened = make();
    server = opened;
    const listening = opened.listen(port, '127.0.0.1');
    await new Promise<void>((resolve) => listening.once('listening', resolve));
    ({ port } = listening.address() as AddressInfo);
  };
  const down = async (): Promise<void> => {
    const closing = server;
    server = null;
    if (closing) await new Promise<void>((resolve) => closing.close(() => resolve()));
  };
  await up();
  return { mail, refused, up, down, port };
}

/** One part of a message: its headers by small name, its bytes decoded, the parts within. */
export interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly type: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly parts: readonly Part[];
}

const quotedPrintable = (body: string): Buffer =>
  Buffer.from(
    body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

/** RFC 2047, as subjects with accents go. */
const decodedWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('latin1')
        : quotedPrintable(text.replaceAll('_', ' ')).toString('latin1'),
    );

/** A message by RFC 5322 and 2045, as a mail program reads it. */
export function parseMessage(raw: string): Part {
  const split = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, split).replace(/\r\n[ \t]+/g, ' ');
  const body = raw.slice(split + 4);
  const headers = new Map(
    head.split('\r\n').map((line) => {
      const colon = line.indexOf(':');
      const value = decodedWords(line.slice(colon + 1).trim());
      return [line.slice(0, colon).toLowerCase(), Buffer.from(value, 'latin1').toString('utf8')] as const;
    }),
  );
  const contentType = headers.get('content-type') ?? 'text/plain';
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1];
  if (boundary !== undefined) {
    const pieces = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1);
    return { headers, type, bytes: Buffer.alloc(0), text: '', parts: pieces.map((piece) => parseMessage(piece.replace(/^\r\n/, ''))) };
  }
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? quotedPrintable(body)
        : Buffer.from(body, 'latin1');
  return { headers, type, bytes, text: bytes.toString('utf8'), parts: [] };
}

/** Every part, those within others too. */
export const allParts = (part: Part): readonly Part[] => [part, ...part.parts.flatMap(allParts)];
