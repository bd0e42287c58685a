import { recordsOperation } from '../../app/operations/records.ts';
import { cliWords, fill } from '../../i18n/cli.ts';
import { CuadroError } from '../../model/error.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { conditions, dayOption, given, oneKpi, queryOptions } from '../query-options.ts';

/** Columns that a terminal has room for; `--json` has them all. */
const columnLimit = 9;

export const records: Command = {
  name: 'records',
  words: {
    es: 'Muestra los registros que hay detrás de una cifra, tantos como ella dice.',
    en: 'Shows the records behind a number, as many as it says.',
  },
  arguments: noArguments,
  options: {
    ...queryOptions,
    part: {
      kind: 'value',
      value: 'numerator|denominator',
      oneOf: ['numerator', 'denominator'],
      words: { es: 'los del numerador o los del denominador', en: 'of the numerator or of the denominator' },
    },
    limit: { kind: 'value', value: 'N', words: { es: 'cuántos mostrar (100)', en: 'how many to show (100)' } },
  },
  examples: ['cuadro records --kpi opportunity_conversion_rate --from 2026-01-01 --to 2026-03-31 --part numerator --limit 20'],
  run: async (call) => {
    const { values } = call.options;
    const kpi = oneKpi(call);
    call.required('from');
    call.required('to');
    const limit = values.get('limit');
    if (limit !== undefined && !/^\d{1,7}$/.test(limit)) {
      throw new CuadroError({
        code: 'option_invalid',
        where: '--limit',
        found: limit,
        expected: '0 … 1000000',
        params: { command: 'records' },
      });
    }
    const part = values.get('part');
    const attributes = values.get('attributes');
    const output = await call.run(recordsOperation, {
      kpi,
      from: dayOption(call, 'from') ?? '',
      to: dayOption(call, 'to') ?? '',
      where: conditions(call),
      ...given({
        part: part === 'numerator' || part === 'denominator' ? part : undefined,
        limit: limit === undefined ? undefined : Number(limit),
        asOf: dayOption(call, 'as-of'),
        knownAt: dayOption(call, 'known-at'),
        attributes: attributes === 'now' || attributes === 'then' ? attributes : undefined,
        variant: values.get('variant'),
      }),
    });
    if (call.json) {
      call.printJson(output);
      return 0;
    }
    const names = [...new Set(output.records.flatMap((record) => Object.keys(record)))].slice(0, columnLimit);
    const rows = output.records.map((record) =>
      names.map((name) => (record[name] === undefined || record[name] === null ? '' : String(record[name]))),
    );
    const total = fill(cliWords(call.language).notes.total, { shown: output.records.length, total: output.total });
    call.print(
      rows.length === 0
        ? total
        : `${table(
            names.map((title) => ({ title, max: 32 })),
            rows,
          )}\n\n${total}`,
    );
    return 0;
  },
};
