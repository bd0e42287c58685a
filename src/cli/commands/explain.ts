import { explainOperation } from '../../app/operations/explain.ts';
import { kpisOperation } from '../../app/operations/kpis.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import { formatDifference, formatPeriod, formatValue, hasShares } from '../../i18n/format.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { conditions, dayOption, given, oneKpi, queryOptions, rangeOption } from '../query-options.ts';

export const explain: Command = {
  name: 'explain',
  words: {
    es: 'Explica por qué ha cambiado un indicador: efectos por dimensión que suman el cambio exacto.',
    en: 'Explains why a KPI changed: effects by dimension that sum to the change exactly.',
  },
  arguments: noArguments,
  options: {
    ...queryOptions,
    against: { kind: 'value', value: 'previous|year|D..D', words: { es: 'contra qué periodo', en: 'against which period' } },
  },
  examples: [
    'cuadro explain --kpi total_sales --from 2026-06-01 --to 2026-06-30',
    'cuadro explain --kpi total_sales --from 2026-01-01 --to 2026-06-30 --against year --by owner.name',
  ],
  run: async (call) => {
    const { values, lists } = call.options;
    const kpi = oneKpi(call);
    call.required('from');
    call.required('to');
    const attributes = values.get('attributes');
    const output = await call.run(explainOperation, {
      kpi,
      from: dayOption(call, 'from') ?? '',
      to: dayOption(call, 'to') ?? '',
      by: [...(lists.get('by') ?? [])],
      where: conditions(call),
      ...given({
        against: rangeOption(call, 'against'),
        variant: values.get('variant'),
        asOf: dayOption(call, 'as-of'),
        knownAt: dayOption(call, 'known-at'),
        attributes: attributes === 'now' || attributes === 'then' ? attributes : undefined,
      }),
    });
    if (call.json) call.printJson(output);
    else {
      const { kpis } = await call.run(kpisOperation, { id: kpi, language: call.language });
      call.print(text(call, output, kpis[0]?.name ?? kpi, kpis[0]?.unit ?? 'count'));
    }
    return 0;
  },
};

type Output = Awaited<ReturnType<typeof explainOperation.run>>;

/** What rounding leaves. */
const negligible = 1e-9;
/** Groups shown of each dimension; the others are added up. */
const shownGroups = 12;

function text(call: Call, { before, after, change, dimensions }: Output, name: string, unit: string): string {
  const { columns, notes } = cliWords(call.language);
  const { writer } = call;
  const value = (number: number | null): string => (number === null ? '–' : formatValue(number, unit, writer));
  const signed = (number: number): string =>
    hasShares(unit) ? `${number > 0 ? '+' : ''}${formatValue(number, unit, writer)}` : formatDifference(number, unit, writer);
  const period = (cell: typeof before): string => `${formatPeriod(cell.period, 'total', writer)} (${value(cell.value)})`;
  const head = `${name}\n\n${fill(notes.changed, { before: period(before), after: period(after), change: signed(change) })}`;
  const sections = dimensions.map(({ dimension, effects }) => {
    const sorted = effects.toSorted((a, b) => Math.abs(b.total) - Math.abs(a.total));
    const rest = sorted.slice(shownGroups);
    const sum = (part: 'total' | 'volume' | 'mix' | 'rate'): number => rest.reduce((all, effect) => all + effect[part], 0);
    const cells = (one: Pick<(typeof sorted)[number], 'total' | 'volume' | 'mix' | 'rate'>): string[] =>
      [one.total, one.volume, one.mix, one.rate].map((number) => (Math.abs(number) < negligible ? '' : signed(number)));
    const rows = sorted.slice(0, shownGroups).map((one) => [one.group ?? '–', ...cells(one)]);
    if (rest.length > 0) {
      rows.push([
        `${notes.rest} (${rest.length})`,
        ...cells({ total: sum('total'), volume: sum('volume'), mix: sum('mix'), rate: sum('rate') }),
      ]);
    }
    const titles = [dimension, columns.effect, columns.volume, columns.mix, columns.rate];
    return table(
      titles.map((title, index) => ({ title: title ?? '', ...(index > 0 ? { align: 'right' as const } : { max: 40 }) })),
      rows,
    );
  });
  return [head, ...sections].join('\n\n');
}
