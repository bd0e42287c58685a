import { type KnownOutput, knownOperation } from '../../app/operations/known.ts';
import { kpisOperation } from '../../app/operations/kpis.ts';
import { formatPeriod, formatValue } from '../../i18n/format.ts';
import { jobWords } from '../../i18n/jobs.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { dayOption, given, oneKpi, queryOptions } from '../query-options.ts';

const { kpi, from, to, variant } = queryOptions;

export const known: Command = {
  name: 'known',
  words: {
    es: 'Dice qué valor de un indicador se conocía en una fecha, y cómo y por qué ha cambiado desde entonces.',
    en: 'Tells which value of a KPI was known on a day, and how and why it has changed since.',
  },
  arguments: noArguments,
  options: {
    kpi,
    from,
    to,
    variant,
    at: {
      kind: 'value',
      value: 'AAAA-MM-DD',
      words: { es: 'lo que se sabía al final de ese día (hoy)', en: 'what was known at the end of that day (today)' },
    },
    grain: {
      kind: 'value',
      value: 'day|week|month|quarter|year',
      oneOf: ['day', 'week', 'month', 'quarter', 'year', 'total'],
      words: { es: 'periodos de esta duración', en: 'periods of this length' },
    },
  },
  examples: ['cuadro known --kpi total_sales --at 2026-03-01', 'cuadro known --kpi total_sales --from 2026-01-01 --to 2026-06-30 --json'],
  run: async (call) => {
    const { values } = call.options;
    const id = oneKpi(call);
    const grain = knownOperation.input.shape.grain.safeParse(values.get('grain')).data;
    const output = await call.run(knownOperation, {
      kpi: id,
      ...given({
        at: momentOption(call),
        from: dayOption(call, 'from'),
        to: dayOption(call, 'to'),
        grain,
        variant: values.get('variant'),
      }),
    });
    if (call.json) call.printJson(output);
    else call.print(await overview(call, output));
    return 0;
  },
};

/** A day or an instant. @throws CuadroError option_invalid */
function momentOption(call: Call): string | undefined {
  const text = call.options.values.get('at');
  if (text === undefined || !text.includes('T')) return dayOption(call, 'at');
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    throw new CuadroError({ code: 'option_invalid', where: '--at', found: text, expected: 'YYYY-MM-DD', params: { command: 'known' } });
  }
}

async function overview(call: Call, { kpi: id, periods }: KnownOutput): Promise<string> {
  const words = jobWords(call.language);
  const { writer } = call;
  if (periods.length === 0) return words.nothingKnown;
  const { kpis } = await call.run(kpisOperation, { language: call.language });
  const definition = kpis.find((one) => one.id === id);
  const unitOf = (of: string): string => definition?.variant_units[of] ?? definition?.unit ?? 'count';
  const value = (of: string, one: { readonly value: number | null }): string =>
    one.value === null ? '–' : formatValue(one.value, unitOf(of), writer);
  const day = new Intl.DateTimeFormat(writer.locale, { dateStyle: 'medium', timeStyle: 'short' });
  const groups = periods.some(({ group }) => Object.keys(group).length > 0);
  const variants = new Set(periods.map((one) => one.variant)).size > 1;
  const groupOf = ({ group }: KnownOutput['periods'][number]): string =>
    Object.values(group)
      .map((name) => name ?? '–')
      .join(' · ');
  const titles = words.known;
  const overall = table(
    [
      { title: titles.period },
      ...(variants ? [{ title: titles.variant }] : []),
      ...(groups ? [{ title: titles.group, max: 40 }] : []),
      { title: titles.known, align: 'right' as const },
      { title: titles.since },
      { title: titles.latest, align: 'right' as const },
      { title: titles.changes, align: 'right' as const },
    ],
    periods.map((one) => [
      formatPeriod(one.period, one.grain, writer),
      ...(variants ? [one.variant] : []),
      ...(groups ? [groupOf(one)] : []),
      one.known ? value(one.variant, one.known) : words.notYet,
      one.known ? day.format(new Date(one.known.known_at)) : '',
      value(one.variant, one.latest),
      String(one.restatements.length),
    ]),
  );
  const changes = periods.flatMap((one) =>
    one.restatements.map(({ at, why, before, after }) => {
      const period = [formatPeriod(one.period, one.grain, writer), groupOf(one)].filter(Boolean).join(', ');
      return `  ${day.format(new Date(at))} · ${period}: ${value(one.variant, before)} → ${value(one.variant, after)} (${words.why[why] ?? why})`;
    }),
  );
  return changes.length === 0 ? overall : `${overall}\n\n${words.restated}:\n${changes.join('\n')}`;
}
