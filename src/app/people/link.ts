import type { Workspace } from '../workspace/workspace.ts';

/** A link for someone elsewhere: at the address of `cuadro.yaml`; without one, that of a server on this machine. */
export const publicLink = ({ config: { server } }: Workspace, path: string): string =>
  new URL(path, server.public_url ?? `http://localhost:${server.port}`).href;
