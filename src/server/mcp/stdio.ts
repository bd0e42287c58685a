import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { z } from 'zod';
import { callOperation, type Surroundings } from '../../app/run-operation.ts';
import { readWorkspace } from '../../app/workspace/read.ts';
import { renderError } from '../../i18n/errors.ts';
import type { Language } from '../../i18n/language.ts';
import { mcpServer } from './server.ts';
import type { Session } from './session.ts';

type Asking = Surroundings & Required<Pick<Surroundings, 'signal' | 'env'>> & { readonly language: Language };

function sessionOf({ language, signal: stop, ...surroundings }: Asking): Session {
  return {
    // What its schema made of an input it takes as it is.
    ask: (operation, input, signal) =>
      callOperation(operation, input as z.input<typeof operation.input>, { ...surroundings, signal: AbortSignal.any([signal, stop]) }),
    writes: true,
    workspace: () => readWorkspace(surroundings.folder, surroundings.env),
    language,
    render: renderError,
  };
}

/**
 * Serves a model over standard input and output, on behalf of whoever started it: each call goes through the workspace's server where one
 * runs, else it opens the workspace for as long as it takes. Resolves when the model has gone, or `signal` fires.
 */
export async function serveMcpOverStdio(asking: Asking): Promise<void> {
  const session = sessionOf(asking);
  // A workspace that is not there is said at once, and not with the first question.
  await session.workspace();
  const transport = new StdioServerTransport();
  const gone = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
    asking.signal.addEventListener('abort', () => resolve());
  });
  const served = serveStdio(() => mcpServer(session), { transport, maxSubscriptions: 0 });
  await gone;
  await served.close();
}
