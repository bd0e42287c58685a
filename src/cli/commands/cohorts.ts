import { type CohortsOutput, cohortGrains, cohortKinds, cohortMeasures, cohortsOperation } from '../../app/operations/cohorts.ts';
import { analysisWord } from '../../i18n/analysis.ts';
import { formatNumber, formatPeriod, formatValue } from '../../i18n/format.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { conditions, dayOption, given, oneOf, queryOptions } from '../query-options.ts';

const { from, to, where, attributes } = queryOptions;

export const cohorts: Command = {
  name: 'cohorts',
  words: {
    es: 'Clientes o leads según el periodo en que llegaron, y qué ha sido de ellos periodo a periodo.',
    en: 'Customers or leads by the period in which they came, and what became of them period by period.',
  },
  arguments: noArguments,
  options: {
    kind: { kind: 'value', value: 'customers|leads', oneOf: cohortKinds, words: { es: 'de quiénes', en: 'of whom' } },
    grain: { kind: 'value', value: 'month|quarter|year', oneOf: cohortGrains, words: { es: 'periodo de entrada', en: 'period of entry' } },
    measure: {
      kind: 'value',
      value: 'M',
      oneOf: cohortMeasures,
      words: {
        es: 'clientes: retention, activity (compran), revenue; leads: conversion, revenue',
        en: 'customers: retention, activity (they buy), revenue; leads: conversion, revenue',
      },
    },
    from,
    to,
    where,
    attributes,
    'as-of': queryOptions['as-of'],
    'known-at': queryOptions['known-at'],
  },
  examples: [
    'cuadro cohorts --kind customers --grain quarter --measure retention',
    'cuadro cohorts --kind leads --measure conversion --from 2026-01-01 --to 2026-06-30 --json',
  ],
  run: async (call) => {
    const output = await call.run(cohortsOperation, {
      where: conditions(call),
      ...given({
        kind: oneOf(call, 'kind', cohortKinds),
        grain: oneOf(call, 'grain', cohortGrains),
        measure: oneOf(call, 'measure', cohortMeasures),
        attributes: oneOf(call, 'attributes', ['then', 'now'] as const),
        from: dayOption(call, 'from'),
        to: dayOption(call, 'to'),
        asOf: dayOption(call, 'as-of'),
        knownAt: dayOption(call, 'known-at'),
      }),
    });
    if (call.json) call.printJson(output);
    else call.print(triangle(call, output));
    return 0;
  },
};

function triangle(call: Call, { query, unit, cohorts: rows, ages }: CohortsOutput): string {
  const { writer, language } = call;
  if (rows.every(({ size }) => size === 0)) return analysisWord('noCohorts', language);
  const shown = (value: number | null): string => (value === null ? '–' : formatValue(value, unit, writer));
  const oldest = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const body = rows.map(({ period, size, immature, cells }) => [
    formatPeriod(period, query.grain, writer),
    `${formatNumber(size, writer, 0)}${immature ? '*' : ''}`,
    ...cells.map((cell) => `${shown(cell.value)}${cell.immature ? '*' : ''}`),
  ]);
  const total = [analysisWord('all', language), '', ...ages.map(({ value }) => shown(value))];
  const grid = table(
    [
      { title: analysisWord('cohort', language) },
      { title: analysisWord('size', language), align: 'right' },
      ...Array.from({ length: oldest }, (_, age) => ({ title: String(age), align: 'right' as const })),
    ],
    ages.length === 0 ? body : [...body, total],
  );
  const marked = rows.some(({ immature, cells }) => immature || cells.some((cell) => cell.immature));
  return [`${analysisWord('ages', language)} →`, '', grid, ...(marked ? ['', analysisWord('immature', language)] : [])].join('\n');
}
