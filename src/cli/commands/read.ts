import { type ReadOutput, readOperation } from '../../app/operations/read.ts';
import { cliWords } from '../../i18n/cli.ts';
import { formatPeriod } from '../../i18n/format.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { plain } from '../output/table.ts';
import { conditions, dayOption, given, queryOptions } from '../query-options.ts';

const grains = ['day', 'week', 'month', 'quarter', 'year'] as const;

export const read: Command = {
  name: 'read',
  words: {
    es: 'Interpreta los indicadores: qué ha cambiado, si es azar, con qué se lee y qué hacer.',
    en: 'Reads the KPIs: what changed, whether it is chance, what to read it with and what to do.',
  },
  arguments: noArguments,
  options: {
    kpi: queryOptions.kpi,
    to: queryOptions.to,
    where: queryOptions.where,
    grain: {
      kind: 'value',
      value: 'G',
      oneOf: grains,
      words: { es: 'day, week, month, quarter, year', en: 'day, week, month, quarter, year' },
    },
  },
  examples: ['cuadro read', 'cuadro read --kpi retention_rate,csat --grain quarter'],
  run: async (call) => {
    const grain = grains.find((one) => one === call.options.values.get('grain'));
    const output = await call.run(readOperation, {
      kpis: [...(call.options.lists.get('kpi') ?? [])],
      where: conditions(call),
      language: call.language,
      ...given({ to: dayOption(call, 'to'), grain }),
    });
    if (call.json) call.printJson(output);
    else call.print(text(call, output));
    return 0;
  },
};

const marks = { bad: '▼', warning: '!', good: '▲', neutral: '·' } as const;

function text(call: Call, { readings }: ReadOutput): string {
  if (readings.length === 0) return cliWords(call.language).notes.nothingToRead ?? '';
  return [...Map.groupBy(readings, ({ kpi }) => kpi).values()]
    .map((own) => {
      const [first] = own;
      const head = first ? `${plain(first.name)} (${first.kpi}), ${formatPeriod(first.period, 'month', call.writer)}` : '';
      return [head, ...own.flatMap(({ tone, says, next }) => [`  ${marks[tone]} ${plain(says)}`, `    → ${plain(next)}`])].join('\n');
    })
    .join('\n\n');
}
