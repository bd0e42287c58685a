import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { CuadroError } from '../../model/error.ts';
import { workspaceSecret } from '../people/secret.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Keeps what only the machine may read in the store: AES-256-GCM under a key of the workspace's secret. */
export interface Seal {
  seal(text: string): string;
  /** @throws CuadroError `channel_sealed` where it was sealed under another secret */
  open(sealed: string): string;
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** A key of the workspace's secret for one purpose: none tells anything of another. */
export async function workspaceKey({ folder, config }: Workspace, purpose: string): Promise<Buffer> {
  const secret = await workspaceSecret(folder, config.accounts.secret);
  return Buffer.from(hkdfSync('sha256', secret, '', `cuadro ${purpose}`, 32));
}

export async function sealOf(workspace: Workspace): Promise<Seal> {
  const key = await workspaceKey(workspace, 'channels');
  return {
    seal: (text) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes));
        decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new CuadroError({ code: 'channel_sealed', blame: 'internal', cause });
      }
    },
  };
}
