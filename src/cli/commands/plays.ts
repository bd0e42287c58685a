import { amongSchema } from '../../app/actions/among.ts';
import { type PlaysOutput, playsOperation } from '../../app/operations/plays.ts';
import { actionKindWords, playWords } from '../../i18n/actions.ts';
import { fill } from '../../i18n/cli.ts';
import { formatDay, formatRange, formatValue } from '../../i18n/format.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { given, oneOf, queryOptions } from '../query-options.ts';
import { referenceOption } from '../reference-option.ts';

export const plays: Command = {
  name: 'plays',
  words: {
    es: 'Qué se puede hacer por un indicador, un segmento o un cliente, paso a paso, y a cuántos clientes en riesgo ha retenido cada cosa.',
    en: 'What can be done about a KPI, a segment or a customer, step by step, and how many customers at risk each thing has kept.',
  },
  arguments: noArguments,
  options: {
    kpi: queryOptions.kpi,
    among: {
      kind: 'value',
      value: 'GRUPO',
      oneOf: amongSchema.options,
      words: { es: 'una clase de clientes: rfm=loyal, stage=lapsed', en: 'a class of customers: rfm=loyal, stage=lapsed' },
    },
    segment: { kind: 'value', value: 'S', words: { es: 'un segmento guardado', en: 'a saved segment' } },
    customer: { kind: 'value', value: 'ORIGEN:ID', words: { es: 'un cliente: crm:A1', en: 'a customer: crm:A1' } },
  },
  examples: ['cuadro plays', 'cuadro plays --kpi churn_rate', 'cuadro plays --segment slipping', 'cuadro plays --customer crm:A1'],
  run: async (call) => {
    const [kpi] = call.options.lists.get('kpi') ?? [];
    const asked = {
      kpi,
      segment: call.options.values.get('segment'),
      among: oneOf(call, 'among', amongSchema.options),
      customer: referenceOption(call, 'customer') ?? undefined,
    };
    const output = await call.run(playsOperation, { language: call.language, ...given(asked) });
    if (call.json) call.printJson(output);
    else call.print(text(call, output));
    return 0;
  },
};

function text({ language, writer }: Call, { plays: all, saved }: PlaysOutput): string {
  const words = playWords(language);
  const told = all.map(({ id, kind, name, idea, steps, measure }) =>
    [
      `${name} (${actionKindWords[kind]?.[language] ?? kind} · ${id})`,
      idea,
      ...steps.map((step, index) => `  ${index + 1}. ${step}`),
      `  ${words.measure}: ${measure}`,
    ].join('\n'),
  );
  const rates = (saved?.rates ?? []).map(({ kind, value, saved: kept, of, interval, small }) => [
    actionKindWords[kind]?.[language] ?? kind,
    formatValue(value, 'rate', writer),
    fill(words.of, { kept: String(kept), of: String(of) }),
    interval === null ? '–' : formatRange(interval, (one) => formatValue(one, 'rate', writer), writer),
    small ? words.small : '',
  ]);
  const { columns } = words;
  const head =
    saved === null || rates.length === 0
      ? []
      : [
          `${fill(words.saved, { from: formatDay(saved.from, writer), to: formatDay(saved.to, writer) })}\n${table(
            [
              { title: columns.play },
              { title: columns.rate, align: 'right' },
              { title: columns.cases, align: 'right' },
              { title: columns.interval },
              { title: '' },
            ],
            rates,
          )}`,
        ];
  return [...(told.length === 0 ? [words.none] : told), ...head].join('\n\n');
}
