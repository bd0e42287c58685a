import { conditionOf, whenForms } from '../../app/alerts/when.ts';
import { alertRulesOperation, removeAlertRuleOperation, saveAlertRuleOperation } from '../../app/operations/alert-rules.ts';
import { type AlertOutput, type AlertsOutput, alertOperation, alertsOperation } from '../../app/operations/alerts.ts';
import { evaluateAlertsOperation } from '../../app/operations/evaluate-alerts.ts';
import { handleAlertOperation } from '../../app/operations/handle-alert.ts';
import { type SimulateAlertOutput, simulateAlertOperation } from '../../app/operations/simulate-alert.ts';
import { alertNotes, alertStateWords, alertTitles, scopeWords } from '../../i18n/alerts.ts';
import { fill } from '../../i18n/cli.ts';
import { dimensionName } from '../../i18n/dimensions.ts';
import { formatDifference, formatPeriod, formatValue } from '../../i18n/format.ts';
import { CuadroError } from '../../model/error.ts';
import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import { noArguments } from '../option-spec.ts';
import { table } from '../output/table.ts';
import { dayOption, given, oneKpi, oneOf, queryOptions } from '../query-options.ts';

const grains = ['day', 'week', 'month', 'quarter'] as const;

const text = (es: string, en: string) => ({ es, en });
const value = (name: string, es: string, en: string) => ({ kind: 'value', value: name, words: text(es, en) }) as const;
const flag = (es: string, en: string) => ({ kind: 'flag', words: text(es, en) }) as const;

export const alerts: Command = {
  name: 'alerts',
  words: {
    es: 'Muestra las alertas: qué ha saltado, desde cuándo y por qué. Con --rules, las reglas; con --when se prueba una nueva con la historia y con --save se guarda.',
    en: 'Shows the alerts: what has fired, since when and why. --rules shows the rules; --when tries a new one on history and --save saves it.',
  },
  arguments: noArguments,
  options: {
    all: flag('también las que ya pasaron', 'also those that are over'),
    kpi: queryOptions.kpi,
    show: value('ID', 'una alerta con su explicación y su historia', 'one alert with its explanation and history'),
    evaluate: flag('revisa ahora todas las reglas y avisa', 'judge all rules now, and tell'),
    to: queryOptions.to,
    rules: flag('las reglas, cada una como una frase', 'the rules, each as a sentence'),
    when: value("'COND'", `la condición: ${whenForms.join(', ')}`, `the condition: ${whenForms.join(', ')}`),
    scope: value("'DIM=VALOR'", 'de quién (la empresa)', 'whose (the company)'),
    each: value('DIM', 'por separado para cada miembro', 'for each member by itself'),
    grain: { ...value('day|week|month|quarter', 'por qué periodos', 'by which periods'), oneOf: grains },
    least: value('N', 'muestra mínima', 'least sample'),
    breaches: value('N', 'cuántos periodos seguidos antes de avisar (1)', 'periods in a row before telling (1)'),
    name: value('T', 'un nombre para la regla', 'a name for the rule'),
    department: value('D', 'departamento al que se avisa o se envía', 'department to tell or to send it to'),
    shared: flag('de toda la empresa', "the whole company's"),
    save: flag('guarda la regla en vez de probarla', 'save the rule instead of trying it'),
    off: value('ID', 'desactiva esta regla', 'switch this rule off'),
    on: value('ID', 'vuelve a activar esta regla', 'switch this rule on again'),
    remove: value('ID', 'quita esta regla', 'remove this rule'),
    acknowledge: value('ID', 'se hace cargo de esta alerta', 'take this alert on'),
    assign: value('ID', 'asigna esta alerta, a --member', 'assign this alert, to --member'),
    member: value('M', 'a quién: correo o id de la cuenta', 'to whom: address or id of the account'),
    mute: value('ID', 'silencia esta alerta, por --reason, hasta --until', 'mute this alert, for --reason, until --until'),
    unmute: value('ID', 'deja de silenciarla', 'no longer mute it'),
    route: value('ID', 'la envía a --department, con lo que se vio', 'send it to --department, with what was seen'),
    reason: value('T', 'por qué', 'why'),
    until: value('AAAA-MM-DD', 'último día del silencio', 'last day of the mute'),
  },
  examples: [
    'cuadro alerts',
    "cuadro alerts --kpi retention_rate --when 'fall 2pp' --least 100",
    'cuadro alerts --kpi csat --each product.name --when unusual --department Calidad --save --shared',
    'cuadro alerts --mute 6f… --until 2026-12-31 --reason "Cambio de tarifas"',
  ],
  run: async (call) => {
    const { values, flags } = call.options;
    if (flags.has('evaluate')) return evaluate(call);
    for (const name of ['acknowledge', 'assign', 'mute', 'unmute', 'route'] as const) {
      const alert = values.get(name);
      if (alert !== undefined) return handle(call, name, alert);
    }
    for (const name of ['on', 'off'] as const) {
      const rule = values.get(name);
      if (rule !== undefined) return switchRule(call, rule, name === 'on');
    }
    const removed = values.get('remove');
    if (removed !== undefined) return remove(call, removed);
    if (flags.has('rules')) return rules(call);
    if (values.has('when')) return flags.has('save') ? save(call) : simulate(call);
    const shown = values.get('show');
    if (shown !== undefined) return show(call, shown);
    const output = await call.run(alertsOperation, {
      show: flags.has('all') ? 'all' : 'open',
      language: call.language,
      ...given({ kpi: call.options.lists.get('kpi')?.[0] }),
    });
    if (call.json) call.printJson(output);
    else call.print(list(call, output));
    return 0;
  },
};

type Alert = AlertsOutput['alerts'][number];

const shortId = (id: string): string => id.slice(0, 8);

function list({ language, writer }: Call, { says, alerts: all, causes }: AlertsOutput): string {
  const titles = alertTitles[language];
  const shown = (one: Alert, number: number | null): string => (number === null ? '–' : formatValue(number, one.unit, writer));
  const row = (one: Alert, isUnder: boolean): readonly string[] => [
    shortId(one.id),
    `${isUnder ? '  ' : ''}${one.name}`,
    one.scope === null ? titles.company : scopeWords(one.scope, language),
    `${alertStateWords[one.state]?.[language] ?? one.state}${one.muted ? ` (${titles.muted})` : ''}`,
    one.fired === null ? '–' : formatPeriod(one.fired, one.grain, writer),
    shown(one, one.value),
    shown(one, one.expected),
  ];
  const columns = [
    { title: titles.id },
    { title: titles.kpi, max: 36 },
    { title: titles.scope, max: 34 },
    { title: titles.state },
    { title: titles.fired },
    { title: titles.value, align: 'right' as const },
    { title: titles.expected, align: 'right' as const },
  ];
  const grouped = causes.flatMap(({ lead, others }) => [lead, ...others].map((place, index) => ({ place, isUnder: index > 0 })));
  const places = new Set(grouped.map(({ place }) => place));
  const rows = [...grouped, ...all.flatMap((_, place) => (places.has(place) ? [] : [{ place, isUnder: false }]))].flatMap(
    ({ place, isUnder }) => {
      const one = all[place];
      return one ? [row(one, isUnder)] : [];
    },
  );
  return rows.length === 0 ? says : [says, table(columns, rows)].join('\n\n');
}

/** An alert by the beginning of its id, as the list shows it. @throws CuadroError alert_unknown */
async function idOf(call: Call, begin: string): Promise<string> {
  if (begin.length >= 36) return begin;
  const { alerts: all } = await call.run(alertsOperation, { show: 'all', language: call.language });
  const found = all.filter(({ id }) => id.startsWith(begin));
  const [only] = found;
  if (!only || found.length > 1) throw new CuadroError({ code: 'alert_unknown', where: '--show', found: begin });
  return only.id;
}

async function show(call: Call, id: string): Promise<number> {
  const output = await call.run(alertOperation, { alert: await idOf(call, id), language: call.language });
  if (call.json) call.printJson(output);
  else call.print(detail(call, output));
  return 0;
}

function detail({ language, writer }: Call, { alert, events, explained, readings, records }: AlertOutput): string {
  const notes = alertNotes[language];
  const shown = (number: number | null): string => (number === null ? '–' : formatValue(number, alert.unit, writer));
  const head = [
    alert.says,
    `${alertStateWords[alert.state]?.[language] ?? alert.state} · ${alert.rule_says}`,
    ...(alert.chance === null
      ? []
      : [
          fill(notes.chance, {
            chance: alert.chance < 0.001 ? `< ${formatValue(0.001, 'rate', writer)}` : formatValue(alert.chance, 'rate', writer),
          }),
        ]),
    ...(alert.owner === null ? [] : [fill(notes.owner, { name: alert.owner.name })]),
    ...(alert.muted === null ? [] : [fill(notes.muted, { until: alert.muted.until.slice(0, 10), reason: alert.muted.reason })]),
  ];
  // An alert of another kind may be in another unit than its KPI.
  const was = (number: number | null): string =>
    number === null || explained === null ? '–' : formatValue(number, explained.unit, writer);
  const why =
    explained === null
      ? []
      : [
          '',
          fill(notes.explained, { before: was(explained.before), after: was(explained.after) }),
          ...explained.dimensions
            .slice(0, 3)
            .flatMap(({ dimension, effects }) => [
              `  ${dimensionName(dimension, language)}`,
              ...effects.slice(0, 3).map(({ group, total }) => `    ${group ?? '–'}: ${formatDifference(total, explained.unit, writer)}`),
            ]),
        ];
  const read = readings.length === 0 ? [] : ['', ...readings.slice(0, 3).map(({ says, next }) => `- ${says} ${next}`)];
  const where = records?.where.map(({ dimension, op, value: of }) => ` --where '${dimension}${op}${of ?? ''}'`).join('') ?? '';
  const link = records === null ? [] : ['', `cuadro records --kpi ${records.kpi} --from ${records.from} --to ${records.to}${where}`];
  const past = events.map(({ says, period, at, by, note, was, is }) => {
    const when = period === null ? at.slice(0, 10) : formatPeriod(period, alert.grain, writer);
    const change = was === null || is === null ? '' : ` (${shown(was)} → ${shown(is)})`;
    return `  ${when}  ${says}${change}${by === null ? '' : ` · ${by}`}${note === null ? '' : ` · ${note}`}`;
  });
  return [...head, ...why, ...read, ...link, '', notes.events, ...past].join('\n');
}

async function evaluate(call: Call): Promise<number> {
  const output = await call.run(evaluateAlertsOperation, { ...given({ to: dayOption(call, 'to') }) });
  if (call.json) call.printJson(output);
  else {
    const { rules: count, watched, fired, told } = output;
    call.print(
      fill(alertNotes[call.language].evaluated, {
        rules: String(count),
        watched: String(watched),
        fired: String(fired),
        told: String(told),
      }),
    );
  }
  return 0;
}

async function handle(call: Call, what: 'acknowledge' | 'assign' | 'mute' | 'unmute' | 'route', id: string): Promise<number> {
  const { values } = call.options;
  const output = await call.run(handleAlertOperation, {
    alert: await idOf(call, id),
    do: what,
    language: call.language,
    ...given({
      member: values.get('member'),
      reason: values.get('reason'),
      until: dayOption(call, 'until'),
      department: values.get('department'),
    }),
  });
  if (call.json) call.printJson(output);
  else call.print(alertNotes[call.language].done);
  return 0;
}

function wholeNumber(call: Call, name: string): number | undefined {
  const given_ = call.options.values.get(name);
  if (given_ === undefined) return undefined;
  const number = Number(given_);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new CuadroError({ code: 'option_invalid', where: `--${name}`, found: given_, expected: '100', params: { command: call.command } });
}

/** @throws CuadroError option_invalid */
function ruleOf(call: Call) {
  const { values } = call.options;
  const when = values.get('when') ?? '';
  const condition = conditionOf(when);
  if (condition === null)
    throw new CuadroError({
      code: 'option_invalid',
      where: '--when',
      found: when,
      expected: whenForms.join(', '),
      params: { command: call.command },
    });
  const department = values.get('department');
  return {
    kpi: oneKpi(call),
    condition: condition.kind === 'reading' ? { ...condition, outcomes: [...condition.outcomes] } : condition,
    ...given({
      scope: values.get('scope'),
      each: values.get('each'),
      grain: oneOf(call, 'grain', grains),
      least_sample: wholeNumber(call, 'least'),
      breaches: wholeNumber(call, 'breaches'),
    }),
    ...(department === undefined ? {} : { route: { departments: [department] } }),
  };
}

async function simulate(call: Call): Promise<number> {
  const output = await call.run(simulateAlertOperation, { rule: ruleOf(call), language: call.language });
  if (call.json) call.printJson(output);
  else call.print(simulation(call, output));
  return 0;
}

function simulation({ language, writer }: Call, { rule_says, says, episodes, unit, grain }: SimulateAlertOutput): string {
  const titles = alertTitles[language];
  const shown = (number: number | null): string => (number === null ? '–' : formatValue(number, unit, writer));
  const real = { true: titles.real, false: titles.fleeting, null: titles.unknown };
  const rows = episodes.map((one) => [
    formatPeriod(one.fired, grain, writer),
    one.scope === null ? titles.company : scopeWords(one.scope, language),
    shown(one.value),
    shown(one.expected),
    one.until === null ? titles.goesOn : String(one.periods),
    real[`${one.real}`],
  ]);
  const columns = [
    { title: titles.fired },
    { title: titles.scope, max: 34 },
    { title: titles.value, align: 'right' as const },
    { title: titles.expected, align: 'right' as const },
    { title: titles.periods, align: 'right' as const },
    { title: titles.lasted },
  ];
  return [rule_says, says, ...(rows.length > 0 ? [table(columns, rows)] : []), alertNotes[language].notSaved].join('\n\n');
}

async function save(call: Call): Promise<number> {
  const output = await call.run(saveAlertRuleOperation, {
    name: call.options.values.get('name') ?? null,
    shared: call.options.flags.has('shared'),
    rule: ruleOf(call),
    language: call.language,
  });
  if (call.json) call.printJson(output);
  else call.print(fill(alertNotes[call.language].saved, { id: output.id, says: output.says }));
  return 0;
}

async function switchRule(call: Call, id: string, active: boolean): Promise<number> {
  const { rules: all } = await call.run(alertRulesOperation, { language: call.language });
  const found = all.find((one) => one.id === id);
  if (!found) throw new CuadroError({ code: 'alert_rule_unknown', where: active ? '--on' : '--off', found: id });
  const { name, shared, rule } = found;
  const output = await call.run(saveAlertRuleOperation, {
    id,
    name,
    shared,
    active,
    rule: JSON.parse(JSON.stringify(rule)),
    language: call.language,
  });
  if (call.json) call.printJson(output);
  else call.print(alertNotes[call.language].done);
  return 0;
}

async function remove(call: Call, rule: string): Promise<number> {
  const output = await call.run(removeAlertRuleOperation, { rule });
  if (call.json) call.printJson(output);
  else call.print(alertNotes[call.language].done);
  return 0;
}

async function rules(call: Call): Promise<number> {
  const output = await call.run(alertRulesOperation, { language: call.language, ...given({ kpi: call.options.lists.get('kpi')?.[0] }) });
  if (call.json) call.printJson(output);
  else {
    const titles = alertTitles[call.language];
    const rows = output.rules.map((one) => [
      one.id,
      one.shared ? (one.standard ? titles.standard : titles.company) : titles.own,
      one.active ? (one.unwatched ?? titles.active) : titles.off,
      one.says,
    ]);
    call.print(table([{ title: titles.id }, { title: titles.whose }, { title: titles.state, max: 30 }, { title: titles.rule }], rows));
  }
  return 0;
}
