import type { KpiSummary } from '../../app/operations/kpis.ts';
import { kpisOperation } from '../../app/operations/kpis.ts';
import { queryOperation } from '../../app/operations/query.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import { formatChange, formatPeriod, formatRange, formatValue } from '../../i18n/format.ts';
import { reasonWords } from '../../i18n/reasons.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { conditions, dayOption, given, queryOptions, rangeOption } from '../query-options.ts';

const grains = ['day', 'week', 'month', 'quarter', 'year', 'total'] as const;
type Grain = (typeof grains)[number];
const isGrain = (text: string | undefined): text is Grain => grains.some((grain) => grain === text);

export const query: Command = {
  name: 'query',
  words: { es: 'Calcula indicadores por periodo y grupo.', en: 'Computes KPIs by period and group.' },
  arguments: noArguments,
  options: {
    ...queryOptions,
    grain: {
      kind: 'value',
      value: 'G',
      oneOf: grains,
      words: { es: 'day, week, month, quarter, year, total', en: 'day, week, month, quarter, year, total' },
    },
    compare: { kind: 'value', value: 'previous|year|D..D', words: { es: 'comparar con', en: 'compare with' } },
    align: {
      kind: 'value',
      value: 'to_date|full',
      oneOf: ['to_date', 'full'],
      words: { es: 'comparar hasta la misma fecha o enteros', en: 'compare to date or whole' },
    },
    partial: { kind: 'flag', words: { es: 'muestra también los periodos incompletos', en: 'show incomplete periods too' } },
    sql: { kind: 'flag', words: { es: 'muestra el SQL en vez del resultado', en: 'print the SQL instead' } },
  },
  examples: [
    'cuadro query --kpi opportunity_conversion_rate --grain year',
    'cuadro query --kpi total_sales,new_customers --from 2026-01-01 --to 2026-06-30 --by owner.name',
    "cuadro query --kpi total_sales --grain quarter --compare year --where 'account.country=España' --json",
  ],
  run: async (call) => {
    const { flags, values, lists } = call.options;
    const kpis = lists.get('kpi') ?? [];
    if (kpis.length === 0) throw new CuadroError({ code: 'option_missing', where: '--kpi', params: { command: 'query' } });
    const grain = values.get('grain');
    const attributes = values.get('attributes');
    const align = values.get('align');
    const output = await call.run(queryOperation, {
      kpis: [...kpis],
      by: [...(lists.get('by') ?? [])],
      where: conditions(call),
      periods: flags.has('partial') ? 'partial' : 'complete',
      sql: flags.has('sql'),
      ...given({
        variant: values.get('variant'),
        from: dayOption(call, 'from'),
        to: dayOption(call, 'to'),
        grain: isGrain(grain) ? grain : undefined,
        asOf: dayOption(call, 'as-of'),
        knownAt: dayOption(call, 'known-at'),
        attributes: attributes === 'now' || attributes === 'then' ? attributes : undefined,
        compare: rangeOption(call, 'compare'),
        align: align === 'full' || align === 'to_date' ? align : undefined,
      }),
    });
    if (call.json) call.printJson(output);
    else if ('sql' in output) call.print(output.sql.join('\n\n'));
    else {
      const { kpis: catalogue } = await call.run(kpisOperation, { language: call.language });
      call.print(cellTable(call, output, new Map(catalogue.map((kpi) => [kpi.id, kpi]))));
    }
    return 0;
  },
};

type Cells = Extract<Awaited<ReturnType<typeof queryOperation.run>>, { cells: unknown }>;

function cellTable(call: Call, { query: asked, cells, omitted }: Cells, catalogue: ReadonlyMap<string, KpiSummary>): string {
  const { columns: titles, states, notes } = cliWords(call.language);
  const { writer } = call;
  const groups = [...new Set(cells.flatMap(({ group }) => Object.keys(group)))];
  const many = new Set(cells.map(({ kpi }) => kpi)).size > 1;
  const compared = cells.some(({ comparison }) => comparison);
  const unitOf = ({ kpi, variant }: Cells['cells'][number]): string => {
    const known = catalogue.get(kpi);
    return known?.variant_units[variant] ?? known?.unit ?? 'count';
  };
  const nameOf = (kpi: string): string => catalogue.get(kpi)?.name ?? kpi;
  const rows = cells.map((cell) => {
    const { comparison, ci } = cell;
    const unit = unitOf(cell);
    const shown = (value: number | null): string => (value === null ? '–' : formatValue(value, unit, writer));
    // The state says some of them already.
    const reasons = cell.reasons.filter((reason) => reason !== cell.state);
    const state = [states[cell.state] ?? cell.state, reasonWords(reasons, call.language)].filter(Boolean).join(': ');
    const change = comparison && comparison.change !== null ? formatChange(comparison.change, comparison.relative, unit, writer) : '–';
    return [
      ...(many ? [nameOf(cell.kpi)] : []),
      formatPeriod(cell.period, asked.grain, writer),
      ...groups.map((group) => cell.group[group] ?? '–'),
      shown(cell.value),
      ...(compared ? [change] : []),
      new Intl.NumberFormat(writer.locale).format(cell.n),
      ci ? formatRange([ci[0], ci[1]], shown, writer, ' – ') : '',
      state,
    ];
  });
  const header = [
    ...(many ? [{ title: titles.kpi ?? '', max: 44 }] : []),
    { title: titles.period ?? '' },
    ...groups.map((group) => ({ title: group, max: 40 })),
    { title: titles.value ?? '', align: 'right' as const },
    ...(compared ? [{ title: titles.change ?? '', align: 'right' as const }] : []),
    { title: titles.n ?? '', align: 'right' as const },
    { title: titles.interval ?? '', align: 'right' as const },
    { title: titles.state ?? '', max: 60 },
  ];
  const [first] = cells;
  const title = many || !first ? '' : `${nameOf(first.kpi)}\n\n`;
  const left =
    omitted.length === 0
      ? ''
      : `\n\n${fill(notes.omitted, {})} ${omitted.map(({ period }) => formatPeriod(period, asked.grain, writer)).join(', ')}`;
  return `${title}${table(header, rows)}${left}`;
}
