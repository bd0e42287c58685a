import { type FunnelOutput, funnelEntities, funnelOperation } from '../../app/operations/funnel.ts';
import { analysisWord, stageWord } from '../../i18n/analysis.ts';
import { fill } from '../../i18n/cli.ts';
import { formatNumber, formatValue } from '../../i18n/format.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { conditions, dayOption, given, oneOf, queryOptions } from '../query-options.ts';

const { from, to, by, where, attributes } = queryOptions;

export const funnel: Command = {
  name: 'funnel',
  words: {
    es: 'El embudo etapa a etapa: cuántas oportunidades (o leads) entran, avanzan, se la saltan, retroceden, se pierden o siguen, cuánto tardan y dónde se atascan.',
    en: 'The funnel stage by stage: how many deals (or leads) enter, advance, skip it, go back, are lost or stay, how long it takes and where they get stuck.',
  },
  arguments: noArguments,
  options: {
    entity: { kind: 'value', value: 'opportunity|lead', oneOf: funnelEntities, words: { es: 'de qué', en: 'of what' } },
    pipeline: { kind: 'value', value: 'P', words: { es: 'solo ese embudo', en: 'only that pipeline' } },
    from,
    to,
    by,
    'by-value': { kind: 'flag', words: { es: 'por importe en vez de por número', en: 'by value instead of by count' } },
    where,
    attributes,
    'as-of': queryOptions['as-of'],
    'known-at': queryOptions['known-at'],
  },
  examples: [
    'cuadro funnel --from 2026-01-01 --to 2026-06-30',
    'cuadro funnel --entity lead --by source --json',
    "cuadro funnel --pipeline ventas --by-value --where 'owner.name=Ana Ruiz'",
  ],
  run: async (call) => {
    const { values, lists, flags } = call.options;
    const output = await call.run(funnelOperation, {
      by: [...(lists.get('by') ?? [])],
      where: conditions(call),
      ...given({
        entity: oneOf(call, 'entity', funnelEntities),
        pipeline: values.get('pipeline'),
        from: dayOption(call, 'from'),
        to: dayOption(call, 'to'),
        attributes: oneOf(call, 'attributes', ['then', 'now'] as const),
        asOf: dayOption(call, 'as-of'),
        knownAt: dayOption(call, 'known-at'),
      }),
    });
    if (call.json) call.printJson(output);
    else if (output.funnels.length === 0) call.print(analysisWord('noEntries', call.language));
    else call.print(output.funnels.map((one) => section(call, one, flags.has('by-value') ? 'value' : 'count')).join('\n\n'));
    return 0;
  },
};

type Funnel = FunnelOutput['funnels'][number];

function section(call: Call, { pipeline, group, entered, won, stages, bottleneck }: Funnel, part: 'count' | 'value'): string {
  const { writer, language } = call;
  const word = (name: Parameters<typeof analysisWord>[0]) => analysisWord(name, language);
  const amount = (of: { readonly count: number; readonly value: number | null }) =>
    part === 'count' ? formatNumber(of.count, writer, 0) : of.value === null ? '–' : formatValue(of.value, 'money', writer);
  const rate = (value: number | null | undefined) => (value === null || value === undefined ? '–' : formatValue(value, 'rate', writer));
  const titles = ['entered', 'advanced', 'conversion', 'toWon', 'skipped', 'back', 'lost', 'waiting', 'days', 'index'] as const;
  const rows = stages.map((one) => [
    stageWord(one.stage, language),
    amount(one.entered),
    amount(one.advanced),
    rate(one.conversion[part]),
    rate(one.toWon[part]),
    amount(one.skipped),
    amount(one.back),
    amount(one.lost),
    amount(one.waiting),
    one.medianDays === null ? '–' : formatNumber(one.medianDays, writer, 1),
    one.slowness === null ? '–' : formatNumber(one.slowness.index, writer, 3),
  ]);
  const grid = table(
    [{ title: word('stage'), max: 40 }, ...titles.map((title) => ({ title: word(title), align: 'right' as const }))],
    rows,
  );
  const name = [
    ...(pipeline === null ? [] : [fill(word('pipeline'), { name: pipeline })]),
    ...Object.entries(group).map(([dimension, value]) => `${dimension}: ${value ?? '–'}`),
  ].join(' · ');
  const summary = fill(word('entries'), {
    entered: formatNumber(entered, writer, 0),
    won: formatNumber(won, writer, 0),
    rate: rate(entered === 0 ? null : won / entered),
  });
  const slow = stages.find(({ stage }) => stage === bottleneck);
  const stuck = slow?.slowness
    ? fill(word('bottleneck'), {
        stage: stageWord(slow.stage, language),
        share: rate(slow.slowness.shareOfCycle),
        drop: rate(slow.slowness.dropOff),
      })
    : null;
  return [...(name === '' ? [] : [name]), summary, '', grid, ...(stuck === null ? [] : ['', stuck])].join('\n');
}
