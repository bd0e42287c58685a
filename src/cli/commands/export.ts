import { exportOperation } from '../../app/operations/export.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import type { Command } from '../command.ts';

export const exportCommand: Command = {
  name: 'export',
  words: {
    es: 'Saca a una carpeta cada entidad y cada conjunto derivado, tal como están en el almacén.',
    en: 'Writes every entity and derived dataset to a folder, as the warehouse holds them.',
  },
  arguments: { name: 'DIR', min: 1, max: 1 },
  options: {
    format: { kind: 'value', value: 'parquet|csv', oneOf: ['parquet', 'csv'], words: { es: 'formato (parquet)', en: 'format (parquet)' } },
    entity: { kind: 'list', value: 'E', words: { es: 'solo estas', en: 'only these' } },
  },
  examples: ['cuadro export ./datos', 'cuadro export ./datos --format csv --entity opportunity account'],
  run: async (call) => {
    const [folder = ''] = call.options.positionals;
    const output = await call.run(exportOperation, {
      folder: call.path(folder),
      format: call.options.values.get('format') === 'csv' ? 'csv' : 'parquet',
      entities: [...(call.options.lists.get('entity') ?? [])],
    });
    if (call.json) call.printJson(output);
    else call.print(fill(cliWords(call.language).notes.exported, { count: output.tables.length, folder: output.folder }));
    return 0;
  },
};
