import { type KpiWhole, kpisOperation } from '../../app/operations/kpis.ts';
import { cliWords } from '../../i18n/cli.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { table } from '../output/table.ts';

export const kpis: Command = {
  name: 'kpis',
  words: {
    es: 'Muestra los indicadores y cuáles se pueden calcular con los datos que hay; con un ID, uno entero.',
    en: 'Lists the KPIs and which the data at hand can compute; with an ID, one whole.',
  },
  arguments: { name: 'ID', min: 0, max: 1 },
  options: { area: { kind: 'value', value: 'A', words: { es: 'solo los de un área', en: 'only those of one area' } } },
  examples: ['cuadro kpis', 'cuadro kpis --area pipeline', 'cuadro kpis opportunity_conversion_rate'],
  run: async (call) => {
    const [id] = call.options.positionals;
    const area = call.options.values.get('area');
    const output = await call.run(kpisOperation, {
      language: call.language,
      ...(id === undefined ? {} : { id }),
      ...(area === undefined ? {} : { area }),
    });
    const [only] = output.kpis;
    if (call.json) call.printJson(output);
    else if (id !== undefined && only && 'texts' in only) call.print(whole(call, only));
    else {
      const { columns, notes } = cliWords(call.language);
      const rows = output.kpis.map((kpi) => [
        kpi.area,
        kpi.id,
        named(call, kpi),
        kpi.unit,
        (kpi.computable ? notes.yes : notes.no) ?? '',
        kpi.missing.join(', '),
      ]);
      const titles = [columns.area, columns.id, columns.kpi, columns.unit, columns.computable, columns.missing];
      call.print(
        table(
          titles.map((title, index) => ({ title: title ?? '', ...(index === 5 ? { max: 60 } : {}) })),
          rows,
        ),
      );
    }
    return 0;
  },
};

/** A draft says so in its name: whoever reads a list must not take it for what is in force. */
const named = (call: Call, { name, status }: Pick<KpiWhole, 'name' | 'status'>): string =>
  status === 'draft' ? `${name} (${cliWords(call.language).notes.draft})` : name;

function whole(call: Call, kpi: KpiWhole): string {
  const { notes, columns } = cliWords(call.language);
  const { texts } = kpi;
  const paragraph = (title: string | undefined, text: string): readonly string[] => (text === '' ? [] : [`${title ?? ''}: ${text}`]);
  return [
    `${named(call, kpi)} (${kpi.id}${kpi.ref ? `, ${kpi.ref}` : ''})`,
    '',
    ...paragraph(notes.question, texts.question),
    ...paragraph(notes.definition, texts.definition),
    ...paragraph(notes.formula, texts.formula),
    ...paragraph(columns.unit, kpi.unit),
    ...paragraph(notes.why, texts.why),
    ...paragraph(notes.rise, texts.rise),
    ...paragraph(notes.fall, texts.fall),
    ...paragraph(notes.caveats, texts.caveats),
    ...paragraph(notes.guards, [...kpi.pairs.guards, ...(kpi.pairs.partner ? [kpi.pairs.partner] : [])].join(', ')),
    '',
    ...paragraph(
      notes.variants,
      Object.entries(kpi.variant_labels)
        .map(([name, label]) => `${name} (${label})`)
        .join(', '),
    ),
    ...paragraph(
      notes.parameters,
      Object.entries(kpi.parameters)
        .map(([name, value]) => `${name} = ${String(value)} (${kpi.parameter_names[name] ?? ''})`)
        .join(', '),
    ),
    ...paragraph(
      notes.terms,
      kpi.terms
        .map(({ name, setting, value, means, others }) => {
          const other = others.map((one) => one.value).join(', ');
          return `${name}: ${means} (${setting}: ${value}${other === '' ? '' : `; ${notes.else} ${other}`})`;
        })
        .join(' '),
    ),
    ...paragraph(notes.dimensions, kpi.dimensions.join(', ')),
    ...paragraph(notes.needs, kpi.needs.map((need) => (typeof need === 'string' ? need : need.join(' / '))).join(', ')),
    ...(kpi.computable ? [] : paragraph(columns.missing, kpi.missing.join(', '))),
  ].join('\n');
}
