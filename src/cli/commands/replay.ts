import { replayOperation } from '../../app/operations/replay.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import type { Command } from '../command.ts';
import { readMapping } from '../mapping-file.ts';

export const replay: Command = {
  name: 'replay',
  words: {
    es: 'Vuelve a cargar un lote desde sus archivos originales con una correspondencia corregida.',
    en: 'Loads a batch again from its original files under a corrected mapping.',
  },
  arguments: { name: 'BATCH', min: 1, max: 1 },
  options: { map: { kind: 'value', value: 'MAPPING.yaml', words: { es: 'la correspondencia corregida', en: 'the corrected mapping' } } },
  examples: ['cuadro replay b_7 --map corregida.yaml'],
  run: async (call) => {
    const [batch = ''] = call.options.positionals;
    const output = await call.run(replayOperation, { batch, mapping: readMapping(call, call.required('map')) });
    if (call.json) call.printJson(output);
    else call.print(fill(cliWords(call.language).notes.replayed, { batches: output.replayed.join(', ') }));
    return 0;
  },
};
