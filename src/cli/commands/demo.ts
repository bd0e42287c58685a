import { createDemo } from '../../app/workspace/demo.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';

export const demo: Command = {
  name: 'demo',
  words: { es: 'Crea un espacio de trabajo con la empresa de ejemplo.', en: 'Makes a workspace with the sample company.' },
  arguments: noArguments,
  options: {
    until: { kind: 'value', value: 'AAAA-MM-DD', words: { es: 'último día (fin del mes pasado)', en: 'last day (end of last month)' } },
    scale: { kind: 'value', value: 'X', words: { es: 'tamaño; 1 son unos 300 000 registros', en: 'size; 1 is about 300,000 records' } },
  },
  examples: ['cuadro demo', 'cuadro --data ./ejemplo demo --until 2026-10-31 --scale 0.1'],
  run: async (call) => {
    const { values } = call.options;
    const { effects, folder } = call;
    const output = await createDemo(
      { until: values.get('until') ?? null, scale: Number(values.get('scale') ?? '1') },
      { folder, now: effects.now, progress: call.progress, signal: effects.signal },
    );
    call.endProgress();
    const { notes } = cliWords(call.language);
    if (call.json) call.printJson(output);
    else {
      call.print(fill(notes.demoMade, { folder, records: formatNumber(output.records, call.writer, 0), until: output.until }));
      call.note(fill(notes.next, {}));
    }
    return 0;
  },
};
