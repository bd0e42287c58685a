import { storeUrlOf } from '../../app/config/store-url.ts';
import { restoreWorkspace } from '../../app/workspace/restore.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import type { Command } from '../command.ts';

export const restore: Command = {
  name: 'restore',
  words: { es: 'Restaura una copia en una carpeta vacía o nueva.', en: 'Restores a backup into an empty or new folder.' },
  arguments: { name: 'FILE', min: 1, max: 1 },
  options: {},
  examples: ['cuadro --data ./restaurado restore copia-2026-06-30.cuadro'],
  run: async (call) => {
    const [file = ''] = call.options.positionals;
    const { files, made_at } = await restoreWorkspace(call.path(file), call.folder, storeUrlOf(call.effects.env));
    if (call.json) call.printJson({ workspace: call.folder, files, made_at });
    else call.print(fill(cliWords(call.language).notes.restored, { folder: call.folder }));
    return 0;
  },
};
