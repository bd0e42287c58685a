import { annotationKinds } from '../../app/annotations/rows.ts';
import {
  type AnnotationsOutput,
  annotateOperation,
  annotationsOperation,
  removeAnnotationOperation,
} from '../../app/operations/annotations.ts';
import { eventEffectOperation } from '../../app/operations/event-effect.ts';
import { fill } from '../../i18n/cli.ts';
import { annotationKindWords, conversationWords } from '../../i18n/conversation.ts';
import { formatPeriod } from '../../i18n/format.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { table } from '../output/table.ts';
import { conditions, dayOption, given, oneKpi, oneOf, queryOptions } from '../query-options.ts';

const { kpi, from, to, where } = queryOptions;

export const annotate: Command = {
  name: 'annotate',
  words: {
    es: 'Anota lo que pasó, para que las gráficas lo enseñen: un cambio de precio, una campaña, una baja. Sin texto, enseña lo anotado.',
    en: 'Writes down what happened, so that charts show it: a change of price, a campaign, someone leaving. Without a text, lists what is written.',
  },
  arguments: { name: 'TEXTO', min: 0, max: 1 },
  options: {
    from: { ...from, words: { es: 'el día en que pasó o empezó', en: 'the day it happened or began' } },
    to: { ...to, words: { es: 'el último día (el mismo)', en: 'the last day (the same)' } },
    kind: {
      kind: 'value',
      value: annotationKinds.join('|'),
      oneOf: annotationKinds,
      words: { es: 'de qué tipo es (other)', en: 'what kind it is (other)' },
    },
    kpi: { ...kpi, words: { es: 'solo de este indicador (todos)', en: 'of this KPI alone (all)' } },
    scope: {
      kind: 'value',
      value: "'DIM=VALOR'",
      words: { es: 'de quién o de qué: product.name=X (la empresa)', en: 'whose or of what: product.name=X (the company)' },
    },
    where,
    effect: {
      kind: 'flag',
      words: {
        es: 'qué hizo --kpi desde el día --from (o hasta --to, y después)',
        en: 'what --kpi did from the day --from on (or up to --to, and after)',
      },
    },
    id: { kind: 'value', value: 'ID', words: { es: 'cambia esta', en: 'change this one' } },
    remove: { kind: 'value', value: 'ID', words: { es: 'quita esta', en: 'remove this one' } },
  },
  examples: [
    'cuadro annotate',
    "cuadro annotate 'Sube la tarifa un 4 %' --from 2026-02-01 --kind price",
    "cuadro annotate 'Nuevo proveedor' --from 2026-01-01 --kind product --scope 'product.name=Recuperador Sierra R2'",
    'cuadro annotate --kpi total_sales --where owner.team=Ventas',
    'cuadro annotate --effect --kpi first_response_time --from 2026-01-01',
  ],
  run: async (call) => {
    const { values, lists, flags } = call.options;
    const words = conversationWords(call.language);
    const removed = values.get('remove');
    const [text] = call.options.positionals;
    if (removed !== undefined) {
      const output = await call.run(removeAnnotationOperation, { annotation: removed });
      if (call.json) call.printJson(output);
      else call.print(words.removed);
      return 0;
    }
    if (flags.has('effect')) {
      call.required('from');
      const output = await call.run(eventEffectOperation, {
        kpi: oneKpi(call),
        on: dayOption(call, 'from') ?? '',
        to: dayOption(call, 'to') ?? null,
        scope: values.get('scope') ?? null,
        language: call.language,
      });
      if (call.json) call.printJson(output);
      else call.print(output.says);
      return 0;
    }
    if (text === undefined) {
      const output = await call.run(annotationsOperation, {
        kpis: [...(lists.get('kpi') ?? [])],
        where: conditions(call),
        language: call.language,
        ...given({ from: dayOption(call, 'from'), to: dayOption(call, 'to') }),
      });
      if (call.json) call.printJson(output);
      else call.print(list(call, output));
      return 0;
    }
    call.required('from');
    const [own = null, another] = lists.get('kpi') ?? [];
    if (another !== undefined)
      throw new CuadroError({ code: 'option_given_twice', where: '--kpi', found: another, params: { command: call.command } });
    const output = await call.run(annotateOperation, {
      id: values.get('id') ?? null,
      kind: oneOf(call, 'kind', annotationKinds) ?? 'other',
      from: dayOption(call, 'from') ?? '',
      to: dayOption(call, 'to') ?? null,
      kpi: own,
      scope: values.get('scope') ?? null,
      text,
    });
    if (call.json) call.printJson(output);
    else call.print(fill(words.annotated, { id: output.id }));
    return 0;
  },
};

function list({ language, writer }: Call, { annotations }: AnnotationsOutput): string {
  const words = conversationWords(language);
  const { columns } = words;
  if (annotations.length === 0) return words.noAnnotations;
  return table(
    [
      { title: columns.when },
      { title: columns.kind },
      { title: columns.what, max: 60 },
      { title: columns.kpi, max: 30 },
      { title: columns.whose, max: 30 },
      { title: columns.author },
      { title: columns.id },
    ],
    annotations.map((one) => [
      formatPeriod({ start: one.from, end: one.to }, one.from === one.to ? 'day' : 'total', writer),
      annotationKindWords[one.kind]?.[language] ?? one.kind,
      one.text,
      one.name ?? words.everyKpi,
      one.scope === null ? words.company : one.scope.slice(one.scope.indexOf('=') + 1),
      one.author ?? '–',
      one.id,
    ]),
  );
}
