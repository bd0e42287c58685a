import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link or a key: 256 bits, in letters that survive an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. It is random and long, so a plain hash cannot be tried out. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** An id for a row of ours. */
export const newId = (): string => randomBytes(12).toString('base64url');
