import { undoOperation } from '../../app/operations/undo.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import type { Command } from '../command.ts';

export const undo: Command = {
  name: 'undo',
  words: { es: 'Deshace un lote, como si nunca se hubiera importado.', en: 'Undoes a batch, as if it had never been imported.' },
  arguments: { name: 'BATCH', min: 1, max: 1 },
  options: {},
  examples: ['cuadro undo b_7'],
  run: async (call) => {
    const [batch = ''] = call.options.positionals;
    const output = await call.run(undoOperation, { batch });
    if (call.json) call.printJson(output);
    else call.print(fill(cliWords(call.language).notes.undone, { batch }));
    return 0;
  },
};
