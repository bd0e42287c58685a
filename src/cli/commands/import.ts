import { importOperation } from '../../app/operations/import.ts';
import { suggestFor } from '../../app/suggest.ts';
import { suggestionYaml } from '../../app/suggestion-yaml.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import { formatNumber } from '../../i18n/format.ts';
import { warningWords } from '../../i18n/warnings.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { readMapping } from '../mapping-file.ts';
import { table } from '../output/table.ts';

export const importCommand: Command = {
  name: 'import',
  words: {
    es: 'Importa archivos (CSV, TSV, XLSX, Parquet, líneas JSON; también .gz o una carpeta) como un solo lote: todo o nada.',
    en: 'Imports files (CSV, TSV, XLSX, Parquet, JSON lines; also .gz or a folder) as one batch: all or nothing.',
  },
  arguments: { name: 'PATH', min: 1, max: Number.POSITIVE_INFINITY },
  options: {
    map: { kind: 'value', value: 'MAPPING.yaml', words: { es: 'qué es cada columna', en: 'what each column is' } },
    source: { kind: 'value', value: 'NOMBRE', words: { es: 'nombre del origen', en: 'name of the source' } },
    suggest: { kind: 'flag', words: { es: 'muestra la correspondencia que usaría', en: 'print the mapping it would use' } },
    'dry-run': { kind: 'flag', words: { es: 'prueba sin guardar nada', en: 'try without saving anything' } },
    strict: { kind: 'flag', words: { es: 'si una fila no vale, no se guarda nada', en: 'if a row is wrong, save nothing' } },
  },
  examples: [
    'cuadro import ventas.csv --map ventas.yaml',
    'cuadro import ./exportacion',
    'cuadro import --suggest ./exportacion > correspondencia.yaml',
  ],
  run: async (call) => {
    const { flags, values, positionals } = call.options;
    const paths = positionals.map((path) => call.path(path));
    const source = values.get('source') ?? null;
    const map = values.get('map');
    if (flags.has('suggest')) {
      const suggestion = await suggestFor(paths);
      const yaml = suggestionYaml(suggestion, source, call.language);
      if (call.json) call.printJson({ mapping: yaml, files: suggestion.files, ignored: suggestion.ignored, doubts: suggestion.doubts });
      else call.print(yaml);
      return 0;
    }
    const output = await call.run(importOperation, {
      paths,
      mapping: map === undefined ? null : readMapping(call, map),
      source,
      dryRun: flags.has('dry-run'),
      strict: flags.has('strict'),
    });
    if (call.json) call.printJson(output);
    else show(call, output, flags.has('dry-run'));
    return output.rejected_file !== null || output.entities.some(({ rejected }) => rejected > 0) ? 3 : 0;
  },
};

type Output = Awaited<ReturnType<typeof importOperation.run>>;

function show(call: Call, output: Output, dryRun: boolean): void {
  const { columns, notes } = cliWords(call.language);
  const count = (value: number) => formatNumber(value, call.writer, 0);
  const names = ['entity', 'read', 'created', 'updated', 'unchanged', 'vanished', 'rejected', 'warnings'] as const;
  const rows = output.entities.map((one) => [
    one.entity,
    ...[one.read, one.created, one.updated, one.unchanged, one.vanished, one.rejected].map(count),
    one.warnings
      .map(({ code, field, rows: affected }) => `${field ? `${field}: ` : ''}${warningWords(code, call.language)} (${count(affected)})`)
      .join('; '),
  ]);
  call.print(
    table(
      names.map((name) => ({ title: columns[name] ?? name, align: name === 'entity' || name === 'warnings' ? 'left' : 'right' })),
      rows,
    ),
  );
  const say = (name: string, values: Record<string, string | number> = {}) => call.note(fill(notes[name] ?? name, values));
  if (dryRun) say('dryRun');
  else if (output.batch === null) say('noBatch');
  else say('batchMade', { batch: output.batch, source: output.source, seconds: formatNumber(output.seconds, call.writer, 1) });
  if (output.recognised) {
    say('guessed');
    for (const { file, entity, confidence } of output.recognised)
      call.note(`  ${file} → ${entity} (${formatNumber(confidence * 100, call.writer, 0)} %)`);
  }
  if (output.ignored_files.length > 0) say('ignored', { files: output.ignored_files.join(', ') });
  if (output.rejected_file !== null) say('rejectedFile', { file: output.rejected_file });
}
