import { batchesOperation } from '../../app/operations/batches.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';

export const batches: Command = {
  name: 'batches',
  words: { es: 'Muestra los lotes importados.', en: 'Shows the imported batches.' },
  arguments: noArguments,
  options: {},
  examples: ['cuadro batches'],
  run: async (call) => {
    const output = await call.run(batchesOperation, {});
    if (call.json) {
      call.printJson(output);
      return 0;
    }
    const { columns, notes } = cliWords(call.language);
    if (output.batches.length === 0) {
      call.print(fill(notes.noBatches, {}));
      return 0;
    }
    const names = ['batch', 'source', 'landed', 'rows', 'files'] as const;
    call.print(
      table(
        names.map((name) => ({ title: columns[name] ?? name, align: name === 'rows' ? ('right' as const) : ('left' as const), max: 60 })),
        output.batches.map((one) => [
          one.batch,
          one.source,
          new Intl.DateTimeFormat(call.writer.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(one.landed_at)),
          formatNumber(
            one.entities.reduce((sum, { read }) => sum + read, 0),
            call.writer,
            0,
          ),
          one.files.map(({ name }) => name).join(', '),
        ]),
      ),
    );
    return 0;
  },
};
