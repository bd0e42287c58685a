import { type ReengagementOutput, reengagementOperation } from '../../app/operations/reengagement.ts';
import { fill } from '../../i18n/cli.ts';
import { formatDay, formatNumber, formatValue } from '../../i18n/format.ts';
import { reengageWords } from '../../i18n/reengage.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { given, oneOf } from '../query-options.ts';

const entities = ['lead', 'opportunity'] as const;
const rules = [
  ...([
    'price_down',
    'cheaper_product',
    'product_sold',
    'delivery_faster',
    'time_has_come',
    'new_budget',
    'new_person',
    'came_back',
  ] as const),
] as const;

export const reengage: Command = {
  name: 'reengage',
  words: {
    es: 'Los leads y oportunidades perdidos cuyo motivo ha cambiado: precio, producto, plazo, momento, presupuesto, persona, o porque han vuelto por su cuenta.',
    en: 'The lost leads and deals whose reason has changed: price, product, delivery, timing, budget, person, or because they came back by themselves.',
  },
  arguments: noArguments,
  options: {
    entity: {
      kind: 'value',
      value: 'lead|opportunity',
      oneOf: entities,
      words: { es: 'solo leads u oportunidades', en: 'only leads or deals' },
    },
    rule: { kind: 'value', value: 'R', oneOf: rules, words: { es: 'solo por este cambio', en: 'only for this change' } },
  },
  examples: ['cuadro reengage', 'cuadro reengage --entity opportunity --rule time_has_come'],
  run: async (call) => {
    const asked = { entity: oneOf(call, 'entity', entities), rule: oneOf(call, 'rule', rules) };
    const output = await call.run(reengagementOperation, { language: call.language, ...given(asked) });
    if (call.json) call.printJson(output);
    else call.print(text(call, output));
    return 0;
  },
};

function text({ language, writer }: Call, { records, total, lost, unseen }: ReengagementOutput): string {
  const words = reengageWords(language);
  if (records.length === 0) return words.none;
  const { columns } = words;
  const rows = records.map((one) => [
    one.account?.name ?? one.company ?? one.name ?? one.id,
    formatDay(one.lost_on, writer),
    one.reason ?? words.unknown,
    one.amount === null ? '–' : formatValue(one.amount, 'money', writer),
    one.changes.map(({ says }) => says).join('; '),
    one.owner ?? '–',
    `${one.source}:${one.id}`,
  ]);
  return [
    table(
      [
        { title: columns.who, max: 30 },
        { title: columns.lost },
        { title: columns.reason, max: 22 },
        { title: columns.amount, align: 'right' },
        { title: columns.changed, max: 70 },
        { title: columns.owner, max: 22 },
        { title: columns.id },
      ],
      rows,
    ),
    '',
    fill(words.counted, { total: formatNumber(total, writer, 0), lost: formatNumber(lost, writer, 0) }),
    ...(unseen.includes('products') ? [words.unseen] : []),
  ].join('\n');
}
