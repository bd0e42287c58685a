import { type KpiVersionsOutput, kpiVersionsOperation } from '../../app/operations/kpi-versions.ts';
import { assignKpiOperation, type ReviewsOutput, reviewKpiOperation, reviewsOperation } from '../../app/operations/reviews.ts';
import { fill } from '../../i18n/cli.ts';
import { formatPeriod } from '../../i18n/format.ts';
import { reviewWords } from '../../i18n/reviews.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { dayOption, given, oneKpi, oneOf, queryOptions } from '../query-options.ts';

const { kpi, from, to } = queryOptions;
const decisions = ['keep', 'change', 'retire', 'revive'] as const;

export const reviews: Command = {
  name: 'reviews',
  words: {
    es: 'Qué indicadores toca revisar y de quién son. Con --decide se mantiene, se cambia o se retira uno; con --versions, qué definiciones ha tenido.',
    en: 'Which KPIs are due for review and whose they are. --decide keeps, changes or retires one; --versions tells which definitions it has had.',
  },
  arguments: noArguments,
  options: {
    kpi,
    all: { kind: 'flag', words: { es: 'también los que nadie sigue', en: 'also those that nobody follows' } },
    decide: {
      kind: 'value',
      value: decisions.join('|'),
      oneOf: decisions,
      words: { es: 'lo que se decide de --kpi', en: 'what is decided about --kpi' },
    },
    reason: { kind: 'value', value: 'TEXTO', words: { es: 'por qué', en: 'why' } },
    instead: {
      kind: 'value',
      value: 'ID',
      words: { es: 'qué KPI se mira en lugar del retirado', en: 'which KPI to look at instead of the retired one' },
    },
    next: { kind: 'value', value: 'AAAA-MM-DD', words: { es: 'cuándo se vuelve a revisar', en: 'when to review it again' } },
    owner: { kind: 'value', value: 'CORREO', words: { es: 'de quién es --kpi desde ahora', en: 'whose --kpi is from now on' } },
    versions: { kind: 'flag', words: { es: 'las definiciones que ha tenido --kpi', en: 'the definitions that --kpi has had' } },
    against: {
      kind: 'value',
      value: 'ID',
      words: { es: 'sus cifras con esa versión, al lado de las de hoy', en: 'its figures by that version, beside those of today' },
    },
    from,
    to,
  },
  examples: [
    'cuadro reviews',
    "cuadro reviews --kpi csat --decide keep --reason 'Guía las contrataciones de soporte'",
    'cuadro reviews --kpi csat --owner ana@example.com --next 2027-01-15',
    'cuadro reviews --kpi retention_rate --versions',
  ],
  run: async (call) => {
    const { values, flags, lists } = call.options;
    const { language } = call;
    const words = reviewWords(language);
    const next = dayOption(call, 'next');
    const decision = oneOf(call, 'decide', decisions);
    if (decision !== undefined) {
      const output = await call.run(reviewKpiOperation, {
        kpi: oneKpi(call),
        decision,
        reason: call.required('reason'),
        next_on: next ?? null,
        replaced_by: values.get('instead') ?? null,
      });
      if (call.json) call.printJson(output);
      else call.print(fill(words.decided, { what: words.decisions[decision] ?? decision, next: output.next_on ?? '–' }));
      return 0;
    }
    const owner = values.get('owner');
    if (owner !== undefined || next !== undefined) {
      const output = await call.run(assignKpiOperation, { kpi: oneKpi(call), ...given({ owner, next_on: next }) });
      if (call.json) call.printJson(output);
      else call.print(fill(words.assigned, { owner: output.owner ?? '–', next: output.next_on ?? '–' }));
      return 0;
    }
    if (flags.has('versions') || values.has('against')) {
      const output = await call.run(kpiVersionsOperation, {
        kpi: oneKpi(call),
        language,
        ...given({ against: values.get('against'), from: dayOption(call, 'from'), to: dayOption(call, 'to') }),
      });
      if (call.json) call.printJson(output);
      else call.print(versionsText(call, output));
      return 0;
    }
    const one = (lists.get('kpi') ?? []).length > 0 ? oneKpi(call) : undefined;
    const output = await call.run(reviewsOperation, { all: flags.has('all'), language, ...given({ kpi: one }) });
    if (call.json) call.printJson(output);
    else call.print(reviewsText(call, output));
    return 0;
  },
};

function reviewsText({ language }: Call, output: ReviewsOutput): string {
  const words = reviewWords(language);
  const { columns } = words;
  const head = fill(words.due, { count: String(output.due) });
  if (output.reviews.length === 0) return words.none;
  const rows = output.reviews.map((one) => [
    one.name,
    words.states[one.state] ?? one.state,
    one.retired_on ?? one.next_on,
    one.owner?.name ?? '–',
    String(one.looks.people),
    one.looks.last ?? '–',
    one.decisions[0] ? `${words.decisions[one.decisions[0].decision] ?? ''}: ${one.decisions[0].reason}` : '–',
  ]);
  return `${head}\n\n${table(
    [
      { title: columns.kpi, max: 40 },
      { title: columns.state },
      { title: columns.next },
      { title: columns.owner },
      { title: columns.people, align: 'right' },
      { title: columns.last },
      { title: columns.decision, max: 60 },
    ],
    rows,
  )}`;
}

function versionsText({ language, writer }: Call, { versions, watched_since, compared }: KpiVersionsOutput): string {
  const words = reviewWords(language);
  const told = versions.map((one) => {
    const changes = one.changes.map(({ what, name, before, after }) => `  ${name ?? words.what[what] ?? what}: ${before} → ${after}`);
    return [fill(words.version, { number: String(one.number), from: one.from, id: one.id }), ...changes].join('\n');
  });
  const cells = compared
    ? table(
        [{ title: words.columns.period }, { title: words.columns.before, align: 'right' }, { title: words.columns.now, align: 'right' }],
        compared.now.map((cell) => {
          const before = compared.before.find(({ period }) => period.start === cell.period.start);
          const write = (value: number | null | undefined): string =>
            value == null ? '–' : new Intl.NumberFormat(writer.locale, { maximumSignificantDigits: 6 }).format(value);
          return [formatPeriod(cell.period, 'total', writer), write(before?.value), write(cell.value)];
        }),
      )
    : null;
  return [...told, fill(words.watched, { day: watched_since }), ...(cells === null ? [] : [cells])].join('\n\n');
}
