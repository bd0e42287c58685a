import { backupOperation } from '../../app/operations/backup.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Command } from '../command.ts';

export const backup: Command = {
  name: 'backup',
  words: {
    es: 'Copia todo el espacio de trabajo en un archivo, también con el servidor en marcha.',
    en: 'Puts the whole workspace into one file, also while the server runs.',
  },
  arguments: { name: 'FILE', min: 1, max: 1 },
  options: {
    'no-secrets': {
      kind: 'flag',
      words: {
        es: 'sin contraseñas, segundos factores, claves ni invitaciones; al restaurar hay que darlos de nuevo',
        en: 'without passwords, second factors, keys and invitations; after a restore they are given anew',
      },
    },
  },
  examples: ['cuadro backup copia-2026-06-30.cuadro'],
  run: async (call) => {
    const [file = ''] = call.options.positionals;
    const output = await call.run(backupOperation, { file: call.path(file), secrets: !call.options.flags.has('no-secrets') });
    if (call.json) call.printJson(output);
    else
      call.print(
        fill(cliWords(call.language).notes.backedUp, { file: output.file, size: formatNumber(output.bytes / 1e6, call.writer, 1) }),
      );
    return 0;
  },
};
