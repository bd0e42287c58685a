import { amongSchema } from '../../app/actions/among.ts';
import { type PlaysOutput, playsOperation } from '../../app/operations/plays.ts';
import { retirePlayOperation, savePlayOperation } from '../../app/operations/save-play.ts';
import { actionKindWords, playWords } from '../../i18n/actions.ts';
import { fill } from '../../i18n/cli.ts';
import { formatDay, formatRange, formatValue } from '../../i18n/format.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { given, oneOf, queryOptions } from '../query-options.ts';
import { referenceOption } from '../reference-option.ts';

const { kind: kindSchema, rfm: rfmSchema, stages: stagesSchema } = savePlayOperation.input.shape;
const kinds = kindSchema.options;
const rfmClasses = rfmSchema.unwrap().element.options;
const lifeStages = stagesSchema.unwrap().element.options;

/** Of `--suits`: no group of customers. */
const nobody = 'none';
const groups = [...rfmClasses.map((one) => `rfm=${one}`), ...lifeStages.map((one) => `stage=${one}`)];

/** Not said: a play that is changed suits whom it suited. */
const suitsIn = (suits: readonly string[] | undefined) =>
  suits === undefined
    ? {}
    : {
        rfm: rfmClasses.filter((one) => suits.includes(`rfm=${one}`)),
        stages: lifeStages.filter((one) => suits.includes(`stage=${one}`)),
      };

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
    add: {
      kind: 'value',
      value: 'NOMBRE',
      words: { es: 'guarda una jugada propia con este nombre', en: 'save a play of your own under this name' },
    },
    id: {
      kind: 'value',
      value: 'ID',
      words: { es: 'con --add: cambia esta en vez de crear otra', en: 'with --add: change this one instead of making another' },
    },
    kind: {
      kind: 'value',
      value: 'T',
      oneOf: kinds,
      words: { es: 'de qué tipo: campaign, coaching, call…', en: 'of which kind: campaign, coaching, call…' },
    },
    idea: {
      kind: 'value',
      value: 'TEXTO',
      words: { es: 'en qué consiste y por qué debería ayudar', en: 'what it is and why it should help' },
    },
    step: { kind: 'list', value: 'TEXTO', keepCommas: true, words: { es: 'un paso; puede repetirse', en: 'a step; may be repeated' } },
    measure: {
      kind: 'value',
      value: 'TEXTO',
      words: { es: 'qué mirar para saber si ha servido', en: 'what to look at to know whether it helped' },
    },
    suits: {
      kind: 'list',
      value: 'GRUPO',
      oneOf: [...groups, nobody],
      words: {
        es: 'con --add: clientes a los que les va bien: rfm=loyal, stage=lapsed; puede repetirse; none: a ninguno en concreto',
        en: 'with --add: customers it suits: rfm=loyal, stage=lapsed; may be repeated; none: nobody in particular',
      },
    },
    retire: {
      kind: 'value',
      value: 'ID',
      words: { es: 'deja de proponer esta, que es propia', en: 'stop suggesting this one of your own' },
    },
    restore: { kind: 'value', value: 'ID', words: { es: 'vuelve a proponer esta', en: 'suggest this one again' } },
    retired: { kind: 'flag', words: { es: 'también las propias retiradas', en: 'also own ones that were retired' } },
  },
  examples: [
    'cuadro plays',
    'cuadro plays --kpi churn_rate',
    'cuadro plays --segment enfriándose',
    'cuadro plays --customer crm:A1',
    "cuadro plays --add 'Visita en obra' --kind service --kpi on_time_delivery --idea 'Quien ve la obra promete mejor' --step 'Pedir el plano' --step 'Medir'",
    'cuadro plays --retire k3V0',
  ],
  run: async (call) => {
    const { values, lists, flags } = call.options;
    const words = playWords(call.language);
    const name = values.get('add');
    if (name !== undefined) {
      const saved = await call.run(savePlayOperation, {
        id: values.get('id') ?? null,
        kind: oneOf(call, 'kind', kinds) ?? 'other',
        name,
        idea: call.required('idea'),
        steps: [...(lists.get('step') ?? [])],
        measure: values.get('measure') ?? null,
        kpis: [...(lists.get('kpi') ?? [])],
        ...suitsIn(lists.get('suits')),
      });
      if (call.json) call.printJson(saved);
      else call.print(fill(words.added, { id: saved.id }));
      return 0;
    }
    const [retire, restore] = [values.get('retire'), values.get('restore')];
    const own = retire ?? restore;
    if (own !== undefined) {
      const output = await call.run(retirePlayOperation, { play: own, retired: retire !== undefined });
      if (call.json) call.printJson(output);
      else call.print(output.retired ? words.retired : words.restored);
      return 0;
    }
    const [kpi] = lists.get('kpi') ?? [];
    const asked = {
      kpi,
      segment: call.options.values.get('segment'),
      among: oneOf(call, 'among', amongSchema.options),
      customer: referenceOption(call, 'customer') ?? undefined,
    };
    const output = await call.run(playsOperation, { retired: flags.has('retired'), language: call.language, ...given(asked) });
    if (call.json) call.printJson(output);
    else call.print(text(call, output));
    return 0;
  },
};

function text({ language, writer }: Call, { plays: all, saved }: PlaysOutput): string {
  const words = playWords(language);
  const told = all.map(({ id, kind, name, idea, steps, measure, own, retired }) =>
    [
      `${name} (${[actionKindWords[kind]?.[language] ?? kind, ...(own ? [words.own] : []), ...(retired ? [words.noMore] : []), id].join(' · ')})`,
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
