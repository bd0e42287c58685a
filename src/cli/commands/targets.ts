import { removeTargetOperation, setTargetsOperation } from '../../app/operations/set-targets.ts';
import { suggestTargetOperation } from '../../app/operations/suggest-target.ts';
import { type TargetsOutput, targetsOperation } from '../../app/operations/targets.ts';
import { fill } from '../../i18n/cli.ts';
import { formatValue } from '../../i18n/format.ts';
import { aimWords, courseWords, targetColumns, targetNotes, targetPeriod, unheldWords } from '../../i18n/targets.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { dayOption, given, oneKpi, oneOf, queryOptions } from '../query-options.ts';

const { kpi, from, to } = queryOptions;
const parts = ['week', 'month', 'quarter'] as const;
const spreads = ['even', 'working_days', 'seasonal'] as const;
const lengths = ['week', 'month', 'quarter', 'year'] as const;

export const targets: Command = {
  name: 'targets',
  words: {
    es: 'Muestra las metas y cómo van: dónde habría que estar hoy, qué se espera al final y qué falta. Con --set pone una, con --suggest la propone, con --remove la quita.',
    en: 'Shows the targets and how they stand: where one should be today, what the end is expected to be, what is missing. --set sets one, --suggest suggests one, --remove removes one.',
  },
  arguments: noArguments,
  options: {
    kpi,
    to,
    all: { kind: 'flag', words: { es: 'también los de equipos, personas y segmentos', en: 'also those of teams, people and segments' } },
    scope: {
      kind: 'value',
      value: "'DIM=VALOR'",
      words: { es: 'de quién: owner.team=Ventas (la empresa)', en: 'whose: owner.team=Sales (the company)' },
    },
    set: { kind: 'value', value: 'N', words: { es: 'pone esta meta, de --from a --to', en: 'set this target, from --from to --to' } },
    low: { kind: 'value', value: 'N', words: { es: 'de una banda, el mínimo', en: 'of a band, the least' } },
    high: { kind: 'value', value: 'N', words: { es: 'de una banda, el máximo', en: 'of a band, the greatest' } },
    from,
    each: {
      kind: 'value',
      value: 'week|month|quarter',
      oneOf: parts,
      words: { es: 'repartido en estos periodos', en: 'spread over these periods' },
    },
    spread: {
      kind: 'value',
      value: 'even|working_days|seasonal',
      oneOf: spreads,
      words: { es: 'cómo se reparte (working_days)', en: 'how it is spread (working_days)' },
    },
    objective: {
      kind: 'value',
      value: 'O',
      words: { es: 'a qué objetivo de la empresa sirve', en: 'the goal of the company that it serves' },
    },
    suggest: { kind: 'flag', words: { es: 'propone uno a partir de la historia', en: 'suggest one from history' } },
    grain: {
      kind: 'value',
      value: 'week|month|quarter|year',
      oneOf: lengths,
      words: { es: 'para qué periodo se propone', en: 'the period to suggest it for' },
    },
    remove: { kind: 'value', value: 'ID', words: { es: 'quita este', en: 'remove this one' } },
    source: {
      kind: 'value',
      value: 'S',
      words: { es: 'el origen del que se quita (cuadro)', en: 'the source it is removed from (cuadro)' },
    },
  },
  examples: [
    'cuadro targets',
    'cuadro targets --kpi total_sales --suggest --grain quarter',
    'cuadro targets --kpi total_sales --set 1200000 --from 2026-01-01 --to 2026-12-31 --each month --spread seasonal',
    'cuadro targets --kpi pipeline_coverage --low 2 --high 4 --from 2026-01-01 --to 2026-12-31',
  ],
  run: async (call) => {
    const { values, flags } = call.options;
    const removed = values.get('remove');
    if (removed !== undefined) return remove(call, removed);
    if (flags.has('suggest')) return suggest(call);
    if (values.has('set') || values.has('low') || values.has('high')) return set(call);
    const output = await call.run(targetsOperation, {
      kpis: [...(call.options.lists.get('kpi') ?? [])],
      scopes: flags.has('all') ? 'all' : 'company',
      language: call.language,
      ...given({ scope: values.get('scope'), to: dayOption(call, 'to') }),
    });
    if (call.json) call.printJson(output);
    else call.print(text(call, output));
    return 0;
  },
};

/** @throws CuadroError option_invalid */
function numberOption(call: Call, name: string): number | null {
  const given = call.options.values.get(name);
  if (given === undefined) return null;
  const value = Number(given);
  if (given.trim() !== '' && Number.isFinite(value)) return value;
  throw new CuadroError({
    code: 'option_invalid',
    where: `--${name}`,
    found: given,
    expected: '120000, 0.35',
    params: { command: call.command },
  });
}

async function set(call: Call): Promise<number> {
  const { values } = call.options;
  call.required('from');
  call.required('to');
  const output = await call.run(setTargetsOperation, {
    kpi: oneKpi(call),
    scope: values.get('scope') ?? null,
    from: dayOption(call, 'from') ?? '',
    to: dayOption(call, 'to') ?? '',
    value: numberOption(call, 'set'),
    low: numberOption(call, 'low'),
    high: numberOption(call, 'high'),
    objective: values.get('objective') ?? null,
    ...given({ each: oneOf(call, 'each', parts), spread: oneOf(call, 'spread', spreads) }),
  });
  const notes = targetNotes[call.language];
  if (call.json) call.printJson(output);
  else if (output.batch === null) call.print(notes.unchanged);
  else call.print(fill(notes.set, { count: String(output.targets.length), batch: output.batch }));
  return 0;
}

async function remove(call: Call, target: string): Promise<number> {
  const output = await call.run(removeTargetOperation, { target, ...given({ source: call.options.values.get('source') }) });
  if (call.json) call.printJson(output);
  else call.print(fill(targetNotes[call.language].removed, { kpi: output.kpi }));
  return 0;
}

async function suggest(call: Call): Promise<number> {
  const output = await call.run(suggestTargetOperation, {
    kpi: oneKpi(call),
    scope: call.options.values.get('scope') ?? null,
    language: call.language,
    ...given({ grain: oneOf(call, 'grain', lengths) }),
  });
  const { name, suggestion, unit, period, reasons } = output;
  const { writer, language } = call;
  const notes = targetNotes[language];
  if (call.json) call.printJson(output);
  else if (suggestion === null) call.print(notes.none);
  else {
    const head = fill(notes.suggestion, {
      aim: aimWords(suggestion, unit, language, writer),
      kpi: name,
      period: targetPeriod(period, writer),
    });
    call.print([head, '', ...reasons.map(({ says }) => `- ${says}`)].join('\n'));
  }
  return 0;
}

function text({ language, writer }: Call, { says, objectives, targets: all, unheld }: TargetsOutput): string {
  const titles = targetColumns[language];
  const notes = targetNotes[language];
  const sections = objectives.map(({ name, targets: places }) => {
    const own = places.flatMap((place) => all[place] ?? []);
    const rows = own.map((one) => {
      const value = (number: number | null): string => (number === null ? '–' : formatValue(number, one.unit, writer));
      return [
        one.name,
        one.scope === null ? titles.company : one.scope.slice(one.scope.indexOf('=') + 1),
        targetPeriod(one.period, writer),
        aimWords(one, one.unit, language, writer),
        value(one.actual),
        value(one.due),
        value(one.end?.value ?? null),
        courseWords[one.state]?.[language] ?? one.state,
      ];
    });
    const columns = [
      { title: titles.kpi, max: 34 },
      { title: titles.scope, max: 20 },
      { title: titles.period },
      { title: titles.aim, align: 'right' as const },
      { title: titles.actual, align: 'right' as const },
      { title: titles.due, align: 'right' as const },
      { title: titles.end, align: 'right' as const },
      { title: titles.state },
    ];
    return `${name ?? notes.noObjective}\n${table(columns, rows)}`;
  });
  const left = unheld.map(
    (one) => `- ${one.kpi}${one.scope === null ? '' : ` (${one.scope})`}: ${unheldWords[one.reason]?.[language] ?? one.reason}`,
  );
  return [says, ...sections, ...(left.length > 0 ? [`${notes.skipped}\n${left.join('\n')}`] : [])].join('\n\n');
}
