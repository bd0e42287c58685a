import { storeUrlOf } from '../../app/config/store-url.ts';
import { requireWorkspace } from '../../app/workspace/find.ts';
import { serveMcpOverStdio } from '../../server/mcp/stdio.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';

export const mcp: Command = {
  name: 'mcp',
  words: {
    es: 'Sirve los indicadores a un asistente de IA por MCP (entrada y salida estándar). Lee y, si se le pide, anota lo que pasó y lo que se decidió; ve todo lo que hay en el espacio de trabajo.',
    en: 'Serves the KPIs to an AI assistant over MCP (standard input and output). It reads and, where asked, writes down what happened and what was decided; it sees all that is in the workspace.',
  },
  arguments: noArguments,
  options: {},
  examples: ['cuadro mcp', 'cuadro mcp --data /srv/cuadro'],
  run: async ({ folder, language, effects }) => {
    requireWorkspace(folder);
    await serveMcpOverStdio({
      folder,
      language,
      now: effects.now,
      env: effects.env,
      storeUrl: storeUrlOf(effects.env),
      signal: effects.signal,
      progress: () => undefined,
    });
    return 0;
  },
};
